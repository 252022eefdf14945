package kit_test

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"gongkao/views/kit"
)

func TestClickSelectsAsTheHandExpects(t *testing.T) {
	var opened []int
	now := time.Date(2026, 4, 7, 9, 0, 0, 0, time.UTC)
	rows, d := shownRows(t, 100, 1136, func(r *kit.Rows) {
		r.OnOpen = func(row int) { opened = append(opened, row) }
		r.Now = func() time.Time { return now }
	})
	at := func(row int) float32 { return 20 + kit.HeadHeight + float32(row)*kit.RowPitch + 15 }
	d.Click(100, at(3))
	if rows.Current() != 3 || rows.Selected() != nil || opened != nil {
		t.Errorf("one click: current %d, selected %v, opened %v", rows.Current(), rows.Selected(), opened)
	}
	now = now.Add(time.Second)
	d.Click(100, at(3))
	now = now.Add(100 * time.Millisecond)
	d.Click(100, at(3))
	if !slices.Equal(opened, []int{3}) {
		t.Errorf("a slow and a quick click opened %v, want 3 once", opened)
	}
	d.Click(36, at(5))
	now = now.Add(100 * time.Millisecond)
	d.Click(36, at(6))
	d.Click(100, at(9), shift)
	d.Click(100, at(7), ctrl)
	if want := (kit.Spans{{5, 6}, {8, 9}}); !slices.Equal(rows.Selected(), want) || len(opened) != 1 {
		t.Errorf("selected %v, want %v; opened %v", rows.Selected(), want, opened)
	}
	d.Click(36, 36)
	if rows.Selected().Len() != 100 {
		t.Errorf("the box in the head selected %v", rows.Selected())
	}
	d.Click(36, 36)
	if rows.Selected() != nil {
		t.Errorf("the box in the head left %v selected", rows.Selected())
	}
}

func TestWheelMovesByWholeRowsAndBarPullsAnywhere(t *testing.T) {
	rows, d := shownRows(t, 1000, 1136, nil)
	seen := func() int { first, _ := rows.Seen(); return first }
	d.Wheel(100, 100, -25)
	if seen() != 3 || rows.Current() != 0 {
		t.Errorf("a notch shows from row %d, current %d; want 3 and 0", seen(), rows.Current())
	}
	d.Wheel(100, 100, -4)
	d.Wheel(100, 100, -4)
	if seen() != 4 {
		t.Errorf("a touchpad's small steps show from row %d, want 4", seen())
	}
	rows.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(1147, kit.HeadHeight+10)}, Button: desktop.MouseButtonPrimary})
	rows.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(1147, fifteen+50)}})
	rows.DragEnd()
	if seen() != 985 {
		t.Errorf("the thumb pulled down shows from row %d, want 985", seen())
	}
	d.Click(20+1147, 20+kit.HeadHeight+5)
	if seen() != 971 {
		t.Errorf("a click above the thumb shows from row %d, want a page back, 971", seen())
	}
}
