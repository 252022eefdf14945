package applicants

import (
	"context"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"

	"gongkao/app/intake"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/wording"
)

// importing is an import while it runs: a file is looked at, what is doubtful asked,
// then it is taken in. Nobody else may use the desk while it is, for at its end the
// desk reads everything again; so a sheet lies over the list until then, and every
// other screen has been left.
type importing struct {
	w     *shell.Window
	desk  *registration.Desk
	lane  *kit.Lane
	path  string
	rest  []string // files that come after it
	title string   // 正在导入
	first string   // what is said before anything can be counted
	doing string   // 正在写入
	stop  *kit.Button
	body  *fyne.Container
	at    kit.ProgressShown
	over  bool
	came  bool         // from another screen, to which a ledger's import leads back
	waits data.BatchID // the first import of these of which rows wait
}

// ImportFiles asks for a sheet and takes it in: Ctrl+O.
func ImportFiles(w *shell.Window, desk *registration.Desk) {
	w.Files.Open(kit.FileAsk{Title: "选择花名册、单位册，缴费、成绩或教材征订的表格", Kinds: []kit.FileKind{kit.SheetFiles}}, func(path string) {
		TakeIn(w, desk, []string{path})
	})
}

// TakeIn takes files in, one after the other.
func TakeIn(w *shell.Window, desk *registration.Desk, paths []string) {
	if len(paths) == 0 || w.Laid() {
		return
	}
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
	i := &importing{w: w, desk: desk, path: paths[0], rest: paths[1:], came: came}
	i.look()
}

// look reads the file and writes nothing; what is doubtful is asked.
func (i *importing) look() {
	i.title, i.first, i.doing = "正在导入", "正在读表…", "正在读"
	i.cover()
	path, desk := i.path, i.desk
	kit.Run(i.lane, kit.Task[looked]{
		Title: "导入“" + filepath.Base(path) + "”",
		Work: func(ctx context.Context, progress kit.Progress) (looked, error) {
			return lookAt(ctx, desk, path, progress)
		},
		Done:  i.ask,
		Ended: i.end,
	})
}

// take takes the file in.
func (i *importing) take(opts intake.Options) {
	i.title, i.first, i.doing = "正在导入", "正在读表…", "正在写入"
	i.cover()
	path, desk := i.path, i.desk
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

// next goes on with the file that comes after; behind the last the rows that wait
// are shown.
func (i *importing) next() {
	if len(i.rest) > 0 && !i.w.Laid() {
		n := &importing{w: i.w, desk: i.desk, path: i.rest[0], rest: i.rest[1:], waits: i.waits}
		n.look()
		return
	}
	if i.waits != "" {
		i.w.Go(shell.Route{Place: shell.Tray, Batch: i.waits})
	}
}

// cover lays the sheet over the list under which an import, or taking one back,
// is done.
func (i *importing) cover() {
	i.over, i.at = false, kit.ProgressShown{}
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
		words = i.doing + " " + wording.Count(i.at.Done) + " / " + wording.Count(i.at.Total) + " 行"
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

// tell says what entered, and shows what did not: people and units in the tray,
// rows of the year's books on a sheet.
func (i *importing) tell(r intake.Result) {
	i.end()
	told, err := Tell(r)
	if err != nil {
		i.w.Errors.Show(err)
		i.next()
		return
	}
	i.w.Wrote()
	if i.came && told.ledger && told.People+told.Units == 0 {
		i.w.Back() // to where the money, the scores or the books are looked at
	}
	i.w.Reread()
	if told.Tray == "" && told.again > 0 {
		told.Tray = i.waiting(told.File)
	}
	if i.waits == "" {
		i.waits = told.Tray
	}
	if len(told.Lines)+len(told.Batches) > 0 && told.Tray == "" {
		i.show(told)
	} else {
		i.next()
	}
	i.say(told) // last: another screen begins with an empty bar
}

// waiting is the newest import of a file of which rows wait; "" for none.
func (i *importing) waiting(file string) (id data.BatchID) {
	imports, err := i.desk.Imports(context.Background())
	if err != nil {
		i.w.Errors.Show(err)
	}
	for _, b := range imports {
		if b.Waiting > 0 && b.Void == "" && slices.ContainsFunc(b.Files, func(f data.BatchFile) bool { return f.Name == file }) {
			id = b.ID
		}
	}
	return id
}

// say says in the bar what became of the file.
func (i *importing) say(told Imported) {
	if done := told.Done(); told.Waiting > 0 || told.Read() == 0 {
		i.w.Say(kit.SayWarn, done.What, done.Next)
	} else {
		i.w.Done(done)
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
