package papers_test

import (
	"bytes"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/app/spotcheck"
	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/papers"
	"gongkao/views/shell"
)

func TestARosterIsByUnitUntilSomethingElseIsChosen(t *testing.T) {
	m, _ := practice(t)
	usual, err := m.Preview()(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ typed, shown, file string }{{"按等级", "按等级", "（按等级）"}, {"agz", "按工种", "（按工种）"}} {
		if err := m.Leave(papers.OrderField, c.typed); err != nil {
			t.Fatal(err)
		}
		p, err := m.Preview()(ctx, nil)
		if err != nil || p.Records != usual.Records || bytes.Equal(p.PDF, usual.PDF) {
			t.Errorf("%s: %d of %d people, %v", c.typed, p.Records, usual.Records, err)
		}
		if field(m, papers.OrderField) != c.shown || !strings.Contains(m.SaveName(), c.file) {
			t.Errorf("%s: shown %s, saved as %s", c.typed, field(m, papers.OrderField), m.SaveName())
		}
	}
	m.Choose("summary")
	if p, err := m.Preview()(ctx, nil); err != nil || p.Pages == 0 || strings.Contains(m.SaveName(), "按工种") {
		t.Errorf("another paper: %v, %s", err, m.SaveName())
	}
	m.Choose("roster")
	m.Widen(papers.OrderField)
	if p, err := m.Preview()(ctx, nil); err != nil || !bytes.Equal(p.PDF, usual.PDF) {
		t.Errorf("by unit again it is another roster, %v", err)
	}
}

func field(m *papers.Model, key string) string {
	for _, f := range m.Fields() {
		if f.Key == key {
			return f.Text
		}
	}
	return ""
}

func TestBeforeTheDataIsThereTheEmptySheetPrintsAndSaysSo(t *testing.T) {
	m, _ := practice(t)
	for _, id := range []string{"certificates", "archive"} {
		m.Choose(id)
		if why, _, _, nobody := m.Nobody(); nobody {
			t.Errorf("%s: %s", id, why)
		}
		p, err := m.Preview()(ctx, nil)
		if err != nil || p.Pages != 1 || p.Records != 0 || len(p.Warnings) != 1 || p.Warnings[0].Title != "印的是空表" {
			t.Fatalf("%s: %d pages, %+v, %v", id, p.Pages, p.Warnings, err)
		}
		m.Show(p)
		if _, _, _, nobody := m.Nobody(); nobody || !m.Ready() || m.MustConfirm() {
			t.Errorf("%s cannot be printed", id)
		}
	}
}

func TestASheetOfASpotCheckIsOfTheOneChosen(t *testing.T) {
	m, d := practice(t)
	m.Choose("spot-check")
	if why, next, _, nobody := m.Nobody(); !nobody || why != "今年还没有抽查过" || next == "" {
		t.Errorf("before anything is drawn: %s, %s", why, next)
	}
	for _, size := range []int{3, 5} {
		if _, err := spotcheck.Draw(ctx, d, spotcheck.Plan{Size: size, Statuses: []data.Status{data.Submitted, data.Draft}}); err != nil {
			t.Fatal(err)
		}
	}
	m.SetScope(papers.Scope{Unit: d.AllUnits()[0].Name, Level: 3}) // of another paper; a sample is printed whole
	m.Choose("spot-check")
	if _, facts := m.Head(); facts[1] != "全县" || strings.Contains(m.SaveName(), d.AllUnits()[0].Name) {
		t.Errorf("it is said to be of %s, %s", facts[1], m.SaveName())
	}
	if p, err := m.Preview()(ctx, nil); err != nil || p.Records != 5 || m.Count() != 5 || len(m.Fields()) != 1 {
		t.Errorf("the latest has %d, %d counted, %v", p.Records, m.Count(), err)
	}
	if err := m.Leave(papers.CheckField, m.Fields()[0].Choices[1].Label); err != nil {
		t.Fatal(err)
	}
	p, err := m.Preview()(ctx, nil)
	if err != nil || p.Records != 3 || m.Count() != 3 || !strings.HasPrefix(field(m, papers.CheckField), "第 1 次") {
		t.Errorf("the first has %d, %d counted, shown as %s, %v", p.Records, m.Count(), field(m, papers.CheckField), err)
	}
	m.Widen(papers.CheckField)
	if m.Count() != 5 {
		t.Errorf("widened, %d", m.Count())
	}
}

func TestPicturesOfARosterByLevelAndOfListsThatGatherSignatures(t *testing.T) {
	s := open(t, 40)
	for range 20 { // to the order, past what stands before it
		if s.Press(fyne.KeyTab); focusedChoice(s) == "按单位" {
			break
		}
	}
	s.Type("adj")
	s.Press(fyne.KeyTab)
	s.Settle()
	if !s.Sees("按等级") {
		t.Errorf("seen: %q", s.Texts())
	}
	s.Picture("papers-roster-by-level")
	if _, err := spotcheck.Draw(ctx, s.Office, spotcheck.Plan{Size: 12, Statuses: []data.Status{data.Submitted}}); err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"certificates", "archive", "spot-check"} {
		s.Go(shell.Route{Place: shell.Papers, Paper: id})
		s.Settle()
		s.Picture("papers-" + id)
	}
	s.At150()
	s.Picture("papers-spot-check-150")
}

// focusedChoice is what stands in the lookup with the caret.
func focusedChoice(s *stage) string {
	if l, ok := s.Canvas().Focused().(*kit.Lookup); ok {
		return l.Value()
	}
	return ""
}
