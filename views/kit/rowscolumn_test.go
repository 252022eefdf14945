package kit_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"gongkao/views/kit"
	"gongkao/views/kit/kittest"
)

func TestHeadsSortWithTheOldOrderWithinTheNew(t *testing.T) {
	var asked []kit.SortKey
	rows, d := shownRows(t, 100, 1136, func(r *kit.Rows) { r.OnSort = func(k []kit.SortKey) { asked = k } })
	d.ClickOn("姓名")
	d.ClickOn("单位")
	if want := []kit.SortKey{{Column: "unit"}, {Column: "name"}}; !slices.Equal(asked, want) {
		t.Errorf("asked for %v, want %v", asked, want)
	}
	d.ClickOn("单位")
	d.ClickOn("出生")
	if want := []kit.SortKey{{Column: "birth"}, {Column: "unit", Down: true}}; !slices.Equal(asked, want) {
		t.Errorf("asked for %v, want %v", asked, want)
	}
	d.ClickOn("性别")
	if !slices.Equal(asked, rows.Sort()) || asked[0].Column != "birth" {
		t.Errorf("a head that does not sort changed the order to %v", asked)
	}
	d.Press(fyne.KeyRight)
	d.Press(fyne.KeyDown, ctrl)
	if want := []kit.SortKey{{Column: "name", Down: true}, {Column: "birth"}}; !slices.Equal(asked, want) {
		t.Errorf("by keyboard %v, want %v", asked, want)
	}
}

type layouts map[string]kit.RowsLayout

func (m layouts) RowsLayout(list string) (kit.RowsLayout, bool) { l, ok := m[list]; return l, ok }
func (m layouts) KeepRowsLayout(list string, l kit.RowsLayout)  { m[list] = l }

func TestColumnsAreAsTheyWereLeft(t *testing.T) {
	kept := layouts{}
	rows, d := shownRows(t, 20, 1136, func(r *kit.Rows) { r.Remember(kept, "people") })
	edge := fyne.NewPos(36+136, 16) // between 姓名 and 性别
	rows.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: edge}, Button: desktop.MouseButtonPrimary})
	rows.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: edge.AddXY(64, 0)}})
	rows.DragEnd()
	right := fyne.NewPos(36+136+48+172+72+220, 16) // between 单位, now narrower, and 申报工种
	rows.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: right}, Button: desktop.MouseButtonPrimary})
	rows.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: right.AddXY(-20, 0)}})
	rows.DragEnd()
	if d.At("性别").X != 264 || d.At("申报工种").X != 692 || !d.Sees("买买提·艾合买提江·阿卜…") {
		t.Errorf("性别 stands at %v, 申报工种 at %v", d.At("性别").X, d.At("申报工种").X)
	}
	picker := kit.NewColumnPicker(rows)
	picker.GoTo(1)
	picker.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if d.Sees("性别") {
		t.Error("性别 is still shown")
	}
	again, d2 := shownRows(t, 20, 1136, func(r *kit.Rows) { r.Remember(kept, "people") })
	if d2.Sees("性别") || again.Columns()[0].Width != 200 {
		t.Errorf("the next day: 性别 %v, 姓名 %v wide", d2.Sees("性别"), again.Columns()[0].Width)
	}
}

func TestLastColumnCannotBeHidden(t *testing.T) {
	rows, _ := shownRows(t, 20, 1136, nil)
	picker := kit.NewColumnPicker(rows)
	picker.Select(nil)
	if got := picker.Selected().Len(); got != 1 {
		t.Errorf("%d columns are left ticked, want 1", got)
	}
}

func TestAnEmptyCellLendsItsRoom(t *testing.T) {
	app := kittest.App(t)
	rows := kit.NewRows([]kit.Column{{Key: "words", Head: "情况", Width: 120, Rest: true}, {Key: "enter", Width: 120, Lends: true}}, func(row int, column string) kit.RowCell {
		switch {
		case column == "words":
			return kit.Words([]string{"甲单位还有三个表没有盖章交回", "乙单位还有三个表没有盖章交回"}[row])
		case row == 0:
			return kit.Words("Enter")
		}
		return kit.RowCell{}
	})
	rows.SetCount(2)
	rows.Resize(fyne.NewSize(240+kit.RowsBar, fifteen))
	d := kittest.Open(t, app, container.NewWithoutLayout(rows), 300, fifteen)
	if d.Sees("甲单位还有三个表没有盖章交回") || !d.Sees("乙单位还有三个表没有盖章交回") {
		t.Errorf("it shows %q", d.Texts())
	}
}
