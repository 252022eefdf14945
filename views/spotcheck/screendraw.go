package spotcheck

import (
	"context"

	"fyne.io/fyne/v2"

	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/slip"
	"gongkao/views/wording"
)

// Measures of the page.
const (
	checksWidth float32 = 288
	footHeight  float32 = 56
)

// draw places the parts.
func (s *Screen) draw(sheet *kit.Sheet, size fyne.Size) {
	top := kit.ScreenHeadHeight
	right := sheet.ButtonsR(size.Width-kit.Margin, 12, 12, s.draws)
	title, fact := s.m.Head()
	x := kit.Margin + kit.Whole(sheet.Text(title, kit.Margin, 14, 28, kit.Title()).MinSize().Width) + 12
	sheet.TextIn(fact, x, 15, right-x, 28, kit.Lead())
	if len(s.m.checks) == 0 {
		sheet.Text("本年还没有抽查", kit.Margin, 80, 24, kit.Style{Size: kit.Large, Bold: true})
		sheet.TextIn("按 Ctrl+U 抽一次：写抽多少人或百分之几，程序随机抽，记下种子，以后可以照样重抽。", kit.Margin, 112, size.Width-2*kit.Margin, 20, kit.Quiet())
		return
	}
	left := min(checksWidth, kit.Whole(size.Width*0.34))
	sheet.Rect(0, top, left, size.Height-top, kit.Colors.Panel)
	sheet.Put(s.checks, 0, top, left+kit.RowsBar, size.Height-top)
	s.drawSample(sheet, left+kit.Margin, top, size)
}

func (s *Screen) drawSample(sheet *kit.Sheet, x, y float32, size fyne.Size) {
	width := size.Width - kit.Margin - x
	what, how, again, repeats := s.m.Origin()
	sheet.TextIn(what, x, y, width, 24, kit.Style{Size: kit.Large, Bold: true})
	y += 28
	y += sheet.Para(how, x, y, width, 20, kit.Quiet()) + 4
	sign := kit.Passed
	if !repeats {
		sign = kit.Blocked
	}
	sheet.Sign(sign, x, y+2, 16)
	y += sheet.Para(again, x+24, y, width-24, 20, kit.Style{}) + 12
	bottom := size.Height - footHeight
	sheet.Put(s.people, x, y, width+kit.RowsBar, bottom-y)
	sheet.Line(x, bottom, width, kit.Colors.Hair)
	sheet.ButtonsR(x+width, bottom+12, 8, s.sound, s.found)
	at := x
	for _, b := range []*kit.Button{s.record, s.whole} {
		wide := b.MinSize().Width
		sheet.Put(b, at, bottom+17, wide, kit.SmallHeight)
		at += wide + kit.Margin
	}
}

// does is what a slip's button does: the command, then what it says.
func (s *Screen) does(command func() (wording.Done, error)) func() error {
	return func() error {
		done, err := command()
		if err == nil {
			s.w.Close()
			s.wrote(done)
			s.toPeople()
		}
		return err
	}
}

// toDraw asks for a plan.
func (s *Screen) toDraw() {
	l := slip.New(s.w, "抽一次", "程序随机抽，抽的名单、分层和种子都记下来，不能改。")
	many := l.Line("抽多少", "人数如 20，或比例如 5%")
	strata, from := l.Lookup("分层", Strata()...), l.Lookup("从谁里抽", From()...)
	strata.SetValue(Strata()[0])
	from.SetValue(From()[0])
	seed := l.Line("种子", "空着由程序取一个；要照样重抽才写")
	l.Button("抽", s.does(func() (wording.Done, error) {
		return s.m.Draw(context.Background(), Plan{Many: many.Value(), Strata: strata.Value(), From: from.Value(), Seed: seed.Value()})
	}))
	l.Lay()
}

// toFound asks what was found of the current person.
func (s *Screen) toFound() {
	row := s.people.Current()
	if row < 0 || row >= len(s.m.Sample()) {
		return
	}
	l := slip.New(s.w, s.m.Sample()[row].Name+"：有问题", "写明发现了什么。审查结论不因此改变；要改，打开登记更正。")
	text := l.Line("发现什么", "例如：2024 年度考核表缺单位盖章")
	l.Button("记下", s.does(func() (wording.Done, error) {
		if text.Value() == "" {
			return wording.Done{}, data.Refuse("finding-missing", "", "没有写发现了什么", "没有问题的，按 Esc 再按 F8")
		}
		done, err := s.m.Find(context.Background(), row, text.Value())
		if next := s.m.Next(row); err == nil && next >= 0 {
			s.people.GoTo(next)
		}
		return done, err
	}))
	l.Lay()
}
