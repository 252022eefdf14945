package export

import (
	"context"
	"fmt"
	"slices"

	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/app/tray"
	"gongkao/data"
)

// trayColumns are those of the table of what waits: one line a problem, so that a
// sender can tick off what he has mended.
var trayColumns = []sheets.Column{
	sheets.SerialColumn,
	{Key: "name", Head: "姓名", Width: 6, Words: []string{"申报人", "缴费人", "考生姓名"}},
	{Key: "unit", Head: "单位", Width: 16, Words: []string{"单位名称", "工作单位", "申报单位", "报送单位"}},
	{Key: "file", Head: "文件", Width: 14, Words: []string{"文件名", "来件"}},
	{Key: "sheet", Head: "工作表", Width: 6, Words: []string{"表名", "工作表名"}},
	{Key: "row", Head: "行", Width: 3, Words: []string{"行号", "第几行"}},
	{Key: "cell", Head: "单元格", Width: 4, Words: []string{"格", "位置"}},
	{Key: "field", Head: "栏目", Width: 6, Words: []string{"项目", "字段"}},
	{Key: "written", Head: "写的是", Width: 12, Words: []string{"原内容", "原填写", "填写内容", "报送内容"}},
	{Key: "problem", Head: "问题", Width: 20, Words: []string{"存在问题", "问题说明", "错误"}},
	{Key: "todo", Head: "怎么办", Width: 22, Words: []string{"处理意见", "修改意见", "整改要求", "怎么改", "处理办法"}},
	{Key: "state", Head: "办理", Width: 8, Words: []string{"状态", "办理情况", "处理情况"}},
	{Key: "batch", Head: "导入批次", Width: 8, Words: []string{"批次"}, Aside: true},
}

// Tray is the table of the rows that wait, of one import or of all, the oldest
// first: those still to be settled, and those sent back that the sender has yet to
// mend. A unit keeps to those that name it. It refuses where nothing waits
// (nothing-waits), and what tray.Open refuses.
func Tray(ctx context.Context, d *registration.Desk, batch data.BatchID, unit string) (sheets.Table, error) {
	o := d.Office.Profile
	t := sheets.Table{Kind: sheets.Tray, Name: "待处理", Columns: trayColumns, Heading: sheets.Heading{
		Title: fmt.Sprintf("%d年导入表格待处理的行", o.Year), Line: o.Marked(o.Name) + "　" + d.Office.Today().Chinese(),
	}}
	if unit != "" {
		t.Heading.Line = o.Marked(o.Name) + "　" + unit + "　" + d.Office.Today().Chinese()
	}
	batches := []data.BatchID{batch}
	if batch == "" {
		imports, err := d.Imports(ctx)
		if err != nil {
			return t, err
		}
		batches = nil
		for _, b := range imports {
			if b.Void == "" && len(b.Tray) > 0 {
				batches = append(batches, b.ID)
			}
		}
	}
	about := mattersTo(d, unit)
	for _, id := range batches {
		opened, err := tray.Open(ctx, d, id)
		if err != nil {
			return t, err
		}
		for i := range opened.Len() {
			if row := opened.Row(i); about(counts(row, "unit")) {
				addWaiting(&t, id, row)
			}
		}
	}
	if len(t.Rows) == 0 {
		return t, data.Refuse("nothing-waits", "", "没有待处理的行", "导入表格时不能录入的行会在这里等着")
	}
	return t, nil
}

// mattersTo says whether a row that names a unit is of another, or of one beneath
// it; "" is everybody.
func mattersTo(d *registration.Desk, unit string) func(named string) bool {
	if unit == "" {
		return func(string) bool { return true }
	}
	above, units := supervising(d), d.Units()
	return func(named string) bool {
		name := units.Match(named).Unit.Name
		return name == unit || above[name] == unit
	}
}

// counts is what counts of a field of a row: what was put instead, else as written.
func counts(row tray.Row, key string) string {
	if text, mended := row.Mended[key]; mended {
		return text
	}
	return row.Written[key]
}

// addWaiting adds the problems of a row that still waits, one line each; of one
// that lies ready, a line without any.
func addWaiting(t *sheets.Table, id data.BatchID, row tray.Row) {
	state := "待处理"
	switch {
	case row.State == data.TraySentBack:
		state = "已退回单位：" + row.Why
	case row.State != data.TrayOpen:
		return
	case row.Ready:
		state = "已改好，可录入"
	}
	problems := slices.Clone(row.Problems)
	if len(problems) == 0 {
		problems = []sheets.Problem{{}}
	}
	for _, p := range problems {
		t.Rows = append(t.Rows, []any{fmt.Sprint(len(t.Rows) + 1), row.Name, counts(row, "unit"), row.File, row.Sheet, row.Number, p.Cell, label(p.Field),
			written(row, p), p.Message, p.Hint, state, string(id)})
	}
}

// written is what stands in the sender's cell.
func written(row tray.Row, p sheets.Problem) string {
	if text, ok := row.Written[p.Field]; ok {
		return text
	}
	return p.Value
}

// label is what a field is called; a key that is none of people's stays out.
func label(key string) string {
	if f := data.FieldByKey(key); f != nil {
		return f.Label
	}
	return ""
}
