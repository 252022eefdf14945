// Package views is the window program put together: which screen each place
// opens, and the way from the first start through signing in to the desk. It
// decides nothing about people or papers; it hands the parts to each other.
// main calls Run.
package views

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"

	"gongkao/app/demo"
	"gongkao/app/office"
	"gongkao/app/preview"
	"gongkao/app/printer"
	"gongkao/app/registration"
	"gongkao/views/firstrun"
	"gongkao/views/instance"
	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/unlock"
)

// practiceFolder is where the practice county lies that the first run offers,
// beside the county's own folder.
const practiceFolder = "演练"

// Start is where and how the program is started.
type Start struct {
	Folder     string
	Passphrase string // given on the command line; "" is asked for
	Now        func() time.Time
	Fixed      bool // the clock was set from outside: a practice county keeps it
}

// program is the running window.
type program struct {
	start    Start
	app      fyne.App
	native   fyne.Window
	window   *shell.Window
	journal  *journal
	renderer *preview.Renderer
	printer  *printer.System
	desk     *registration.Desk // nil before an office is open
}

// Run opens the window on a data folder and returns when it is closed. When
// another window has the folder, that one comes to the front and Run returns at
// once.
func Run(a fyne.App, s Start) (err error) {
	if err := os.MkdirAll(s.Folder, 0o700); err != nil {
		return fmt.Errorf("不能使用数据文件夹 %s，请换一个可以写入的文件夹（%w）", s.Folder, err)
	}
	// The faces keep a hundred megabytes alive; at the usual pace the collector
	// would let as much again pile up.
	debug.SetGCPercent(50)
	p := &program{start: s, app: a}
	claimed, err := instance.Claim(s.Folder, p.called)
	if err != nil || claimed == nil {
		return err
	}
	defer func() { err = errors.Join(err, claimed.Close()) }()
	if p.journal, err = openJournal(s.Folder); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.journal.Close()) }()
	cache, _ := os.UserCacheDir() // without one the renderer only starts slowly
	p.renderer = preview.New(filepath.Join(cache, "gongkao"))
	p.printer = printer.New()
	p.build()
	p.native.ShowAndRun()
	return p.end()
}

// build makes the window, dressed for a real office until it is known to be
// otherwise.
func (p *program) build() {
	kit.Dress(p.app, false)
	p.native = p.app.NewWindow("工考")
	p.native.SetIcon(kit.ProgramIcon())
	p.native.SetMaster()
	p.window = shell.New(p.native, p.journal, p.start.Now)
	p.window.Memory = shell.ReadMemory(filepath.Join(p.start.Folder, "window.json"), p.journal.note)
	p.window.CloseWith(p.native.Close)
	p.window.SizeBack()
	p.app.Lifecycle().SetOnStarted(p.begin)
}

// begin shows the first screen. It runs when the window is there, so that a
// large register is read behind a picture and not before one.
func (p *program) begin() {
	p.window.PutBack()
	p.window.FollowCaret()
	p.renderer.Warm(context.Background())
	place := office.Place{Folder: p.start.Folder, Passphrase: p.start.Passphrase, Now: p.start.Now}
	if !office.Exists(place.Folder) {
		p.introduce(place, "")
		return
	}
	p.window.Alone(newOpening(p.window, p.native.Close))
	kit.Run(p.window.Runner.NewLane(nil), kit.Task[*unlock.Model]{
		Title: "正在打开",
		Work: func(ctx context.Context, _ kit.Progress) (*unlock.Model, error) {
			m, err := unlock.New(ctx, place)
			if err != nil {
				return unlock.Refused(place, err), nil
			}
			return m, nil
		},
		Done: func(m *unlock.Model) { p.signIn(place, m) },
	})
}

// practice is where the practice county lies that is offered beside the county's
// own data.
func (p *program) practice() office.Place {
	return office.Place{Folder: filepath.Join(p.start.Folder, practiceFolder), Now: p.start.Now}
}

// introduce is the first start of all, or the way back from a backup.
func (p *program) introduce(place office.Place, backup string) {
	model := firstrun.New(place, p.practice())
	if backup != "" {
		model.Bring(backup)
	}
	p.first(model, p.open)
}

// first shows a page of the first run.
func (p *program) first(model *firstrun.Model, opened func(*registration.Desk)) {
	s := firstrun.NewScreen(p.window, model, opened, p.native.Close)
	s.Print = func(pdf []byte) error {
		_, err := p.printer.Print(context.Background(), printer.Job{Name: "恢复码", PDF: pdf})
		return err
	}
	p.window.Alone(s)
}

// printNote hands the day's note to the printer.
func (p *program) printNote(pdf []byte) error {
	_, err := p.printer.Print(context.Background(), printer.Job{Name: "今日便条", PDF: pdf})
	return err
}

// signIn asks for the passphrase. A practice county has none.
func (p *program) signIn(place office.Place, m *unlock.Model) {
	_, refused := m.Refusal()
	if refused || !m.Practice() && place.Passphrase == "" {
		s := unlock.NewScreen(p.window, m, p.open)
		s.Practise = func() { p.enter(p.practice()) }
		s.Restore = func(backup string) { p.introduce(place, backup) }
		p.window.Alone(s)
		return
	}
	p.enter(place)
}

// enter opens an office that asks for nothing.
func (p *program) enter(place office.Place) {
	kit.Run(p.window.Runner.NewLane(nil), kit.Task[*registration.Desk]{
		Title: "正在打开",
		Work: func(ctx context.Context, _ kit.Progress) (*registration.Desk, error) {
			open := demo.Visit
			if p.start.Fixed && office.Exists(place.Folder) {
				open = office.Open
			}
			o, err := open(ctx, place)
			return registration.Sit(ctx, o, err)
		},
		Done: p.open,
	})
}

// called brings the window to the front: somebody started the program again.
func (p *program) called() {
	if p.window != nil {
		p.window.Raise()
	}
}

// end closes what is open.
func (p *program) end() error {
	err := errors.Join(p.printer.Close(), p.renderer.Close())
	if p.desk != nil {
		err = errors.Join(err, p.desk.Office.Close())
	}
	return err
}
