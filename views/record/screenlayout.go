package record

import (
	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/shell"
)

const (
	formTop     float32 = 60
	panelWidth  float32 = 392
	narrowest   float32 = 322 // panel beside a form of 640
	stripTop    float32 = 52
	stripHeight float32 = 36
	narrowLeft  float32 = 16
	narrowRight float32 = 40 // with the form's scroll bar
	pastHeight  float32 = 36
	headOver    float32 = 12 // the head's own room at the right of its last key
	wideContent float32 = 1184
)

// room is how the screen's width is shared out.
type room struct {
	left, right float32 // the form
	top         float32 // of the form
	panel       float32 // where the panel begins, 0 when there is none
}

// share shares out a width: the form takes two thirds, and the panel a third
// while there is one.
func (s *Screen) share(width float32) room {
	switch s.w.Shape() {
	case shell.Narrow:
		return room{left: narrowLeft, right: width - narrowRight, top: stripTop + stripHeight + 8}
	case shell.Medium:
		panel := kit.Whole(max(300, narrowest+(width-1002)*0.4))
		return room{kit.Margin, width - panel - kit.Gutter, formTop, width - panel}
	}
	panel := panelWidth + (width-wideContent)/3
	if width < wideContent {
		panel = max(narrowest, panelWidth-(wideContent-width)*0.6)
	}
	panel = kit.Whole(min(panel, 560))
	return room{kit.Margin, width - panel - kit.Gutter, formTop, width - panel}
}

func (s *Screen) draw(sheet *kit.Sheet, size fyne.Size) {
	if s.model == nil {
		sheet.Text("没有找到这个人", kit.Margin, 60, 24, kit.Style{Size: kit.Large})
		sheet.Text("可能刚被撤销。Esc 返回", kit.Margin, 88, 20, kit.Quiet())
		return
	}
	r := s.share(size.Width)
	s.form.stand(r.left, r.right)
	panel, edge, right := r.panel, size.Width, r.right
	if r.panel == 0 && s.over {
		panel = max(120, size.Width-panelWidth)
		right = panel - kit.Gutter
	}
	if panel > 0 {
		edge = panel
	}
	if s.present != nil {
		r.top += pastHeight + 8
	}
	sheet.Put(s.form.scroll, 0, r.top, edge-2, size.Height-r.top)
	// What has been scrolled away lies beneath the head.
	sheet.Rect(0, 0, edge, r.top, kit.Colors.Paper)
	sheet.Put(s.head, 0, 0, right+headOver, kit.ScreenHeadHeight)
	if r.panel == 0 {
		sheet.Put(s.strip, r.left, stripTop, right-r.left, stripHeight)
	}
	if s.present != nil {
		s.drawPast(sheet, r.left, right, r.top-pastHeight-8)
	}
	if panel > 0 {
		sheet.Put(s.panel.object, panel, 0, size.Width-panel, size.Height)
	}
	if s.over && r.panel == 0 {
		sheet.Rule(panel, 0, size.Height, kit.Colors.HeadLine)
	}
	if s.form.folder.inside {
		s.revealFolder()
		return
	}
	s.form.form.Reveal()
}

// drawPast says that what is shown is past, and how to come back.
func (s *Screen) drawPast(sheet *kit.Sheet, left, right, y float32) {
	sheet.Tint(left, y, right-left, pastHeight, kit.Warned.Tint())
	sheet.Bar(left, y, pastHeight, kit.Warned.Color())
	back := s.link("回到现在", "Esc", func() { s.lookBack(nil) })
	wide := back.MinSize().Width
	sheet.Put(back, right-12-wide, y+7, wide, kit.SmallHeight)
	sheet.Sign(kit.Warned, left+16, y+10, 16)
	sheet.TextIn(s.model.whyClosed()+"，只能看，不能改", left+40, y, right-left-64-wide, pastHeight, kit.Strong())
}

// beneath puts the second thing beneath the first, as wide as both need.
type beneath struct{}

func (beneath) MinSize(objects []fyne.CanvasObject) fyne.Size {
	upper, lower := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(upper.Width, lower.Width), upper.Height+lower.Height)
}

func (beneath) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	upper, lower := objects[0].MinSize(), objects[1].MinSize()
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(size.Width, upper.Height))
	objects[1].Move(fyne.NewPos(0, upper.Height))
	objects[1].Resize(fyne.NewSize(size.Width, lower.Height))
}
