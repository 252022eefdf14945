package settings

import (
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"gongkao/app/years"
	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/wording"
)

// yearTab is the tab of the years: they stand in a list, the next one first; it is
// opened, taken back, or one that is over is looked at.
type yearTab struct {
	s          *Screen
	all        []Year
	working    int // the year in work when they were read
	open, back *kit.Button
}

func newYearTab(s *Screen) *yearTab {
	t := &yearTab{s: s}
	t.open = kit.NewButton("开启", "F8", true, t.askOpen)
	t.back = kit.NewButton("退回", "F9", false, t.askReturn)
	rows := kit.NewRows([]kit.Column{
		{Key: "year", Head: "年度", Width: 104}, {Key: "state", Head: "状态", Width: 168, Rest: true}, {Key: "came", Head: "带入", Width: 88, Right: true},
		{Key: "left", Head: "没有带入", Width: 88, Right: true}, {Key: "risen", Head: "升了等级", Width: 88, Right: true, Spare: 1}, {Key: "when", Head: "什么时候开启", Width: 152, Spare: 2},
	}, t.cell)
	rows.Pitch = listPitch
	rows.OnCurrent = func(int) { s.read() }
	rows.OnOpen = func(int) { t.look() }
	s.lists[Years] = rows
	return t
}

// newKeys adds the keys of the years to the page's, which the conditions have
// another use for.
func (t *yearTab) newKeys(keys *kit.Keys) {
	rules := t.s.rules
	for key, does := range map[fyne.KeyName]map[Tab]func(){
		fyne.KeyF7: {Years: t.report, Rules: rules.showHistory},
		fyne.KeyF8: {Years: t.askOpen, Rules: rules.putInForce},
		fyne.KeyF9: {Years: t.askReturn},
	} {
		keys.On(0, key, func() {
			if do := does[t.s.tab]; do != nil {
				do()
			}
		})
	}
}

// begin is the row to stand at first: the year in work, whose list F7 shows, or the
// next one where it is the first.
func (t *yearTab) begin() int {
	for row, y := range t.all {
		if y.Working && y.act.ID != "" {
			return row
		}
	}
	return 0
}

// refresh reads the years again, and reports whether another one is in work.
func (t *yearTab) refresh() (turned bool) {
	all, err := t.s.m.Years(context.Background())
	t.s.w.Errors.Show(err)
	was := t.working
	t.all, t.working = all, t.s.m.office.Working()
	t.back.Hidden = !slices.ContainsFunc(all, func(y Year) bool { return y.Working && y.act.Year != 0 })
	return was != t.working
}

func (t *yearTab) cell(row int, column string) kit.RowCell {
	y := t.all[row]
	switch column {
	case "year":
		return kit.Styled(fmt.Sprintf("%d 年度", y.Year), kit.Strong())
	case "state":
		return kit.Signed(kit.SignOf(y.Mark), y.State, kit.Style{})
	}
	return kit.Words(map[string]string{"came": y.Came, "left": y.Left, "risen": y.Risen, "when": y.When}[column])
}

// current is the year of the current row.
func (t *yearTab) current() (Year, bool) {
	at := t.s.lists[Years].Current()
	if at < 0 || at >= len(t.all) {
		return Year{}, false
	}
	return t.all[at], true
}

// askOpen says exactly what opening will do, and asks once.
func (t *yearTab) askOpen() {
	year := t.s.m.office.Working() + 1
	words, err := t.s.m.Ahead(context.Background())
	if err != nil {
		t.s.w.Errors.Show(err)
		return
	}
	t.s.w.Ask(shell.Question{Title: fmt.Sprintf("开启 %d 年度？", year), Words: words, Yes: "开启", Do: func() {
		t.write(fmt.Sprintf("正在开启 %d 年度", year), fmt.Sprintf("已开启 %d 年度", year), func(ctx context.Context, p kit.Progress) (data.YearOpening, error) {
			return years.Write(ctx, t.s.m.desk, year, years.Progress(p))
		})
	}})
}

// askReturn asks before the year is taken back.
func (t *yearTab) askReturn() {
	year := t.s.m.office.Working()
	words, err := t.s.m.Returning(context.Background())
	if err != nil {
		t.s.w.Errors.Show(err)
		return
	}
	t.s.w.Ask(shell.Question{Title: fmt.Sprintf("退回 %d 年度？", year), Words: words, Yes: "退回", Do: func() {
		t.write(fmt.Sprintf("正在退回 %d 年度", year), fmt.Sprintf("%d 年度已退回", year), func(ctx context.Context, p kit.Progress) (data.YearOpening, error) {
			return years.WriteBack(ctx, t.s.m.desk, year, years.Progress(p))
		})
	}})
}

// write does the long work, and lets the window begin anew in the year that is in
// work then.
func (t *yearTab) write(title, done string, work func(context.Context, kit.Progress) (data.YearOpening, error)) {
	if t.s.working.Busy() {
		return
	}
	desk := t.s.m.desk
	kit.Run(t.s.working, kit.Task[data.YearOpening]{
		Title: title,
		Work:  work,
		Done: func(act data.YearOpening) {
			next := "F7 看名单：谁没有带入、为什么"
			if act.Withdrawn != "" {
				next = fmt.Sprintf("接着办理 %d 年度", act.From)
			}
			t.s.Turned(func(ctx context.Context) error { return years.Turn(ctx, desk, act) }, wording.Done{What: done + fmt.Sprintf("，%s 人", wording.Count(act.People)), Next: next})
		},
	})
}

// look opens a year that is over, or the one in work again.
func (t *yearTab) look() {
	y, ok := t.current()
	switch {
	case !ok:
	case y.Next:
		t.askOpen()
	case y.Over || y.Working && t.s.m.Looking():
		t.s.LookAt(y.Year)
	default:
		t.report()
	}
}

// report lays the list of people over the page.
func (t *yearTab) report() {
	y, ok := t.current()
	if !ok || y.act.ID == "" {
		t.s.w.Say(kit.SayPlain, "这个年度没有开启的名单", "请选由上一年度开启的年度")
		return
	}
	sum, parts, err := t.s.m.YearReport(context.Background(), y)
	if err != nil {
		t.s.w.Errors.Show(err)
		return
	}
	t.s.w.Lay(760, nil, func(sheet *kit.Sheet, x, y0, width float32) float32 {
		at := y0
		sheet.KeyCapR("Esc", x+width, at+3)
		sheet.TextIn(fmt.Sprintf("开启 %d 年度的名单", y.Year), x, at, width-kit.KeyCapWidth("Esc")-12, 28, kit.Title())
		at += 36
		at += sheet.Para(sum, x, at, width, lineHeight, kit.Strong()) + 12
		for _, p := range parts {
			sheet.Head(p.Title, wording.Count(len(p.Lines))+" 人", x, at, width)
			at += kit.HeadHeight + 8
			at += drawReport(sheet, p, [3]float32{x, at, width}) + 16
		}
		if len(parts) == 0 {
			at += sheet.Para("全部照原样带入。", x, at, width, lineHeight, kit.Quiet())
		}
		return at - y0
	})
}

// mostShown is how many of a list are drawn; the command line writes all.
const mostShown = 200

func drawReport(sheet *kit.Sheet, p ReportPart, at [3]float32) (height float32) {
	x, y, width := at[0], at[1], at[2]
	for i, l := range p.Lines {
		if i == mostShown {
			return height + sheet.Para(fmt.Sprintf("还有 %s 人；全部名单用命令 gongkao year open --json 的结果", wording.Count(len(p.Lines)-i)), x, y+height, width, lineHeight, kit.Faint())
		}
		sheet.TextIn(l.Name, x, y+height, 112, lineHeight, kit.Style{})
		sheet.TextIn(l.IDNumber, x+120, y+height, 168, lineHeight, kit.Quiet())
		height += sheet.Para(l.Why, x+296, y+height, width-296, lineHeight, kit.Style{}) + 4
	}
	return height
}

// drawReading draws what the current year is.
func (t *yearTab) drawReading(c *column) {
	y, ok := t.current()
	if !ok {
		return
	}
	c.section(fmt.Sprintf("%d 年度", y.Year))
	if g := t.s.going; g != nil {
		words := fmt.Sprintf("%s… %s / %s", g.Title, wording.Count(g.Done), wording.Count(g.Total))
		if g.Stopping {
			words = "正在停下…"
		}
		x := c.x + kit.Whole(c.sheet.Text(words, c.x, c.y, lineHeight, kit.Strong()).MinSize().Width) + 12
		c.sheet.Put(t.s.stop, x, c.y, t.s.stop.MinSize().Width, kit.SmallHeight)
		c.y += lineHeight + 8
	}
	for _, words := range y.TellYear() {
		c.say(words, kit.NoSign, kit.Style{})
	}
	c.turn(8)
	c.facts(y.Facts())
}
