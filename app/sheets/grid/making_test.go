package grid

import (
	"archive/zip"
	"bytes"
	"testing"
)

// samples are rosters as units send them.
const samples = "../testdata/samples"

// workbookOf packs worksheets and other parts as an .xlsx; parts given win over
// the ordinary ones.
func workbookOf(t testing.TB, worksheet string, parts map[string]string) []byte {
	t.Helper()
	all := map[string]string{
		"_rels/.rels": `<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml": `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="表一" r:id="s1"/>` +
			`<sheet name="藏着" state="hidden" r:id="s1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="s1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="s2" Type="http://x/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="s3" Type="http://x/styles" Target="styles.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml": worksheet,
	}
	for name, content := range parts {
		all[name] = content
	}
	return zipOf(t, all)
}

// zipOf packs files.
func zipOf(t testing.TB, all map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, content := range all {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
