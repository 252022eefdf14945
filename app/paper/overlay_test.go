package paper

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkao/assets"
	"gongkao/data"
)

// overlay is a folder of the office's own with one paper in it.
func overlay(t *testing.T, id, text string) string {
	t.Helper()
	folder := t.TempDir()
	if err := os.MkdirAll(filepath.Join(folder, "papers", id), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "papers", id, "paper.toml"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return folder
}

// ownText is the program's definition with one thing changed in it.
func ownText(t *testing.T, id, from, to string) string {
	t.Helper()
	text, err := assets.Files.ReadFile("papers/" + id + "/paper.toml")
	if err != nil || !strings.Contains(string(text), from) {
		t.Fatalf("%s has no %q: %v", id, from, err)
	}
	return strings.Replace(string(text), from, to, 1)
}

func TestOfficeMovesABoxByTwoMillimetres(t *testing.T) {
	p, err := LoadOver(assets.Files, overlay(t, "payment-slip", ownText(t, "payment-slip", "x = 46, y = 242", "x = 48, y = 242")))
	if err != nil {
		t.Fatal(err)
	}
	before, after := lineWith(t, papersOf(t), "单位经办人签名"), lineWith(t, p, "单位经办人签名")
	if before == "" || after == "" || before == after {
		t.Errorf("the label stood at\n%sand stands at\n%s", before, after)
	}
}

// lineWith is the line of a payment slip's text that holds words.
func lineWith(t *testing.T, p *Papers, words string) string {
	t.Helper()
	sheet, _, _, err := p.layOut(jobFor("payment-slip", liuDi()))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(sheet.Text()) {
		if strings.Contains(line, words) {
			return line
		}
	}
	return ""
}

func TestMistakeInAnOwnFileSpoilsThatPaperAlone(t *testing.T) {
	for name, text := range map[string]string{
		"mistyped key": ownText(t, "roster", "bottom = 177", "botom = 177"),
		"wrong type":   ownText(t, "roster", `type = "count"`, `type = "huge"`),
		"cut file":     ownText(t, "roster", "[table.total]", "[table.tot"),
	} {
		t.Run(name, func(t *testing.T) {
			p, err := LoadOver(assets.Files, overlay(t, "roster", text))
			if err != nil {
				t.Fatal(err)
			}
			_, _, _, err = p.layOut(jobFor("roster", liuDi()))
			refusal, ok := data.AsRefusal(err)
			if !ok || refusal.Code != badPaper || !strings.Contains(refusal.Message, "papers/roster/paper.toml") {
				t.Errorf("got %v", err)
			}
			if p.Name("roster") != "申报人员花名册" {
				t.Errorf("it is called %q", p.Name("roster"))
			}
			if _, _, _, err := p.layOut(jobFor("summary")); data.HasCode(err, badPaper) {
				t.Errorf("another paper is spoilt too: %v", err)
			}
		})
	}
}

func TestOfficeHasAPaperMore(t *testing.T) {
	p, err := LoadOver(assets.Files, overlay(t, "attendance", signIn))
	if err != nil {
		t.Fatal(err)
	}
	if sheet, _, _, err := p.layOut(jobFor("attendance", liuDi())); err != nil || !strings.Contains(sheet.Text(), "刘𬱖签到") {
		t.Errorf("%v", err)
	}
	p, err = LoadOver(assets.Files, overlay(t, "attendance", strings.Replace(signIn, "per =", "pro =", 1)))
	if err != nil {
		t.Fatal(err)
	}
	if _, _, _, err := p.layOut(jobFor("attendance", liuDi())); !data.HasCode(err, badPaper) || p.Name("attendance") != "attendance" {
		t.Errorf("called %q, refused with %v", p.Name("attendance"), err)
	}
}
