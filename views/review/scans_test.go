package review

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/app/eligibility"
)

// twoPages is the smallest file of two pages, the second of which lies.
func twoPages() []byte {
	var file bytes.Buffer
	var at []int
	file.WriteString("%PDF-1.4\n")
	for i, object := range []string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 595] /Contents 5 0 R >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 420] /Contents 5 0 R >>",
		"<< /Length 27 >>\nstream\n0.2 g 60 60 200 200 re f    \nendstream",
	} {
		at = append(at, file.Len())
		fmt.Fprintf(&file, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	table := file.Len()
	fmt.Fprintf(&file, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, begin := range at {
		fmt.Fprintf(&file, "%010d 00000 n \n", begin)
	}
	fmt.Fprintf(&file, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, table)
	return file.Bytes()
}

func TestPagesOfAPDFAndAPhotographAreOneDocument(t *testing.T) {
	renderer.Warm(bg)
	st := open(t, 120)
	a := st.waiting(eligibility.Pass)
	st.at(a)
	path := filepath.Join(t.TempDir(), "证书.pdf")
	if err := os.WriteFile(path, twoPages(), 0o600); err != nil {
		t.Fatal(err)
	}
	before, _ := st.s.m.Shown()
	if _, err := st.folders.Attach(bg, a.Application.ID, before.Key, path); err != nil {
		t.Fatal(err)
	}
	st.attach(a, before.Key, 1)
	st.s.Refresh()
	st.Settle()
	if !st.Sees("第 1 页，共 3 页") {
		t.Fatalf("%v %s", st.Texts(), st.Said())
	}
	st.Press(fyne.KeyF6)
	st.Press(fyne.KeyPageDown)
	st.Picture("review-pdf")
	if !st.Sees("第 2 页，共 3 页") {
		t.Errorf("PgDn over the scan turns no page: %v", st.Texts())
	}
	if wide, high := st.s.scans.PageSize(1); wide <= high {
		t.Errorf("the lying page is %v × %v", wide, high)
	}
}
