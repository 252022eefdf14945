package stamped_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/app/printing"
	"gongkao/app/registration"
	sheets "gongkao/app/stamped"
	"gongkao/data"
	"gongkao/views/record"
	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
	"gongkao/views/stamped"
)

// stage is the page where stamped sheets come in, with the record it opens.
type stage struct {
	*shelltest.Stage
	t         *testing.T
	desk      sheets.Desk
	elsewhere *shelltest.Elsewhere
}

func open(t *testing.T, people int) *stage {
	t.Helper()
	now := demotest.Season
	tick := func() time.Time { now = now.Add(time.Millisecond); return now }
	return on(t, demotest.Open(t, office.Place{Folder: demotest.County(t, demotest.Small(people)), Now: tick}))
}

func on(t *testing.T, d *registration.Desk) *stage {
	t.Helper()
	papers, err := printing.Papers(d.Office.Folder)
	if err != nil {
		t.Fatal(err)
	}
	d.CallPapers(papers.Short)
	s := &stage{shelltest.On(t, d), t, sheets.Desk{Desk: d, Papers: papers}, nil}
	drafts, err := registration.OpenDrafts(t.Context(), d.Office)
	if err != nil {
		t.Fatal(err)
	}
	s.Add(shell.Record, func() shell.Screen { return record.NewScreen(s.Shell, d, drafts, papers.Name) })
	s.Add(shell.Stamped, func() shell.Screen { return stamped.NewScreen(s.Shell, s.desk) })
	s.Add(shell.Reprints, func() shell.Screen { return stamped.NewReprintsScreen(s.Shell, s.desk) })
	s.Shell.Scanner = stamped.NewScanner(s.Shell, s.desk)
	s.elsewhere = s.Elsewhere(shell.Today, shell.Papers, shell.Applicants, shell.Units)
	s.Go(shell.Route{Place: shell.Today})
	return s
}

// codes prints a paper and returns the codes of its sheets.
func (s *stage) print(order printing.Order) data.Print {
	s.t.Helper()
	if _, err := printing.Print(s.t.Context(), s.Office, s.desk.Papers, order, func([]byte) error { return nil }); err != nil {
		s.t.Fatal(err)
	}
	prints, err := s.Office.Prints(s.t.Context())
	if err != nil {
		s.t.Fatal(err)
	}
	return prints[len(prints)-1]
}

func (s *stage) running() []*data.Applicant {
	return s.Office.Register.Find(registration.Query{Statuses: []data.Status{data.Submitted, data.Returned}})
}

func (s *stage) amend(a *data.Applicant, fields map[string]string) {
	s.t.Helper()
	if _, err := s.Office.Amend(s.t.Context(), a.Application.ID, fields, ""); err != nil {
		s.t.Fatal(err)
	}
}

// scan is what a scanner does: the text, then Enter.
func (s *stage) scan(text string) {
	s.Type(text)
	s.Press(fyne.KeyReturn)
	s.Settle()
}

func form(a *data.Applicant) printing.Order {
	return printing.Order{Paper: "registration", Query: registration.Query{Numbers: []data.IDNumber{a.Person.IDNumber}}}
}

func TestASheetScannedIntoTheSearchBoxOpensTheRecordAndComesIn(t *testing.T) {
	s := open(t, 40)
	who := s.running()[0]
	code := s.print(form(who)).Codes[0]
	s.Press(fyne.KeyF3)
	s.scan(data.Dashed(code))
	if r := s.Shell.Screen().Route(); r.Place != shell.Record || r.Person != who.Application.ID {
		t.Fatalf("it stands at %+v, said %s", r, s.Said())
	}
	if !strings.Contains(s.Said(), "盖章件已回") || !s.Sees("盖章件已回") {
		t.Errorf("said %s, seen %q", s.Said(), s.Texts())
	}
	s.Picture("stamped-record-back")
	s.Press(fyne.KeyZ, fyne.KeyModifierControl)
	s.Settle()
	if f, err := sheets.Find(t.Context(), s.desk, code); err != nil || f.Back.Back() {
		t.Errorf("Ctrl+Z leaves it in: %v, said %s", err, s.Said())
	}
}

func TestAScannedSheetThatIsVoidSaysWhatHasChanged(t *testing.T) {
	s := open(t, 40)
	who := s.running()[0]
	code := s.print(form(who)).Codes[0]
	s.amend(who, map[string]string{"phone": "13900001111", "education": "本科", "address": strings.Repeat("罗山县城关镇行政大道", 6)})
	s.Press(fyne.KeyF3)
	s.scan(strings.ToLower(data.Dashed(code)))
	for _, want := range []string{"数据已改，此纸作废", "联系电话", who.Person.Phone, "13900001111", "请把这张作废，按现在的记录重新打印、盖章。"} {
		if !s.Sees(want) {
			t.Errorf("%q is not among %q", want, s.Texts())
		}
	}
	s.Picture("stamped-void")
	s.At150()
	s.Picture("stamped-void-150")
	s.Press(fyne.KeyEscape)
	if s.Sees("纸上印的") || s.Shell.Screen().Route().Person != who.Application.ID {
		t.Error("Esc does not lead to the record")
	}
}

func TestACodeThatIsOnNoSheetIsRefusedWhereOneStands(t *testing.T) {
	s := open(t, 20)
	s.Press(fyne.KeyF3)
	s.scan("2222-3333")
	if !strings.Contains(s.Said(), "没有打印过核对码是 2222-3333 的纸") {
		t.Errorf("said %s", s.Said())
	}
}

func TestScanAfterScanEachHasItsVerdictAndIsThereAgainAfterLeaving(t *testing.T) {
	s := open(t, 60)
	people := s.running()[:6]
	var codes []string
	for _, a := range people {
		codes = append(codes, s.print(form(a)).Codes[0])
	}
	s.amend(people[1], map[string]string{"phone": "13900001111", "education": "本科"})
	unit := s.running()[0].Supervising
	roster := s.print(printing.Order{Paper: "roster", Query: registration.Query{Unit: unit}}).Codes[0]
	s.Go(shell.Route{Place: shell.Stamped})
	s.Settle()
	s.Picture("stamped-empty")
	for _, text := range []string{codes[0], "GK1:REG:26:2222-3333:0123456789ABCDEF", codes[2], codes[0], roster, codes[3], codes[1]} {
		s.scan(text)
	}
	for _, want := range []string{"已回", "作废", "收过", "不认", "今天收到 3 张，不能收的 2 张", "联系电话", "13900001111"} {
		if !s.Sees(want) {
			t.Errorf("%q is not among %q", want, s.Texts())
		}
	}
	s.Picture("stamped")
	s.Rooms("stamped")
	s.Press(fyne.KeyF6)
	s.Picture("stamped-150-missing")
	s.Press(fyne.KeyEscape)
	s.Resize(1366, 768)
	s.Press(fyne.KeyEscape)
	again := on(t, s.Office)
	again.Shell.Memory = s.Shell.Memory
	again.Go(shell.Route{Place: shell.Stamped})
	again.Settle()
	if !again.Sees("今天收到 4 张，不能收的 2 张") || !again.Sees("作废") {
		t.Errorf("left and come back: %q", again.Texts())
	}
	again.scan(codes[4])
	if !again.Sees("今天收到 5 张，不能收的 2 张") {
		t.Errorf("gone on: %q", again.Texts())
	}
	again.Press(fyne.KeyZ, fyne.KeyModifierControl)
	again.Settle()
	if f, err := sheets.Find(t.Context(), s.desk, codes[4]); err != nil || f.Back.Back() || !again.Sees("已撤销") {
		t.Errorf("Ctrl+Z leaves it in: %v, said %s", err, again.Said())
	}
}

func TestASheetAboutSeveralGoesToThePageWhereSheetsComeIn(t *testing.T) {
	s := open(t, 40)
	code := s.print(printing.Order{Paper: "roster"}).Codes[0]
	s.Press(fyne.KeyF3)
	s.scan(code)
	if s.Shell.Screen().Route().Place != shell.Stamped || !s.Sees("已回") {
		t.Errorf("it stands at %+v, seen %q", s.Shell.Screen().Route(), s.Texts())
	}
}

func TestWhoIsMissingIsOfThePaperAndTheUnitChosen(t *testing.T) {
	s := open(t, 40)
	who := s.running()[0]
	s.print(form(who))
	s.Go(shell.Route{Place: shell.Stamped})
	s.Settle()
	if !s.Sees("已回 0，还缺 ") {
		t.Errorf("seen %q", s.Texts())
	}
	s.Press(fyne.KeyP, fyne.KeyModifierControl)
	if r := s.elsewhere.Last(); r.Place != shell.Papers || r.Paper != "registration" || len(r.Numbers) == 0 {
		t.Errorf("printing what is missing goes to %+v", r)
	}
	s.Shell.Back()
	s.Settle()
	s.Press(fyne.KeyTab)
	s.Type("花名册")
	s.Press(fyne.KeyReturn)
	s.Settle()
	if !s.Sees("花名册") || s.Sees(who.Person.Name) {
		t.Errorf("of the roster: %q", s.Texts())
	}
	s.Picture("stamped-missing-roster")
}

func TestPapersToBePrintedAgainAreListedWithWhatHasChanged(t *testing.T) {
	s := open(t, 60)
	printed := s.print(printing.Order{Paper: "registration"})
	s.print(printing.Order{Paper: "roster"})
	s.Go(shell.Route{Place: shell.Reprints})
	s.Settle()
	if !s.Sees("打印出去的表都与记录一致") {
		t.Errorf("seen %q", s.Texts())
	}
	s.Picture("reprints-none")
	people := s.running()
	if _, err := sheets.Receive(t.Context(), s.desk, printed.Codes[indexOf(printed, people[1])]); err != nil {
		t.Fatal(err)
	}
	for i, a := range people[:5] {
		s.amend(a, map[string]string{"phone": "1390000111" + string(rune('0'+i))})
	}
	s.amend(people[1], map[string]string{"education": "本科", "note": "请示过"})
	s.Go(shell.Route{Place: shell.Today})
	s.Go(shell.Route{Place: shell.Reprints})
	s.Settle()
	for _, want := range []string{"5 人，10 份要重打", "已回作废", "13900001110", people[4].Person.Name} {
		if !s.Sees(want) {
			t.Errorf("%q is not among %q", want, s.Texts())
		}
	}
	s.Picture("reprints")
	s.At150()
	s.Picture("reprints-150")
	s.Press(fyne.KeyP, fyne.KeyModifierControl)
	if r := s.elsewhere.Last(); r.Place != shell.Papers || r.Paper == "" || len(r.Numbers) != 5 {
		t.Errorf("printing again goes to %+v, said %s", r, s.Said())
	}
}

func indexOf(p data.Print, a *data.Applicant) int {
	for i, id := range p.Records {
		if id == a.Application.ID {
			return i
		}
	}
	return -1
}
