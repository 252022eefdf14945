package statistics

import (
	"context"

	"fyne.io/fyne/v2"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/wording"
)

// Screen draws at the left what may be counted by, at the right the table with
// its bars, and under it the sum.
type Screen struct {
	w         *shell.Window
	m         *Model
	keys      *kit.Keys
	reading   *kit.Lane
	exporting *kit.Lane

	choices, rows *kit.Rows
	export, print *kit.Button
	object        *fyne.Container
}

var (
	_ shell.Screen = (*Screen)(nil)
	_ shell.Reader = (*Screen)(nil)
)

// NewScreen returns the statistics of an office.
func NewScreen(w *shell.Window, desk *registration.Desk) *Screen {
	s := &Screen{w: w, m: New(desk), keys: kit.NewKeys()}
	s.reading = w.Runner.NewLane(nil)
	s.exporting = w.Runner.NewLane(nil)
	s.export = kit.NewButton("导出", "Ctrl+S", false, s.toFile)
	s.print = kit.NewButton("打印", "Ctrl+P", false, s.toPaper)
	s.choices = s.newChoices()
	s.rows = s.newRows()
	s.export.Join(w.Keys, s.after(s.rows, s.print))
	s.print.Join(w.Keys, s.after(s.export, s.choices))
	digits := []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8}
	for i, key := range digits {
		s.keys.On(0, key, func() { s.toggle(i) })
	}
	s.keys.On(0, fyne.KeyEscape, w.Back)
	s.keys.On(0, fyne.KeyF7, w.Back)
	s.keys.On(fyne.KeyModifierControl, fyne.KeyS, s.toFile)
	s.keys.On(fyne.KeyModifierControl, fyne.KeyP, s.toPaper)
	s.object = kit.Drawn(fyne.Size{}, s.draw)
	return s
}

// after says where Tab leads, and Shift+Tab.
func (s *Screen) after(before, next fyne.Focusable) func(back bool) {
	return func(back bool) {
		if back {
			s.w.Focus(before)
			return
		}
		s.w.Focus(next)
	}
}

func (s *Screen) newChoices() *kit.Rows {
	rows := kit.NewRows([]kit.Column{{Key: "cap", Head: "键", Width: 36}, {Key: "label", Head: "按什么统计", Width: 80, Rest: true}, {Key: "mark", Width: 32}}, s.choiceCell)
	rows.Bare, rows.Inset = true, kit.Margin-8
	rows.OnOpen = s.toggle
	return rows
}

func (s *Screen) newRows() *kit.Rows {
	rows := kit.NewRows([]kit.Column{
		{Key: "label", Width: 220, Rest: true, Least: 120}, {Key: "people", Head: "人数", Width: 76, Right: true},
		{Key: "last", Head: "上年", Width: 76, Right: true, Spare: 2}, {Key: "change", Head: "增减", Width: 68, Right: true, Spare: 4},
		{Key: "bar", Head: "人数图", Width: 176, Spare: 1}, {Key: "approved", Head: "通过", Width: 68, Right: true, Spare: 3},
		{Key: "due", Head: "应缴（元）", Width: 124, Right: true}, {Key: "paid", Head: "已缴（元）", Width: 124, Right: true},
	}, s.cell)
	rows.Join(s.w.Keys, s.after(s.choices, s.export))
	s.choices.Join(s.w.Keys, s.after(s.print, rows))
	rows.OnOpen = s.open
	return rows
}

// Object is the page.
func (s *Screen) Object() fyne.CanvasObject { return s.object }

// Keys are the page's own.
func (s *Screen) Keys() *kit.Keys { return s.keys }

// Open counts anew, and reads last year's people for comparison.
func (s *Screen) Open(r shell.Route) {
	if by, again := r.Memo.([]string); again {
		s.m.SetBy(by)
	}
	s.Refresh()
	s.w.Focus(s.rows)
	read := s.m.ReadEarlier()
	kit.Run(s.reading, kit.Task[[]*data.Applicant]{
		Title: "正在读上年的人",
		Work:  func(ctx context.Context, _ kit.Progress) ([]*data.Applicant, error) { return read(ctx) },
		Done: func(before []*data.Applicant) {
			s.m.Compare(before)
			s.Refresh()
		},
	})
}

// Refresh counts again.
func (s *Screen) Refresh() {
	s.rows.Change(func() int {
		s.w.Errors.Show(s.m.Count())
		return s.m.Len()
	})
	s.choices.Change(func() int { return len(s.m.Choices()) })
	for _, c := range s.rows.Columns() {
		if c.Hidden == s.m.Compares() && (c.Key == "last" || c.Key == "change") {
			s.rows.ShowColumn(c.Key, s.m.Compares())
		}
	}
	s.object.Refresh()
}

// Route remembers what was counted by.
func (s *Screen) Route() shell.Route { return shell.Route{Place: shell.Statistics, Memo: s.m.By()} }

// Leave drops the reading of last year; an export goes on.
func (s *Screen) Leave() error {
	s.reading.Leave()
	return nil
}

func (s *Screen) toggle(row int) {
	s.m.Toggle(row)
	s.Refresh()
	s.rows.GoTo(0)
}

// open opens the people a line counts.
func (s *Screen) open(row int) {
	list, err := s.m.Opens(row)
	if err != nil {
		s.w.Errors.Show(err)
		return
	}
	s.w.Go(shell.Route{Place: shell.Applicants, Select: &list})
}

// toPaper shows the table as it will be printed.
func (s *Screen) toPaper() {
	s.w.Go(shell.Route{Place: shell.Papers, Paper: "statistics", By: s.m.By()})
}

// toFile writes the table as a sheet.
func (s *Screen) toFile() {
	ask := kit.FileAsk{Title: "导出到哪里", Name: s.m.ExportName(), Kinds: []kit.FileKind{kit.ExcelFiles}}
	s.w.Files.Save(ask, func(path string) {
		work := s.m.Export(path)
		kit.Run(s.exporting, kit.Task[wording.Done]{
			Title: "正在导出",
			Work:  func(ctx context.Context, _ kit.Progress) (wording.Done, error) { return work(ctx) },
			Done:  s.w.Done,
		})
	})
}

// Help tells what the page is for.
func (s *Screen) Help() shell.Help {
	return shell.Help{
		Title: "统计", For: "已申报的人（不含撤回的）按一样或两样东西分开数，钱一起算。每个数都是一个个人加起来的，和花名册、汇总表对得上。",
		Keys: []shell.Key{
			{Cap: "1 … 8", Does: "按这一项统计；再按一次取消。先选的在上层，后选的在下层"},
			{Cap: "Enter", Does: "打开这一行的名单（按等级、工种、单位、主管部门、状态统计时）"},
			{Cap: "Tab", Does: "到按钮，再到左边的各项"},
			{Cap: "Ctrl+C", Does: "把这一行复制走"},
			{Cap: "Ctrl+S", Does: "导出成 Excel 表"},
			{Cap: "Ctrl+P", Does: "看打印出来的样子，再打印"},
			{Cap: "F7 Esc", Does: "返回今日"},
		},
	}
}
