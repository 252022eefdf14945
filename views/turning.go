package views

import (
	"context"
	"fmt"

	"gongkao/app/registration"
	"gongkao/views/kit"
	"gongkao/views/settings"
	"gongkao/views/shell"
	"gongkao/views/wording"
)

// turn lets the window begin anew after the work, which changes what year the
// office is in: nothing of the office is on the screen meanwhile. It ends at the
// list of years and says what was done.
func (p *program) turn(work func(context.Context) error, done wording.Done) {
	desk := p.desk
	p.window.Alone(newOpening(p.window, p.native.Close))
	kit.Run(p.window.Runner.NewLane(nil), kit.Task[*registration.Desk]{
		Title: "正在换年度",
		Work: func(ctx context.Context, _ kit.Progress) (*registration.Desk, error) {
			return desk, work(context.WithoutCancel(ctx))
		},
		Ended: func() { // what went wrong has been said; the office is to be seen all the same
			p.lay(desk)
			p.window.Go(shell.Route{Place: shell.Settings, Memo: settings.Years})
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
	p.turn(func(ctx context.Context) error {
		if err := desk.Office.LookAt(ctx, year); err != nil {
			return err
		}
		return desk.Reload(ctx)
	}, done)
}
