package results

import (
	"fmt"

	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/wording"
)

// Measures of the page, from its upper edge.
const (
	sumsHeight  float32 = 32
	sumGap      float32 = 20
	filterWidth float32 = 256
	marksHeight float32 = 34
	footHeight  float32 = 56
	lowWindow   float32 = 440 // below it the sums stand beside the title

	stageKeys = "Ctrl+←→" // go from stage to stage
)

// draw places the parts.
func (s *Screen) draw(sheet *kit.Sheet, size fyne.Size) {
	if s.wrong != nil {
		sheet.Text("结果与证书", kit.Margin, 14, 28, kit.Title())
		sheet.Para("归档目录有错，这一页打不开。请看下面的提示改好文件，再进来。", kit.Margin, 80, size.Width-2*kit.Margin, 24, kit.Style{Size: kit.Large})
		return
	}
	y := s.drawHead(sheet, size)
	width := size.Width - 2*kit.Margin
	sheet.Put(s.tabs, kit.Margin, y, width, kit.TabHeight)
	filter := filterWidth
	if s.w.Shape() == shell.Narrow {
		filter = 200
	}
	right := size.Width - kit.Margin
	sheet.Put(s.filter, right-filter, y, filter, kit.FieldHeight)
	wide := s.todo.MinSize().Width
	if at := kit.Margin + kit.Whole(s.tabs.MinSize().Width) + kit.Gutter; at+kit.KeyCapWidth(stageKeys)+kit.Gutter < right-filter-12-wide {
		sheet.KeyCap(stageKeys, at, y+5)
	}
	sheet.Put(s.todo, right-filter-12-wide, y+5, wide, kit.SmallHeight)
	y += kit.TabHeight
	y = s.drawMarks(sheet, y, width)
	bottom := size.Height - footHeight
	if s.m.Len() == 0 {
		s.drawEmpty(sheet, y+16, width)
	} else {
		sheet.Put(s.rows(), kit.Margin, y, width+kit.RowsBar, bottom-y)
		s.entry.draw(sheet, kit.Margin, y)
	}
	s.drawFoot(sheet, bottom, size)
}

// drawHead draws the title and the sums of everybody, which do not change with what
// is listed.
func (s *Screen) drawHead(sheet *kit.Sheet, size fyne.Size) (y float32) {
	x := kit.Margin + kit.Whole(sheet.Text("结果与证书", kit.Margin, 14, 28, kit.Title()).MinSize().Width) + 12
	if s.take.Hidden = size.Height < lowWindow; s.take.Hidden {
		s.drawSums(sheet, x+8, 18)
		return kit.ScreenHeadHeight
	}
	right := sheet.ButtonsR(size.Width-kit.Margin, 12, 12, s.take)
	sheet.TextIn(s.m.Fact(), x, 15, right-x, 28, kit.Lead())
	y = kit.ScreenHeadHeight - 4
	s.drawSums(sheet, kit.Margin, y)
	return y + sumsHeight
}

// drawSums sets what the examinations came to, and what was made of it.
func (s *Screen) drawSums(sheet *kit.Sheet, x, y float32) {
	scored, certified := s.m.Sums()
	x = drawSums(sheet, scored, x, y)
	sheet.Rule(x-sumGap/2, y+4, 16, kit.Colors.HeadLine)
	drawSums(sheet, certified, x, y)
}

// drawSums sets figures in a line, label and figure, and returns where the next may
// begin.
func drawSums(sheet *kit.Sheet, sums []Sum, x, y float32) float32 {
	for _, sum := range sums {
		x += kit.Whole(sheet.Text(sum.Label, x, y, 24, kit.Quiet()).MinSize().Width) + 6
		x += kit.Whole(sheet.Text(sum.Figure, x, y, 24, kit.Strong()).MinSize().Width) + sumGap
	}
	return x
}

// drawMarks says what passes and whether somebody stands for it; the certificates
// and the archive follow from that and need no reminder.
func (s *Screen) drawMarks(sheet *kit.Sheet, y, width float32) float32 {
	if s.m.Stage() > Evaluation {
		return y + 6
	}
	words, confirmed := s.m.Marks()
	sign, x := kit.Passed, kit.Margin
	if !confirmed {
		sign, words = kit.Unconfirmed, words+"。待核对，结果只供参考"
	}
	sheet.Sign(sign, x, y+9, 16)
	room := width - 24
	if !confirmed {
		wide := s.settings.MinSize().Width
		room -= wide + 16
		sheet.Put(s.settings, x+width-wide, y+6, wide, kit.SmallHeight)
	}
	sheet.TextIn(words, x+24, y+6, room, kit.SmallHeight, kit.Quiet())
	return y + marksHeight
}

func (s *Screen) drawEmpty(sheet *kit.Sheet, y, width float32) {
	why, what := s.m.Empty()
	y += sheet.Para(why, kit.Margin, y, width, 24, kit.Style{Size: kit.Large}) + 6
	sheet.Para(what, kit.Margin, y, width, 20, kit.Quiet())
}

// drawFoot says what is listed or chosen, and what can be done with it.
func (s *Screen) drawFoot(sheet *kit.Sheet, y float32, size fyne.Size) {
	if s.m.Len() == 0 {
		return
	}
	sheet.Line(kit.Margin, y, size.Width-2*kit.Margin, kit.Colors.Hair)
	b := s.buttons
	shown := map[Stage][]*kit.Button{
		Scores: {b.correct}, Evaluation: {b.admit, b.correct}, Certificates: {b.issue, b.collect, b.void}, Archive: {b.fileAll, b.file},
	}[s.m.Stage()]
	if name := s.name(s.paper()); name != "" {
		b.print.SetLabel(name + "…")
		shown = append(shown, b.print)
	}
	right := sheet.ButtonsR(size.Width-kit.Margin, y+12, 8, shown...)
	words := fmt.Sprintf("共 %s 人", wording.Count(s.m.Len()))
	if n := s.rows().Selected().Len(); n > 0 {
		words = fmt.Sprintf("选中 %s 人，共 %s 人", wording.Count(n), wording.Count(s.m.Len()))
	}
	x := kit.Margin + kit.Whole(sheet.Text(words, kit.Margin, y+16, 24, kit.Strong()).MinSize().Width) + 16
	if hint := s.hint(); x+kit.Quiet().Width(hint) < right {
		sheet.Text(hint, x, y+16, 24, kit.Quiet())
	}
}

// hint says in a few words how the stage is worked.
func (s *Screen) hint() string {
	return [...]string{
		"打数字录成绩，Enter 下一人；− 缺考", "空格选人，F8 进入评审；打数字录评审成绩", "空格选人，F8 编号发证，F9 领取签字", "空格选人，F8 整批归档；Enter 逐项登记",
	}[s.m.Stage()]
}
