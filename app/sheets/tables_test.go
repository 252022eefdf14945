package sheets

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gongkao/app/sheets/grid"
)

// toldTables writes what was read of a book: sheet, header row and whose people.
func toldTables(t *testing.T, book *grid.Book) []string {
	t.Helper()
	reading, err := Understand(book, Knowledge{Codes: countyCodes{}, Units: kindergarten()})
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, s := range reading.Sheets {
		text := fmt.Sprintf("%s head %d:", s.Sheet, s.HeaderRow)
		for _, a := range s.Accepted {
			text += fmt.Sprintf(" %d %s", a.Row, a.Applicant.Unit)
		}
		for _, w := range s.Waiting {
			text += fmt.Sprintf(" %d waits %s", w.Row, w.Problems[0].Code)
		}
		for _, r := range s.SkippedRows {
			text += fmt.Sprintf(" %d %s", r.Row, r.Why)
		}
		all = append(all, text)
	}
	return all
}

func TestEveryTableOfASheetIsRead(t *testing.T) {
	heads := []any{"姓名", "身份证号", "申报工种", "申报等级"}
	other := []any{"序号", "姓名", "公民身份号码", "拟报等级", "拟报工种"}
	p := func(n int) []any { return []any{"张伟", person(n)[1], "护理员", "三级"} }
	q := func(n int) []any { return []any{1, "张伟", person(n)[1], "三级", "护理员"} }
	school, office := []any{"填报单位：罗山县实验幼儿园"}, []any{"填报单位：罗山县教育体育局"}
	for name, c := range map[string]struct {
		rows [][]any
		want []string
	}{
		"the head once more": {
			[][]any{school, heads, p(1), heads, p(2)},
			[]string{"表一 head 2: 3 罗山县实验幼儿园 5 罗山县实验幼儿园 1 单位行 4 重复的表头"}},
		"the same page title once more": {
			[][]any{{"花名册"}, school, heads, p(1), {"花名册"}, heads, p(2)},
			[]string{"表一 head 3: 4 罗山县实验幼儿园 7 罗山县实验幼儿园 1 标题 2 单位行 5 标题 6 重复的表头"}},
		"another unit's rows under the same head": {
			[][]any{school, heads, p(1), {"合计", "1人"}, {}, {"花名册"}, office, heads, p(2)},
			[]string{"表一 head 2: 3 罗山县实验幼儿园 9 罗山县教育体育局 1 单位行 4 合计 6 标题 7 单位行 8 重复的表头"}},
		"a new title without a unit": {
			[][]any{school, heads, p(1), {"教体局人员花名册"}, heads, p(2)},
			[]string{"表一 head 2: 3 罗山县实验幼儿园 6 waits required-missing 1 单位行 4 标题 5 重复的表头"}},
		"another head": {
			[][]any{school, heads, p(1), p(2), {"填表人：张三"}, {"2026年花名册"}, office, other, q(3), {"", "合计"}},
			[]string{"表一 head 2: 3 罗山县实验幼儿园 4 罗山县实验幼儿园 1 单位行 5 签字 6 标题 7 单位行", "表一 head 8: 9 罗山县教育体育局 10 合计"}},
		"another head at once": {
			[][]any{school, heads, p(1), other, q(2)},
			[]string{"表一 head 2: 3 罗山县实验幼儿园 1 单位行", "表一 head 4: 5 罗山县实验幼儿园"}},
		"a smaller table first": {
			[][]any{school, heads[:3], p(1)[:3], other, q(2)},
			[]string{"表一 head 2: 3 waits required-missing 1 单位行", "表一 head 4: 5 罗山县实验幼儿园"}},
		"whom to ask is no table": {
			[][]any{{"姓名", "王会计", "联系电话", "0376"}, school, heads, p(1)},
			[]string{"表一 head 3: 4 罗山县实验幼儿园 1 标题 2 单位行"}},
		"a head of which nobody stands below": {
			[][]any{school, heads, p(1), other},
			[]string{"表一 head 2: 3 罗山县实验幼儿园 1 单位行 4 重复的表头"}},
		"three rows of heads": {
			[][]any{{"花名册"}, {"姓名", "身份证", "技术等级情况", "", "", "", "单位"}, {"", "", "现在", "", "申报", ""}, {"", "号码", "工种", "等级", "工种", "等级"},
				{"张伟", person(1)[1], "保育员", "四级", "护理员", "三级", "罗山县实验幼儿园"}},
			[]string{"表一 head 4: 5 罗山县实验幼儿园 1 标题"}},
		"a head merged over a further row": {
			[][]any{{"花名册"}, {"姓名", "身份证号", "工种", "等级", "单位"}, {"姓名", "身份证号", "工种", "等级", "单位"}, append(p(1), "罗山县实验幼儿园")},
			[]string{"表一 head 3: 4 罗山县实验幼儿园 1 标题"}},
		"side by side": {
			[][]any{{"花名册"}, school, {"姓名", "身份证号", "工种", "等级", "", "姓名", "身份证号", "工种", "等级"},
				append(append(p(1), ""), p(2)...), append([]any{"", "", "", "", ""}, p(3)...)},
			[]string{"表一 head 3: 4 罗山县实验幼儿园 1 标题 2 单位行", "表一 head 3: 4 罗山县实验幼儿园 5 罗山县实验幼儿园 1 标题 2 单位行"}},
	} {
		if diff := cmp.Diff(c.want, toldTables(t, bookOf(c.rows...))); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestWhatCannotBeSeenIsSaid(t *testing.T) {
	book := bookOf(personHeads, person(1), person(2), person(3))
	book.Left = []string{"代码表"}
	book.Sheets[0].HiddenRows, book.Sheets[0].HiddenColumns, book.Sheets[0].Uncalculated = []int{2, 3, 4, 9}, []int{2}, 7
	want := []string{"隐藏的工作表和图表没有读：代码表", "第 2–4、9 行是隐藏的，也读了", "C 列是隐藏的，也读了",
		"有 7 格公式没有存下结果，按空格读了；请用 WPS 或 Excel 打开、保存一次再导入"}
	if diff := cmp.Diff(want, understood(t, book).Notes); diff != "" {
		t.Error(diff)
	}
	beside := understood(t, bookOf([]any{"姓名", "身份证号", "工种", "等级", "配偶身份证", "身份证号"}, person(1)))
	if diff := cmp.Diff([]string{"表里还有别的身份证号列（F 列），没有读；如果那边也是人员，请分成上下两张表"}, beside.Notes); diff != "" {
		t.Error(diff)
	}
}
