package fees_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"gongkao/app/demo"
	"gongkao/app/demo/demotest"
	"gongkao/app/fees"
	"gongkao/app/fees/feestest"
	"gongkao/app/office"
	"gongkao/app/policy"
	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/data"
	page "gongkao/views/fees"
	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
)

// stage stands at the money of a practice county on 24 April.
func stage(t *testing.T) (*shelltest.Stage, *shelltest.Elsewhere) {
	t.Helper()
	now := func() time.Time { return time.Date(2026, 4, 24, 10, 0, 0, 0, time.Local) }
	s := shelltest.On(t, demotest.Open(t, office.Place{Folder: demotest.County(t, demo.Usual), Now: now}))
	return s, enter(s)
}

func enter(s *shelltest.Stage) *shelltest.Elsewhere {
	s.Add(shell.Fees, func() shell.Screen { return page.NewScreen(s.Shell, s.Office) })
	elsewhere := s.Elsewhere(shell.Record, shell.Papers, shell.Textbooks, shell.Today)
	s.Go(shell.Route{Place: shell.Fees})
	return elsewhere
}

func sum(s *shelltest.Stage) fees.Total {
	o := s.Office.Office
	return fees.Sum(o.Policy, s.Office.Register.Find(registration.Query{}), o.Today())
}

// signOff puts a last day to pay in force.
func signOff(t *testing.T, s *shelltest.Stage, day data.Date) {
	t.Helper()
	o := s.Office.Office
	p, err := o.Policy.SignOff(o.Policy.Only(policy.PaymentDue).Key(), map[string]any{"due": day}, policy.Signature{By: "王建国", On: o.Today(), Basis: "缴费通知"})
	if err != nil {
		t.Fatal(err)
	}
	o.Policy = p
}

// reconcile takes a sheet in, as an import does: two rows that enter, two that
// wait.
func reconcile(t *testing.T, s *shelltest.Stage) {
	t.Helper()
	sheet := fees.NewSheet(s.Office)
	var rows []sheets.LedgerRow
	for _, a := range s.Office.Register.Find(registration.Query{}) {
		acc := fees.Of(s.Office.Office.Policy, a, s.Office.Office.Today())
		if len(rows) < 2 && acc.Unpaid() && acc.Paid == 0 {
			rows = append(rows, sheets.LedgerRow{Row: len(rows) + 3, Texts: map[string]string{
				"id_number": string(a.Person.IDNumber), "name": a.Person.Name, "amount": acc.Owing().String(), "paid_on": "2026-04-23", "reference": a.Person.Name}})
		}
	}
	sheet.Sort(rows)
	tray := []data.WaitingRow{
		{Row: 5, Texts: map[string]string{"name": "赵不在册", "unit": "罗山县某某局", "amount": "365.00"}, Problems: []string{"pay-stranger"}},
		{Row: 6, Texts: map[string]string{"name": "王秀英", "amount": "320.00"}, Problems: []string{"pay-twice"}},
	}
	feestest.Take(t, s.Office, sheet, tray...)
}

func TestAPaymentIsEnteredAndMadeVoidByKeyboard(t *testing.T) {
	s, _ := stage(t)
	before := sum(s)
	s.Press(fyne.KeyReturn)
	s.Picture("fees-pay")
	for range 5 { // amount, day, reference, why, the button
		s.Press(fyne.KeyReturn)
	}
	s.Settle()
	if after := sum(s); after.Unpaid != before.Unpaid-1 && after.Owing >= before.Owing || !strings.Contains(s.Said(), "缴") {
		t.Errorf("from %+v to %+v, said %q", before, after, s.Said())
	}
	if !strings.Contains(s.Said(), "人在“已缴清”里，按 2") {
		t.Errorf("who has paid has left the list, and the keys are the next one's; it says %q", s.Said())
	}
	s.Type("2") // who has paid
	s.Press(fyne.KeyF9)
	s.Picture("fees-correct")
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyReturn) // the button, without a reason
	if !s.Sees("没有写更正的理由") {
		t.Errorf("without a reason: %q", s.Texts())
	}
	s.Press(fyne.KeyTab, fyne.KeyModifierShift)
	s.Type("记错了人")
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyReturn)
	s.Settle()
	if !strings.Contains(s.Said(), "已作废") {
		t.Errorf("said %q, shows %q", s.Said(), s.Texts())
	}
	s.Press(fyne.KeyZ, fyne.KeyModifierControl)
	if !strings.Contains(s.Said(), "不能撤销") || !strings.Contains(s.Said(), "F9 更正") {
		t.Errorf("Ctrl+Z says %q", s.Said())
	}
}

func TestASlipSaysHowItIsFilledIn(t *testing.T) {
	s, _ := stage(t)
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyF1)
	if !s.Sees("Enter 到下一格") {
		t.Errorf("F1 on a slip shows %q", s.Texts())
	}
}

func TestAnAmountThatIsNotOwedIsRefusedUntilItIsExplained(t *testing.T) {
	s, _ := stage(t)
	before := sum(s)
	s.Press(fyne.KeyReturn)
	s.Type("100")
	for range 5 {
		s.Press(fyne.KeyReturn)
	}
	if !s.Sees("款确实是这样缴的") || sum(s) != before {
		t.Errorf("100 yuan: %q", s.Texts())
	}
	s.Picture("fees-short")
	s.Press(fyne.KeyTab, fyne.KeyModifierShift)
	s.Type("网站按低一级收的")
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyReturn)
	s.Settle()
	if got := sum(s); got.Paid != before.Paid+10000 || got.Over != before.Over+5500 {
		t.Errorf("from %+v to %+v, said %q", before, got, s.Said())
	}
}

func TestSlipsComeBackAndArePrintedForTheSelected(t *testing.T) {
	s, elsewhere := stage(t)
	s.Type("5")
	s.Press(fyne.KeyA, fyne.KeyModifierControl)
	s.Press(fyne.KeyF8)
	s.Settle()
	if !strings.Contains(s.Said(), "确认单已签字交回") {
		t.Errorf("said %q", s.Said())
	}
	for _, a := range s.Office.Register.Find(registration.Query{Statuses: []data.Status{data.Approved}}) {
		if !a.Ledger.Slip.Returned() {
			t.Errorf("the slip of %s is not back", a.Person.Name)
		}
	}
	s.Press(fyne.KeyF8)
	if !strings.Contains(s.Said(), "已经交回") {
		t.Errorf("a second time: %q", s.Said())
	}
	s.Press(fyne.KeySpace)
	s.Press(fyne.KeyP, fyne.KeyModifierControl)
	if r := elsewhere.Last(); r.Place != shell.Papers || r.Paper != fees.SlipPaper || len(r.Numbers) != 1 {
		t.Errorf("prints %+v", r)
	}
}

func TestAReconciledSheetIsLookedAtAndTakenBack(t *testing.T) {
	s, elsewhere := stage(t)
	s.Press(fyne.KeyF7)
	if !s.Sees("还没有对过账") {
		t.Errorf("it shows %q", s.Texts())
	}
	s.Press(fyne.KeyEscape)
	before := sum(s)
	reconcile(t, s)
	s.Shell.Reread()
	if got := sum(s); got.Unpaid != before.Unpaid-2 {
		t.Fatalf("from %+v to %+v", before, got)
	}
	s.Press(fyne.KeyF7)
	s.Picture("fees-batches")
	for _, want := range []string{"缴费明细.xlsx", "赵不在册", "查无此人", "重复，已登记过", "已登记"} {
		if !s.Sees(want) {
			t.Errorf("it does not show %q: %q", want, s.Texts())
		}
	}
	s.Press(fyne.KeyZ, fyne.KeyModifierControl)
	s.Type("选错了表")
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyReturn)
	s.Settle()
	if got := sum(s); got.Paid != before.Paid || got.Owing != before.Owing {
		t.Errorf("taken back, it is %+v, was %+v; said %q", got, before, s.Said())
	}
	s.Press(fyne.KeyF6)
	if to := elsewhere.Last(); to.Place != shell.Textbooks || to.Unit == "" {
		t.Errorf("F6 opens %+v, not the books of the unit of whom one is at", to)
	}
}

func TestTheMoneyOfTheUnitThatWasAskedForIsShown(t *testing.T) {
	s, _ := stage(t)
	var top string
	for _, a := range s.Office.Register.Find(registration.Query{}) {
		if fees.Of(s.Office.Office.Policy, a, s.Office.Office.Today()).Unpaid() {
			top = a.Supervising
			break
		}
	}
	for _, u := range s.Office.AllUnits() {
		if u.Name == top {
			s.Go(shell.Route{Place: shell.Textbooks, Unit: u.ID})
			s.Go(shell.Route{Place: shell.Fees, Unit: u.ID})
		}
	}
	s.Picture("fees-of-a-unit")
	want := fees.Total{}
	for _, l := range fees.BySupervising(s.Office.Office.Policy, s.Office.Register.Find(registration.Query{}), s.Office.Office.Today()) {
		if l.Key == top {
			want = l.Total
		}
	}
	m := s.Shell.Screen().Route()
	if want.Unpaid == 0 || !s.Sees(top) || m.Place != shell.Fees {
		t.Errorf("of %s with %d unpaid it shows %v", top, want.Unpaid, s.Texts())
	}
	s.Go(shell.Route{Place: shell.Today})
	s.Shell.Back()
	if !s.Sees(top) {
		t.Error("Back shows other people")
	}
}

func TestTheListsAndSumsAreOfTheSamePeople(t *testing.T) {
	s, _ := stage(t)
	signOff(t, s, data.MustDate(2026, 4, 23))
	s.Shell.Reread()
	total := sum(s)
	m := page.New(s.Office)
	if err := m.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	_, _, counts := m.View()
	if counts[page.Unpaid] != total.Unpaid || counts[page.Paid] != total.Settled || counts[page.Differing] != total.Differs || counts[page.GivenUp] != total.Lapsed {
		t.Errorf("the tabs count %v, the sum is %+v", counts, total)
	}
	if total.Lapsed == 0 || page.Waiting(s.Office) != total.Unpaid {
		t.Errorf("the navigation counts %d, the sum is %+v", page.Waiting(s.Office), total)
	}
	whole := 0
	for _, unit := range m.Units() {
		m.Only(unit)
		m.Look(page.Everybody)
		whole = max(whole, m.Count())
	}
	if m.Only(""); whole == 0 || whole > m.Count() {
		t.Errorf("a unit has %d of %d people", whole, m.Count())
	}
}

func TestTheListIsNarrowedToAUnitByKeyboardAndEscWidensIt(t *testing.T) {
	s, _ := stage(t)
	s.Type("5")
	m := page.New(s.Office)
	if err := m.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	unit := m.Units()[0]
	s.Press(fyne.KeyTab)
	s.Type(unit)
	s.Press(fyne.KeyReturn)
	s.Settle()
	m.Only(unit)
	m.Look(page.Everybody)
	if !s.Sees("缴费") || !s.Sees(unit) || s.Sees("应缴 110 人") || m.Count() == 0 {
		t.Errorf("narrowed to %s it shows %q", unit, s.Texts())
	}
	s.Press(fyne.KeyTab, fyne.KeyModifierShift)
	s.Press(fyne.KeyEscape)
	if !s.Sees("应缴 110 人") {
		t.Errorf("Esc leaves %q", s.Texts())
	}
}
