package sheets

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"

	"gongkao/app/sheets/grid"
	"gongkao/data"
)

// cleanRoster is an .xlsx of n people in 20 columns, with shared strings as
// Excel and WPS write them.
func cleanRoster(tb testing.TB, n int) []byte {
	tb.Helper()
	f := excelize.NewFile()
	heads := []any{"序号", "单位名称", "主管部门", "姓名", "性别", "身份证号", "出生日期", "民族", "文化程度", "政治面貌", "参加工作时间", "现等级", "现工种",
		"取得时间", "证书编号", "申报工种", "申报等级", "申报途径", "联系电话", "备注"}
	if err := f.SetSheetRow("Sheet1", "A1", &heads); err != nil {
		tb.Fatal(err)
	}
	for i := range n {
		birth := data.MustDate(1970, 1, 1).AddDays(i % 7000)
		id := string(data.WithCheckDigit(fmt.Sprintf("411521%04d%02d%02d%03d", birth.Year, birth.Month, birth.Day, i/7000*2+1)))
		row := []any{fmt.Sprint(i + 1), "罗山县实验幼儿园", "罗山县教育体育局", "张" + string(rune(0x4E00+i%5000)), "男", id, birth.String(), "汉族", "大专", "群众",
			"2001-10", "中级工", "保育员", "2012-05", fmt.Sprintf("0816%08d", i), "保育员", "高级工", "晋级", fmt.Sprint(13800000000 + i), fmt.Sprintf("第%d号", i)}
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+2), &row); err != nil {
			tb.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

func BenchmarkImport10000(b *testing.B) {
	content := cleanRoster(b, 10_000)
	register := kindergarten()
	b.ReportAllocs()
	for b.Loop() {
		book, err := grid.Decode("名册.xlsx", content)
		if err != nil {
			b.Fatal(err)
		}
		reading, err := Understand(book, Knowledge{Codes: countyCodes{}, Units: register})
		if err != nil || len(reading.Sheets[0].Accepted) != 10_000 {
			b.Fatal(err, reading.Sheets[0].Problems[:min(3, len(reading.Sheets[0].Problems))])
		}
	}
}

func BenchmarkDecode10000(b *testing.B) {
	content := cleanRoster(b, 10_000)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := grid.Decode("名册.xlsx", content); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPayments10000(b *testing.B) {
	content := paymentBook(b, 10_000)
	b.ReportAllocs()
	for b.Loop() {
		book, err := grid.Decode("缴费.xlsx", content)
		if err != nil {
			b.Fatal(err)
		}
		reading, err := Understand(book, Knowledge{Codes: countyCodes{}})
		if err != nil || len(reading.Sheets[0].Ledger) != 10_000 {
			b.Fatal(err, reading.Sheets[0].Problems[:min(3, len(reading.Sheets[0].Problems))])
		}
	}
}
