package papers_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/app/paper"
	"gongkao/app/printer"
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
	p, err := m.Preview()(ctx, nil)
	if err != nil || !bytes.HasPrefix(p.PDF, []byte("%PDF-")) || p.Pages == 0 || p.Records != m.Count() {
		t.Fatalf("%d pages, %d people of %d, %v", p.Pages, p.Records, m.Count(), err)
	}
	if n := prints(t, d); n != 0 {
		t.Errorf("%d prints are on record", n)
	}
	path := filepath.Join(t.TempDir(), m.SaveName())
	done, err := m.Save(path)(ctx, nil)
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
	p, err := m.Preview()(ctx, nil)
	if err != nil || p.Pages != 0 {
		t.Fatalf("%d pages, %v", p.Pages, err)
	}
	m.Show(p)
	why, next, key, ok := m.Nobody()
	if !ok || why != "没有人符合这个范围" || key != papers.StatusField || !strings.Contains(next, "60 人都排除") || m.Ready() {
		t.Errorf("%s, %s, %s, %v", why, next, key, ok)
	}
	m.Widen(key)
	if _, _, _, none := m.Nobody(); none || m.Count() == 0 {
		t.Error("widened, there is still nobody")
	}
}

func TestWhatIsWrongIsSaidBeforePrinting(t *testing.T) {
	m, _ := practice(t)
	p, err := m.Preview()(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	m.Show(p)
	titles := ""
	for _, w := range p.Warnings {
		titles += w.Title + " "
		if len(w.Words) == 0 || w.Go != "" && len(w.Opens) == 0 && w.List.IsZero() {
			t.Errorf("a warning that leads nowhere: %+v", w)
		}
	}
	if !strings.Contains(titles, "还不能报") || !strings.Contains(titles, "还是草稿") {
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
	if _, err := m.PrintOn(fake{err: jam})(ctx, nil); !errors.Is(err, jam) || prints(t, d) != 0 {
		t.Errorf("%v, %d on record", err, prints(t, d))
	}
	done, err := m.PrintOn(fake{})(ctx, nil)
	if err != nil || prints(t, d) != 1 || !strings.Contains(done.What, "份，已送到打印机") {
		t.Errorf("%+v, %v, %d on record", done, err, prints(t, d))
	}
	if p, err := m.Preview()(ctx, nil); err != nil || p.Last != "上次 09:42" {
		t.Errorf("last printed %q, %v", p.Last, err)
	}
}

// fake is a printer that takes everything, or nothing.
type fake struct{ err error }

func (f fake) Print(context.Context, printer.Job) (printer.Said, error) {
	return printer.Said{What: "已送到打印机"}, f.err
}

func TestTheFirstPressSaysWhatWillNotPrintAndTheSecondPrints(t *testing.T) {
	m, _ := practice(t)
	if _, said, ok := m.MayPrint(); ok || said.What != "还没有排好版" {
		t.Errorf("without pages: %+v, %v", said, ok)
	}
	m.Show(papers.Preview{Pages: 3, Records: 1, Warnings: []papers.Warning{{Code: paper.GlyphMissing, Words: []string{"张𮯰 的“𮯰”印不出来"}}}})
	for press, want := range []bool{false, true} {
		if _, said, ok := m.MayPrint(); ok != want || !ok && !strings.Contains(said.Next, "再按一次") {
			t.Errorf("press %d: %+v, %v", press+1, said, ok)
		}
	}
	m.Choose("registration")
	m.Show(papers.Preview{Pages: 3, Records: 1, Warnings: []papers.Warning{{Code: paper.GlyphMissing, Words: []string{"还是印不出来"}}}})
	if _, _, ok := m.MayPrint(); ok {
		t.Error("what was accepted of one paper counts for another")
	}
}

func TestWhatTheMachineLacksIsNotedAndNothingToLookAt(t *testing.T) {
	m, _ := practice(t)
	note := papers.Warning{Title: "本机没有仿宋字体，公函正文用宋体印"}
	m.Show(papers.Preview{Pages: 3, Records: 1, Warnings: []papers.Warning{note}})
	if mark, said := m.Said(); mark != wording.Pass || m.WarningCount() != "" {
		t.Errorf("mark %v, %q to look at: %+v", mark, m.WarningCount(), said)
	}
	m.Show(papers.Preview{Pages: 3, Records: 1, Warnings: []papers.Warning{{Mark: wording.Warn, Title: "字缩小了"}, note}})
	if m.WarningCount() != "1 处" {
		t.Errorf("%q to look at, want 1 处", m.WarningCount())
	}
}

func TestCopiesAreANumber(t *testing.T) {
	m, _ := practice(t)
	m.Show(papers.Preview{Pages: 3, Records: 1})
	for text, want := range map[string]int{"3": 3, " ２ ": 2, "0": 1, "x": 1, "100": 1} {
		if err := m.SetCopies("1"); err != nil {
			t.Fatal(err)
		}
		if err := m.SetCopies(text); (err == nil) != (want != 1) || m.Copies() != want {
			t.Errorf("%q: %d copies, %v", text, m.Copies(), err)
		}
	}
	if err := m.SetCopies("3"); err != nil || m.PrintLabel() != "打印 3 页 × 3 份" {
		t.Errorf("%s, %v", m.PrintLabel(), err)
	}
}

func TestTheScopeComesToItsNumberAsASum(t *testing.T) {
	m, d := practice(t)
	if err := m.Leave(papers.UnitField, d.AllUnits()[1].Name); err != nil {
		t.Fatal(err)
	}
	steps := m.Narrowing()
	left := steps[0].Left
	for _, s := range steps[1:] {
		if left -= s.Out; left != s.Left {
			t.Errorf("the sum does not come out at %+v", s)
		}
	}
	lines := m.Sum()
	if last := lines[len(lines)-1]; last.Figure != fmt.Sprintf("%d 人", m.Count()) || lines[0].Figure != "60 人" {
		t.Errorf("%+v", lines)
	}
}

func TestEveryPaperHasANameAndPreviews(t *testing.T) {
	m, _ := practice(t)
	for _, p := range m.Papers() {
		m.Choose(p.ID)
		if _, facts := m.Head(); p.Name == "" || facts[0] != p.Name {
			t.Errorf("%s is called %q", p.ID, p.Name)
		}
		shown, err := m.Preview()(ctx, nil)
		if err != nil || shown.Records != m.Count() {
			t.Errorf("%s: %d of %d, %v", p.ID, shown.Records, m.Count(), err)
		}
	}
}

func TestStatisticsAreByWhatTheirScreenChose(t *testing.T) {
	m, _ := practice(t)
	m.Choose("statistics")
	usual, err := m.Preview()(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	m.CountBy([]string{"sex"})
	sexes, err := m.Preview()(ctx, nil)
	if err != nil || bytes.Equal(usual.PDF, sexes.PDF) || sexes.Records != m.Count() || sexes.Pages != 1 {
		t.Errorf("%d of %d on %d pages, %v", sexes.Records, m.Count(), sexes.Pages, err)
	}
}

func TestAnOrderFormOfNobodySaysWhatToDo(t *testing.T) {
	m, _ := practice(t)
	m.Choose("textbooks")
	if len(m.Fields()) != 1 {
		t.Errorf("a paper about units asks %v", m.Fields())
	}
	if why, next, _, nobody := m.Nobody(); m.Count() == 0 && (!nobody || why != "今年还没有教材征订" || next == "") {
		t.Errorf("%s, %s, %v", why, next, nobody)
	}
}

func TestThoseAPaperIsNotAboutAreTakenOffTheSum(t *testing.T) {
	m, d := practice(t)
	m.Choose("commitment")
	owing := len(d.Select(registration.Selection{Statuses: registration.Running, Flags: []registration.Flag{registration.Committed}}))
	lines := m.Sum()
	if last := lines[len(lines)-2]; m.Count() != owing || last.Label != "没有容缺承诺" || owing == 0 {
		t.Errorf("%d people, want the %d who have promised something; %+v", m.Count(), owing, lines)
	}
	if p, err := m.Preview()(ctx, nil); err != nil || p.Records != owing {
		t.Errorf("%d on the paper, %v", p.Records, err)
	}
	m.Choose("public-notice")
	m.SetScope(papers.Scope{Level: 4})
	if why, next, key, nobody := m.Nobody(); !nobody || why != "这个范围里没有要公示的人" || next == "" || key != "" {
		t.Errorf("%q, %q, %q, %v", why, next, key, nobody)
	}
}
