package today

import (
	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/shell"
)

// Where the parts of the page stand, from its upper edge.
const (
	rulerTop     float32 = 64
	queuesTop    float32 = 180
	compactTop   float32 = 60  // of the ruler in a low window
	compactQueue float32 = 116 // of the queues in a low window
	lowBelow     float32 = 480 // a page lower than this is low
	stripHeight  float32 = 36  // what the panel becomes in a narrow window
	foot         float32 = 8
)

// draw places the parts.
func (s *Screen) draw(sheet *kit.Sheet, size fyne.Size) {
	g := kit.Content(0, size.Width)
	sheet.Put(s.ring.Object(), 0, 0, 0, 0)
	sheet.Put(s.head, 0, 0, size.Width, kit.ScreenHeadHeight)
	top := queuesTop
	if size.Height < lowBelow {
		top = compactQueue
	}
	shown := s.drawRuler(sheet, g, size.Height < lowBelow)
	s.written.Hidden = s.w.Shape() == shell.Narrow
	if why, what := s.model.Empty(); why != "" {
		s.written.Hidden = true // the first day shows dates only
		s.drawEmpty(sheet, g, top, why, what)
		if _, later := s.model.Deadlines(shown); len(later) > 0 {
			s.drawPanel(sheet, g, area{top, size.Height}, shown)
		}
		return
	}
	if s.w.Shape() == shell.Narrow {
		bottom := size.Height
		if s.queuesNeed() <= bottom-stripHeight-top-foot { // or else it is the strip that gives way
			s.drawStrip(sheet, g, size)
			bottom -= stripHeight
		}
		s.putQueues(sheet, g.Left, g.Right-g.Left, area{top, bottom})
		return
	}
	s.drawPanel(sheet, g, area{top, size.Height}, shown)
	s.putQueues(sheet, g.Left, g.Span(8), area{top, size.Height})
}

// area is what stands between two heights.
type area struct{ top, bottom float32 }

// queuesNeed is how much height shows all queues at their lowest.
func (s *Screen) queuesNeed() float32 { return kit.HeadHeight + queueLowest*float32(len(s.queues)) }

// putQueues places the list; in a low window its rows are lower, so that all
// can still be seen.
func (s *Screen) putQueues(sheet *kit.Sheet, x, width float32, a area) {
	room := a.bottom - a.top - foot
	if n := len(s.queues); n > 0 {
		each := float32(int((room - kit.HeadHeight) / float32(n)))
		if pitch := max(queueLowest, min(queuePitch, each)); pitch != s.rows.Pitch {
			s.rows.Pitch = pitch
			s.rows.Resize(fyne.Size{}) // how many fit is found out when the size changes
		}
	}
	hidden := s.w.Shape() == shell.Medium
	for _, c := range s.rows.Columns() {
		if c.Key == earliestColumn && c.Hidden != hidden {
			s.rows.ShowColumn(earliestColumn, !hidden)
		}
	}
	sheet.Put(s.rows, x, a.top, width+kit.RowsBar, room)
}

func (s *Screen) drawHead(sheet *kit.Sheet, size fyne.Size) {
	title, day, weekday := s.model.Head()
	x := kit.Margin
	x += sheet.Text(title, x, 14, 28, kit.Title()).MinSize().Width + 12
	x += sheet.Text(day, x, 15, 28, kit.Lead()).MinSize().Width + 16
	x += sheet.Text(weekday, x, 15, 28, kit.Lead()).MinSize().Width + 24
	if p := s.reading; p != nil {
		x += sheet.Text(p.Title+"…", x, 15, 28, kit.Quiet()).MinSize().Width + 16
		x += sheet.Text("取消", x, 15, 28, kit.Quiet()).MinSize().Width + 8
		sheet.KeyCap("Esc", x, 18)
	}
	if why, _ := s.model.Empty(); why != "" {
		s.toWrite.Hidden = true
		return // the buttons stand where the queues would
	}
	buttons := []*kit.Button{s.add, s.take, s.count, s.note}
	if s.toWrite.Hidden = s.w.Shape() != shell.Narrow; !s.toWrite.Hidden && s.reading == nil {
		buttons = append(buttons, s.toWrite)
	}
	sheet.ButtonsR(size.Width-kit.Margin, 12, 12, buttons...)
}

// drawEmpty says on the first day what to do.
func (s *Screen) drawEmpty(sheet *kit.Sheet, g kit.Grid, top float32, why, what string) {
	sheet.Text(why, g.Left, top+24, 24, kit.Style{Size: kit.Large, Bold: true})
	sheet.Text(what, g.Left, top+56, 20, kit.Quiet())
	x := g.Left
	for _, b := range []*kit.Button{s.begin, s.add} {
		w := b.MinSize().Width
		sheet.Put(b, x, top+92, w, kit.ButtonHeight)
		x += w + 12
	}
}
