package papers_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkao/data"
	"gongkao/views/papers"
)

// laidOut makes the pages of the choice and shows them.
func laidOut(t *testing.T, m *papers.Model) {
	t.Helper()
	p, err := m.Preview()(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	m.Show(p)
}

func TestOnlyWhoChangedAndFromWhomAreFieldsOfTheScope(t *testing.T) {
	m, _ := practice(t)
	m.Choose("registration")
	all := m.Count()
	for _, text := range []string{"第12人起", "12", "１２"} {
		if err := m.Leave(papers.FromField, text); err != nil || m.Scope().From != 12 || m.Count() != all-11 {
			t.Errorf("%s: from %d, %d of %d people: %v", text, m.Scope().From, m.Count(), all, err)
		}
	}
	for _, text := range []string{"0", "一", "100000"} {
		if err := m.Leave(papers.FromField, text); !data.HasCode(err, "from-unknown") || m.Scope().From != 12 {
			t.Errorf("%s: from %d: %v", text, m.Scope().From, err)
		}
	}
	if err := m.Leave(papers.ChangedField, "没印过、改过的"); err != nil || !m.Scope().Changed || m.Scope().From != 0 {
		t.Errorf("changed %v from %d: %v", m.Scope().Changed, m.Scope().From, err)
	}
	if laidOut(t, m); m.Count() != all {
		t.Errorf("%d people on the paper; nobody was printed yet", m.Count())
	}
	if _, err := m.Save(filepath.Join(t.TempDir(), "a.pdf"))(ctx, nil); err != nil {
		t.Fatal(err)
	}
	laidOut(t, m)
	if _, _, key, nobody := m.Nobody(); !nobody || key != papers.ChangedField {
		t.Errorf("after printing: nobody %v because of %q", nobody, key)
	}
	m.Widen(papers.ChangedField)
	if laidOut(t, m); m.Count() != all {
		t.Errorf("%d of %d people once everybody is wanted again", m.Count(), all)
	}
}

func TestEachUnitGetsAFile(t *testing.T) {
	m, _ := practice(t)
	folder := t.TempDir()
	done, err := m.SaveEach(folder)(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(folder, "打印报告.xlsx")); err != nil || !strings.Contains(done.What, folder) {
		t.Errorf("%q: %v", done.What, err)
	}
}

func TestOwnLayoutIsSeenAtTheNextPreview(t *testing.T) {
	m, d := practice(t)
	first, err := m.OwnLayout()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(d.Office.Folder, "papers", "roster", "paper.toml")
	if !strings.Contains(first.What, file) {
		t.Errorf("it lies in %s, and the clerk is told %q", file, first.What)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(strings.Replace(string(text), "bottom = 177", "botom = 177", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := m.Preview()(ctx, nil); !data.HasCode(err, "paper-bad") {
		t.Errorf("a mistyped key: %v", err)
	}
	if again, err := m.OwnLayout(); err != nil || !strings.Contains(again.What, "已有") {
		t.Errorf("a second time: %q, %v", again.What, err)
	}
}
