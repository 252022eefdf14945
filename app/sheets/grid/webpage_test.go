package grid

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"

	"gongkao/data"
)

func TestTablesOfWebPagesStandWhereWPSPutsThem(t *testing.T) {
	for name, c := range map[string]struct {
		page string
		want []string
	}{
		"plain": {`<table><tr><th>姓名</th><th>单位</th></tr><tr><td>张三</td><td>图书馆</td></tr></table>`,
			[]string{"1 姓名|单位", "2 张三|图书馆"}},
		"nothing closed": {`<table><tr><td>姓名<td>单位<tr><td>张三<td>图书馆`,
			[]string{"1 姓名|单位", "2 张三|图书馆"}},
		"title outside, rows empty": {"<html><head><title>藏</title><style>td{}</style></head><body><h1>花名册</h1>\n<p>2026年</p><table><tr></tr><tr><td></td><td>甲</td></tr></table>尾注",
			[]string{"1 花名册", "2 2026年", "4 |甲", "5 尾注"}},
		"spans": {`<table><tr><td rowspan=3>馆</td><td colspan=2>甲</td><td>乙</td></tr><tr><td>丙</td><td rowspan="2">丁</td></tr><tr><td>戊</td></tr></table>`,
			[]string{"1 馆|甲||乙", "2 馆|丙|丁", "3 馆|戊|丁"}},
		"span as wide as can be": {`<table><tr><td>甲</td><td colspan=999999999>乙</td><td>丙</td></tr></table>`, []string{"1 甲|乙"}},
		"several tables":         {`<table><tr><td>甲</td></tr></table><br><table><tr><td>乙</td></tr></table>`, []string{"1 甲", "2 乙"}},
		"table in a frame of layout": {`<table><tr><td><p>名册</p><table><tr><td>姓名</td><td>单位</td></tr><tr><td>张三</td><td>馆</td></tr></table>注</td></tr><tr><td>尾</td></tr></table>`,
			[]string{"1 名册", "2 姓名|单位", "3 张三|馆", "4 注", "5 尾"}},
		"table beside a cell":   {`<table><tr><td>甲</td><td><table><tr><td>乙</td></tr><tr><td>丙</td></tr></table></td></tr><tr><td>丁</td></tr></table>`, []string{"1 甲|乙", "2 |丙", "3 丁"}},
		"caption":               {`<table><caption>名册</caption><thead><tr><td>姓名</td></tr></thead></table>`, []string{"1 名册", "2 姓名"}},
		"entities and blanks":   {"<table><tr><td>&nbsp;张&nbsp;&#19977; </td><td>\n 罗山县\n  图书馆\n</td><td>No. \n 7</td><td>甲<br/>乙</td><td>&lt;a&gt;</td><td>&nbsp;</td></tr></table>", []string{"1  张 三|罗山县图书馆|No. 7|甲\n乙|<a>"}},
		"upper case":            {"<TABLE BORDER=1><TR><TD STYLE='mso-number-format:\"\\@\"'>411521197902147166</TD></TR></TABLE>", []string{"1 411521197902147166"}},
		"script, style":         {"<table><tr><td>甲<script>var a='<td>乙'</script><style>x</style></td></tr></table>", []string{"1 甲"}},
		"text between cells":    {"<table>甲<tr>乙<td>丙</td>丁</tr></table>", []string{"1 丙"}},
		"blocks inside a cell":  {"<table><tr><td><div>甲</div><div>乙</div></td></tr></table>", []string{"1 甲\n乙"}},
		"XHTML with its prolog": {`<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html><html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><tr><td/><td>甲</td></tr></table></body></html>`, []string{"1 |甲"}},
	} {
		book, err := Decode("名册.xls", []byte(c.page))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff(c.want, lines(book)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// TestNumbersBehindAPage are those that Excel itself writes; what other programs
// write is text, as in a CSV.
func TestNumbersBehindAPage(t *testing.T) {
	book, err := Decode("名册.xls", []byte(`<table><tr><td x:num="413028198311287000">4.13028E+17</td><td x:num>2001.1</td><td x:num="36008">1998/8/1</td><td x:str>7</td><td>1,200</td><td x:num="NaN">5</td></tr></table>`))
	if err != nil {
		t.Fatal(err)
	}
	want := []Cell{{Text: "413028198311287000", Number: 413028198311287000, Kind: Number}, {Text: "2001.1", Number: 2001.1, Kind: Number},
		{Text: "1998/8/1", Kind: Text}, {Text: "7", Kind: Text}, {Text: "1,200", Kind: Text}, {Text: "5", Kind: Text}}
	if diff := cmp.Diff(want, book.Sheets[0].Rows[0].Cells); diff != "" {
		t.Error(diff)
	}
}

func TestPagesOfEveryEncodingSayTheSame(t *testing.T) {
	const page = `<html><head><meta charset=gb2312></head><table><tr><td>李𬱖</td></tr></table>`
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(page)
	if err != nil {
		t.Fatal(err)
	}
	damaged := page + strings.Repeat("李", 200) + "\xb0"
	for name, content := range map[string]string{"GB18030": gb, "UTF-8 that says GB2312": page, "UTF-8 with mark": "\ufeff" + page, "UTF-16": "\xff\xfe" + string(wideText(page)),
		"UTF-8 damaged at one place": damaged, "UTF-8 cut in a character": "<table><tr><td>李𬱖</td></tr></table>\xe6\x9d"} {
		book, err := Decode("名册.xls", []byte(content))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := book.Sheets[0].Rows[0].At(0).Text; got != "李𬱖" {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestPageTellsWhatItHidesAndItsName(t *testing.T) {
	book, err := Decode("名册.xls", []byte(`<html><!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>名册&amp;</x:Name></x:ExcelWorksheet></xml><![endif]-->`+
		`<table><col width=9><col style="display: none" span=2><tr><td>甲</td><td>乙</td></tr><tr style='height:0;display:none'><td>丙</td></tr></table>`))
	if err != nil {
		t.Fatal(err)
	}
	s := book.Sheets[0]
	if diff := cmp.Diff([]any{"名册&", []int{2}, []int{1}}, []any{s.Name, s.HiddenRows, s.HiddenColumns}); diff != "" {
		t.Error(diff)
	}
}

func TestPagesWithoutATableSayWhatToDo(t *testing.T) {
	for name, page := range map[string]string{"text": `<html><p>请登录</p></html>`, "frame of other files": `<html><frameset><frame src="名册.files/sheet001.htm"></frameset></html>`,
		"XML of something else": `<?xml version="1.0"?><invoice/>`} {
		if _, err := Decode("名册.xls", []byte(page)); !data.HasCode(err, "file-unreadable") {
			t.Errorf("%s: %v; want file-unreadable", name, err)
		}
	}
}
