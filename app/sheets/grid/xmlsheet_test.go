package grid

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"

	"gongkao/data"
)

const xmlBookHead = `<?xml version="1.0" encoding="GB2312"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles>
<Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="m"><NumberFormat ss:Format="yyyy&quot;年&quot;m&quot;月&quot;"/></Style>
<Style ss:ID="z"><NumberFormat ss:Format="000000"/></Style></Styles>`

func TestXMLBooksAreRead(t *testing.T) {
	text := xmlBookHead + `<Worksheet ss:Name="名册"><Table><Column ss:Index="2" ss:Hidden="1"/>
<Row><Cell ss:MergeDown="2"><Data ss:Type="String">图书馆</Data></Cell><Cell ss:MergeAcross="1"><Data ss:Type="String">李𬱖</Data><Comment><ss:Data>批注</ss:Data></Comment></Cell><Cell><Data ss:Type="Number">2001.1</Data></Cell></Row>
<Row ss:Index="3" ss:Hidden="1" ss:Span="1"><Cell ss:Index="2"><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>王</B><Font>五</Font></ss:Data></Cell><Cell ss:Formula="=A1"/></Row>
<Row><Cell ss:StyleID="d"><Data ss:Type="DateTime">1998-08-01T00:00:00.000</Data></Cell><Cell ss:StyleID="m"><Data ss:Type="DateTime">1998-08-01T00:00:00.000</Data></Cell><Cell ss:StyleID="z"><Data ss:Type="Number">4321</Data></Cell><Cell ss:StyleID="d"><Data ss:Type="Number">36008</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell><Cell><Data ss:Type="Error">#N/A</Data></Cell></Row>
</Table></Worksheet><Worksheet ss:Name="藏着"><Table><Row><Cell><Data ss:Type="String">甲</Data></Cell></Row></Table><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>`
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{"UTF-8": text, "GB18030": gb, "UTF-16": "\xff\xfe" + string(wideText(text))} {
		book, err := Decode("名册.xls", []byte(content))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		want := []string{"1 图书馆|李𬱖||2001.1", "3 图书馆|王五", "5 1998-08-01|1998-08|004321|1998-08-01|是|#N/A"}
		if diff := cmp.Diff(want, lines(book)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		s := book.Sheets[0]
		got := []any{len(book.Sheets), s.Name, s.HiddenRows, s.HiddenColumns, s.Uncalculated, book.Left, s.Rows[2].At(1).Kind, s.Rows[2].At(1).Number}
		if diff := cmp.Diff([]any{1, "名册", []int{3}, []int{1}, 1, []string{"藏着"}, Date, 36008.0}, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestXMLBooksThatStopAreRefused(t *testing.T) {
	whole := xmlBookHead + `<Worksheet ss:Name="名册"><Table><Row><Cell><Data ss:Type="String">甲</Data></Cell></Row></Table></Worksheet></Workbook>`
	for i := len(xmlBookHead); i < len(whole); i += 7 {
		if _, err := Decode("名册.xls", []byte(whole[:i])); !data.HasCode(err, "file-unreadable") {
			t.Errorf("cut at %d: %v; want file-unreadable", i, err)
		}
	}
}
