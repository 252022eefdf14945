package applicants

import (
	"context"

	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/wording"
)

// print opens the forms of the selected, or the roster of the list.
func (s *Screen) print() {
	p, err := s.m.Printing()
	if err != nil {
		s.w.Errors.Show(err)
		return
	}
	s.w.Go(shell.Route{Place: shell.Papers, Paper: p.Paper, UnitOf: p.Unit, Numbers: p.Numbers})
}

// export writes the selected, or the whole list, into a file.
func (s *Screen) export() {
	if err := s.m.Exportable(); err != nil {
		s.w.Errors.Show(err)
		return
	}
	ask := kit.FileAsk{Title: "导出到哪里", Name: s.m.ExportName(), Kinds: []kit.FileKind{kit.ExcelFiles}}
	s.w.Files.Save(ask, func(path string) {
		work := s.m.Export(path)
		kit.Run(s.exporting, kit.Task[wording.Done]{
			Title: "正在导出",
			Work:  func(ctx context.Context, _ kit.Progress) (wording.Done, error) { return work(ctx) },
			Done:  s.w.Done,
		})
	})
}

// pickColumns lays the list of columns over the screen; what is ticked is shown
// at once.
func (s *Screen) pickColumns() {
	picker := kit.NewColumnPicker(s.rows)
	picker.Join(s.w.Keys, func(bool) {})
	s.w.Lay(360, nil, func(p *kit.Sheet, x, y, width float32) float32 {
		p.Text("显示哪些列", x, y, 28, kit.Title())
		p.KeyCapR("Esc", x+width, y+3)
		size := kit.PickerSize(s.rows)
		high := min(size.Height, kit.RowPitch*float32(int((s.w.Layer.Size().Height-190)/kit.RowPitch)))
		p.Put(picker, x, y+40, width, high)
		p.Text("空格勾选。列宽用鼠标拉表头的边。", x, y+52+high, 20, kit.Quiet())
		return 72 + high
	})
	s.w.Canvas().Focus(picker)
}
