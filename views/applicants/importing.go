package applicants

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"

	"gongkao/app/intake"
	"gongkao/app/registration"
	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/wording"
)

// importing is an import while it runs. Nobody else may use the desk meanwhile,
// for at its end the desk reads everything again; so a sheet lies over the list
// until then, and every other screen has been left.
type importing struct {
	w     *shell.Window
	desk  *registration.Desk
	lane  *kit.Lane
	path  string
	title string // 正在导入
	first string // what is said before anything can be counted
	stop  *kit.Button
	body  *fyne.Container
	at    kit.ProgressShown
	over  bool
	came  bool // from another screen, to which a ledger's import leads back
}

// ImportFiles asks for a sheet and takes it in: Ctrl+O.
func ImportFiles(w *shell.Window, desk *registration.Desk) {
	w.Files.Open(kit.FileAsk{Title: "选择花名册、单位册，缴费、成绩或教材征订的表格", Kinds: []kit.FileKind{kit.SheetFiles}}, func(path string) {
		takeIn(w, desk, path, intake.Options{})
	})
}

func takeIn(w *shell.Window, desk *registration.Desk, path string, opts intake.Options) {
	came := false
	if _, here := w.Screen().(*Screen); !here {
		w.Go(shell.Route{Place: shell.Applicants})
		came = true
	}
	s, here := w.Screen().(*Screen)
	if !here {
		return // the other screen holds something that cannot be left; it has said what
	}
	s.counting.Leave()
	i := &importing{w: w, desk: desk, path: path, title: "正在导入", first: "正在读表…", came: came}
	i.cover()
	kit.Run(i.lane, kit.Task[intake.Result]{
		Title: "导入“" + filepath.Base(path) + "”",
		Work: func(ctx context.Context, progress kit.Progress) (intake.Result, error) {
			opts.Progress = progress
			return intake.Take(ctx, desk, []string{path}, opts)
		},
		Done:  i.tell,
		Ended: i.end,
	})
}

// cover lays the sheet over the list under which an import, or taking one back,
// is done.
func (i *importing) cover() {
	i.lane = i.w.Runner.NewLane(i.progress)
	i.stop = kit.NewButton("取消", "Esc", false, i.cancel)
	i.body = kit.Drawn(fyne.Size{}, i.draw)
	i.lay()
}

// lay shows how far it is; Esc asks it to stop and does not close the sheet.
func (i *importing) lay() {
	keys := kit.NewKeys()
	i.w.Lay(480, keys, func(p *kit.Sheet, x, y, width float32) float32 {
		const height = 90 + kit.ButtonHeight
		p.Put(i.body, x, y, width, height)
		return height
	})
	keys.On(0, fyne.KeyEscape, i.cancel)
}

func (i *importing) draw(p *kit.Sheet, size fyne.Size) {
	p.Text(i.title, 0, 0, 28, kit.Title())
	p.TextIn(filepath.Base(i.path), 0, 36, size.Width, 22, kit.Quiet())
	words, part := i.first, float32(0)
	if i.at.Total > 0 {
		words = "正在写入 " + wording.Count(i.at.Done) + " / " + wording.Count(i.at.Total) + " 行"
		part = float32(i.at.Done) / float32(i.at.Total)
	}
	if i.at.Stopping {
		words = "正在停下…"
	}
	p.Rect(0, 72, size.Width, 6, kit.Colors.Hair)
	p.Rect(0, 72, kit.Whole(size.Width*part), 6, kit.Colors.Accent)
	p.Text(words, 0, 90, kit.ButtonHeight, kit.Style{})
	wide := i.stop.MinSize().Width
	p.Put(i.stop, size.Width-wide, 90, wide, kit.ButtonHeight)
}

func (i *importing) progress(p *kit.ProgressShown) {
	if p == nil || i.over {
		return
	}
	i.at = *p
	i.body.Refresh()
}

func (i *importing) cancel() {
	if i.lane.Cancel() {
		i.at.Stopping = true
		i.stop.Disable()
		i.body.Refresh()
	}
}

// end takes the sheet away, whatever the end was.
func (i *importing) end() {
	if !i.over {
		i.over = true
		i.w.Close()
	}
}

// tell says what entered, and shows what did not.
func (i *importing) tell(r intake.Result) {
	i.end()
	told, err := Tell(r)
	if err != nil {
		i.w.Errors.Show(err)
		return
	}
	i.w.Wrote()
	if i.came && told.ledger && told.People+told.Units == 0 {
		i.w.Back() // to where the money, the scores or the books are looked at
	}
	i.w.Reread()
	if done := told.Done(); told.Waiting > 0 || told.Read() == 0 {
		i.w.Say(kit.SayWarn, done.What, done.Next)
	} else {
		i.w.Done(done)
	}
	if len(told.Lines)+len(told.Batches) > 0 {
		i.show(told)
	}
}

// takeBack takes back what the file has just brought.
func (i *importing) takeBack(told Imported) {
	u := &importing{w: i.w, desk: i.desk, path: i.path, title: "正在撤销", first: "正在作废这一批…"}
	u.cover()
	kit.Run(u.lane, kit.Task[int]{
		Title: "撤销“" + told.File + "”",
		Work: func(ctx context.Context, _ kit.Progress) (removed int, err error) {
			for _, batch := range told.Batches {
				taken, err := intake.TakeBack(ctx, i.desk, batch, "导入后当场撤销")
				if err != nil {
					return removed, err
				}
				removed += taken.Removed
			}
			return removed, nil
		},
		Done: func(removed int) {
			u.end()
			u.w.Wrote()
			u.w.Reread()
			u.w.Done(told.TakenBack(removed))
		},
		Ended: u.end,
	})
}
