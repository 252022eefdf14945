package review

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"gongkao/app/dossier"
	"gongkao/app/preview"
	"gongkao/app/registration"
	reviewing "gongkao/app/review"
	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/scans"
	"gongkao/views/shell"
)

// Screen draws the queue at the left, the papers in the middle, the clauses at
// the right. The keyboard is at the clauses, unless something is typed or the
// scan is looked at more closely.
type Screen struct {
	w        *shell.Window
	m        *Model
	renderer *preview.Renderer
	keys     *kit.Keys

	rows    *kit.Rows
	showing bool           // the list follows the model: nobody clicked
	filters [3]*kit.Lookup // unit, level, what
	up, dn  *kit.Button
	spot    *kit.Button

	tabs    *kit.Tabs
	first   int // the first tab that is drawn
	view    *kit.PageView
	reading *kit.Lane
	tidying *kit.Lane
	scans   *scans.Pages
	of      string // which scans are shown
	photo   *canvas.Image
	whose   data.PersonID // of the photo
	noting  []*kit.Button

	clauses *clauses
	roll    *container.Scroll
	line    *kit.Field  // what has no choices
	pick    *kit.Lookup // what has
	writing Writing
	agree   *kit.Button
	object  *kit.Button
	note    *kit.Button
	aside   *kit.Button
	excuse  *kit.Button
	reasons *reasons
	decide  [3]*kit.Button
	onward  *kit.Button // of the empty screen

	page, head, left, middle, right *fyne.Container
}

var (
	_ shell.Screen = (*Screen)(nil)
	_ shell.Reader = (*Screen)(nil)
)

// NewScreen returns the review of an office. The renderer draws scans that are
// PDFs; it is warmed and closed by whoever owns it.
func NewScreen(w *shell.Window, desk *registration.Desk, folders *dossier.Dossiers, renderer *preview.Renderer) *Screen {
	s := &Screen{w: w, m: New(desk, folders), renderer: renderer, keys: kit.NewKeys()}
	s.newQueue()
	s.newEvidence()
	s.newClauses()
	s.newKeys()
	s.head = kit.Drawn(fyne.NewSize(0, kit.ScreenHeadHeight), s.drawHead)
	s.left = kit.Drawn(fyne.Size{}, s.drawQueue)
	s.middle = kit.Drawn(fyne.Size{}, s.drawEvidence)
	s.right = kit.Drawn(fyne.Size{}, s.drawRight)
	s.page = kit.Drawn(fyne.Size{}, s.draw)
	return s
}

// Object is the page.
func (s *Screen) Object() fyne.CanvasObject { return s.page }

// Keys are the page's own.
func (s *Screen) Keys() *kit.Keys { return s.keys }

// Open goes on where one was, or takes up the person of a route, or of the record
// one comes from. A selection means everybody who waits.
func (s *Screen) Open(r shell.Route) {
	ctx := context.Background()
	s.w.Errors.Show(s.m.Refresh(ctx))
	if r.Select != nil {
		s.m.Widen()
	}
	who := r.Person
	if from := s.w.From(); who == "" && from.Place == shell.Record {
		who = s.m.underReview(from.Person)
	}
	if who == "" {
		if open, ok := s.m.Person(); ok && s.m.Queue.Left() > 0 {
			who = open
		}
	}
	if open, ok := s.m.Person(); who == "" {
		s.w.Errors.Show(s.m.OpenCurrent(ctx))
	} else if !ok || open != who {
		s.w.Errors.Show(s.m.Find(ctx, who))
	}
	s.begin()
}

// Refresh reads again: something was imported.
func (s *Screen) Refresh() {
	s.w.Errors.Show(s.m.Refresh(context.Background()))
	s.redraw()
}

// Route says whom one is with.
func (s *Screen) Route() shell.Route {
	who, _ := s.m.Person()
	return shell.Route{Place: shell.Review, Person: who}
}

// Leave writes what is half typed and stops reading scans.
func (s *Screen) Leave() error {
	s.reading.Leave()
	return s.settle()
}

// begin shows whoever is open from the first clause that is not done.
func (s *Screen) begin() {
	s.writing = Nothing
	s.line.SetValue("")
	s.roll.Offset = fyne.Position{}
	s.expect()
	s.redraw()
	s.focus()
	s.w.Say(kit.SayPlain, s.m.nextWords(), "")
}

// redraw draws all parts anew.
func (s *Screen) redraw() {
	s.showQueue()
	s.showFilters()
	s.readEvidence()
	s.enable()
	s.page.Refresh()
	for _, part := range []*fyne.Container{s.head, s.left, s.middle} {
		part.Refresh()
	}
	s.showClauses()
}

// focus puts the keyboard where work is: into the field that asks, else to the
// clauses.
func (s *Screen) focus() {
	_, open := s.m.Person()
	switch {
	case !open && !s.onward.Hidden:
		s.w.Focus(s.onward)
	case !open:
		s.w.Focus(s.filters[0])
	case s.writing != Nothing:
		s.w.Focus(s.field())
	default:
		s.w.Focus(s.clauses)
	}
}

// Measures of the page.
const (
	panelInset float32 = 12 // of the open clause's ground, left and right of its words
	footHeight float32 = 40
)

// widths are of the queue and of the clauses; the papers take the rest.
func (s *Screen) widths(all float32) (queue, right float32) {
	switch s.w.Shape() {
	case shell.Wide:
		if all < 1150 {
			return 196, 430
		}
		return 208, 456
	case shell.Medium:
		return 184, 412
	}
	return 0, 444
}

// draw places the parts.
func (s *Screen) draw(sheet *kit.Sheet, size fyne.Size) {
	queue, right := s.widths(size.Width)
	top := kit.ScreenHeadHeight
	sheet.Put(s.head, 0, 0, size.Width, top)
	high := size.Height - top
	if queue > 0 {
		sheet.Put(s.left, 0, top, queue, high)
	}
	if _, open := s.m.Person(); !open {
		s.drawEmpty(sheet, queue+kit.Margin, top, size)
		return
	}
	from, to := queue+kit.Margin, size.Width-kit.Margin-right
	sheet.Put(s.right, to-panelInset, top, right+2*panelInset, high)
	sheet.Put(s.middle, from, top, to-kit.Margin-from, high)
}

// drawEmpty says why there is nobody.
func (s *Screen) drawEmpty(sheet *kit.Sheet, x, y float32, size fyne.Size) {
	said, act := s.m.Empty()
	y += min(96, kit.Whole(size.Height/6))
	width := min(560, size.Width-x-kit.Margin)
	y += sheet.Para(said.What, x, y, width, 24, kit.Style{Size: kit.Large, Bold: true}) + 8
	y += sheet.Para(said.Next, x, y, width, 20, kit.Quiet()) + 16
	if act != "" {
		sheet.Put(s.onward, x, y, s.onward.MinSize().Width, kit.ButtonHeight)
	}
}

// drawHead draws title and facts, and the keys to the neighbours.
func (s *Screen) drawHead(sheet *kit.Sheet, size fyne.Size) {
	title, facts := s.m.Head()
	right := size.Width - kit.Margin
	s.up.Hidden, s.dn.Hidden = s.m.Queue.Len() < 2, s.m.Queue.Len() < 2
	for _, b := range []*kit.Button{s.dn, s.up, s.spot} {
		if !b.Hidden {
			wide := b.MinSize().Width
			sheet.Put(b, right-wide, 17, wide, kit.SmallHeight)
			right -= wide + 16
		}
	}
	x := kit.Margin
	x += kit.Whole(sheet.Text(title, x, 14, 28, kit.Title()).MinSize().Width) + 12
	if s.w.Shape() == shell.Narrow {
		facts[1] = s.m.Queue.At() + "　" + s.m.Decided()
	}
	count := kit.Lead().Width(facts[1])
	room := right - x - count - 2*kit.Gutter
	x += kit.Whole(sheet.TextIn(facts[0], x, 14, room, 28, kit.Lead()).MinSize().Width) + kit.Gutter
	sheet.Text(facts[1], x, 14, 28, kit.Lead())
}

// decisions are the buttons at the foot, in their order.
var decisions = [3]struct {
	decision reviewing.Decision
	label    string
	keycap   string
	key      fyne.KeyName
}{
	{reviewing.Approve, "通过", "F8", fyne.KeyF8}, {reviewing.Return, "退回补正", "F9", fyne.KeyF9}, {reviewing.Reject, "不通过", "F10", fyne.KeyF10},
}
