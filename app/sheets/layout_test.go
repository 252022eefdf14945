package sheets

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"gongkao/app/sheets/grid"
	"gongkao/data"
)

func layoutOf(t *testing.T, rows ...[]any) string {
	t.Helper()
	return understood(t, bookOf(rows...)).Layout
}

func TestLayoutIsThatOfTheHeadAlone(t *testing.T) {
	id := layoutOf(t, personHeads, person(1))
	for name, rows := range map[string][][]any{
		"other people":          {personHeads, person(2), person(3)},
		"a title above":         {{"花名册"}, personHeads, person(1)},
		"blanks and a line end": {{" 姓　名", "身份\n证号", "工作单位：", "申报 工种", "*申报等级"}, person(1)},
	} {
		if got := layoutOf(t, rows...); got != id || len(id) != 16 {
			t.Errorf("%s: layout %q; want %q", name, got, id)
		}
	}
	for name, rows := range map[string][][]any{
		"a column moved":  {{"身份证号", "姓名", "工作单位", "申报工种", "申报等级"}, person(1)},
		"a column before": {{"序号", "姓名", "身份证号", "工作单位", "申报工种", "申报等级"}, person(1)},
		"a column more":   {{"姓名", "身份证号", "工作单位", "申报工种", "申报等级", "爱好"}, person(1)},
		"another word":    {{"姓名", "身份证号码", "工作单位", "申报工种", "申报等级"}, person(1)},
	} {
		if got := layoutOf(t, rows...); got == id {
			t.Errorf("%s: the layout is the same", name)
		}
	}
}

func TestEveryHeadIsListedWithWhatIsReadFromIt(t *testing.T) {
	got := understood(t, bookOf([]any{"序号", "姓名", "身份证号", "现岗位情况", "", "申报", "", "爱\n好", "2025年考核"},
		[]any{"", "", "", "工种", "等级", "工种", "等级"}, []any{1, "张伟"}))
	want := []data.SheetColumn{{Column: "A", Head: "序号", Field: "-"}, {Column: "B", Head: "姓名", Field: "name"}, {Column: "C", Head: "身份证号", Field: "id_number"},
		{Column: "D", Head: "现岗位情况 工种", Field: "current_trade"}, {Column: "E", Head: "现岗位情况 等级", Field: "current_level"},
		{Column: "F", Head: "申报 工种", Field: "trade"}, {Column: "G", Head: "申报 等级", Field: "level"}, {Column: "H", Head: "爱好", Field: ""},
		{Column: "I", Head: "2025年考核", Field: "appraisals.2025"}}
	if diff := cmp.Diff(want, got.Heads); diff != "" {
		t.Error(diff)
	}
}

// followed reads a book under what a clerk has said of its columns.
func followed(t *testing.T, book *grid.Book, columns map[string]string) SheetReading {
	t.Helper()
	id := understood(t, book).Layout
	reading, err := Understand(book, Knowledge{Codes: countyCodes{}, Units: kindergarten(), Layouts: map[string]data.SheetLayout{id: {ID: id, Columns: columns}}})
	if err != nil {
		t.Fatal(err)
	}
	if reading.Sheets[0].Layout != id {
		t.Errorf("the layout is %s when it is followed; want %s", reading.Sheets[0].Layout, id)
	}
	return reading.Sheets[0]
}

func TestWhatAClerkHasSaidOfColumnsWins(t *testing.T) {
	heads := []any{"姓名", "身份证号", "单位", "工种", "等级", "工种", "等级", "手机", "小灵通", "考核情况"}
	row := []any{"张伟", person(1)[1], "罗山县实验幼儿园", "保育员", "四级", "护理员", "三级", "1", "2", "优秀"}
	for name, c := range map[string]struct {
		layout, columns map[string]string
		codes, notes    []string
	}{
		"columns that nobody could tell apart": {
			map[string]string{"D": "current_trade", "E": "current_level", "F": "trade", "G": "level"},
			map[string]string{"name": "A", "id_number": "B", "unit": "C", "current_trade": "D", "current_level": "E", "trade": "F", "level": "G", "phone": "H"}, nil, nil},
		"another column, one left alone, a year": {
			map[string]string{"F": "trade", "G": "level", "I": "phone", "H": "-", "J": "appraisals.2025"},
			map[string]string{"name": "A", "id_number": "B", "unit": "C", "trade": "F", "level": "G", "phone": "I", "appraisals.2025": "J"}, nil, nil},
		"one field twice is nobody's": {
			map[string]string{"F": "trade", "G": "level", "H": "phone", "I": "phone"},
			map[string]string{"name": "A", "id_number": "B", "unit": "C", "trade": "F", "level": "G"}, []string{"1 phone header-twice"}, nil},
		"a needed field is put aside": {
			map[string]string{"F": "trade", "G": "-"},
			map[string]string{"name": "A", "id_number": "B", "unit": "C", "trade": "F", "phone": "H"},
			[]string{"1 level header-twice", "2 level required-missing"}, []string{"没有哪一列是“申报等级”，每一行都会待处理"}},
		"what does not exist": {
			map[string]string{"F": "trade", "G": "level", "XY": "phone", "?": "name", "I": "shoe_size"},
			map[string]string{"name": "A", "id_number": "B", "unit": "C", "trade": "F", "level": "G", "phone": "H"}, nil,
			[]string{"记住的栏目对应里有 ? 列，这张表没有这一列，没有理会", "记住的栏目对应里，I 列对应的“shoe_size”不是花名册的栏目，没有理会", "记住的栏目对应里有 XY 列，这张表没有这一列，没有理会"}},
		"nobody could be told": {
			map[string]string{"A": "-", "B": "-", "F": "trade"},
			map[string]string{"name": "A", "id_number": "B", "unit": "C", "phone": "H"},
			[]string{"1 level header-twice", "1 trade header-twice", "2 trade required-missing", "2 level required-missing"},
			[]string{"记住的栏目对应里没有姓名和身份证号这样的主要栏目，没有照它读", "没有哪一列是“申报工种”，每一行都会待处理", "没有哪一列是“申报等级”，每一行都会待处理"}},
	} {
		got := followed(t, bookOf(heads, row), c.layout)
		if diff := cmp.Diff(c.columns, got.Columns) + cmp.Diff(c.codes, codes(got)) + cmp.Diff(c.notes, got.Notes); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestAColumnWithoutAHeadCanBeGivenAField(t *testing.T) {
	got := followed(t, bookOf([]any{"姓名", "身份证号", "工作单位", "申报工种"}, person(1)), map[string]string{"E": "level"})
	if len(got.Accepted) != 1 || got.Heads[4] != (data.SheetColumn{Column: "E", Field: "level"}) {
		t.Errorf("accepted %d, heads %+v", len(got.Accepted), got.Heads)
	}
}

func TestColumnsOfUnitsAndLedgersAreToldByAClerkToo(t *testing.T) {
	units := followed(t, bookOf([]any{"单位全称", "主管部门", "办公室电话"}, []any{"罗山县图书馆", "", "0376"}), map[string]string{"C": "phone"})
	if len(units.Lines) != 1 || units.Lines[0].Phone != "0376" {
		t.Errorf("units read as %+v", units.Lines)
	}
	paid := followed(t, bookOf([]any{"姓名", "身份证号", "金额", "金额", "缴费时间"}, []any{"张伟", person(1)[1], 365, 366, "2026-04-20"}), map[string]string{"D": "amount"})
	if len(paid.Ledger) != 1 || paid.Ledger[0].Texts["amount"] != "366" {
		t.Errorf("payments read as %+v, %v", paid.Ledger, codes(paid))
	}
}
