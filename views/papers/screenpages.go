package papers

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"gongkao/app/preview"
	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/wording"
)

// newPages makes what lies on the grey desk.
func (s *Screen) newPages() {
	r := s.w.Runner
	s.making, s.tidying = r.NewLane(s.slow), r.NewLane(nil)
	s.view, s.thumbs = kit.NewPageView(r), kit.NewThumbs(r)
	s.view.OnPage = func(page int) {
		s.thumbs.SetCurrent(page)
		s.desk.Refresh()
	}
	s.view.OnZoom = func(kit.Zoom) { s.desk.Refresh() }
	s.thumbs.OnPick = func(page int) {
		s.view.GoTo(page)
		s.w.Focus(s.view)
	}
	s.zoom[0], s.zoom[1] = kit.NewLink("", "−", s.view.ZoomOut), kit.NewLink("", "+", s.view.ZoomIn)
	for _, b := range s.zoom {
		b.Join(s.w.Keys, func(bool) { s.w.Focus(s.view) })
	}
	s.now = kit.NewButton("现在排版", "F5", false, s.anew)
	s.widen = kit.NewButton("", "", false, s.widenScope)
	s.stopMade = kit.NewLink("取消", "Esc", s.escape)
	s.stopMade.Join(s.w.Keys, func(bool) { s.w.Focus(s.view) })
}

// slow is told when making takes so long that it has to be said.
func (s *Screen) slow(p *kit.ProgressShown) {
	s.made = p
	s.desk.Refresh()
}

// pages are what making pages brings.
type pages struct {
	preview  Preview
	document *preview.Document // nil: nobody to print
}

// layOut has the pages made, unless there is nobody to print or the clerk has to
// ask for so many first. The old pages stand until the new ones are there.
func (s *Screen) layOut(asked bool) {
	s.making.Leave()
	s.unsay()
	why, next, _, nobody := s.m.Nobody()
	if nobody {
		s.w.Say(kit.SayWarn, why, next)
		s.said = why
	}
	_, _, large := s.m.Large()
	s.held = large && !asked
	s.show()
	if nobody || s.held {
		return
	}
	compose, open := s.m.Preview(), s.documents.open
	kit.Run(s.making, kit.Task[pages]{
		Title: "正在排版",
		Work: func(ctx context.Context, progress kit.Progress) (pages, error) {
			made, err := compose(ctx, Progress(progress))
			if err != nil || made.Pages == 0 {
				return pages{preview: made}, err
			}
			document, err := open(ctx, made.PDF)
			return pages{made, document}, err
		},
		Done:  s.showPages,
		Ended: s.stopped,
	})
}

// anew makes the pages now, whatever they are.
func (s *Screen) anew() {
	s.layOut(true)
	s.redraw()
	if s.w.Canvas().Focused() == fyne.Focusable(s.now) {
		s.w.Focus(s.rows)
	}
}

// stopped ends a making that brought no pages: stopped, or failed.
func (s *Screen) stopped() {
	if _, ok := s.m.Shown(); !ok {
		s.held = true
		s.show()
		s.redraw()
	}
}

// showPages shows new pages and closes the old.
func (s *Screen) showPages(p pages) {
	s.m.Show(p.preview)
	s.document = p.document
	if s.document != nil {
		if s.fresh {
			s.view.SetPages(s.document)
		} else {
			s.view.Replace(s.document)
		}
		s.thumbs.SetPages(s.document)
		s.thumbs.SetCurrent(s.view.Page())
	}
	s.fresh = false
	kit.Run(s.tidying, kit.Task[struct{}]{Title: "正在收起旧页面", Work: s.documents.close(s.document)})
	s.newLinks()
	s.order()
	s.show()
	s.redraw()
	mark, said := s.m.Said()
	if said.What != "" {
		s.w.Say(kit.SignOf(mark), said.What, said.Next)
		s.said = said.What
	}
}

// unsay takes back what was said of pages that are no longer meant.
func (s *Screen) unsay() {
	if _, what, _ := s.w.Message(); what != "" && what == s.said {
		s.w.Say(kit.SayPlain, "", "")
	}
}

// show brings buttons into step with the model.
func (s *Screen) show() {
	_, _, key, nobody := s.m.Nobody()
	s.widen.Hidden, s.now.Hidden = !nobody || key == "", nobody || !s.held
	if nobody && s.document != nil {
		s.view.SetPages(nil)
		s.thumbs.SetPages(nil)
		s.document = nil
	}
	s.view.Hidden = nobody || s.held
	if nobody {
		s.widen.SetLabel(s.m.WidenLabel(key))
	}
	enable(s.print, s.m.Ready())
	enable(s.save, s.m.Ready())
	s.print.SetLabel(s.m.PrintLabel())
}

func enable(b *kit.Button, on bool) {
	if on == !b.Disabled() {
		return
	}
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

// widenScope takes back the line of the scope that leaves out the last.
func (s *Screen) widenScope() {
	_, _, key, _ := s.m.Nobody()
	s.m.Widen(key)
	s.fresh = true
	s.changed()
	s.w.Focus(s.rows)
}

// drawDesk draws the pages, or why there are none.
func (s *Screen) drawDesk(sheet *kit.Sheet, size fyne.Size) {
	sheet.Rect(0, 0, size.Width, size.Height, kit.Colors.Desk)
	if why, next, _, ok := s.m.Nobody(); ok {
		s.drawEmpty(sheet, size, wording.Done{What: why, Next: next}, s.widen)
		return
	}
	if s.held {
		why, next, _ := s.m.Held()
		s.drawEmpty(sheet, size, wording.Done{What: why, Next: next}, s.now)
		return
	}
	s.drawDeskHead(sheet, size)
	bottom := size.Height - deskFoot
	count := s.view.Pages()
	if count > 1 && size.Height >= thumbsFrom {
		bottom = size.Height - 164
		sheet.Put(s.thumbs, deskInset, bottom, size.Width-2*deskInset, kit.ThumbsHeight)
		bottom -= 20
	}
	left := deskInset - viewInset
	sheet.Put(s.view, left, deskHead, size.Width-2*left, max(0, bottom+viewInset-deskHead))
	s.drawDeskFoot(sheet, size, count)
}

// drawEmpty says why there are no pages.
func (s *Screen) drawEmpty(sheet *kit.Sheet, size fyne.Size, said wording.Done, do *kit.Button) {
	x, y := deskInset+8, min(120, kit.Whole(size.Height/4))
	width := size.Width - 2*x
	y += sheet.Para(said.What, x, y, width, 24, kit.Style{Size: kit.Large, Bold: true}) + 8
	y += sheet.Para(said.Next, x, y, width, 20, kit.Quiet()) + 16
	if !do.Hidden {
		sheet.Put(do, x, y, do.MinSize().Width, kit.ButtonHeight)
	}
}

// drawDeskHead says what is seen, or that other pages are coming, and how large.
func (s *Screen) drawDeskHead(sheet *kit.Sheet, size fyne.Size) {
	const y float32 = 12
	right := size.Width - deskInset
	put := func(b *kit.Button) {
		wide := b.MinSize().Width // with a gap before the keycap
		right -= wide
		sheet.Put(b, right, y+1, wide, kit.SmallHeight)
	}
	put(s.zoom[1])
	right -= kit.Whole(sheet.TextR(s.view.Zoom().String(), right, y, 24, kit.Style{}).MinSize().Width) + 8
	put(s.zoom[0])
	room := right - deskInset - kit.Gutter
	switch {
	case s.made != nil:
		x := deskInset + kit.Whole(sheet.TextIn(s.madeWords(), deskInset, y, room-80, 24, kit.Faint()).MinSize().Width) + 12
		sheet.Put(s.stopMade, x, y+1, s.stopMade.MinSize().Width, kit.SmallHeight)
	case s.making.Busy() && s.document == nil:
	default:
		sheet.TextIn("预览就是要打印的 PDF", deskInset, y, room, 24, kit.Quiet())
	}
}

func (s *Screen) madeWords() string { return working(s.made) + "…" }

// working is what a running task says: 正在排版　1,240 / 5,000.
func working(p *kit.ProgressShown) string {
	switch {
	case p.Stopping:
		return "正在停下"
	case p.Total > 0:
		return fmt.Sprintf("%s　%s / %s", p.Title, wording.Count(p.Done), wording.Count(p.Total))
	}
	return p.Title
}

// drawDeskFoot tells the page and how to turn it.
func (s *Screen) drawDeskFoot(sheet *kit.Sheet, size fyne.Size, count int) {
	if count == 0 {
		return
	}
	y, right := size.Height-footBottom, size.Width-deskInset
	words := fmt.Sprintf("第 %s 页，共 %s 页　A4 %s", wording.Count(s.view.Page()+1), wording.Count(count), s.lying())
	if s.w.Shape() == shell.Narrow {
		words = fmt.Sprintf("%s / %s 页", wording.Count(s.view.Page()+1), wording.Count(count))
	}
	sheet.TextR(words, right, y, kit.SmallHeight, kit.Quiet())
	if count > 1 {
		x := deskInset + sheet.KeyCap("PgUp", deskInset, y) + 8
		x += sheet.KeyCap("PgDn", x, y) + 8
		sheet.Text("翻页", x, y, kit.SmallHeight, kit.Quiet())
	}
}

// lying is how the page shown lies.
func (s *Screen) lying() string {
	if w, h := s.document.PageSize(s.view.Page()); w > h {
		return "横"
	}
	return "竖"
}
