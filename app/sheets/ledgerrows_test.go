package sheets

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"

	"gongkao/app/sheets/grid"
	"gongkao/data"
)

func TestEveryRowOfALedgerIsKeptAsItWasWritten(t *testing.T) {
	id := person(1)[1].(string)
	got := understood(t, bookOf(
		[]any{"2026年第一批缴费明细"},
		[]any{"姓名", "身份证号", "缴费金额", "缴费时间", "流水号", "渠道"},
		[]any{"张　伟", " " + id, "１，２７５．００", "2026-04-20 13:05:22", "000012", "微信"},
		[]any{},
		[]any{"李芳", "—", 365, 46132.545, "", ""},
		[]any{"王强", nil, 365.5, "20260420130522"},
		[]any{"小　计", nil, 1640},
		[]any{"姓名", "身份证号", "缴费金额", "缴费时间", "流水号", "渠道"},
		[]any{"赵敏", nil, nil, nil, nil, "未缴"},
		[]any{nil, "合计", 1640, nil, "3笔"},
		[]any{"制表人：刘会计", nil, "2026年4月21日"},
		[]any{"注：以上均已到账"},
	))
	want := []LedgerRow{
		{3, map[string]string{"name": "张　伟", "id_number": id, "amount": "１，２７５．００", "paid_on": "2026-04-20 13:05:22", "reference": "000012"},
			map[string]string{"name": "A3", "id_number": "B3", "amount": "C3", "paid_on": "D3", "reference": "E3"}, map[string]string{"渠道": "微信"}},
		{5, map[string]string{"name": "李芳", "amount": "365", "paid_on": "2026-04-20"},
			map[string]string{"name": "A5", "id_number": "B5", "amount": "C5", "paid_on": "D5", "reference": "E5"}, nil},
		{6, map[string]string{"name": "王强", "amount": "365.5", "paid_on": "2026-04-20"},
			map[string]string{"name": "A6", "id_number": "B6", "amount": "C6", "paid_on": "D6", "reference": "E6"}, nil},
	}
	if diff := cmp.Diff(want, got.Ledger); diff != "" {
		t.Error(diff)
	}
	if got.Skipped != 7 || len(got.Waiting) != 0 {
		t.Errorf("%d skipped, %d waiting: %v", got.Skipped, len(got.Waiting), got.Problems)
	}
}

func TestWhatCannotBeRightWaits(t *testing.T) {
	id := person(1)[1].(string)
	got := understood(t, bookOf(
		[]any{"姓名", "身份证号", "缴费金额", "缴费时间", "流水号", "支付状态"},
		[]any{"张伟", "4.11521E+17", "365", "2026-04-20", "A1", "支付成功"},
		[]any{"张伟", id[:17], "365", "2026-04-20", "A2", "支付成功"},
		[]any{"张伟", id, "", "2026-04-20", "A3", "支付成功"},
		[]any{"张伟", id, "365", "2026-04-20", "A4", "已退款"},
		[]any{"张伟", id, "365", "2026-04-20", "4.2E+27", "是"},
		[]any{"张伟", id, "365", "2026-04-20", "A6", "未缴费"},
		[]any{"张伟", id[:6] + "********" + id[14:], "365", "2026-04-20", "A7", ""},
	))
	want := []string{"2 id_number id-mangled", "3 id_number id-length", "4 amount required-missing", "5 status pay-status", "6 reference value-mangled"}
	if diff := cmp.Diff(want, codes(got)); diff != "" {
		t.Error(diff)
	}
	if len(got.Ledger) != 2 || len(got.Waiting) != 4 || got.Skipped != 1 {
		t.Errorf("%d good, %d waiting, %d skipped; want 2, 4, 1", len(got.Ledger), len(got.Waiting), got.Skipped)
	}
	if _, kept := got.Ledger[0].Texts["reference"]; kept {
		t.Error("a mangled reference tells doubles that are none")
	}
	if got.Waiting[0].Texts["id_number"] != "4.11521E+17" || got.Problems[0].Cell != "B2" || got.Problems[0].Value != "4.11521E+17" {
		t.Errorf("the row waits as %+v, %+v", got.Waiting[0], got.Problems[0])
	}
}

func TestADashIsAbsenceOnlyInTheOneColumnOfScores(t *testing.T) {
	one := understood(t, bookOf([]any{"姓名", "单位", "理论成绩"}, []any{"张伟", "—", "—"}, []any{"李芳", "某局", "/"}))
	if len(one.Ledger) != 1 || one.Ledger[0].Texts["theory"] != "—" || len(one.Ledger[0].Texts) != 2 {
		t.Errorf("read as %+v", one.Ledger)
	}
	if diff := cmp.Diff([]string{"3 theory required-missing"}, codes(one)); diff != "" {
		t.Error(diff)
	}
	two := understood(t, bookOf([]any{"姓名", "人机对话成绩", "理论成绩"}, []any{"张伟", 78.5, "—"}, []any{"李芳", "—", "缺考"}, []any{"王强", "—", "—"}))
	if len(two.Ledger) != 2 || two.Ledger[0].Texts["theory"] != "" || two.Ledger[1].Texts["theory"] != "缺考" || len(two.Waiting) != 1 {
		t.Errorf("read as %+v", two.Ledger)
	}
}

func TestOrdersBelongToTheUnitNamedAboveThem(t *testing.T) {
	got := understood(t, bookOf(
		[]any{"填报单位：罗山县实验幼儿园"},
		[]any{"工种", "等级", "教材名称", "册数", "单价"},
		[]any{"保育员", "三级", "保育员（高级）", 3, "45.00"},
		[]any{"保育员", "四级", "保育员（中级）", 0, "42.00"},
		[]any{"护理员", "四级", "护理员（中级）", "", "42.00"},
		[]any{"单位：罗山县人民医院"},
		[]any{"护理员", "四级", "护理员（中级）", "2本", "42.00"},
		[]any{"", "", "合计", 5},
	))
	if len(got.Ledger) != 2 || got.Ledger[0].Texts["unit"] != "罗山县实验幼儿园" || got.Ledger[1].Texts["unit"] != "罗山县人民医院" || got.Skipped != 5 {
		t.Errorf("read as %+v, %d skipped", got.Ledger, got.Skipped)
	}
}

func TestACatalogueBelongsToNobody(t *testing.T) {
	got := understood(t, bookOf(
		[]any{"编制单位：市人事技能考试中心"},
		[]any{"序号", "工种", "等级", "教材名称", "定价"},
		[]any{1, "保育员", "三级", "保育员（高级）", "45.00"},
		[]any{2, "护理员", "四级"},
	))
	if got.Kind != Textbooks || len(got.Ledger) != 1 || got.Ledger[0].Texts["unit"] != "" || got.Ledger[0].Texts["price"] != "45.00" || got.Skipped != 2 {
		t.Errorf("%s read as %+v, %d skipped", got.Kind, got.Ledger, got.Skipped)
	}
}

func TestJudgedRowsWaitInTheirOrder(t *testing.T) {
	s := SheetReading{Ledger: []LedgerRow{{Row: 2}, {Row: 3}, {Row: 4}}, Waiting: []WaitingRow{{Row: 5}}, Problems: []Problem{{Row: 5, Code: "id-length"}}}
	s.Judge([][]Problem{{{Row: 2, Code: "trade-unknown"}}, {{Row: 3, Code: "pay-twice"}}, nil})
	if len(s.Ledger) != 2 || s.Ledger[1].Row != 4 || len(s.Waiting) != 2 || s.Waiting[0].Row != 3 || !s.Waiting[0].Entered() || s.Waiting[1].Entered() {
		t.Errorf("judged as %+v", s)
	}
	if diff := cmp.Diff([]string{"2  trade-unknown", "3  pay-twice", "5  id-length"}, codes(s)); diff != "" {
		t.Error(diff)
	}
}

// paymentRows are n payments of 8 columns as the web site writes them.
func paymentRows(n int) [][]string {
	rows := [][]string{{"序号", "姓名", "身份证号", "工作单位", "申报等级", "缴费金额", "缴费时间", "订单号"}}
	for i := range n {
		id := string(data.WithCheckDigit(fmt.Sprintf("411521%04d%02d%02d%03d", 1970+i%30, i%12+1, i%28+1, i%999)))
		rows = append(rows, []string{fmt.Sprint(i + 1), "张" + string(rune(0x4E00+i%5000)), id, "罗山县实验幼儿园", "三级", "365.00",
			fmt.Sprintf("2026-04-%02d 13:05:22", i%28+1), fmt.Sprintf("20260420%012d", i)})
	}
	return rows
}

func paymentBook(tb testing.TB, n int) []byte {
	tb.Helper()
	f := excelize.NewFile()
	for i, row := range paymentRows(n) {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			tb.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

func TestPaymentsAreReadAlikeFromExcelAndFromOldCSV(t *testing.T) {
	var lines []string
	for _, row := range paymentRows(20) {
		lines = append(lines, strings.Join(row, ","))
	}
	csv, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(strings.Join(lines, "\r\n")))
	if err != nil {
		t.Fatal(err)
	}
	var read [][]LedgerRow
	for name, content := range map[string][]byte{"缴费.xlsx": paymentBook(t, 20), "缴费.csv": csv} {
		book, err := grid.Decode(name, content)
		if err != nil {
			t.Fatal(err)
		}
		read = append(read, understood(t, book).Ledger)
	}
	if diff := cmp.Diff(read[0], read[1]); diff != "" || len(read[0]) != 20 {
		t.Errorf("%d rows; %s", len(read[0]), diff)
	}
}
