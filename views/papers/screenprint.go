package papers

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkao/views/kit"
	"gongkao/views/wording"
)

// copiesWide is the field in a narrow head.
const copiesWide float32 = 56

// newPrinting makes what prints.
func (s *Screen) newPrinting() {
	s.printing = s.w.Runner.NewLane(func(p *kit.ProgressShown) {
		s.going = p
		s.drawPrinting()
	})
	s.copies = kit.NewField(kit.Spec{})
	s.copies.SetValue(strconv.Itoa(s.m.Copies()))
	s.copies.Changed = func(text string) { s.setCopies(text, false) }
	s.copies.Left = func(text string) { s.setCopies(text, true) }
	s.print = kit.NewButton("", "Ctrl+P", true, s.toPrinter)
	s.save = kit.NewButton("存成 PDF", "Ctrl+S", false, s.toFile)
	s.each = kit.NewButton("分单位存", "Ctrl+Shift+S", false, s.toFolder)
	s.stop = kit.NewButton("取消", "Esc", false, func() { s.printing.Cancel() })
	s.stop.Join(s.w.Keys, func(bool) { s.w.Focus(s.rows) })
	s.warned = container.NewVScroll(kit.NewSheet().Object())
}

// drawPrinting draws what prints anew, wherever it stands.
func (s *Screen) drawPrinting() {
	s.right.Refresh()
	if _, right := s.widths(); right == 0 {
		s.head.Refresh()
	}
}

// setCopies takes the number as it is typed. What is none is said when the field
// is left, and the last number stands again.
func (s *Screen) setCopies(text string, left bool) {
	err := s.m.SetCopies(text)
	switch {
	case err == nil:
		s.copies.SetFinding(kit.NoSign, "")
	case left:
		s.w.Errors.Show(err)
		s.copies.SetFinding(kit.NoSign, "")
		s.copies.SetValue(strconv.Itoa(s.m.Copies()))
	default:
		s.copies.SetFinding(kit.Blocked, "")
	}
	s.print.SetLabel(s.m.PrintLabel())
	s.drawPrinting()
}

// toPrinter prints, or says why not yet.
func (s *Screen) toPrinter() {
	if s.printing.Busy() {
		return
	}
	if mark, said, ok := s.m.MayPrint(); !ok {
		s.w.Say(kit.SignOf(mark), said.What, said.Next)
		return
	}
	s.work("正在打印", s.m.PrintOn(s.printer))
}

// toFile asks for a file and prints into it.
func (s *Screen) toFile() {
	if s.printing.Busy() {
		return
	}
	if !s.m.Ready() {
		mark, said, _ := s.m.MayPrint()
		s.w.Say(kit.SignOf(mark), said.What, said.Next)
		return
	}
	s.w.Files.Save(kit.FileAsk{Title: "存成 PDF", Name: s.m.SaveName(), Kinds: []kit.FileKind{kit.PDFFiles}}, func(path string) {
		s.work("正在存 PDF", s.m.Save(path))
	})
}

// ownLayout says where the layout to be edited lies.
func (s *Screen) ownLayout() {
	said, err := s.m.OwnLayout()
	if err != nil {
		s.w.Errors.Show(err)
		return
	}
	s.w.Done(said)
}

// toFolder asks for a folder and prints a file a unit into it. So many that no
// page is made unasked are printed all the same: each file is its own.
func (s *Screen) toFolder() {
	if s.printing.Busy() {
		return
	}
	if why, next, _, nobody := s.m.Nobody(); nobody {
		s.w.Say(kit.SayWarn, why, next)
		return
	}
	s.w.Files.Folder(kit.FileAsk{Title: "分单位存到哪个文件夹"}, func(folder string) {
		s.work("正在分单位存", s.m.SaveEach(folder))
	})
}

// work prints in the background.
func (s *Screen) work(title string, do func(context.Context, Progress) (wording.Done, error)) {
	s.unsay()
	kit.Run(s.printing, kit.Task[wording.Done]{
		Title: title,
		Work: func(ctx context.Context, progress kit.Progress) (wording.Done, error) {
			return do(ctx, Progress(progress))
		},
		Done: func(done wording.Done) {
			s.m.Printed()
			s.w.Wrote()
			s.w.Done(done)
			s.right.Refresh()
		},
	})
}

// drawRight draws what to look at, and printing at its foot.
func (s *Screen) drawRight(sheet *kit.Sheet, size fyne.Size) {
	if _, right := s.widths(); right == 0 {
		return // the buttons stand in the head now
	}
	const block float32 = kit.HeadHeight + underHead + fieldPitch + 8 + 3*(kit.ButtonHeight+8) + 12
	top := size.Height - block
	sheet.Head("打印之前", s.m.WarningCount(), 0, 0, size.Width)
	s.drawWarnings(sheet, fyne.NewSize(size.Width, top-kit.Gutter))
	p, _ := s.m.Shown()
	sheet.Head("打印", p.Last, 0, top, size.Width)
	y := top + kit.HeadHeight + underHead
	sheet.Text("份数", 0, y, kit.FieldHeight, kit.Quiet())
	sheet.Put(s.copies, 64, y, size.Width-64, kit.FieldHeight)
	y += fieldPitch + 8
	if s.going != nil {
		s.drawGoing(sheet, y, size.Width)
		return
	}
	sheet.Put(s.print, 0, y, size.Width, kit.ButtonHeight)
	sheet.Put(s.save, 0, y+kit.ButtonHeight+8, size.Width, kit.ButtonHeight)
	sheet.Put(s.each, 0, y+2*(kit.ButtonHeight+8), size.Width, kit.ButtonHeight)
}

// drawGoing draws the progress in the buttons' place.
func (s *Screen) drawGoing(sheet *kit.Sheet, y, width float32) {
	sheet.Tint(0, y, width, kit.ButtonHeight, kit.Colors.AccentTint)
	if s.going.Total > 0 {
		sheet.Rect(0, y+kit.ButtonHeight-3, kit.Whole(width*float32(s.going.Done)/float32(s.going.Total)), 3, kit.Colors.Accent)
	}
	sheet.TextIn(working(s.going)+"…", 13, y, width-26, kit.ButtonHeight, kit.Style{})
	sheet.Put(s.stop, 0, y+kit.ButtonHeight+8, width, kit.ButtonHeight)
}

// drawPrintingInHead is drawRight's lower half for a window without a right
// column. It returns where it begins.
func (s *Screen) drawPrintingInHead(sheet *kit.Sheet, right float32) float32 {
	const y float32 = 12
	put := func(b *kit.Button) { right = sheet.ButtonsR(right, y, 8, b) }
	if s.going != nil {
		put(s.stop)
		right -= sheet.TextR(working(s.going)+"…", right, y, kit.ButtonHeight, kit.Quiet()).MinSize().Width + 8
		return right
	}
	put(s.print)
	put(s.save)
	right -= copiesWide
	sheet.Put(s.copies, right, y+1, copiesWide, kit.FieldHeight)
	right -= sheet.TextR("份数", right-8, y, kit.ButtonHeight, kit.Quiet()).MinSize().Width + 16
	return right
}
