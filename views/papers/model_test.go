package papers_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/app/paper"
	"gongkao/app/registration"
	"gongkao/assets"
	"gongkao/data"
	"gongkao/views/papers"
	"gongkao/views/wording"
)

var ctx = context.Background()

func practice(t *testing.T) (*papers.Model, *registration.Desk) {
	t.Helper()
	folder := demotest.County(t, demotest.Small(60))
	now := time.Date(2026, 4, 2, 9, 42, 0, 0, time.UTC)
	d := demotest.Open(t, office.Place{Folder: folder, Now: func() time.Time { return now }})
	loaded, err := paper.Load(assets.Files)
	if err != nil {
		t.Fatal(err)
	}
	return papers.New(d, loaded), d
}

// prints counts the acts of printing that a person's timeline tells.
func prints(t *testing.T, d *registration.Desk) (n int) {
	t.Helper()
	events, err := d.Timeline(ctx, d.Select(registration.Selection{Statuses: []data.Status{data.Submitted}})[0].Application.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range events {
		if e.Paper != "" {
			n++
		}
	}
	return n
}

func TestLookingIsNotPrinting(t *testing.T) {
	m, d := practice(t)
	p, err := m.Preview()(ctx)
	if err != nil || !bytes.HasPrefix(p.PDF, []byte("%PDF-")) || p.Pages == 0 || p.Records != m.Count() {
		t.Fatalf("%d pages, %d people of %d, %v", p.Pages, p.Records, m.Count(), err)
	}
	if n := prints(t, d); n != 0 {
		t.Errorf("%d prints are on record", n)
	}
	path := filepath.Join(t.TempDir(), m.SaveName())
	done, err := m.Save(path)(ctx)
	if err != nil || !strings.Contains(done.What, path) || prints(t, d) != 1 {
		t.Fatalf("saved: %+v, %v, %d on record", done, err, prints(t, d))
	}
	saved, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(saved, p.PDF) {
		t.Error("what was saved is not what was previewed")
	}
}

func TestTheScopeIsTypedAndCounted(t *testing.T) {
	m, d := practice(t)
	all := m.Count()
	for _, c := range [][2]string{{papers.LevelField, "三级"}, {papers.UnitField, d.AllUnits()[0].Name}, {papers.StatusField, "待审"}} {
		before := m.Count()
		if err := m.Leave(c[0], c[1]); err != nil {
			t.Fatal(err)
		}
		if m.Count() > before {
			t.Errorf("%s widened the scope", c[0])
		}
	}
	if err := m.Leave(papers.UnitField, "没有这个单位"); !data.HasCode(err, "scope-unknown") {
		t.Errorf("an unknown unit: %v", err)
	}
	for _, c := range [][2]string{{papers.LevelField, "各等级"}, {papers.UnitField, "全县"}, {papers.StatusField, "在办的"}} {
		if err := m.Leave(c[0], c[1]); err != nil {
			t.Fatal(err)
		}
	}
	if m.Count() != all {
		t.Errorf("widened again, %d of %d", m.Count(), all)
	}
}

func TestAnEmptyScopeIsRefusedInWords(t *testing.T) {
	m, _ := practice(t)
	m.SetScope(papers.Scope{Statuses: []data.Status{data.Lapsed}})
	if _, err := m.Preview()(ctx); !data.HasCode(err, "nobody") {
		t.Errorf("got %v", err)
	}
}

func TestWhatIsWrongIsSaidBeforePrinting(t *testing.T) {
	m, _ := practice(t)
	p, err := m.Preview()(ctx)
	if err != nil {
		t.Fatal(err)
	}
	m.Show(p)
	titles := ""
	for _, w := range p.Warnings {
		titles += w.Title + " "
		if len(w.Words) == 0 || w.Go != "" && w.Opens == "" && w.List.IsZero() {
			t.Errorf("a warning that leads nowhere: %+v", w)
		}
	}
	if !strings.Contains(titles, "不符合条件") || !strings.Contains(titles, "还是草稿") {
		t.Errorf("the warnings are %s", titles)
	}
	if mark, done := m.Said(); mark != wording.Block || !strings.Contains(done.Next, "先看一眼") || m.MustConfirm() {
		t.Errorf("said %+v", done)
	}
	m.Choose("registration")
	if _, ok := m.Shown(); ok {
		t.Error("another paper shows the old pages")
	}
}

func TestWhatThePrinterRefusesWasNotPrinted(t *testing.T) {
	m, d := practice(t)
	jam := errors.New("no paper")
	if _, err := m.Print(func([]byte) error { return jam })(ctx); !errors.Is(err, jam) || prints(t, d) != 0 {
		t.Errorf("%v, %d on record", err, prints(t, d))
	}
}

func TestEveryPaperHasANameAndPreviews(t *testing.T) {
	m, _ := practice(t)
	for _, p := range m.Papers() {
		m.Choose(p.ID)
		if _, facts := m.Head(); p.Name == "" || facts[0] != p.Name {
			t.Errorf("%s is called %q", p.ID, p.Name)
		}
		shown, err := m.Preview()(ctx)
		if err != nil || shown.Records != m.Count() {
			t.Errorf("%s: %d of %d, %v", p.ID, shown.Records, m.Count(), err)
		}
	}
}
