package views

import (
	"context"
	"fmt"

	"gongkao/views/kit"
	"gongkao/views/settings"
	"gongkao/views/shell"
	"gongkao/views/wording"
)

// turn lets the window begin anew at the list of years after the work, which
// changes what year the office is in, and says what was done.
func (p *program) turn(work func(context.Context) error, done wording.Done) {
	p.anew(work, shell.Route{Place: shell.Settings, Memo: settings.Years}, done)
}

// anew does the work while nothing of the office is on the screen, and then lays
// the office anew and opens the route.
func (p *program) anew(work func(context.Context) error, to shell.Route, done wording.Done) {
	desk := p.desk
	p.window.Alone(newOpening(p.window, p.native.Close))
	kit.Run(p.window.Runner.NewLane(nil), kit.Task[error]{
		Title: "正在换年度",
		Work: func(ctx context.Context, _ kit.Progress) (error, error) {
			return work(context.WithoutCancel(ctx)), nil
		},
		Done: func(err error) { // whatever went wrong, the office is to be seen
			p.lay(desk)
			p.window.Go(to)
			if err != nil {
				p.window.Errors.Show(err)
				return
			}
			p.window.Done(done)
		},
	})
}

// lookAt shows another year of the office.
func (p *program) lookAt(year int) {
	desk := p.desk
	done := wording.Done{What: fmt.Sprintf("现在看的是 %d 年度，只能查看和打印", year), Next: fmt.Sprintf("Ctrl+Y 回到 %d 年度", desk.Office.Working())}
	if year == desk.Office.Working() {
		done = wording.Done{What: fmt.Sprintf("回到 %d 年度", year)}
	}
	p.anew(func(ctx context.Context) error {
		if err := desk.Office.LookAt(ctx, year); err != nil {
			return err
		}
		return desk.Reload(ctx)
	}, shell.Route{Place: shell.Applicants}, done)
}
