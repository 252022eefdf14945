package papers_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
)

func TestPicturesOfPapers(t *testing.T) {
	s := open(t, 40)
	s.Picture("papers-normal")
	s.Press(fyne.KeyDown)
	s.Settle()
	s.Picture("papers-forms")
	s.Rooms("papers")
	s.Press(fyne.KeyF6)
	s.Picture("papers-150-warnings")
}

func TestPicturesOfThePapersOfMoneyBooksAndCounts(t *testing.T) {
	s := open(t, 40)
	for _, id := range []string{"payment-slip", "summary", "textbooks", "statistics"} {
		s.Go(shell.Route{Place: shell.Papers, Paper: id})
		s.Settle()
		s.Picture("papers-" + id)
	}
	s.At150()
	s.Picture("papers-statistics-150")
}

func TestPicturesOfAnEmptyScopeThatSaysWhichLine(t *testing.T) {
	s := open(t, 40)
	unit := ""
	for _, u := range s.Office.AllUnits() {
		if found := s.Office.Register.Find(registration.Query{Unit: u.Name}); len(found) > 0 && len(s.Office.Register.Find(registration.Query{Unit: u.Name, Level: 1})) == 0 {
			unit = u.Name
		}
	}
	s.Press(fyne.KeyTab)
	s.Type(unit)
	s.Press(fyne.KeyTab)
	s.Type("yj") // 一级
	s.Press(fyne.KeyTab)
	s.Settle()
	if !s.Sees("没有人符合这个范围") || !s.Sees("“申报等级：一级（高级技师）”一行把余下的") {
		t.Fatalf("seen: %q", s.Texts())
	}
	s.Picture("papers-empty")
	s.Press(fyne.KeyP, fyne.KeyModifierControl)
	if len(s.queue.jobs) != 0 || !strings.Contains(s.Said(), "还没有排好版") {
		t.Errorf("printed %d jobs of nobody, said %s", len(s.queue.jobs), s.Said())
	}
	s.ClickOn("改成各等级")
	s.Settle()
	if s.Sees("没有人符合这个范围") || !s.Sees("第 1 页") {
		t.Errorf("seen: %q", s.Texts())
	}
}

func TestPicturesOfAFieldOfTheScopeThatMeansNothing(t *testing.T) {
	s := open(t, 20)
	s.Press(fyne.KeyTab)
	s.Type("没有这个单位")
	s.Press(fyne.KeyTab)
	s.Settle()
	if !s.Sees("没有“没有这个单位”可选") || !s.Sees("第 1 页") {
		t.Errorf("seen: %q", s.Texts())
	}
	s.Picture("papers-refused")
}

func TestPicturesOfARouteThatBringsPaperAndPeople(t *testing.T) {
	s := open(t, 40)
	numbers := []data.IDNumber{}
	for _, a := range s.Office.Register.Find(registration.Query{Statuses: []data.Status{data.Submitted}})[:2] {
		numbers = append(numbers, a.Person.IDNumber)
	}
	s.Go(shell.Route{Place: shell.Papers, Paper: "registration", Numbers: numbers})
	if !s.Sees("选中的 2 人") || !s.Sees("打印 4 页") || !s.Sees("没有选中") {
		t.Fatalf("seen: %q", s.Texts())
	}
	s.Picture("papers-selected")
	s.Go(shell.Route{Place: shell.Today})
	s.Shell.Back()
	s.Settle()
	if !s.Sees("选中的 2 人") || !s.Sees("打印 4 页") {
		t.Errorf("seen: %q", s.Texts())
	}
	unit := s.Office.AllUnits()[0].Name
	s.Go(shell.Route{Place: shell.Papers, Paper: "administrator-form", UnitOf: unit})
	if s.Sees("申报等级") || !s.Sees(unit) {
		t.Errorf("seen: %q", s.Texts())
	}
}

func TestPicturesOfACharacterThatOnlyTheSecondPressPrints(t *testing.T) {
	s := open(t, 20)
	who := s.Office.Register.Find(registration.Query{Statuses: registration.Running})[0]
	if _, err := s.Office.Amend(context.Background(), who.Application.ID, map[string]string{"name": "刘\U00030EDE"}, ""); err != nil {
		t.Fatal(err)
	}
	s.Go(shell.Route{Place: shell.Papers})
	if !s.Sees("有字印不出来") {
		t.Fatalf("seen: %q", s.Texts())
	}
	s.Save(filepath.Join(shelltest.Pictures(t), "papers-glyph.png")) // with a character that is missing
	s.Press(fyne.KeyP, fyne.KeyModifierControl)
	s.Settle()
	if len(s.queue.jobs) != 0 || !strings.Contains(s.Said(), "再按一次 Ctrl+P") {
		t.Errorf("%d jobs, said %s", len(s.queue.jobs), s.Said())
	}
	s.Press(fyne.KeyP, fyne.KeyModifierControl)
	s.Settle()
	if len(s.queue.jobs) != 1 {
		t.Errorf("said %s", s.Said())
	}
}

func TestPicturesOfManyFormsThatWaitToBeAskedFor(t *testing.T) {
	s := open(t, 1100)
	s.Press(fyne.KeyDown)
	s.Settle()
	if !s.Sees("排版要等一会儿") || !s.Sees("现在排版") {
		t.Fatalf("seen: %q", s.Texts())
	}
	if strings.Contains(s.Said(), "花名册") {
		t.Errorf("of the other paper it still says %s", s.Said())
	}
	s.Picture("papers-large")
	s.ClickOn("现在排版")
	s.Settle()
	if !s.Sees("第 1 页，共 2,") {
		t.Errorf("seen: %q", s.Texts())
	}
}

func TestPicturesOfALongUnitNameCutInTheHead(t *testing.T) {
	s := open(t, 10)
	unit := strings.Repeat("罗山县机关事务服务中心下属", 5)
	s.Go(shell.Route{Place: shell.Papers, Paper: "roster", UnitOf: unit})
	if !s.Sees("…") || !s.Sees("没有人符合这个范围") || !s.Sees("　0 人") {
		t.Errorf("seen: %q", s.Texts())
	}
	s.Picture("papers-long")
	s.At150()
	s.Picture("papers-long-150")
}

func TestPicturesOfPrintingThatIsRecorded(t *testing.T) {
	s := open(t, 40)
	for range 40 { // to the copies, past all that stands before them
		if s.Press(fyne.KeyTab); s.Canvas().Focused() != nil && s.Sees("份数") && focusedText(s) == "1" {
			break
		}
	}
	s.Type("3")
	if !s.Sees("打印 4 页 × 3 份") {
		t.Fatalf("seen: %q", s.Texts())
	}
	s.Press(fyne.KeyP, fyne.KeyModifierControl)
	s.Settle()
	if len(s.queue.jobs) != 1 || s.queue.jobs[0].Copies != 3 || !strings.HasPrefix(string(s.queue.jobs[0].PDF), "%PDF") {
		t.Fatalf("%d jobs", len(s.queue.jobs))
	}
	if prints(t, s.Office) != 1 || !strings.Contains(s.Said(), "花名册 4 页 × 3 份，已送到打印机") || !s.Sees("上次 ") {
		t.Errorf("%d on record, said %s", prints(t, s.Office), s.Said())
	}
	s.queue.err = data.Refuse("no-printer", "", "这台电脑没有能打印 PDF 的程序", "请按 Ctrl+S 存成 PDF，拿到能打印的电脑上打")
	s.Press(fyne.KeyP, fyne.KeyModifierControl)
	s.Settle()
	if prints(t, s.Office) != 1 || !strings.Contains(s.Said(), "没有能打印 PDF 的程序") {
		t.Errorf("%d on record, said %s", prints(t, s.Office), s.Said())
	}
	s.Picture("papers-no-printer")
}

// focusedText is what stands in the field with the caret.
func focusedText(s *stage) string {
	if f, ok := s.Canvas().Focused().(*kit.Field); ok {
		return f.Value()
	}
	return ""
}

func TestPicturesOfALongJobThatEscStops(t *testing.T) {
	s := open(t, 40)
	q := &kit.Queue{}
	s.Shell.Runner.Do = q.Do
	s.queue.hold = make(chan struct{})
	s.Press(fyne.KeyP, fyne.KeyModifierControl)
	for end := time.Now().Add(10 * time.Second); !s.Sees("正在打印…") && time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		q.Drain()
	}
	if !s.Sees("正在打印…") || s.Sees("打印 4 页") {
		t.Errorf("seen: %q", s.Texts())
	}
	s.Save(filepath.Join(shelltest.Pictures(t), "papers-printing.png")) // it does not stand still
	s.Press(fyne.KeyP, fyne.KeyModifierControl)                         // one job at a time
	s.Press(fyne.KeyEscape)
	for end := time.Now().Add(10 * time.Second); s.Shell.Runner.Running() > 0 && time.Now().Before(end); time.Sleep(time.Millisecond) {
	}
	q.Drain()
	if !s.Sees("打印 4 页") || len(s.queue.jobs) != 1 || prints(t, s.Office) != 0 || len(s.elsewhere.Routes) != 0 {
		t.Errorf("%d jobs, %d on record, went to %v, said %s", len(s.queue.jobs), prints(t, s.Office), s.elsewhere.Routes, s.Said())
	}
}
