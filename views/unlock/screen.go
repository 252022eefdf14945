package unlock

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"gongkao/app/registration"
	"gongkao/views/entrance"
	"gongkao/views/kit"
	"gongkao/views/shell"
)

var _ shell.Screen = (*Screen)(nil)

// Screen is signing in, in the window.
type Screen struct {
	// Practise opens the practice county; while it is nil, it is not offered.
	Practise func()
	// Restore brings a backup back ("" is one to be chosen) in the place of a
	// damaged file; while it is nil, it is not offered.
	Restore func(backup string)

	w          *shell.Window
	model      *Model
	opened     func(*registration.Desk)
	front      *entrance.Front
	keys       *kit.Keys
	work       *kit.Lane // opening
	wait       *kit.Lane // counting seconds down
	progress   *kit.ProgressShown
	page       page
	passphrase *kit.Field
	fields     map[string]*kit.Field // of a new passphrase, by the model's keys
	buttons    buttons
}

// page is what is shown.
type page int

const (
	signIn page = iota
	newPassphrase
	refused
)

// NewScreen returns the screen of signing in, or of a refusal. opened takes the
// office.
func NewScreen(w *shell.Window, model *Model, opened func(*registration.Desk)) *Screen {
	s := &Screen{w: w, model: model, opened: opened, keys: kit.NewKeys(), fields: map[string]*kit.Field{}}
	s.front = entrance.New(w)
	s.front.Page, s.front.Foot = s.drawPage, s.foot
	s.work = w.Runner.NewLane(func(p *kit.ProgressShown) {
		s.progress = p
		s.front.RedrawPage()
	})
	s.wait = w.Runner.NewLane(func(*kit.ProgressShown) { s.changed() })
	s.passphrase = kit.NewField(kit.Spec{Secret: true})
	s.passphrase.Changed = func(string) { s.changed() }
	for _, f := range model.Fields() {
		s.fields[f.Key] = s.newField(f)
	}
	s.buttons = newButtons(s)
	s.keys.On(0, fyne.KeyReturn, s.forward)
	s.keys.On(0, fyne.KeyEnter, s.forward)
	s.keys.On(0, fyne.KeyEscape, s.escape)
	s.keys.On(0, fyne.KeyF4, s.reveal)
	s.keys.On(0, fyne.KeyF6, s.otherWay)
	s.keys.On(0, fyne.KeyF7, s.practise)
	return s
}

func (s *Screen) newField(f Field) *kit.Field {
	field := kit.NewField(kit.Spec{Hint: f.Hint, Secret: f.Secret})
	field.Changed = func(text string) {
		s.model.Type(f.Key, text)
		s.changed()
	}
	return field
}

// Object returns what to show.
func (s *Screen) Object() fyne.CanvasObject { return s.front.Object() }

// Keys returns the keys of signing in.
func (s *Screen) Keys() *kit.Keys { return s.keys }

// Open asks for the passphrase, or says why that is of no use.
func (s *Screen) Open(shell.Route) {
	s.page = signIn
	if _, is := s.model.Refusal(); is {
		s.page = refused
	}
	s.turn()
	s.w.Errors.Show(s.model.Fault())
}

// Route is nowhere: signing in has no way back to.
func (s *Screen) Route() shell.Route { return shell.Route{} }

// Leave drops what runs, and what was typed.
func (s *Screen) Leave() error {
	s.work.Leave()
	s.wait.Leave()
	s.forget()
	return nil
}

// Help tells of signing in.
func (s *Screen) Help() shell.Help {
	h := shell.Help{Title: "打开数据",
		For: "输入口令打开本机的数据。谁的口令，就以谁的名义登录；连错五次以后，每次要等一会儿。忘了口令，用当初打印的恢复码换一个新的。",
		Keys: []shell.Key{
			{Cap: "Enter", Does: "打开；有几格时：下一格"}, {Cap: "F4", Does: "显示、遮住口令"}, {Cap: "F6", Does: "忘了口令，用恢复码；数据坏了：从备份恢复"},
			{Cap: "Esc", Does: "正在打开：取消；用恢复码时：退回来"},
		}}
	if s.Practise != nil {
		h.Keys = append(h.Keys, shell.Key{Cap: "F7", Does: "打开演练县"})
	}
	return h
}

// turn shows the page that is open now, with the caret where work begins.
func (s *Screen) turn() {
	s.w.Say(kit.SayPlain, "", "")
	s.forget()
	s.enable()
	s.front.Redraw()
	s.w.Canvas().Unfocus() // what had the focus may be on the page before
	kit.NewRing(s.w.Keys, s.w.Focus, s.forward, s.pageFields(), s.pageButtons()...).First()
	s.countDown()
}

// forget wipes what was typed.
func (s *Screen) forget() {
	s.buttons.secrets.Cover()
	s.model.Forget()
	s.passphrase.SetValue("")
	for _, f := range s.fields {
		f.SetValue("")
	}
}

func (s *Screen) changed() {
	s.enable()
	s.front.RedrawPage()
}

// countDown redraws the page once a second while one has to wait.
func (s *Screen) countDown() {
	if s.page == refused || s.model.Wait() == 0 {
		return
	}
	model := s.model
	kit.Run(s.wait, kit.Task[struct{}]{
		Work: func(ctx context.Context, progress kit.Progress) (struct{}, error) {
			for left := model.Wait(); left > 0; left = model.Wait() {
				progress(left, 0)
				select {
				case <-ctx.Done():
					return struct{}{}, ctx.Err()
				case <-time.After(time.Second / 10):
				}
			}
			return struct{}{}, nil
		},
		Ended: s.changed,
	})
}
