package record_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/record"
	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
)

// stage opens the record screen on a practice county.
func stage(t testing.TB) *shelltest.Stage {
	t.Helper()
	return records(t, shelltest.Open(t, 40))
}

// stageAt is stage by another clock.
func stageAt(t testing.TB, now func() time.Time) *shelltest.Stage {
	t.Helper()
	return records(t, shelltest.On(t, demotest.Open(t, office.Place{Folder: demotest.County(t, demotest.Small(40)), Now: now})))
}

func records(t testing.TB, s *shelltest.Stage) *shelltest.Stage {
	t.Helper()
	drafts, err := registration.OpenDrafts(ctx, s.Office.Office)
	if err != nil {
		t.Fatal(err)
	}
	return s.Add(shell.Record, func() shell.Screen {
		return record.NewScreen(s.Shell, s.Office, drafts, func(string) string { return "申报表" })
	})
}

// pending are the people nobody has decided on, as a list.
func pending(s *shelltest.Stage) (ids []data.ApplicationID) {
	for _, a := range s.Office.Select(registration.Selection{Statuses: registration.Undecided}) {
		ids = append(ids, a.Application.ID)
	}
	return ids
}

func person(s *shelltest.Stage, id data.ApplicationID) *data.Applicant {
	a, _ := s.Office.Register.ByID(id)
	return a
}

// returned is somebody whose papers are to be handed in again.
func returned(t testing.TB, s *shelltest.Stage) data.ApplicationID {
	t.Helper()
	found := s.Office.Select(registration.Selection{Statuses: []data.Status{data.Returned}})
	if len(found) == 0 {
		t.Fatal("nobody was returned")
	}
	return found[0].Application.ID
}

// shows reports whether a text stands on the screen by itself.
func shows(s *shelltest.Stage, text string) bool { return slices.Contains(s.Texts(), text) }

// named returns somebody by name.
func named(t testing.TB, s *shelltest.Stage, name string) data.ApplicationID {
	t.Helper()
	found := s.Office.Register.Find(registration.Query{Text: name})
	if len(found) == 0 {
		t.Fatalf("nobody is called %s", name)
	}
	return found[0].Application.ID
}

func TestAWrongCheckDigitIsExplainedBeneathItsField(t *testing.T) {
	s := stage(t)
	s.Go(shell.Route{Place: shell.Record})
	s.Type("411503198109010020")
	s.Press(fyne.KeyReturn)
	field, sentence := s.At("身份证号"), s.At("末位校验不符：请对照身份证原件，第 18 位应为 7")
	if sentence.Y-field.Y < 25 || sentence.Y-field.Y > 40 || !s.Sees("未存") {
		t.Errorf("the field stands at %v, its sentence at %v", field, sentence)
	}
	s.Press(fyne.KeyTab, fyne.KeyModifierShift)
	s.Type("411503198109010027")
	s.Press(fyne.KeyReturn)
	if s.Sees("末位校验不符") || !s.Sees("411503 19810901 0027") || !s.Sees("女　1981-09-01") {
		t.Errorf("mended, the screen shows %q", s.Texts())
	}
	s.NothingMissing()
}

func TestANewPersonHasNoVerdictBeforeALevel(t *testing.T) {
	s := stage(t)
	s.Go(shell.Route{Place: shell.Record})
	s.At("新登记")
	s.At("填到申报等级后给结论")
	if shows(s, "放弃这一人") || shows(s, "交审") || shows(s, "打印") {
		t.Error("there is a button with nothing to do")
	}
	s.Shell.Go(shell.Route{Place: shell.Record, Field: "level"})
	s.Type("3")
	s.Press(fyne.KeyReturn)
	if s.Sees("填到申报等级后给结论") || !s.Sees("还缺") && !s.Sees("要核对") {
		t.Errorf("after the level: %q", s.Texts())
	}
}

func TestAnEditChangesVerdictHeadAndTimeline(t *testing.T) {
	s := stage(t)
	id := pending(s)[0]
	s.Go(shell.Route{Place: shell.Record, Person: id, List: pending(s), Field: "phone"})
	s.Type("13900001111")
	s.Press(fyne.KeyReturn)
	s.Settle()
	if person(s, id).Person.Phone != "13900001111" || !strings.HasPrefix(s.Said(), "联系电话已改为 13900001111") || !s.Sees("联系电话") {
		t.Errorf("said %q", s.Said())
	}
	if !s.Sees("全部 2 条") || !s.Sees("撤销") {
		t.Errorf("the timeline is not there: %q", s.Texts())
	}
	s.ClickOn("撤销")
	s.Settle()
	if person(s, id).Person.Phone == "13900001111" || !s.Sees("已撤销") {
		t.Errorf("not undone; said %q", s.Said())
	}
}

func TestHonoursAppearWithTheLevelAndTheCaretStays(t *testing.T) {
	s := stage(t)
	id := pending(s)[0]
	s.Go(shell.Route{Place: shell.Record, Person: id, Field: "level"})
	s.Type("3")
	s.Press(fyne.KeyReturn)
	s.Shell.Go(shell.Route{Place: shell.Record, Person: id, Field: "honours"})
	s.Press(fyne.KeyA, fyne.KeyModifierControl)
	s.Press(fyne.KeyDelete)
	s.Press(fyne.KeyReturn)
	if shows(s, "业绩") {
		t.Fatal("level three asks for 业绩")
	}
	s.Shell.Go(shell.Route{Place: shell.Record, Person: id, Field: "level"})
	s.Type("2")
	s.Press(fyne.KeyReturn)
	s.At("业绩")
	if r := s.Shell.Screen().Route(); r.Field != "trade" {
		t.Errorf("the caret is in %q", r.Field)
	}
}

func TestPgDnGoesToTheNextAndStaysInTheField(t *testing.T) {
	s := stage(t)
	ids := pending(s)
	s.Go(shell.Route{Place: shell.Record, Person: ids[0], List: ids, Field: "work_start"})
	s.Press(fyne.KeyPageDown)
	s.Settle()
	r := s.Shell.Screen().Route()
	if r.Person != ids[1] || r.Field != "work_start" || !s.Sees(person(s, ids[1]).Person.Name) {
		t.Errorf("PgDn led to %+v", r)
	}
	s.Type("1999.9") // over what was selected, not into it
	s.Press(fyne.KeyReturn)
	if got := person(s, ids[1]).Person.WorkStart.String(); got != "1999-09" {
		t.Errorf("typed after PgDn: %s; the bar says %q", got, s.Said())
	}
	s.ClickOn("PgUp")
	s.Press(fyne.KeyPageUp)
	s.Settle()
	if r := s.Shell.Screen().Route(); r.Person != ids[0] || !strings.Contains(s.Said(), "第一人") {
		t.Errorf("at the beginning: %+v, said %q", r, s.Said())
	}
}

func TestANumberThatIsRegisteredOpensItsOwner(t *testing.T) {
	s := stage(t)
	owner := pending(s)[0]
	s.Go(shell.Route{Place: shell.Record})
	s.Type(string(person(s, owner).Person.IDNumber))
	s.Press(fyne.KeyReturn)
	s.ClickOn("打开已有的那一份")
	s.Settle()
	if r := s.Shell.Screen().Route(); r.Person != owner {
		t.Errorf("opened %q", r.Person)
	}
	s.Press(fyne.KeyEscape)
	s.At("新登记")
	if r := s.Shell.Screen().Route(); r.Field != "name" {
		t.Errorf("back again, the caret is in %q", r.Field)
	}
}

func TestWhatWasTypedOfANewPersonComesBackOrIsThrownAway(t *testing.T) {
	s := stage(t)
	ids := pending(s)
	s.Go(shell.Route{Place: shell.Record})
	s.Type("41150319810901")
	s.Go(shell.Route{Place: shell.Record, Person: ids[0]})
	s.Press(fyne.KeyN, fyne.KeyModifierControl)
	s.At("41150319810901")
	s.Press(fyne.KeyD, fyne.KeyModifierControl)
	s.Press(fyne.KeyReturn)
	if s.Sees("41150319810901") || s.Sees("放弃这一人") {
		t.Errorf("still there: %q", s.Texts())
	}
	if r := s.Shell.Screen().Route(); r.Field != "id_number" {
		t.Errorf("the caret is in %q", r.Field)
	}
}

func TestADecidedRecordCannotBeTypedInto(t *testing.T) {
	s := stage(t)
	a := s.Office.Select(registration.Selection{Statuses: []data.Status{data.Approved}})[0]
	phone := a.Person.Phone
	s.Go(shell.Route{Place: shell.Record, Person: a.Application.ID, Field: "phone"})
	s.At("已审结（通过），更正另办")
	at := s.At(phone)
	s.Click(at.X+4, at.Y+8)
	s.Type("1")
	if !s.Sees(phone) || s.Sees("交审") {
		t.Errorf("it took a letter: %q", s.Texts())
	}
}

func TestCtrlEnterHandsIn(t *testing.T) {
	s := stage(t)
	id := returned(t, s)
	s.Go(shell.Route{Place: shell.Record, Person: id, Field: "phone"})
	s.At("交审")
	s.Press(fyne.KeyReturn, fyne.KeyModifierControl)
	s.At("补正以后再交审")
	for range 9 { // as many as were asked, and the button
		if !s.Shell.Laid() {
			break
		}
		s.Compose("已补盖公章")
		time.Sleep(50 * time.Millisecond) // the Enter is not the input method's
		s.Press(fyne.KeyReturn)
	}
	s.Settle()
	if person(s, id).Application.Status != data.Submitted || shows(s, "交审") || !s.Sees("待审") {
		t.Errorf("status %s; said %q", person(s, id).Application.Status, s.Said())
	}
}

func TestEnterRunsRoundTheFormAndItsButtons(t *testing.T) {
	s := stage(t)
	s.Go(shell.Route{Place: shell.Record, Person: returned(t, s), Field: "note"})
	s.Press(fyne.KeyTab) // 材料
	s.Press(fyne.KeyTab) // 交审
	s.Press(fyne.KeyTab) // 打印
	s.Press(fyne.KeyTab) // 另办
	s.Press(fyne.KeyTab)
	if r := s.Shell.Screen().Route(); r.Field != "id_number" {
		t.Errorf("after the buttons the caret is in %q", r.Field)
	}
}
