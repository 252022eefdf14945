package textbooks_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"gongkao/app/demo"
	"gongkao/app/registration"
	ordering "gongkao/app/textbooks"
	"gongkao/data"
	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
)

// compose types as an input method does, and lets the Enter that follows be one.
func compose(s *shelltest.Stage, text string) {
	s.Desk.Compose(text)
	time.Sleep(40 * time.Millisecond)
}

// writes fills the lines of a slip, one after another, and presses its button; ""
// leaves a line as it is.
func writes(s *shelltest.Stage, lines ...string) {
	for _, line := range lines {
		if line != "" {
			compose(s, line)
		}
		s.Press(fyne.KeyReturn)
	}
	s.Press(fyne.KeyReturn)
	s.Settle()
}

// reader returns somebody of a unit who may order and has not.
func reader(t *testing.T, s *shelltest.Stage, unit data.Unit) *data.Applicant {
	t.Helper()
	l, err := ordering.Load(ctx, s.Office)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range s.Office.Register.Find(registration.Query{Unit: unit.Name, Statuses: registration.Running}) {
		if _, err := l.For(s.Office.Office.Codes, a.Application.Trade, a.Application.Level); err == nil && len(a.Ledger.Orders) == 0 {
			return a
		}
	}
	t.Fatal("everybody of the unit has ordered")
	return nil
}

func TestABookIsOrderedPaidHandedOutAndMadeVoidByKeyboard(t *testing.T) {
	s, _ := stage(t, demo.Usual)
	unit := ordered(t, s)
	s.Go(shell.Route{Place: shell.Textbooks, Unit: unit.ID})
	a, before := reader(t, s, unit), account(t, s, unit.ID)
	s.Press(fyne.KeyN, fyne.KeyModifierControl)
	writes(s, a.Person.Name, "", "")
	after := account(t, s, unit.ID)
	if after.Orders != before.Orders+1 || !strings.Contains(s.Said(), a.Person.Name+" 订《") {
		t.Fatalf("%d orders after %d; it says %q", after.Orders, before.Orders, s.Said())
	}
	s.Press(fyne.KeyF8)
	writes(s, "", "", "王会计")
	if paid := account(t, s, unit.ID); paid.Owing() != 0 || !strings.Contains(s.Said(), "王会计签字") {
		t.Errorf("still owing %s; it says %q", paid.Owing(), s.Said())
	}
	if !s.Sees("收书款") || !s.Sees(strings.TrimSpace(account(t, s, unit.ID).Due.Capital())) {
		t.Errorf("it shows %v", s.Texts())
	}
	s.Press(fyne.KeyF9)
	writes(s, "", "", "", "王会计")
	if handed := account(t, s, unit.ID); handed.Waiting() != 0 || handed.Handed != handed.Copies {
		t.Errorf("%d copies still wait; it says %q", handed.Waiting(), s.Said())
	}
	s.Press(fyne.KeyTab) // into the slips, the last one first
	s.Press(fyne.KeyReturn)
	if !strings.Contains(s.Said(), "发书 ") || !strings.Contains(s.Said(), "王会计签字") {
		t.Errorf("Enter on a slip says %q", s.Said())
	}
	s.Press(fyne.KeyMinus)
	writes(s, "数错了")
	if voided := account(t, s, unit.ID); voided.Handed != before.Handed || !s.Sees("作废：数错了") {
		t.Errorf("%d copies are handed out; it shows %v", voided.Handed, s.Texts())
	}
}

func TestALineOfSeveralOrdersIsMadeVoidOneByOne(t *testing.T) {
	s, _ := stage(t, demo.Usual)
	unit := ordered(t, s)
	var several ordering.Line
	for _, l := range account(t, s, unit.ID).Lines {
		if l.Orders > 1 {
			several = l
		}
	}
	if several.Orders == 0 {
		t.Fatal("the practice county has no line of several orders")
	}
	s.Go(shell.Route{Place: shell.Textbooks, Unit: unit.ID})
	s.Press(fyne.KeyTab)
	for _, l := range account(t, s, unit.ID).Lines {
		if l.Book.ID == several.Book.ID {
			break
		}
		s.Press(fyne.KeyDown)
	}
	s.Press(fyne.KeyMinus)
	if !strings.Contains(s.Said(), "笔订单") || !s.Sees("谁订") {
		t.Errorf("it says %q", s.Said())
	}
	before := account(t, s, unit.ID).Orders
	s.Press(fyne.KeyMinus)
	writes(s, "本人不订了")
	if after := account(t, s, unit.ID).Orders; after != before-1 {
		t.Errorf("%d orders after %d", after, before)
	}
}

func TestTheCatalogueIsWrittenByKeyboard(t *testing.T) {
	s, _ := stage(t, demo.Size{People: 0, Units: 12, Seed: 5})
	if !s.Sees("目录里还没有教材") {
		t.Fatalf("an empty catalogue says %v", s.Texts())
	}
	s.Press(fyne.KeyReturn)
	writes(s, "农艺工", "各级", "农艺基础", "0", "演练书目")
	if !s.Sees("《农艺基础》的单价是 0：请照书目写单价，例如 32.00") {
		t.Errorf("a price of nothing: %v", s.Texts())
	}
	s.Press(fyne.KeyEscape)
	s.Press(fyne.KeyN, fyne.KeyModifierControl)
	writes(s, "农艺工", "各级", "农艺基础", "32", "演练书目")
	if !s.Sees("1 个工种 1 本") || !strings.Contains(s.Said(), "农艺工各级《农艺基础》") {
		t.Errorf("it says %q and shows %v", s.Said(), s.Texts())
	}
	s.Press(fyne.KeyMinus)
	writes(s, "换了版本")
	if !s.Sees("作废：换了版本") {
		t.Errorf("it shows %v", s.Texts())
	}
	s.Press(fyne.KeyF2)
	if !s.Sees("还没有人订教材") {
		t.Errorf("it shows %v", s.Texts())
	}
}

func TestWhatCannotBeDoneSaysWhatToDo(t *testing.T) {
	s, elsewhere := stage(t, demo.Usual)
	for _, key := range []fyne.KeyName{fyne.KeyF8, fyne.KeyF9} {
		s.Press(key)
		if !strings.Contains(s.Said(), "先选一个主管部门") {
			t.Errorf("%s over the county says %q", key, s.Said())
		}
	}
	s.Press(fyne.KeyN, fyne.KeyModifierControl)
	if s.Shell.Laid() || !strings.Contains(s.Said(), "先选一个主管部门") {
		t.Errorf("an order over the county says %q", s.Said())
	}
	unit := ordered(t, s)
	s.Go(shell.Route{Place: shell.Textbooks, Unit: unit.ID})
	s.Press(fyne.KeyN, fyne.KeyModifierControl)
	writes(s, "查无此人", "", "")
	if !s.Sees("不在这个单位的申报人员里") {
		t.Errorf("nobody orders: %v", s.Texts())
	}
	s.Press(fyne.KeyEscape)
	s.Press(fyne.KeyP, fyne.KeyModifierControl)
	if to := elsewhere.Last(); to.Place != shell.Papers || to.Paper != "textbooks" || to.UnitOf != unit.Name {
		t.Errorf("Ctrl+P leads to %+v", to)
	}
	s.Shell.Back()
	s.Press(fyne.KeyF6)
	if to := elsewhere.Last(); to.Place != shell.Fees || to.Unit != unit.ID {
		t.Errorf("F6 leads to %+v", to)
	}
}

func TestLettersJumpToAUnitAndTheRestFollows(t *testing.T) {
	s, _ := stage(t, demo.Usual)
	for _, letters := range []string{"lsxjtysj", "jyty"} {
		s.Go(shell.Route{Place: shell.Textbooks})
		s.Type(letters)
		s.Press(fyne.KeyN, fyne.KeyModifierControl)
		if !s.Sees("谁订") {
			t.Errorf("after %q it says %q", letters, s.Said())
		}
		s.Press(fyne.KeyEscape)
	}
	s.Press(fyne.KeyF7)
	s.Press(fyne.KeyF7)
	if !s.Sees("经手签字") {
		t.Errorf("F7 twice shows %v", s.Texts())
	}
	s.Press(fyne.KeyEscape)
	s.Away(t)
}
