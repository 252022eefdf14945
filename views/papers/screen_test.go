package papers_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/app/paper"
	"gongkao/app/preview"
	"gongkao/app/printer"
	"gongkao/assets"
	"gongkao/views/kit"
	"gongkao/views/papers"
	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
)

// renderer is warmed once: compiling takes seconds.
var renderer *preview.Renderer

func TestMain(m *testing.M) {
	cache := ""
	if user, err := os.UserCacheDir(); err == nil {
		cache = filepath.Join(user, "gongkao-test-preview") // the next run starts at once
	}
	renderer = preview.New(cache)
	renderer.Warm(context.Background())
	code := m.Run()
	_ = renderer.Close()
	os.Exit(code)
}

// queue is a printer that notes its jobs.
type queue struct {
	jobs []printer.Job
	err  error
	hold chan struct{} // nil: answers at once
}

func (q *queue) Print(ctx context.Context, job printer.Job) (printer.Said, error) {
	q.jobs = append(q.jobs, job)
	if q.hold != nil {
		<-ctx.Done()
		return printer.Said{}, ctx.Err()
	}
	return printer.Said{What: "已送到打印机"}, q.err
}

type stage struct {
	*shelltest.Stage
	queue     *queue
	elsewhere *shelltest.Elsewhere
}

func open(t testing.TB, people int) *stage {
	t.Helper()
	loaded, err := paper.Load(assets.Files)
	if err != nil {
		t.Fatal(err)
	}
	s := &stage{Stage: shelltest.Open(t, people), queue: &queue{}}
	s.Add(shell.Papers, func() shell.Screen {
		return papers.NewScreen(s.Shell, s.Office, loaded, papers.Machines{Renderer: renderer, Printer: s.queue})
	})
	s.elsewhere = s.Elsewhere(shell.Today, shell.Applicants, shell.Record)
	s.Go(shell.Route{Place: shell.Papers})
	return s
}

func TestSavingPutsThePDFWhereItIsWanted(t *testing.T) {
	s := open(t, 20)
	to := &shelltest.Files{Path: filepath.Join(t.TempDir(), "花名册.pdf")}
	s.Shell.Files = to
	s.Press(fyne.KeyS, fyne.KeyModifierControl)
	s.Settle()
	saved, err := os.ReadFile(to.Path)
	if err != nil || !strings.HasPrefix(string(saved), "%PDF") || !strings.Contains(to.Asked.Name, "花名册 罗山县") || prints(t, s.Office) != 1 {
		t.Errorf("asked for %q; %v; %d on record", to.Asked.Name, err, prints(t, s.Office))
	}
}

func TestAWarningLeadsToItsPeople(t *testing.T) {
	s := open(t, 40)
	s.Press(fyne.KeyF6)
	s.Press(fyne.KeyReturn)
	if n := len(s.elsewhere.Routes); n != 1 || s.elsewhere.Routes[0].Place != shell.Record || s.elsewhere.Routes[0].Person == "" || len(s.elsewhere.Routes[0].List) == 0 {
		t.Fatalf("opened %+v", s.elsewhere.Routes)
	}
	s.Shell.Back()
	s.Settle()
	s.At150()
	s.Press(fyne.KeyF6)
	s.Press(fyne.Key1)
	if n := len(s.elsewhere.Routes); n != 2 || s.Shell.Laid() {
		t.Errorf("opened %+v", s.elsewhere.Routes)
	}
}

func TestPagesTurnAndZoomFromTheList(t *testing.T) {
	s := open(t, 40)
	s.Press(fyne.KeyPageDown)
	s.Settle()
	if !s.Sees("第 2 页，共 4 页　A4 横") {
		t.Errorf("seen: %q", s.Texts())
	}
	s.Press(fyne.KeyEqual)
	s.Settle()
	if s.Sees("适合宽度") {
		t.Error("the list keeps + to itself")
	}
	s.Press(fyne.KeyTab) // into the unit: letters are letters there
	s.Press(fyne.KeyMinus)
	s.Press(fyne.KeyPageUp)
	s.Settle()
	if s.Sees("适合宽度") || !s.Sees("第 1 页") {
		t.Errorf("seen: %q", s.Texts())
	}
}

func TestAnotherPaperDropsThePagesOfTheFirst(t *testing.T) {
	s := open(t, 40)
	s.Press(fyne.KeyDown)
	s.Press(fyne.KeyDown)
	s.Press(fyne.KeyUp)
	s.Settle()
	if !s.Sees("申报表 38 人、76 页已排好") || !s.Sees("第 1 页，共 76 页　A4 竖") {
		t.Errorf("seen: %q", s.Texts())
	}
}

func TestThePagesAreThereAfterALongTimeElsewhere(t *testing.T) {
	s := open(t, 20)
	s.Away(t)
}

func TestInANarrowWindowTheButtonsStayInTheHead(t *testing.T) {
	s := open(t, 40)
	s.At150()
	s.Settle()
	s.Press(fyne.KeyDown)
	s.Settle()
	for _, words := range []string{"打印 76 页 × 1 份", "存成 PDF"} {
		if at := s.At(words); at.Y < kit.TopBarHeight || at.X < 400 {
			t.Errorf("%s stands at %v", words, at)
		}
	}
}
