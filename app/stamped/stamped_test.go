package stamped_test

import (
	"slices"
	"strings"
	"testing"

	"gongkao/app/printing"
	"gongkao/app/registration"
	"gongkao/app/stamped"
	"gongkao/data"
	"gongkao/data/store"
)

func upper(s string) string { return strings.ToUpper(s) }

// refused wants the refusal of a code, in words that say what to do.
func refused(t *testing.T, err error, code string) {
	t.Helper()
	r, is := data.AsRefusal(err)
	if !data.HasCode(err, code) || !is || r.Message == "" || r.Hint == "" {
		t.Errorf("refused with %v, want %s", err, code)
	}
}

// TestAnOldSheetSaysWhatHasChangedSince: printing, changing, scanning.
func TestAnOldSheetSaysWhatHasChangedSince(t *testing.T) {
	s := open(t, 30)
	who := s.running()[0]
	printed := s.print(printing.Order{Paper: "registration", Query: of(who)})
	qr := s.qr("REG", printed.Codes[0])
	if f := s.find(qr); !f.True || f.Call(s.Desk) != who.Person.Name+"的"+f.Name || len(f.Sheet.People) != 1 {
		t.Fatalf("printed just now: %+v", f)
	}
	before := who.Person.Phone
	s.amend(who, "phone", "13900001111")
	s.amend(who, "education", "本科")
	f := s.find(qr)
	want := registration.FieldChange{Label: "联系电话", Old: before, New: "13900001111"}
	if f.True || len(f.Changed) != 1 || !f.Changed[0].Told || !slices.Contains(f.Changed[0].Changes, want) || len(f.Changed[0].Changes) != 2 {
		t.Fatalf("after the change: %+v", f)
	}
	if said := strings.Join(f.Sentences(), "\n"); !strings.Contains(said, "联系电话："+before+" → 13900001111") {
		t.Errorf("it says %s", said)
	}
	if _, err := stamped.Receive(ctx, s.Desk, qr); true {
		refused(t, err, "sheet-void")
	}
	s.amend(who, "phone", before)
	s.amend(who, "education", who.Person.Education)
	if f := s.find(qr); !f.True {
		t.Error("the record says again what was printed, and the sheet is void")
	}
}

func TestAStampedSheetComesInOnceAndIsTakenBack(t *testing.T) {
	s := open(t, 30)
	who := s.running()[0]
	code := s.print(printing.Order{Paper: "registration", Query: of(who)}).Codes[0]
	f, err := stamped.Receive(ctx, s.Desk, code)
	if err != nil || !f.Back.Back() || f.Back.By == "" {
		t.Fatalf("%+v, %v", f, err)
	}
	if !s.Has(who, registration.Stamped) {
		t.Error("the list does not show it")
	}
	if _, err := stamped.Receive(ctx, s.Desk, code); true {
		refused(t, err, "sheet-back")
	}
	events, err := s.Timeline(ctx, who.Application.ID)
	if err != nil || events[0].Kind != registration.EventStamped || !strings.Contains(events[0].Words, "盖章件已回") || !events[0].CanUndo() {
		t.Fatalf("the timeline begins with %+v, %v", events[0], err)
	}
	if _, err := s.Undo(ctx, who.Application.ID, events[0]); err != nil {
		t.Fatal(err)
	}
	if f := s.find(code); f.Back.Back() {
		t.Error("undone, and still back")
	}
	if f, err = stamped.Receive(ctx, s.Desk, code); err != nil {
		t.Fatal(err)
	}
	if err := stamped.TakeBack(ctx, s.Desk, f.Back.ID); err != nil || s.Has(who, registration.Stamped) {
		t.Errorf("taken back: %v", err)
	}
	refused(t, stamped.TakeBack(ctx, s.Desk, f.Back.ID), "sheet-none")
}

func TestEveryFormOfABatchLeadsToItsPerson(t *testing.T) {
	s := open(t, 30)
	printed := s.print(printing.Order{Paper: "registration"})
	if len(printed.Codes) != len(printed.Records) || len(printed.About) != 0 {
		t.Fatalf("%d codes for %d people", len(printed.Codes), len(printed.Records))
	}
	for i, code := range printed.Codes {
		if f := s.find(code); !f.True || f.Sheet.People[0] != printed.Records[i] {
			t.Errorf("form %d leads to %v", i, f.Sheet.People)
		}
	}
}

func TestARosterNamesWhoHasChangedWhoCameAndWhoIsGone(t *testing.T) {
	s := open(t, 60)
	units := map[string][]*data.Applicant{}
	for _, a := range s.running() {
		units[a.Supervising] = append(units[a.Supervising], a)
	}
	unit, people := "", []*data.Applicant{}
	for name, list := range units {
		if len(list) > len(people) {
			unit, people = name, list
		}
	}
	if len(people) < 3 {
		t.Fatalf("%s has %d people", unit, len(people))
	}
	code := s.print(printing.Order{Paper: "roster", Query: registration.Query{Unit: unit}}).Codes[0]
	if f := s.find(code); !f.True {
		t.Fatalf("printed just now: %q", f.Sentences())
	}
	changed, err := printing.Changed(s.Desk.Desk, []data.Print{s.last()})
	if err != nil || len(changed) != 0 {
		t.Errorf("%d people of a roster of a unit changed by printing it, %v", len(changed), err)
	}
	_, err = stamped.Receive(ctx, s.Desk, code)
	if err != nil || !s.Has(people[0], registration.Stamped) || !s.Has(people[2], registration.Stamped) {
		t.Fatalf("the sheet of the unit counts for all: %v", err)
	}
	s.amend(people[0], "phone", "13900002222")
	s.withdraw(people[1])
	f := s.find(code)
	if f.True || len(f.Changed) != 1 || f.Changed[0].Name != people[0].Person.Name || len(f.Gone) != 1 || f.Gone[0].Name != people[1].Person.Name || !f.Back.Back() {
		t.Errorf("changed %+v, gone %+v, came %+v", f.Changed, f.Gone, f.Came)
	}
	elsewhere := s.other(unit)
	s.amend(elsewhere, "unit", people[2].Unit)
	if f = s.find(code); len(f.Came) != 1 || f.Came[0].Name != elsewhere.Person.Name {
		t.Errorf("came %+v", f.Came)
	}
	said := strings.Join(f.Sentences(), "\n")
	for _, want := range []string{people[0].Person.Name + "（" + people[0].Unit + "）　联系电话", "现在不在这张表里：" + people[1].Person.Name, "打印以后才有：" + elsewhere.Person.Name} {
		if !strings.Contains(said, want) {
			t.Errorf("it does not say %s, but %s", want, said)
		}
	}
}

// withdraw takes an application out of the running.
func (s *stage) withdraw(a *data.Applicant) {
	s.t.Helper()
	app := a.Application
	app.Status = data.Withdrawn
	if _, err := s.Office.Store.Update(ctx, data.OpWithdraw, "", func(tx *store.Tx) error { return tx.PutApplication(app) }); err != nil {
		s.t.Fatal(err)
	}
	if _, err := s.Renew(ctx, app.ID); err != nil {
		s.t.Fatal(err)
	}
}

// other is somebody of another supervising unit.
func (s *stage) other(unit string) *data.Applicant {
	for _, a := range s.running() {
		if a.Supervising != unit {
			return a
		}
	}
	s.t.Fatal("there is one unit only")
	return nil
}

func TestAListInAnotherOrderSaysTheSame(t *testing.T) {
	s := open(t, 30)
	printed := s.print(printing.Order{Paper: "roster"})
	printed.Codes = []string{"22223333"} // of the same people in an order nobody asks for now
	if _, err := s.Office.Store.Update(ctx, data.OpPrint, "", func(tx *store.Tx) error { return tx.PutPrint(printed) }); err != nil {
		t.Fatal(err)
	}
	if f := s.find("2222-3333"); !f.True {
		t.Errorf("it says %q", f.Sentences())
	}
	s.amend(s.running()[0], "phone", "13900006666")
	if f := s.find("2222-3333"); f.True || len(f.Changed) != 1 {
		t.Errorf("after a change it says %q", f.Sentences())
	}
}

func TestASheetThatOnlyCountsSaysWhoHasBeenWrittenOf(t *testing.T) {
	s := open(t, 30)
	code := s.print(printing.Order{Paper: "summary"}).Codes[0]
	if f := s.find(code); !f.True {
		t.Fatalf("printed just now: %q", f.Sentences())
	}
	who := s.running()[0]
	s.withdraw(who)
	f := s.find(code)
	if f.True || len(f.Changed) != 1 || f.Changed[0].ID != who.Application.ID || len(f.Words) == 0 {
		t.Errorf("%+v", f)
	}
}

func TestTheFormOfAnAdministratorIsWrittenIntoTheBookOfTheUnits(t *testing.T) {
	s := open(t, 30)
	printed := s.print(printing.Order{Paper: "administrator-form"})
	for i, about := range printed.About {
		f, err := stamped.Receive(ctx, s.Desk, printed.Codes[i])
		if err != nil {
			continue // forms to be filled in by hand look alike, and name nobody
		}
		if f.Sheet.Unit != about.Unit {
			t.Errorf("form %d leads to unit %s, not %s", i, f.Sheet.Unit, about.Unit)
		}
		s.view(func(r *store.Reader) error {
			forms, err := r.AdministratorForms(2026)
			if !slices.ContainsFunc(forms, func(a data.AdministratorForm) bool { return a.Unit == about.Unit && !a.Returned.IsZero() }) {
				t.Errorf("the book of units does not know the form of %s", about.Unit)
			}
			return err
		})
		return
	}
	t.Fatal("no form came in")
}

func TestWhoIsMissingIsListedUntilHisSheetIsBack(t *testing.T) {
	s := open(t, 30)
	people := s.running()[:3]
	var numbers []data.IDNumber
	for _, a := range people {
		numbers = append(numbers, a.Person.IDNumber)
	}
	printed := s.print(printing.Order{Paper: "registration", Query: registration.Query{Numbers: numbers}})
	if _, err := stamped.Receive(ctx, s.Desk, printed.Codes[0]); err != nil {
		t.Fatal(err)
	}
	b, err := stamped.Load(ctx, s.Desk)
	if err != nil {
		t.Fatal(err)
	}
	all := b.Missing("registration", "")
	if all.Back != 1 || len(all.Missing) != all.All-1 {
		t.Errorf("%d of %d are back, %d missing", all.Back, all.All, len(all.Missing))
	}
	words := map[data.ApplicationID]string{}
	for _, m := range all.Missing {
		words[m.ID] = m.Words
	}
	if !strings.Contains(words[printed.Records[1]], "04-10 打印") || words[printed.Records[0]] != "" {
		t.Errorf("it says %v", words)
	}
	a, _ := s.Register.ByID(printed.Records[0])
	s.amend(a, "phone", "13900004444")
	if b, err = stamped.Load(ctx, s.Desk); err != nil {
		t.Fatal(err)
	}
	for _, m := range b.Missing("registration", "").Missing {
		if m.ID == a.Application.ID && !strings.Contains(m.Words, "作废") {
			t.Errorf("of a sheet that is void it says %s", m.Words)
		}
	}
	all2, err := stamped.Reprints(ctx, s.Desk, nil)
	if err != nil || len(all2) != 1 || all2[0].ID != a.Application.ID || !all2[0].Back || len(all2[0].Changes) != 1 {
		t.Errorf("to be printed anew: %+v, %v", all2, err)
	}
	one, err := stamped.OfPerson(ctx, s.Desk, a.Application.ID)
	if err != nil || len(one) != 1 || !s.Has(a, registration.Reprint) {
		t.Errorf("of the person: %+v, %v", one, err)
	}
}

func BenchmarkScanARosterOf10000ThatHasChanged(b *testing.B) {
	s := open(b, 10_000)
	code := s.print(printing.Order{Paper: "roster"}).Codes[0]
	s.amend(s.running()[0], "phone", "13900005555")
	for b.Loop() {
		if f := s.find(code); f.True || len(f.Changed) != 1 {
			b.Fatal("one has changed")
		}
	}
}
