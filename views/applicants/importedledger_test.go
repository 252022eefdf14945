package applicants_test

import (
	"slices"
	"strings"
	"testing"

	"gongkao/app/intake"
	"gongkao/app/sheets"
	"gongkao/data"
	"gongkao/views/applicants"
)

// payments is what an import of a bank's sheet says: two rows entered, one of
// them doubtful, a stranger waits, and one was in before.
func payments(change func(*intake.Result)) intake.Result {
	row := func(n int, name string) sheets.LedgerRow {
		return sheets.LedgerRow{Row: n, Texts: map[string]string{"name": name, "amount": "365"}, Cells: map[string]string{"amount": "C4", "id_number": "B5"}}
	}
	stranger, twice := row(5, "陌生人"), row(3, "李芳")
	s := sheets.SheetReading{Kind: sheets.Payments, HeaderRow: 1, Ledger: []sheets.LedgerRow{row(2, "张伟"), row(4, "王强"), stranger, twice}}
	s.Judge([][]sheets.Problem{nil,
		{{Row: 4, Cell: "C4", Code: "value-mangled", Message: "流水号被表格软件变成了数字", Hint: "请核对"}},
		{stranger.Problem("id_number", "pay-stranger", "叫“陌生人”的有 4 人，分不清是谁",
			"陌生人（身份证末四位 0024，罗山县实验幼儿园，三级）、陌生人（身份证末四位 0055，罗山县农业农村局农业技术推广中心，四级）、陌生人（身份证末四位 013X，罗山县人民医院，四级）等 4 人；请在表里写上身份证号")},
		{twice.Problem("", "pay-twice", "这一笔已经登记过", "不用再录")}})
	r := intake.Result{Batch: "b", Batches: []intake.Batch{{ID: "b", Kind: sheets.Payments, Accepted: 2, Waiting: 1}},
		Files: []intake.File{{File: "/u/缴费.csv", Sheets: []sheets.SheetReading{s}}}}
	if change != nil {
		change(&r)
	}
	return r
}

func told(t *testing.T, r intake.Result) applicants.Imported {
	t.Helper()
	i, err := applicants.Tell(r)
	if err != nil {
		t.Fatal(err)
	}
	return i
}

func TestPaymentsAreToldByWhatBecameOfEachRow(t *testing.T) {
	i := told(t, payments(nil))
	if got := figures(i); got != "读到4 已进入2 早已录入1 待处理1" {
		t.Errorf("the figures say %s", got)
	}
	if got := i.Done(); got.What != "“缴费.csv”读到 4 行：进入缴费 2 笔，1 行早已录入，没有重复进入，1 行待处理" || got.Next != "" {
		t.Errorf("said %+v", got)
	}
	var names []string
	for _, l := range i.Lines {
		names = append(names, l.Place+l.Name)
	}
	if got := strings.Join(names, " "); got != "第 5 行陌生人 第 4 行王强 第 3 行李芳" {
		t.Errorf("the lines are %s; what waits comes first, what was in last", got)
	}
	if letter := i.Letter(); !strings.Contains(letter, "陌生人") || !strings.Contains(letter, "王强") || strings.Contains(letter, "李芳") || i.Copied().What != "已复制 2 处，可以粘贴发给报送单位" {
		t.Errorf("the letter says %s", letter)
	}
	if title, words, ok := i.TakeBack(); !ok || title != "撤销这一批？" || !strings.Contains(words[0], "2 行") || !slices.Equal(i.Batches, []data.BatchID{"b"}) {
		t.Errorf("offered to take back: %v %v", words, ok)
	}
}

func TestAFileThatCameBeforeIsSaidToHave(t *testing.T) {
	i := told(t, payments(func(r *intake.Result) {
		r.Batch, r.Batches = "", nil
		r.Files[0].Before = data.MustDate(2026, 4, 21)
	}))
	if got := i.Done(); got.Next != "这个文件 4月21日导入过。" || !strings.HasPrefix(i.Advice()[0], "这个文件 4月21日导入过") {
		t.Errorf("said %+v, %v", got, i.Advice())
	}
	if _, _, ok := i.TakeBack(); ok {
		t.Error("what entered nothing is offered to be taken back")
	}
}

func TestScoresAndOrdersHaveTheirOwnWords(t *testing.T) {
	for kind, want := range map[string]string{sheets.Scores: "进入成绩 2 行", sheets.Textbooks: "进入征订 2 笔"} {
		i := told(t, payments(func(r *intake.Result) { r.Files[0].Sheets[0].Kind = kind }))
		if got := i.Done().What; !strings.Contains(got, want) {
			t.Errorf("said %s; want %s", got, want)
		}
	}
}

func TestAnImportWithoutTroubleSaysSo(t *testing.T) {
	i := told(t, payments(func(r *intake.Result) {
		s := &r.Files[0].Sheets[0]
		s.Waiting, s.Problems = nil, nil
	}))
	if got := strings.Join(i.Advice(), " "); got != "全部进入了，没有要处理的行。" || figures(i) != "读到2 已进入2 待处理0" {
		t.Errorf("said %s, %s", got, figures(i))
	}
}
