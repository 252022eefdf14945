package spotcheck

import (
	"context"

	"fyne.io/fyne/v2"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/story"
	"gongkao/views/wording"
)

// Screen draws the year's spot checks at the left and the people of one at the
// right, with what was found of each.
type Screen struct {
	w    *shell.Window
	m    *Model
	keys *kit.Keys
	tell *story.Telling

	checks, people *kit.Rows
	showing        bool // the lists follow the model: nobody clicked
	sound, found   *kit.Button
	record, whole  *kit.Button
	draws          *kit.Button
	object         *fyne.Container
}

var (
	_ shell.Screen = (*Screen)(nil)
	_ shell.Reader = (*Screen)(nil)
)

// NewScreen returns the spot checks of an office.
func NewScreen(w *shell.Window, desk *registration.Desk) *Screen {
	s := &Screen{w: w, m: New(desk), keys: kit.NewKeys(), tell: story.New(w, desk)}
	s.sound = kit.NewButton("无问题", "F8", true, s.isSound)
	s.found = kit.NewButton("有问题…", "F9", false, s.toFound)
	s.whole = kit.NewLink("全部经过", "F7", s.toStory)
	s.record = kit.NewLink("打开登记", "Enter", s.toRecord)
	s.draws = kit.NewButton("抽一次…", "Ctrl+U", false, s.toDraw)
	for _, b := range []*kit.Button{s.sound, s.found, s.whole, s.record, s.draws} {
		b.Join(w.Keys, func(bool) { s.toPeople() })
	}
	s.checks = kit.NewRows([]kit.Column{
		{Key: "when", Head: "抽取时间", Width: 112}, {Key: "what", Head: "抽了", Width: 64, Right: true}, {Key: "left", Head: "进度", Width: 88, Rest: true},
	}, s.checkCell)
	s.checks.Bare, s.checks.Inset = true, kit.Margin-8
	s.checks.Join(w.Keys, func(bool) { s.toPeople() })
	s.checks.OnCurrent = s.choose
	s.checks.OnOpen = func(int) { s.toPeople() }
	s.people = kit.NewRows([]kit.Column{
		{Key: "name", Head: "姓名", Width: 108}, {Key: "unit", Head: "单位", Width: 232, Spare: 1}, {Key: "level", Head: "等级", Width: 76},
		{Key: "trade", Head: "工种", Width: 132, Spare: 2}, {Key: "found", Head: "抽查结果", Width: 168, Rest: true}, {Key: "by", Head: "谁查的", Width: 72, Spare: 3},
	}, s.personCell)
	s.people.Join(w.Keys, func(bool) { s.w.Focus(s.checks) })
	s.people.OnOpen = func(int) { s.toRecord() }
	s.people.ID = func(row int) string { return string(s.m.Sample()[row].Application) }
	for key, does := range map[fyne.KeyName]func(){fyne.KeyF7: s.toStory, fyne.KeyF8: s.isSound, fyne.KeyF9: s.toFound, fyne.KeyEscape: w.Back} {
		s.keys.On(0, key, does)
	}
	s.keys.On(fyne.KeyModifierControl, fyne.KeyU, s.toDraw)
	s.object = kit.Drawn(fyne.Size{}, s.draw)
	return s
}

// Object is the page.
func (s *Screen) Object() fyne.CanvasObject { return s.object }

// Keys are the page's own.
func (s *Screen) Keys() *kit.Keys { return s.keys }

// Open reads anew and stands in the sample where one was.
func (s *Screen) Open(r shell.Route) {
	if id, again := r.Memo.(data.SpotCheckID); again {
		for i, c := range s.m.checks {
			if c.ID == id {
				s.m.Show(i)
			}
		}
	}
	s.Refresh()
	s.toPeople()
}

// Refresh reads again.
func (s *Screen) Refresh() {
	s.w.Errors.Show(s.m.Refresh(context.Background()))
	s.show()
}

// Route remembers which spot check is shown.
func (s *Screen) Route() shell.Route {
	return shell.Route{Place: shell.SpotCheck, Memo: s.m.shownID()}
}

// Leave drops a story that is still being gathered; nothing is half written here.
func (s *Screen) Leave() error {
	s.tell.Leave()
	return nil
}

// show brings both lists into step with the model.
func (s *Screen) show() {
	s.showing = true
	s.checks.Change(func() int { return len(s.m.checks) })
	s.checks.GoTo(s.m.At())
	s.people.Change(func() int { return len(s.m.Sample()) })
	s.showing = false
	s.object.Refresh()
}

func (s *Screen) choose(row int) {
	if s.showing || row < 0 || row == s.m.At() {
		return
	}
	s.m.Show(row)
	s.show()
	s.people.GoTo(0)
}

// toPeople gives the keyboard to the sample; where there is none, to the button
// that draws one.
func (s *Screen) toPeople() {
	if len(s.m.Sample()) == 0 {
		s.w.Focus(s.draws)
		return
	}
	s.w.Focus(s.people)
}

func (s *Screen) checkCell(row int, column string) kit.RowCell {
	c := s.m.Checks()[row]
	switch column {
	case "when":
		return kit.Styled(c.When, kit.Style{Bold: row == s.m.At()})
	case "what":
		return kit.Words(c.What)
	}
	return kit.Styled(c.Left, kit.Quiet())
}

func (s *Screen) personCell(row int, column string) kit.RowCell {
	p := s.m.Sample()[row]
	switch column {
	case "name":
		return kit.Words(p.Name)
	case "unit":
		return kit.Styled(p.Unit, kit.Quiet())
	case "level":
		return kit.Words(p.Level)
	case "trade":
		return kit.Words(p.Trade)
	case "by":
		return kit.Styled(p.By, kit.Quiet())
	}
	switch {
	case p.Sound:
		return kit.Signed(kit.Passed, p.Found, kit.Style{})
	case p.Looked:
		return kit.Signed(kit.Blocked, p.Found, kit.Style{Color: kit.Blocked.Color()})
	}
	return kit.Signed(kit.Open, p.Found, kit.Quiet())
}

func (s *Screen) isSound() { s.finds("") }

// finds writes what was found of the current person and goes to the next.
func (s *Screen) finds(found string) {
	row := s.people.Current()
	done, err := s.m.Find(context.Background(), row, found)
	if err != nil {
		s.w.Errors.Show(err)
		return
	}
	s.wrote(done)
	if next := s.m.Next(row); next >= 0 {
		s.people.GoTo(next)
	}
}

func (s *Screen) wrote(done wording.Done) {
	s.show()
	s.w.Wrote()
	s.w.Done(done)
}

func (s *Screen) toStory() {
	if row := s.people.Current(); row >= 0 && row < len(s.m.Sample()) {
		s.tell.Open(s.m.Sample()[row].Application)
	}
}

func (s *Screen) toRecord() {
	sample := s.m.Sample()
	row := s.people.Current()
	if row < 0 || row >= len(sample) {
		return
	}
	list := make([]data.ApplicationID, len(sample))
	for i, p := range sample {
		list[i] = p.Application
	}
	s.w.Go(shell.Route{Place: shell.Record, Person: sample[row].Application, List: list})
}

// Help tells what the page is for.
func (s *Screen) Help() shell.Help {
	return shell.Help{
		Title: "抽查", For: "从审过的人里随机抽一部分再查一遍。种子、名单和分层都记着，谁来重抽都是同一批人；查一个登记一个，结果写进各人的经过。",
		Keys: []shell.Key{
			{Cap: "Ctrl+U", Does: "抽一次：人数或比例、分层、种子"},
			{Cap: "F8", Does: "这个人无问题，到下一个没查的人"},
			{Cap: "F9", Does: "这个人有问题，写明发现了什么"},
			{Cap: "F7", Does: "看这个人的全部经过"},
			{Cap: "Enter", Does: "打开这个人的登记"},
			{Cap: "Tab", Does: "到左边，换一次抽查"},
			{Cap: "Esc", Does: "返回"},
		},
	}
}
