package views

import (
	"context"
	"crypto/rand"

	"fyne.io/fyne/v2"

	"gongkao/app/dossier"
	"gongkao/app/keeping"
	"gongkao/app/printing"
	"gongkao/app/registration"
	outcomes "gongkao/app/results"
	reviewing "gongkao/app/review"
	printed "gongkao/app/stamped"
	morning "gongkao/app/today"
	"gongkao/views/applicants"
	"gongkao/views/fees"
	"gongkao/views/firstrun"
	"gongkao/views/history"
	"gongkao/views/kit"
	"gongkao/views/papers"
	"gongkao/views/photos"
	"gongkao/views/record"
	"gongkao/views/results"
	"gongkao/views/review"
	"gongkao/views/settings"
	"gongkao/views/shell"
	"gongkao/views/spotcheck"
	"gongkao/views/stamped"
	"gongkao/views/statistics"
	"gongkao/views/textbooks"
	"gongkao/views/today"
	"gongkao/views/tray"
	"gongkao/views/units"
)

// open takes an opened office. One whose recovery code nobody has copied, because
// the program ended over it, gets a new code before anything else.
func (p *program) open(d *registration.Desk) {
	p.desk = d
	if d.Office.RecoveryOwed() {
		p.renew("上次没有抄好恢复码就关了", "这是重新做的一份，原来那份作废")
		return
	}
	p.lay(d)
}

// renew makes a new recovery code and shows its page; the desk comes after it.
func (p *program) renew(why, next string) {
	desk, shown := p.desk, false
	kit.Run(p.window.Runner.NewLane(nil), kit.Task[*firstrun.Model]{
		Title: "正在换恢复码",
		Work: func(ctx context.Context, _ kit.Progress) (*firstrun.Model, error) {
			code, err := desk.Office.NewRecovery(ctx)
			if err != nil {
				return nil, err
			}
			return firstrun.Recopy(firstrun.Founded{Desk: desk, Code: code}, rand.Reader)
		},
		Done: func(m *firstrun.Model) {
			shown = true
			p.first(m, p.lay)
			p.window.Say(kit.SayWarn, why, next)
		},
		// What refuses a new code has been said; the people are to be seen all the same.
		Ended: func() {
			if !shown {
				p.lay(desk)
			}
		},
	})
}

// lay puts an office on the desk: the frame, and the morning page in it.
func (p *program) lay(d *registration.Desk) {
	drafts, err := registration.OpenDrafts(context.Background(), d.Office)
	if err != nil {
		p.window.Errors.Show(err)
		return
	}
	known, err := printing.Papers(d.Office.Folder)
	if err != nil {
		p.window.Errors.Show(err)
		return
	}
	folders, err := dossier.New(d)
	if err != nil {
		p.window.Errors.Show(err)
		return
	}
	d.CallPapers(known.Short)
	sheets := printed.Desk{Desk: d, Papers: known}
	kit.Dress(p.app, d.Office.Profile.Practice)
	w := p.window
	w.Now = d.Office.Now
	w.Makers = map[shell.Place]func() shell.Screen{
		shell.Today: func() shell.Screen {
			s := today.NewScreen(w, d)
			s.Print = p.printNote
			return s
		},
		shell.Applicants: func() shell.Screen { return applicants.NewScreen(w, d) },
		shell.Record: func() shell.Screen {
			s := record.NewScreen(w, d, drafts, known.Short)
			s.Pages = p.renderer
			return s
		},
		shell.Review:     func() shell.Screen { return review.NewScreen(w, d, folders, p.renderer) },
		shell.SpotCheck:  func() shell.Screen { return spotcheck.NewScreen(w, d) },
		shell.Units:      func() shell.Screen { return units.NewScreen(w, d) },
		shell.Statistics: func() shell.Screen { return statistics.NewScreen(w, d) },
		shell.History:    func() shell.Screen { return history.NewScreen(w, d) },
		shell.Textbooks:  func() shell.Screen { return textbooks.NewScreen(w, d) },
		shell.Tray:       func() shell.Screen { return tray.NewScreen(w, d) },
		shell.Fees:       func() shell.Screen { return fees.NewScreen(w, d) },
		shell.Papers: func() shell.Screen {
			return papers.NewScreen(w, d, known, papers.Machines{Renderer: p.renderer, Printer: p.printer})
		},
		shell.Results:  func() shell.Screen { return results.NewScreen(w, d, known.Short) },
		shell.Settings: func() shell.Screen { return p.settings(d) },
		shell.Photos:   func() shell.Screen { return photos.NewScreen(w, d) },
		shell.Stamped:  func() shell.Screen { return stamped.NewScreen(w, sheets) },
		shell.Reprints: func() shell.Screen { return stamped.NewReprintsScreen(w, sheets) },
	}
	w.Scanner = stamped.NewScanner(w, sheets)
	w.Counts = p.counts
	w.LastBackup = func() string { return settings.LastBackup(d.Office) }
	w.Return = func() { p.lookAt(d.Office.Working()) }
	w.Import = func() { applicants.ImportFiles(w, d) }
	p.native.SetOnDropped(func(_ fyne.Position, files []fyne.URI) { applicants.TakeIn(w, d, pathsOf(files)) })
	w.Open(p.sign())
	w.Go(shell.Route{Place: shell.Today})
	p.greet()
}

// pathsOf are the files of what was dropped on the window.
func pathsOf(files []fyne.URI) (paths []string) {
	for _, f := range files {
		paths = append(paths, f.Path())
	}
	return paths
}

// settings makes the settings' screen.
func (p *program) settings(d *registration.Desk) shell.Screen {
	s := settings.NewScreen(p.window, d, func() { p.window.Resign(p.sign()) })
	s.Turned = p.turn
	s.LookAt = p.lookAt
	s.Renew = func() { p.renew("恢复码换了", "请照下面的新恢复码抄好") }
	return s
}

// sign is what the frame says of the office.
func (p *program) sign() shell.Sign {
	o := p.desk.Office
	sign := shell.Sign{County: o.Profile.County, Office: o.Profile.Name, Clerk: o.Clerk, Year: o.Profile.Year, Practice: o.Profile.Practice}
	if o.Looking() {
		sign.Working = o.Working()
	}
	return sign
}

// greet says what a clerk must know before he begins, the gravest last: the bar
// has room for one.
func (p *program) greet() {
	w := p.window
	if p.journal.Crashed != "" {
		w.Say(kit.SayWarn, "上次程序没有正常结束；已保存的都在", "原因记在 "+p.journal.Crashed+"，请发给维护的人")
	}
	if err := p.desk.Office.Store.Trouble(); err != nil {
		w.Errors.Show(err)
	}
	p.askClock()
	p.dailyBackup()
}

// dailyBackup makes the first backup of a day in the background. Invented people
// need none.
func (p *program) dailyBackup() {
	o := p.desk.Office
	if o.Profile.Practice || o.Store.Trouble() != nil {
		return
	}
	kit.Run(p.window.Runner.NewLane(nil), kit.Task[struct{}]{
		Title: "正在做今天的备份",
		Work: func(ctx context.Context, _ kit.Progress) (struct{}, error) {
			return struct{}{}, keeping.Daily(ctx, o.Store, o.BackupFolder())
		},
		Done: func(struct{}) { p.window.BackedUp() },
	})
}

// counts returns the work of counting what waits.
func (p *program) counts() func() map[shell.Place]int {
	desk := p.desk
	return func() map[shell.Place]int {
		drafts, silent := morning.Waiting(desk)
		return map[shell.Place]int{shell.Applicants: drafts, shell.Review: len(reviewing.Queue(desk, "")), shell.Units: silent, shell.Fees: fees.Waiting(desk),
			shell.Results: outcomes.Waiting(desk.Office.Policy, desk.Register.Find(registration.Query{}), desk.Office.Today())}
	}
}
