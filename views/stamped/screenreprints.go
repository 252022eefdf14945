package stamped

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	sheets "gongkao/app/stamped"
	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/wording"
)

// ReprintsScreen draws the papers that no longer say what is on record, and what
// has changed on the current one.
type ReprintsScreen struct {
	w    *shell.Window
	m    *Reprints
	keys *kit.Keys

	lane                  *kit.Lane
	reading               *kit.ProgressShown // nil: not long enough to say so
	rows                  *kit.Rows
	print, record, stamps *kit.Button
	object                *fyne.Container
}

var (
	_ shell.Screen = (*ReprintsScreen)(nil)
	_ shell.Reader = (*ReprintsScreen)(nil)
)

// NewReprintsScreen returns the list of an office.
func NewReprintsScreen(w *shell.Window, desk sheets.Desk) *ReprintsScreen {
	s := &ReprintsScreen{w: w, m: NewReprints(desk), keys: kit.NewKeys()}
	s.lane = w.Runner.NewLane(s.progress)
	s.rows = kit.NewRows([]kit.Column{
		{Key: "name", Head: "姓名", Width: 108}, {Key: "unit", Head: "单位", Width: 196, Spare: 1}, {Key: "paper", Head: "表", Width: 132},
		{Key: "printed", Head: "打印于", Width: 92, Spare: 2}, {Key: "back", Head: "盖章件", Width: 100}, {Key: "what", Head: "印的 → 现在的", Width: 320, Rest: true, Least: 280},
	}, s.cell)
	s.rows.Boxes = true
	s.rows.Join(w.Keys, func(bool) { w.Focus(s.print) })
	s.rows.OnOpen = func(int) { s.toRecord() }
	s.rows.OnCurrent = func(int) { s.object.Refresh() }
	s.print = kit.NewButton("重打", "Ctrl+P", true, s.toPrint)
	s.record = kit.NewLink("打开登记", "Enter", s.toRecord)
	s.stamps = kit.NewButton("收盖章件", "F8", false, s.toStamps)
	for _, b := range []*kit.Button{s.print, s.record, s.stamps} {
		b.Join(w.Keys, func(bool) { s.w.Focus(s.rows) })
	}
	s.keys.On(0, fyne.KeyEscape, s.escape)
	s.keys.On(0, fyne.KeyF8, s.toStamps)
	s.keys.On(fyne.KeyModifierControl, fyne.KeyP, s.toPrint)
	s.object = kit.Drawn(fyne.Size{}, s.draw)
	return s
}

// Object is the page.
func (s *ReprintsScreen) Object() fyne.CanvasObject { return s.object }

// Keys are the page's own.
func (s *ReprintsScreen) Keys() *kit.Keys { return s.keys }

// Open finds anew what has changed.
func (s *ReprintsScreen) Open(r shell.Route) {
	s.w.Focus(s.rows)
	s.read(r.Memo)
}

// Refresh finds anew.
func (s *ReprintsScreen) Refresh() { s.read(nil) }

func (s *ReprintsScreen) read(memo any) {
	kit.Run(s.lane, kit.Task[[]sheets.Reprint]{
		Title: "正在对照打印时的记录",
		Work: func(ctx context.Context, progress kit.Progress) ([]sheets.Reprint, error) {
			return s.m.Read(ctx, progress)
		},
		Done: func(all []sheets.Reprint) {
			s.rows.Change(func() int {
				s.m.Show(all)
				return s.m.Len()
			})
			if row, again := memo.(int); again && row < s.m.Len() {
				s.rows.GoTo(row)
			}
			s.w.Focus(s.rows)
			s.object.Refresh()
		},
	})
}

func (s *ReprintsScreen) progress(p *kit.ProgressShown) {
	s.reading = p
	s.rows.SetStale(p != nil)
	s.object.Refresh()
}

// Route remembers the row one was at.
func (s *ReprintsScreen) Route() shell.Route {
	return shell.Route{Place: shell.Reprints, Memo: s.rows.Current()}
}

// Leave stops finding.
func (s *ReprintsScreen) Leave() error {
	s.lane.Leave()
	return nil
}

func (s *ReprintsScreen) escape() {
	if !s.lane.Cancel() && !s.rows.ClearSelection() {
		s.w.Back()
	}
}

func (s *ReprintsScreen) toStamps() { s.w.Go(shell.Route{Place: shell.Stamped}) }

// toPrint prints the paper of the current row again: for the selected, or for all
// whose same paper has changed.
func (s *ReprintsScreen) toPrint() {
	paper, numbers := s.m.Again(s.rows.Current(), slices.Collect(s.rows.Selected().All()))
	if paper == "" {
		s.w.Say(kit.SayPlain, "没有要重打的", "")
		return
	}
	s.w.Go(shell.Route{Place: shell.Papers, Paper: paper, Numbers: numbers})
}

func (s *ReprintsScreen) toRecord() {
	row := s.rows.Current()
	if row < 0 || row >= s.m.Len() {
		return
	}
	var list []data.ApplicationID
	for i := range s.m.Len() {
		if id := s.m.At(i).ID; !slices.Contains(list, id) {
			list = append(list, id)
		}
	}
	s.w.Go(shell.Route{Place: shell.Record, Person: s.m.At(row).ID, List: list})
}

func (s *ReprintsScreen) cell(row int, column string) kit.RowCell {
	r := s.m.At(row)
	switch column {
	case "name":
		return kit.Words(r.Name)
	case "unit":
		return kit.Styled(r.Unit, kit.Quiet())
	case "paper":
		return kit.Words(r.Paper)
	case "printed":
		return kit.Styled(r.Printed, kit.Quiet())
	case "back":
		if r.Back {
			return kit.Signed(kit.Blocked, "已回作废", kit.Style{})
		}
		return kit.RowCell{}
	}
	return kit.Words(r.What)
}

// draw places the parts.
func (s *ReprintsScreen) draw(sheet *kit.Sheet, size fyne.Size) {
	right := sheet.ButtonsR(size.Width-kit.Margin, 12, 12, s.print, s.stamps)
	title, fact := s.m.Head()
	if s.reading != nil {
		fact = s.reading.Title + "…　" + wording.Count(s.reading.Done) + " / " + wording.Count(s.reading.Total)
	}
	x := kit.Margin + kit.Whole(sheet.Text(title, kit.Margin, 14, 28, kit.Title()).MinSize().Width) + 12
	sheet.TextIn(fact, x, 15, right-x-12, 28, kit.Lead())
	top, width := kit.ScreenHeadHeight, size.Width-2*kit.Margin
	if why, next := s.m.Empty(); why != "" {
		sheet.Sign(kit.Passed, kit.Margin, top+12, 16)
		sheet.Text(why, kit.Margin+24, top+8, 24, kit.Style{Size: kit.Large, Bold: true})
		sheet.TextIn(next, kit.Margin+24, top+40, width-24, 22, kit.Quiet())
		return
	}
	bottom := size.Height - detailHeight
	sheet.Put(s.rows, kit.Margin, top, width+kit.RowsBar, bottom-top)
	sheet.Line(kit.Margin, bottom, width, kit.Colors.HeadLine)
	row := s.rows.Current()
	if row < 0 || row >= s.m.Len() {
		return
	}
	r := s.m.At(row)
	sheet.TextIn(r.Name+"　"+r.Paper+"　"+r.Printed+" "+r.By+" 打印，以后改了：", kit.Margin, bottom+8, width, 24, kit.Strong())
	drawSaid(sheet, r.Said, [3]float32{kit.Margin, bottom + 34, width}, size.Height-footHeight)
	sheet.Put(s.record, kit.Margin, size.Height-footHeight+8, s.record.MinSize().Width, kit.SmallHeight)
}

// Help tells what the page is for.
func (s *ReprintsScreen) Help() shell.Help {
	return shell.Help{
		Title: "打印后有改动",
		For:   "打印以后又改过的人：哪张表、什么时候印的、印的是什么、现在是什么。已经盖章收回的也作废，要重新打印、重新盖章。",
		Keys: []shell.Key{
			{Cap: "Enter", Does: "打开这个人的登记"},
			{Cap: "空格", Does: "选或不选当前行；Shift+↑↓ 连选，Ctrl+A 全选"},
			{Cap: "Ctrl+P", Does: "重打当前行的这种表：选了人打选中的，没有选打所有改过的"},
			{Cap: "F8", Does: "收盖章件"},
			{Cap: "Ctrl+C", Does: "复制选中的行"},
			{Cap: "Esc", Does: "停下清点；取消选择；返回"},
		},
	}
}
