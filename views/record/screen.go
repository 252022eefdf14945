package record

import (
	"context"

	"fyne.io/fyne/v2"

	"gongkao/app/dossier"
	"gongkao/app/preview"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/story"
	"gongkao/views/wording"
)

// Screen is one person: the form at the left, what the rules say and what
// happened at the right. The model decides; the screen draws and passes on.
type Screen struct {
	w      *shell.Window
	desk   *registration.Desk
	drafts *registration.Drafts
	papers func(id string) string
	kept   *dossier.Dossiers // nil when they could not be read
	tell   *story.Telling

	model   *Model // nil when the person is no longer there
	present *Model // the record as it is now, while model shows how it was
	folder  *Folder
	paper   *paperSheet // the one opened last
	// Pages draws the pages of scans that are PDF files; nil: they are only named.
	Pages *preview.Renderer

	carried Carried
	list    []data.ApplicationID
	said    wording.Done // by the field just left, until the next one speaks
	saidAs  kit.Kind
	hint    string // of the field with the caret, as it was last said
	at      string // the field the caret was last in
	next    func() // a sheet to lay when the caret has come to its next field
	over    bool   // the panel lies over the form, for want of room

	keys       *kit.Keys
	root, head *fyne.Container
	strip      *fyne.Container
	form       *formPart
	panel      *panelPart
	up, down   *kit.Button
	unfold     *kit.Button // of the strip: the panel opens
	refold     *kit.Button // and closes
	submit     *kit.Button
	print      *kit.Button
	discard    *kit.Button
	other      *kit.Button
	past       *kit.Button
}

var (
	_ shell.Screen = (*Screen)(nil)
	_ shell.Reader = (*Screen)(nil)
)

// NewScreen returns the screen; papers names the papers that were printed.
func NewScreen(w *shell.Window, desk *registration.Desk, drafts *registration.Drafts, papers func(id string) string) *Screen {
	s := &Screen{w: w, desk: desk, drafts: drafts, papers: papers, tell: story.New(w, desk)}
	var err error
	if s.kept, err = dossier.New(desk); err != nil {
		w.Errors.Show(err)
	}
	s.keys = s.newKeys()
	s.up = s.link("", "PgUp", func() { s.neighbour(-1) })
	s.down = s.link("", "PgDn", func() { s.neighbour(1) })
	s.unfold = s.link("展开", "F6", s.toFinding)
	s.refold = s.link("收起", "Esc", s.escape)
	s.submit = kit.NewButton("交审", "Ctrl+Enter", true, s.handIn)
	s.print = kit.NewButton("打印", "Ctrl+P", false, s.toPaper)
	s.discard = kit.NewButton("放弃这一人", "Ctrl+D", false, s.throwAway)
	s.other = kit.NewLink("另办", "F2", s.toActs)
	s.past = kit.NewLink("历年", "F9", s.toHistory)
	s.form = newFormPart(s)
	s.panel = newPanelPart(s)
	s.head = kit.Drawn(fyne.NewSize(0, kit.ScreenHeadHeight), s.drawHead)
	s.strip = kit.Drawn(fyne.NewSize(0, stripHeight), s.drawStrip)
	s.root = kit.Drawn(fyne.NewSize(0, 0), s.draw)
	return s
}

// link is a word to press that gives the caret back to the form.
func (s *Screen) link(label, keycap string, do func()) *kit.Button {
	b := kit.NewLink(label, keycap, do)
	b.Join(s.w.Keys, func(bool) { s.focus(s.at) })
	return b
}

// Object returns what stands between navigation and message bar.
func (s *Screen) Object() fyne.CanvasObject { return s.root }

// Keys returns the screen's keys.
func (s *Screen) Keys() *kit.Keys { return s.keys }

// Open shows a person, or an empty form for somebody new.
func (s *Screen) Open(r shell.Route) {
	s.list = r.List
	s.over, s.panel.whole, s.said, s.hint, s.at = false, false, wording.Done{}, "", ""
	s.panel.scroll.Offset, s.form.scroll.Offset = fyne.Position{}, fyne.Position{}
	s.model, s.present = s.read(r.Person), nil
	s.folder = NewFolder(s.model, s.kept)
	if s.model != nil {
		s.model.Place(placeIn(r.List, r.Person))
		s.form.photo = s.photo()
	}
	s.panel.moments = nil
	s.show()
	s.readTimeline()
	if s.model == nil {
		return
	}
	s.form.form.Afresh()
	if field := s.resumed(); field != "" && r.Field == "" {
		r.Field = field
	}
	s.focus(r.Field)
	if s.model.Decided() && r.Field == "" {
		s.form.scroll.ScrollToTop() // nothing above the papers takes the caret, and one reads from the top
	}
}

// resumed says that somebody half typed has come back, and returns the first
// field that he lacks: the next person's number must not be typed over his.
func (s *Screen) resumed() (field string) {
	if !s.model.IsNew() || !s.drafts.Has("") {
		return ""
	}
	s.said, s.saidAs = s.model.Resumed(), kit.SayWarn
	for _, slot := range s.model.Slots() {
		if !slot.ReadOnly && s.model.Text(slot.Key) == "" {
			return slot.Key
		}
	}
	return ""
}

func (s *Screen) read(person data.ApplicationID) *Model {
	if person == "" {
		return New(s.desk, s.drafts, s.carried)
	}
	m, err := Open(s.desk, s.drafts, person)
	if err != nil {
		s.w.Errors.Show(err)
		return nil
	}
	return m
}

// placeIn is the list with the person's place; a list without him is none.
func placeIn(list []data.ApplicationID, person data.ApplicationID) Row {
	for i, id := range list {
		if id == person {
			return Row{IDs: list, At: i}
		}
	}
	return Row{}
}

// Route says whom one is with, and in which field.
func (s *Screen) Route() shell.Route {
	r := shell.Route{Place: shell.Record, List: s.list}
	if s.model != nil {
		r.Person, r.Field = s.now().ID(), s.at
	}
	return r
}

// Leave writes what is half typed.
func (s *Screen) Leave() error {
	s.panel.lane.Leave()
	s.tell.Leave()
	s.closePaper()
	if kind, now, _ := s.w.Message(); kind == kit.SayPlain && now == s.hint {
		s.w.Say(kit.SayPlain, "", "") // it was about a field
	}
	if s.model == nil {
		return nil
	}
	s.lookBack(nil)
	if s.model.TypedFromPaper() && !s.model.IsNew() {
		s.carried = s.model.Carry()
	}
	return s.model.Keep(context.Background())
}

// Refresh reads the person again: something was written behind the form.
func (s *Screen) Refresh() {
	if s.model == nil {
		return
	}
	s.now().Refresh()
	s.redraw()
	s.readTimeline()
}

// show draws everything anew: another person, or another shape.
func (s *Screen) show() {
	if s.model != nil {
		s.form.fill()
	}
	s.root.Refresh()
	s.head.Refresh()
	s.panel.object.Refresh()
	s.strip.Refresh()
}

// redraw draws what an edit changes: values, findings, head and panel.
func (s *Screen) redraw() {
	s.form.fill()
	s.form.arrange()
	s.head.Refresh()
	if s.w.Shape() == shell.Narrow {
		s.strip.Refresh()
	}
	if s.w.Shape() != shell.Narrow || s.over {
		s.panel.object.Refresh()
	}
}

// focus puts the caret into a field; "" or one that cannot be typed into means
// the first.
func (s *Screen) focus(key string) {
	if s.w.Searching() || s.w.Laid() {
		return
	}
	if !s.form.form.Focus(key) {
		s.form.form.First()
	}
}
