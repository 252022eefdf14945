package shell_test

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
)

// page is a screen of one line that remembers what it was told.
type page struct {
	field   *kit.Field
	object  fyne.CanvasObject
	keys    *kit.Keys
	w       *shell.Window
	title   string
	opened  []shell.Route
	at      string // its place within
	refuses error
	found   string
	wrote   string
}

func newPage(w *shell.Window, title string) *page {
	p := &page{w: w, title: title, keys: kit.NewKeys(), field: kit.NewField(kit.Spec{})}
	p.field.Join(w.Keys, nil)
	p.field.Left = func(text string) { p.wrote = text }
	p.object = kit.Drawn(fyne.NewSize(0, 0), func(s *kit.Sheet, size fyne.Size) {
		s.Text(title, 24, 16, 28, kit.Title())
		s.Put(p.field, 24, 60, 200, kit.FieldHeight)
	})
	return p
}

func (p *page) Object() fyne.CanvasObject { return p.object }
func (p *page) Keys() *kit.Keys           { return p.keys }
func (p *page) Route() shell.Route        { return shell.Route{Place: shell.Applicants, Memo: p.at} }
func (p *page) Leave() error              { return p.refuses }
func (p *page) Search(text string)        { p.found = text }
func (p *page) OpenFound()                { p.found += "!" }
func (p *page) ToList()                   { p.w.Focus(p.field) }
func (p *page) Help() shell.Help {
	return shell.Help{Title: p.title, For: "试一试。", Keys: []shell.Key{{Cap: "F6", Does: "下一条"}}}
}

func (p *page) Open(r shell.Route) {
	p.opened = append(p.opened, r)
	if at, ok := r.Memo.(string); ok {
		p.at = at
	}
	p.w.Focus(p.field)
}

// plain is a page that searches nothing.
type plain struct {
	shell.Screen
	route shell.Route
}

func (p plain) Route() shell.Route { return p.route }

func stage(t *testing.T) (*shelltest.Stage, *page) {
	t.Helper()
	s := shelltest.Open(t, 3)
	list := newPage(s.Shell, "名单")
	s.Add(shell.Applicants, func() shell.Screen { return list })
	for place, title := range map[shell.Place]string{shell.Today: "早上", shell.Units: "单位册", shell.Record: "一个人"} {
		s.Add(place, func() shell.Screen { return plain{newPage(s.Shell, title), shell.Route{Place: place}} })
	}
	s.Go(shell.Route{Place: shell.Today})
	return s, list
}

func TestAltAndADigitOpensAScreenAndEscGoesBackToThePlaceWithin(t *testing.T) {
	s, list := stage(t)
	s.Press(fyne.Key2, fyne.KeyModifierAlt)
	if !s.Sees("名单") || s.Sees("早上") {
		t.Fatalf("Alt+2 shows %q", s.Texts())
	}
	list.at = "第 14 行"
	s.Press(fyne.Key4, fyne.KeyModifierAlt)
	s.Press(fyne.Key8, fyne.KeyModifierAlt) // no such screen yet: nothing happens
	if !s.Sees("单位册") {
		t.Fatalf("Alt+4 shows %q", s.Texts())
	}
	list.at = ""
	s.Press(fyne.KeyEscape)
	if !s.Sees("名单") || list.at != "第 14 行" {
		t.Errorf("Esc goes back to %q of the list", list.at)
	}
	s.Press(fyne.KeyEscape)
	s.Press(fyne.KeyEscape)
	if !s.Sees("早上") {
		t.Errorf("Esc ends at %q", s.Texts())
	}
}

func TestARouteSaysWhatToShow(t *testing.T) {
	s, list := stage(t)
	owing := registration.Selection{Flags: []registration.Flag{registration.Owing}}
	s.Go(shell.Route{Place: shell.Applicants, Select: &owing, Person: "甲"})
	last := list.opened[len(list.opened)-1]
	if last.Select == nil || !last.Select.Equal(owing) || last.Person != data.ApplicationID("甲") {
		t.Errorf("the list is opened with %+v", last)
	}
}

func TestALetterInTheSearchBoxOpensTheListAndKeepsTheCaret(t *testing.T) {
	s, list := stage(t)
	s.Press(fyne.KeyF3)
	s.Type("lw")
	if list.found != "lw" || !s.Shell.Searching() {
		t.Fatalf("the list is asked for %q, the caret is in the box: %v", list.found, s.Shell.Searching())
	}
	s.Press(fyne.KeyReturn)
	if list.found != "lw!" {
		t.Errorf("Enter asks for %q", list.found)
	}
	s.Press(fyne.KeyF, fyne.KeyModifierControl)
	s.Press(fyne.KeyDown)
	if s.Canvas().Focused() != fyne.Focusable(list.field) {
		t.Error("↓ does not go into the list")
	}
	s.Press(fyne.KeyF3)
	s.Press(fyne.KeyEscape)
	if list.found != "" {
		t.Errorf("Esc leaves the search for %q", list.found)
	}
}

func TestWhatIsHalfTypedIsCommittedBeforeAnotherScreenComes(t *testing.T) {
	s, list := stage(t)
	s.Press(fyne.Key2, fyne.KeyModifierAlt)
	s.Type("1975.2")
	s.Press(fyne.Key4, fyne.KeyModifierAlt)
	if list.wrote != "1975.2" {
		t.Errorf("the field wrote %q", list.wrote)
	}
}

func TestAScreenThatCannotBeLeftStays(t *testing.T) {
	s, list := stage(t)
	s.Press(fyne.Key2, fyne.KeyModifierAlt)
	list.refuses = data.Refuse("disk-full", "", "磁盘满了", "请腾出空间")
	s.Press(fyne.Key4, fyne.KeyModifierAlt)
	if !s.Sees("名单") || !s.Sees("磁盘满了") {
		t.Errorf("the window shows %q", s.Texts())
	}
	closed := false
	s.Shell.CloseWith(func() { closed = true })
	s.Press(fyne.KeyQ, fyne.KeyModifierControl)
	if closed || !s.Sees("仍然关闭") {
		t.Fatalf("closed %v, shows %q", closed, s.Texts())
	}
	s.Press(fyne.KeyEscape)
	if closed || s.Sees("仍然关闭") {
		t.Error("Esc does not keep the window")
	}
	s.Press(fyne.KeyQ, fyne.KeyModifierControl)
	s.Press(fyne.KeyReturn)
	if !closed {
		t.Error("the clerk cannot close the window")
	}
}

func TestAQuestionHoldsTheKeyboard(t *testing.T) {
	s, list := stage(t)
	s.Press(fyne.Key2, fyne.KeyModifierAlt)
	done := 0
	s.Shell.Ask(shell.Question{Title: "替换？", Words: []string{"现在的数据会留在备份里。"}, Yes: "替换", Do: func() { done++ }})
	s.Type("x")
	s.Press(fyne.Key4, fyne.KeyModifierAlt)
	if !s.Sees("替换？") || !s.Sees("名单") || list.field.Value() != "" {
		t.Fatalf("behind the question: %q, field %q", s.Texts(), list.field.Value())
	}
	s.Press(fyne.KeyEscape)
	if done != 0 || s.Sees("替换？") || s.Canvas().Focused() != fyne.Focusable(list.field) {
		t.Error("Esc does not lead back")
	}
	s.Shell.Ask(shell.Question{Title: "替换？", Yes: "替换", Do: func() { done++ }})
	s.Press(fyne.KeyReturn)
	if done != 1 || s.Sees("替换？") {
		t.Errorf("Enter did it %d times", done)
	}
}

func TestHelpTellsTheScreensKeysAndThoseOfAll(t *testing.T) {
	s, _ := stage(t)
	s.Press(fyne.KeyF1)
	for _, words := range []string{"早上", "试一试。", "下一条", "Alt+1…9", "此处帮助"} {
		if !s.Sees(words) {
			t.Errorf("help does not say %q", words)
		}
	}
	s.NothingMissing()
	s.Press(fyne.KeyEscape)
	if s.Sees("试一试。") {
		t.Error("Esc does not close the help")
	}
}

func TestHelpOverASheetLeadsBackToTheSheet(t *testing.T) {
	s, _ := stage(t)
	field := kit.NewField(kit.Spec{})
	keys := kit.NewKeys()
	keys.On(0, fyne.KeyF1, s.Shell.Help)
	s.Shell.Lay(480, keys, func(sheet *kit.Sheet, x, y, width float32) float32 {
		sheet.Text("汇总", x, y, 28, kit.Title())
		sheet.Put(field, x, y+40, width, kit.FieldHeight)
		return 40 + kit.FieldHeight
	})
	kit.NewRing(s.Shell.Keys, s.Canvas().Focus, s.Shell.Close, []*kit.Field{field}).First()
	for _, leave := range []fyne.KeyName{fyne.KeyEscape, fyne.KeyF1} {
		s.Press(fyne.KeyF1)
		if !s.Sees("试一试。") || s.Sees("汇总") {
			t.Fatalf("F1 shows %v", s.Texts())
		}
		s.Press(leave)
		if s.Sees("试一试。") || !s.Sees("汇总") || s.Canvas().Focused() != field {
			t.Fatalf("%s does not lead back: %v", leave, s.Texts())
		}
	}
	s.Press(fyne.KeyEscape)
	if s.Shell.Laid() || s.Sees("汇总") {
		t.Error("the sheet does not close any more")
	}
}

func TestTheFrameGivesWay(t *testing.T) {
	s, _ := stage(t)
	for _, width := range []float32{1366, 1280} {
		s.Resize(width, 690)
		if !s.Sees("申报人员") || s.At("早上").X != kit.NavWidth+kit.Margin {
			t.Errorf("at %v the navigation is %q", width, s.Texts())
		}
	}
	s.Resize(911, 512)
	if s.Sees("申报人员") || s.At("早上").X != kit.NarrowNavWidth+kit.Margin {
		t.Errorf("at 911 the navigation is %q", s.Texts())
	}
}

func TestTheWindowRemembers(t *testing.T) {
	path := filepath.Join(t.TempDir(), "window.json")
	quiet := func(err error) { t.Error(err) }
	m := shell.ReadMemory(path, quiet)
	m.KeepRowsLayout("名单", kit.RowsLayout{Hidden: map[string]bool{"sex": true}, Widths: map[string]float32{"name": 150}})
	m.KeepLines("views", []string{"三级 等级=三级"})
	m.KeepWindow(1366, 690, &shell.WindowPlace{X: 3, Y: 4, Width: 1366, Height: 690, Maximised: true})
	m = shell.ReadMemory(path, quiet)
	layout, ok := m.RowsLayout("名单")
	width, height := m.Size()
	if !ok || !layout.Hidden["sex"] || layout.Widths["name"] != 150 || !reflect.DeepEqual(m.Lines("views"), []string{"三级 等级=三级"}) || width != 1366 || height != 690 || !m.Place().Maximised {
		t.Errorf("remembered %+v %v %v×%v", layout, m.Lines("views"), width, height)
	}
	if err := os.WriteFile(path, []byte("{half"), 0o600); err != nil {
		t.Fatal(err)
	}
	var noted error
	m = shell.ReadMemory(path, func(err error) { noted = errors.Join(noted, err) })
	if width, _ := m.Size(); width != 0 || noted == nil {
		t.Errorf("a spoilt memory: width %v, noted %v", width, noted)
	}
}
