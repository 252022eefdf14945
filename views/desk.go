package views

import (
	"context"

	"gongkao/app/keeping"
	"gongkao/app/paper"
	"gongkao/app/registration"
	morning "gongkao/app/today"
	"gongkao/assets"
	"gongkao/views/applicants"
	"gongkao/views/kit"
	"gongkao/views/papers"
	"gongkao/views/record"
	"gongkao/views/settings"
	"gongkao/views/shell"
	"gongkao/views/today"
	"gongkao/views/units"
)

// open lays an opened office on the desk: the frame, and the morning page in it.
func (p *program) open(d *registration.Desk) {
	p.desk = d
	drafts, err := registration.OpenDrafts(context.Background(), d.Office)
	if err != nil {
		p.window.Errors.Show(err)
		return
	}
	known, err := paper.Load(assets.Files)
	if err != nil {
		p.window.Errors.Show(err)
		return
	}
	kit.Dress(p.app, d.Office.Profile.Practice)
	w := p.window
	w.Now = d.Office.Now
	w.Makers = map[shell.Place]func() shell.Screen{
		shell.Today:      func() shell.Screen { return today.NewScreen(w, d) },
		shell.Applicants: func() shell.Screen { return applicants.NewScreen(w, d) },
		shell.Record:     func() shell.Screen { return record.NewScreen(w, d, drafts, known.Name) },
		shell.Units:      func() shell.Screen { return units.NewScreen(w, d) },
		shell.Papers: func() shell.Screen {
			return papers.NewScreen(w, d, known, papers.Machines{Renderer: p.renderer, Printer: p.printer})
		},
		shell.Settings: func() shell.Screen { return settings.NewScreen(w, d.Office, func() { w.Resign(p.sign()) }) },
	}
	w.Counts = p.counts
	w.LastBackup = func() string { return settings.LastBackup(d.Office) }
	w.Import = func() { applicants.ImportFiles(w, d) }
	w.Open(p.sign())
	w.Go(shell.Route{Place: shell.Today})
	p.greet()
}

// sign is what the frame says of the office.
func (p *program) sign() shell.Sign {
	o := p.desk.Office
	return shell.Sign{County: o.Profile.County, Office: o.Profile.Name, Clerk: o.Clerk, Year: o.Profile.Year, Practice: o.Profile.Practice}
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
		return map[shell.Place]int{shell.Applicants: drafts, shell.Units: silent}
	}
}
