package review

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	reviewing "gongkao/app/review"
	"gongkao/views/kit"
)

const (
	reasonPitch float32 = 26
	titleHeight float32 = 36
	listLeast   float32 = 236 // below this the reasons become one line
	openLeast   float32 = 220 // below this the open clause leaves out what the paper's tab says too
	buttonsHigh float32 = 46
	rollEdge    float32 = 4 // above the first item that is seen and below the last
)

// newClauses makes what stands at the right.
func (s *Screen) newClauses() {
	s.clauses = newClauses(s)
	s.roll = container.NewVScroll(s.clauses)
	s.line = kit.NewField(kit.Spec{})
	s.pick = kit.NewLookup(func() []kit.Choice {
		_, _, all := s.m.Asks(s.writing)
		choices := kit.ChoicesOf(all)
		for i := range choices {
			choices[i].Code = fmt.Sprint(i + 1)
		}
		return choices
	})
	s.pick.Loose = true
	s.pick.On(s.w.Layer)
	s.pick.Within = func() fyne.CanvasObject {
		if s.writing.atTheFoot() {
			return s.right
		}
		return s.clauses
	}
	s.line.Join(s.w.Keys, func(bool) { s.take() })
	s.pick.Join(s.w.Keys, func(bool) { s.take() })
	act := func(label, keycap string, primary bool, do func()) *kit.Button {
		b := kit.NewButton(label, keycap, primary, do)
		b.Join(s.w.Keys, func(bool) { s.focus() })
		return b
	}
	s.agree = act("相符", "Enter", true, s.agreed)
	s.object = act("不符", "−", false, func() { s.ask(WhyNot) })
	s.note = act("附注", "*", false, func() { s.ask(ANote) })
	s.excuse = act("写明理由", "Enter", true, s.agreed)
	s.aside = act("越过", "O", false, func() { s.ask(WhyAside) })
	for i, d := range decisions {
		s.decide[i] = act(d.label, d.keycap, false, func() { s.conclude(d.decision) })
	}
	s.reasons = newReasons(s)
}

// actsOf are the buttons of a clause.
func (s *Screen) actsOf(item Item) []*kit.Button {
	step, _ := s.m.step(item.Key)
	switch judgedStates[step.Severity] {
	case Unsure:
		if s.m.WantsReason() {
			return []*kit.Button{s.excuse, s.object}
		}
	case Broken: // nobody can agree to it
		if !reviewing.Overridable(step.Rule) {
			return []*kit.Button{s.object}
		}
		return []*kit.Button{s.object, s.aside}
	}
	return []*kit.Button{s.agree, s.object, s.note}
}

// enable brings the buttons at the foot into step with the model.
func (s *Screen) enable() {
	if _, open := s.m.Person(); !open {
		return
	}
	for i, d := range decisions {
		may := s.m.May(d.decision) == nil
		switch {
		case may && s.decide[i].Disabled():
			s.decide[i].Enable()
		case !may && !s.decide[i].Disabled():
			s.decide[i].Disable()
		}
	}
}

// showClauses draws the clauses anew and brings the open one into view.
func (s *Screen) showClauses() {
	s.right.Refresh()
	s.clauses.drawn.Refresh()
	s.reasons.drawn.Refresh()
}

// window finds out which items are seen in a height: the open one whole, one
// before it and two behind where there is room, and none cut in half.
func (s *Screen) window(high float32) (offset, seen float32) {
	tops, at := s.clauses.tops, s.m.at(s.m.OpenKey())
	if at < 0 || s.clauses.high <= high {
		return 0, high
	}
	first := at
	fits := func(from, to int) bool { return tops[min(to, len(tops)-1)]-tops[from] <= high-2*rollEdge }
	for first > 0 && fits(first-1, at+3) {
		first--
	}
	if first == at && at > 0 && fits(at-1, at+1) {
		first--
	}
	last := first + 1
	for last < len(tops)-1 && fits(first, last+1) {
		last++
	}
	return tops[first] - rollEdge, min(high, tops[last]-tops[first]+2*rollEdge)
}

// drawRight draws whom it is about, the clauses, the reasons, the conclusions.
func (s *Screen) drawRight(sheet *kit.Sheet, size fyne.Size) {
	if _, open := s.m.Person(); !open || size.Width <= 0 {
		return
	}
	left, right := panelInset, size.Width-panelInset
	y := s.drawWhom(sheet, left, right)
	bottom := size.Height - buttonsHigh
	s.drawDecisions(sheet, left, right, bottom+8)
	s.reasons.few = false
	s.reasons.few = bottom-y-s.reasons.height(right-left)-17 < listLeast
	high := s.reasons.height(right - left)
	if s.reasons.few && bottom-y < listLeast && !s.writing.atTheFoot() && len(s.m.Reasons()) == 0 {
		high = 0 // F9 asks for a reason all the same
	}
	bottom -= high + 9
	sheet.Line(left, bottom, right-left, kit.Colors.HeadLine)
	switch {
	case high == 0:
	case s.writing.atTheFoot():
		label, _, _ := s.m.Asks(s.writing)
		begin := left + kit.Whole(sheet.Text(label, left, bottom+10, 34, kit.Strong()).MinSize().Width) + 12
		sheet.Put(s.field(), begin, bottom+11, right-begin, 32)
	default:
		sheet.Put(s.reasons, left, bottom+9, right-left, high)
	}
	s.clauses.tight = bottom-y-12 < openLeast
	s.clauses.measure(size.Width)
	offset, seen := s.window(bottom - y - 12)
	sheet.Put(s.roll, 0, y+4, size.Width, seen)
	s.roll.ScrollToOffset(fyne.NewPos(0, max(0, offset)))
}

// drawWhom writes whom it is about. A name of fifty characters takes two lines.
func (s *Screen) drawWhom(sheet *kit.Sheet, left, right float32) float32 {
	name, what, place := s.m.Title()
	bold := kit.Style{Size: kit.Large, Bold: true}
	y := float32(4)
	if lines := kit.Lines(name, right-left, kit.Large, true); len(lines) > 1 || bold.Width(name) > (right-left)*0.5 {
		y += sheet.Para(name, left, y, right-left, 24, bold)
		s.drawWhat(sheet, what, place, left, y, right)
	} else {
		x := left + kit.Whole(sheet.Text(name, left, y, 28, bold).MinSize().Width) + 10
		s.drawWhat(sheet, what, place, x, y, right)
	}
	y += 28
	if notice := s.m.Notice(); notice != "" {
		sheet.Sign(kit.Warned, left, y+2, 16)
		y += sheet.Para(notice, left+24, y, right-left-24, 20, kit.Strong().In(kit.Colors.Warn)) + 4
	}
	sheet.Line(left, y+3, right-left, kit.Colors.HeadLine)
	return y + 4
}

func (s *Screen) drawWhat(sheet *kit.Sheet, what, place string, x, y, right float32) {
	wide := kit.Quiet().Width(place)
	if short := s.m.ShortPlace(); (kit.Style{}).Width(what) > right-x-wide-12 && short != "" {
		place, wide = short, kit.Quiet().Width(short)
	}
	sheet.TextR(place, right, y, 28, kit.Quiet())
	sheet.TextIn(what, x, y, right-x-wide-12, 28, kit.Style{})
}

// drawDecisions draws the three conclusions, and why the first is not open.
func (s *Screen) drawDecisions(sheet *kit.Sheet, left, right, y float32) {
	x, gap, label := left, float32(8), decisions[1].label
	if right-left < 440 {
		gap, label = 6, "退回"
	}
	s.decide[1].SetLabel(label)
	for _, b := range s.decide {
		wide := kit.Whole(b.MinSize().Width)
		sheet.Put(b, x, y, wide, kit.ButtonHeight)
		x += wide + gap
	}
	why, grave := s.m.Why()
	if why == "" || right-x < 60 {
		return
	}
	style, sign := kit.Quiet(), kit.Open
	if grave {
		style, sign = kit.Strong().In(kit.Colors.Block), kit.Blocked
	}
	why = kit.Fit(why, right-x-22, kit.Normal, grave)
	begin := kit.Whole(right - style.Width(why))
	sheet.Sign(sign, begin-22, y+8, 16)
	sheet.Text(why, begin, y, kit.ButtonHeight, style)
}
