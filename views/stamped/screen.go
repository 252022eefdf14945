package stamped

import (
	"context"

	"fyne.io/fyne/v2"

	sheets "gongkao/app/stamped"
	"gongkao/views/kit"
	"gongkao/views/shell"
)

// memory is the name under which the window keeps what was scanned.
const memory = "stamped.scans"

// Screen draws the field that is scanned into, the scans beneath it with what the
// current one says, and at the right who is still missing.
type Screen struct {
	w    *shell.Window
	m    *Model
	keys *kit.Keys

	scanner  *kit.Field
	waiting  []string // scanned while another was being taken in
	taking   *kit.Lane
	counting *kit.Lane
	resuming *kit.Lane
	resumed  bool
	turned   bool // a narrow window shows who is missing in place of the scans

	lines, missing         *kit.Rows
	paper, unit            *kit.Lookup
	back, record, reprints *kit.Button
	print, clear           *kit.Button
	object                 *fyne.Container
}

var (
	_ shell.Screen = (*Screen)(nil)
	_ shell.Reader = (*Screen)(nil)
)

// NewScreen returns the page of an office.
func NewScreen(w *shell.Window, desk sheets.Desk) *Screen {
	s := &Screen{w: w, m: New(desk), keys: kit.NewKeys()}
	s.taking, s.counting, s.resuming = w.Runner.NewLane(nil), w.Runner.NewLane(nil), w.Runner.NewLane(nil)
	s.newField()
	s.newLists()
	s.newButtons()
	s.object = kit.Drawn(fyne.Size{}, s.draw)
	return s
}

// newField makes the field. Enter, which a scanner types at the end, takes the
// sheet in, and the caret stays for the next.
func (s *Screen) newField() {
	s.scanner = kit.NewField(kit.Spec{Hint: "扫纸上的二维码，或录核对码再按 Enter", Bold: true})
	s.scanner.Join(s.w.Keys, func(bool) { s.scanned() })
	s.scanner.TakesFirst(func(ev *fyne.KeyEvent) bool {
		switch ev.Name {
		case fyne.KeyTab, fyne.KeyDown:
			s.toLines()
		case fyne.KeyEscape:
			s.escape()
		default:
			return false
		}
		return true
	})
}

func (s *Screen) newLists() {
	s.lines = kit.NewRows([]kit.Column{
		{Key: "when", Head: "时间", Width: 64, Spare: 2}, {Key: "verdict", Head: "结果", Width: 92}, {Key: "paper", Head: "表", Width: 132, Spare: 1},
		{Key: "who", Head: "谁的", Width: 132}, {Key: "what", Head: "说明", Width: 300, Rest: true},
	}, s.lineCell)
	s.lines.Join(s.w.Keys, func(back bool) {
		if back {
			s.toScan()
			return
		}
		s.toPaper()
	})
	s.lines.OnOpen = func(int) { s.toRecord() }
	s.lines.OnCurrent = func(int) { s.object.Refresh() }
	s.missing = kit.NewRows([]kit.Column{{Key: "name", Width: 80}, {Key: "unit", Width: 120, Rest: true}, {Key: "words", Width: 92, Right: true}}, s.missingCell)
	s.missing.Headless, s.missing.Bare, s.missing.Pitch, s.missing.Inset = true, true, missingPitch, 4
	s.missing.Join(s.w.Keys, func(bool) { s.toScan() })
	s.missing.OnOpen = s.openMissing
	s.paper, s.unit = kit.NewLookup(func() []kit.Choice { return kit.Options(s.m.Papers()...)() }), kit.NewLookup(func() []kit.Choice { return kit.Options(s.m.Units()...)() })
	for _, l := range []*kit.Lookup{s.paper, s.unit} {
		l.On(s.w.Layer)
		l.Left = func(string) { s.await() }
	}
	s.paper.Join(s.w.Keys, func(back bool) {
		if back {
			s.toScan()
			return
		}
		s.w.Focus(s.unit)
	})
	s.unit.Join(s.w.Keys, func(back bool) {
		if back || len(s.m.Missing()) == 0 {
			s.w.Focus(s.paper)
			return
		}
		s.w.Focus(s.missing)
	})
}

func (s *Screen) newButtons() {
	s.back = kit.NewLink("撤销收回", "Ctrl+Z", s.takeBack)
	s.record = kit.NewLink("打开登记", "Enter", s.toRecord)
	s.clear = kit.NewLink("清空列表", "Ctrl+D", s.forget)
	s.print = kit.NewLink("打印还缺的", "Ctrl+P", s.toPrint)
	s.reprints = kit.NewButton("打印后有改动", "F7", false, s.toReprints)
	for _, b := range []*kit.Button{s.back, s.record, s.clear, s.print, s.reprints} {
		b.Join(s.w.Keys, func(bool) { s.toScan() })
	}
	for key, does := range map[fyne.KeyName]func(){fyne.KeyF6: s.toMissing, fyne.KeyF7: s.toReprints, fyne.KeyEscape: s.escape} {
		s.keys.On(0, key, does)
	}
	for key, does := range map[fyne.KeyName]func(){fyne.KeyZ: s.takeBack, fyne.KeyD: s.forget, fyne.KeyP: s.toPrint} {
		s.keys.On(fyne.KeyModifierControl, key, does)
	}
}

// Object is the page.
func (s *Screen) Object() fyne.CanvasObject { return s.object }

// Keys are the page's own.
func (s *Screen) Keys() *kit.Keys { return s.keys }

// Open holds what was scanned earlier in the day against the record again, and
// waits for a scan; one that came by the search box is taken in.
func (s *Screen) Open(r shell.Route) {
	if !s.resumed {
		s.resume(s.w.Memory.Lines(memory))
	}
	paper, unit := s.m.Chosen()
	s.paper.SetValue(paper)
	s.unit.SetValue(unit)
	s.Refresh()
	s.toScan()
	if r.Scan != "" {
		s.take(r.Scan)
	}
}

func (s *Screen) resume(kept []string) {
	s.resumed = true
	work := s.m.Resume(kept)
	kit.Run(s.resuming, kit.Task[[]Line]{
		Title: "正在核对今天扫过的",
		Work:  func(ctx context.Context, _ kit.Progress) ([]Line, error) { return work(ctx) },
		Done: func(lines []Line) {
			s.m.Resumed(lines)
			s.show()
		},
	})
}

// Refresh counts again who is missing.
func (s *Screen) Refresh() {
	work := s.m.Count()
	kit.Run(s.counting, kit.Task[sheets.Awaited]{
		Title: "正在清点",
		Work:  func(ctx context.Context, _ kit.Progress) (sheets.Awaited, error) { return work(ctx) },
		Done: func(a sheets.Awaited) {
			s.m.Counted(a)
			s.show()
		},
	})
	s.show()
}

// Route is the page itself; what was scanned is kept.
func (s *Screen) Route() shell.Route { return shell.Route{Place: shell.Stamped} }

// Leave stops counting. A sheet that is being taken in goes on.
func (s *Screen) Leave() error {
	s.counting.Leave()
	return nil
}

// show brings the lists into step with the model.
func (s *Screen) show() {
	s.lines.Change(func() int { return len(s.m.Lines()) })
	s.missing.Change(func() int { return len(s.m.Missing()) })
	s.object.Refresh()
}

func (s *Screen) toScan() {
	s.turn(false)
	s.w.Focus(s.scanner)
}

// turn shows who is missing in place of the scans, or the scans again, where there
// is no room for both.
func (s *Screen) turn(missing bool) {
	if s.turned != missing {
		s.turned = missing
		s.object.Refresh()
	}
}

func (s *Screen) toMissing() {
	s.turn(true)
	if len(s.m.Missing()) > 0 {
		s.w.Focus(s.missing)
		return
	}
	s.w.Focus(s.paper)
}

// toLines goes to what was scanned; where nothing was, to who is missing.
func (s *Screen) toLines() {
	if len(s.m.Lines()) > 0 {
		s.w.Focus(s.lines)
		return
	}
	s.toPaper()
}

// toPaper goes to the choice of what is awaited.
func (s *Screen) toPaper() {
	s.turn(true)
	s.w.Focus(s.paper)
}

// escape goes from the lists to the field, and from the field back.
func (s *Screen) escape() {
	if s.w.Canvas().Focused() != fyne.Focusable(s.scanner) {
		s.toScan()
		return
	}
	if s.scanner.Value() != "" {
		s.scanner.SetValue("")
		return
	}
	s.w.Back()
}

// Help tells what the page is for.
func (s *Screen) Help() shell.Help {
	return shell.Help{
		Title: "收盖章件",
		For:   "盖好章的纸回来，一张一张扫右下角的二维码。仍与记录一致的，登记“已回”；打印以后数据改过的，写明改了什么，这张纸作废。右边是选定的表和单位里还没有回来的。花名册、征订单整张收。扫描枪像键盘一样打字：输入法先切到英文。",
		Keys: []shell.Key{
			{Cap: "Enter", Does: "收下这一张（扫描枪自己会按）；在列表里：打开登记"},
			{Cap: "Tab ↓", Does: "到扫过的列表，看这一张改了什么"},
			{Cap: "F6", Does: "到还缺的人；Enter 打开登记"},
			{Cap: "F7", Does: "打印后有改动：所有要重打的"},
			{Cap: "Ctrl+Z", Does: "扫错了：撤销收回当前一张"},
			{Cap: "Ctrl+P", Does: "打印还缺的"},
			{Cap: "Ctrl+D", Does: "清空扫过的列表；登记过的不变"},
			{Cap: "Esc", Does: "回到扫描栏；在扫描栏里：返回。再来时接着扫"},
		},
	}
}
