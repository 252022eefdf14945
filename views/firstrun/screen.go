package firstrun

import (
	"context"
	"crypto/rand"

	"fyne.io/fyne/v2"

	"gongkao/app/registration"
	"gongkao/views/entrance"
	"gongkao/views/kit"
	"gongkao/views/shell"
)

var _ shell.Screen = (*Screen)(nil)

// Screen is the first run in the window.
type Screen struct {
	// Print hands a sheet to a printer. While it is nil, the recovery code is
	// to be written down by hand.
	Print func(pdf []byte) error

	w        *shell.Window
	model    *Model
	opened   func(*registration.Desk)
	quit     func()
	front    *entrance.Front
	keys     *kit.Keys
	work     *kit.Lane
	progress *kit.ProgressShown
	cards    []*card
	fields   map[string]*kit.Field // by the model's keys
	copies   []*kit.Field          // of groups of the recovery code
	secrets  *entrance.Secrets
	recovery recoveryPage
	choose   *kit.Button            // the backup, or the register of units
	back     map[bool]*kit.Button   // by whether it leaves the program
	goOn     map[string]*kit.Button // by its word
	ring     *kit.Ring
}

// NewScreen returns the first run. opened takes the office, whichever way it
// came to be; quit closes the program.
func NewScreen(w *shell.Window, model *Model, opened func(*registration.Desk), quit func()) *Screen {
	s := &Screen{w: w, model: model, opened: opened, quit: quit, keys: kit.NewKeys(), fields: map[string]*kit.Field{}, goOn: map[string]*kit.Button{}}
	s.front = entrance.New(w)
	s.front.Page, s.front.Bar, s.front.Foot = s.drawPage, s.drawSteps, model.Foot
	s.work = w.Runner.NewLane(func(p *kit.ProgressShown) {
		s.progress = p
		s.front.RedrawPage()
	})
	for i, o := range Options() {
		s.cards = append(s.cards, newCard(i, o, func() { s.pick(o.Choice) }))
	}
	s.makeFields()
	s.recovery = newRecoveryPage(s)
	s.choose = kit.NewButton("选文件", "Ctrl+O", false, s.chooseFile)
	s.back = map[bool]*kit.Button{true: kit.NewButton("退出", "Esc", false, quit), false: kit.NewButton("上一步", "Esc", false, s.escape)}
	s.makeKeys()
	return s
}

func (s *Screen) makeKeys() {
	for i, c := range s.cards {
		s.keys.On(0, fyne.KeyName('1'+rune(i)), func() { s.pick(c.option.Choice) })
	}
	s.keys.On(0, fyne.KeyUp, func() { s.pick(max(s.model.Choice()-1, OwnCounty)) })
	s.keys.On(0, fyne.KeyDown, func() { s.pick(min(s.model.Choice()+1, FromBackup)) })
	s.keys.On(0, fyne.KeyReturn, s.forward)
	s.keys.On(0, fyne.KeyEnter, s.forward)
	s.keys.On(0, fyne.KeyEscape, s.escape)
	s.keys.On(0, fyne.KeyF4, s.reveal)
	s.keys.On(fyne.KeyModifierControl, fyne.KeyO, s.chooseFile)
	s.keys.On(fyne.KeyModifierControl, fyne.KeyP, s.recovery.print)
}

// Object returns what to show.
func (s *Screen) Object() fyne.CanvasObject { return s.front.Object() }

// Keys returns the keys of the first run.
func (s *Screen) Keys() *kit.Keys { return s.keys }

// Open shows the page that is open.
func (s *Screen) Open(shell.Route) { s.turn() }

// Route is nowhere: the first run has no way back to.
func (s *Screen) Route() shell.Route { return shell.Route{} }

// Leave keeps the window while the recovery code is on the screen or the data
// file is being made; what else runs is dropped.
func (s *Screen) Leave() error {
	if s.work.Busy() && s.model.Step() == Passphrase {
		return errFounding()
	}
	if err := s.model.MayLeave(); err != nil {
		return err
	}
	s.work.Leave()
	return nil
}

// Help tells of the first run.
func (s *Screen) Help() shell.Help {
	return shell.Help{Title: "第一次打开",
		For: "建立本县的数据、先到演练县试试，或者取回备份。一页只问一件事，走到最后一页之前都可以退回去重来，除了恢复码：它只显示这一次。",
		Keys: []shell.Key{
			{Cap: "1 2 3", Does: "选一样；↑ ↓ 也行"}, {Cap: "Enter", Does: "下一格；最后一格：下一步"}, {Cap: "Shift+Tab", Does: "上一格"},
			{Cap: "Esc", Does: "上一步；第一页：退出；正在恢复：取消"}, {Cap: "F4", Does: "显示、遮住口令"},
			{Cap: "Ctrl+P", Does: "打印恢复码"}, {Cap: "Ctrl+O", Does: "选备份文件；导入单位册"},
		}}
}

func (s *Screen) pick(c Choice) {
	if s.model.Step() == Choose && !s.work.Busy() {
		s.model.Pick(c)
		s.front.RedrawPage()
	}
}

func (s *Screen) reveal() {
	if len(s.pageFields()) > 0 && s.hasSecret() {
		s.secrets.Turn()
	}
}

// turn shows the page that is open now, with the caret where work begins.
func (s *Screen) turn() {
	s.w.Say(kit.SayPlain, "", "")
	s.secrets.Cover()
	s.fill()
	s.enable()
	s.front.Redraw()
	s.ring = kit.NewRing(s.w.Keys, s.w.Focus, s.forward, s.pageFields(), s.pageButtons()...)
	s.w.Canvas().Unfocus()
	s.toMissing()
}

// changed shows what typing has changed.
func (s *Screen) changed() {
	s.enable()
	s.front.RedrawPage()
}

// forward is Enter: the next page, or the work that leads to it.
func (s *Screen) forward() {
	if s.work.Busy() {
		return
	}
	if ok, _ := s.model.MayGoOn(); !ok {
		s.toMissing()
		return
	}
	switch step := s.model.Step(); {
	case step == Choose && s.model.Choice() == PracticeCounty:
		run(s, "正在准备演练县", s.model.Practise(), s.opened)
	case step == Passphrase:
		run(s, "正在建立数据文件", s.model.Found(), s.founded)
	case step == Backup:
		run(s, "正在核对备份", s.model.Restore(), s.opened)
	case step == Units:
		s.opened(s.model.Desk())
	default:
		s.next(step)
	}
}

// next goes on where that needs no work.
func (s *Screen) next(from Step) {
	if err := s.model.Next(); err != nil {
		s.w.Errors.Show(err)
		return
	}
	if from == Recovery && s.model.Again() {
		s.opened(s.model.Desk())
		return
	}
	s.turn()
}

func (s *Screen) founded(f Founded) {
	if err := s.model.Show(f, rand.Reader); err != nil {
		s.w.Errors.Show(err)
	}
	s.turn()
}

// escape is Esc: stop what runs, or the page before, or out.
func (s *Screen) escape() {
	switch {
	case s.work.Busy():
		if s.model.Step() == Backup {
			s.work.Cancel()
		}
	case s.model.Step() == Choose:
		s.quit()
	case s.model.Back():
		s.turn()
	}
}

// run does a page's work in the background, the page meanwhile waiting.
func run[T any](s *Screen, title string, work func(context.Context) (T, error), done func(T)) {
	s.w.Say(kit.SayPlain, "", "")
	kit.Run(s.work, kit.Task[T]{
		Title: title,
		Work:  func(ctx context.Context, _ kit.Progress) (T, error) { return work(ctx) },
		Done:  done,
		Ended: s.changed,
	})
	s.changed()
}
