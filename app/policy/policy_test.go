package policy

import (
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gongkao/assets"
	"gongkao/data"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func load2026(t *testing.T) *Policy {
	t.Helper()
	p, err := Load(assets.Files, "", 2026)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestTheYearReadsAsBefore shows every number of the shipped file in a form to
// read beside the notice.
func TestTheYearReadsAsBefore(t *testing.T) {
	const golden = "testdata/2026.golden"
	got := summary(load2026(t))
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Error(diff)
	}
}

// summary writes the policy a row a line.
func summary(p *Policy) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d %s %s %s\n", p.Year, p.Notice.Number, p.Notice.Issuer, p.Notice.Issued)
	fmt.Fprintf(&b, "界限 %s  等级 %v  限制 %d 年  公示 %d 天 %s\n\n", p.Cutoff.Date, p.Assessment.Levels, p.Violation.BanYears, p.Only(NoticeDays).Days, p.Only(NoticeDays).Status)
	for _, d := range p.Deadlines {
		fmt.Fprintf(&b, "%-16s%10s … %s  %s %s\n", d.ID, d.From, d.To, d.Clause, d.Name)
	}
	b.WriteString("\n")
	for _, l := range data.Levels() {
		for _, f := range p.Fee(l) {
			fmt.Fprintf(&b, "%s 第%d次 %s 元  %s  %s\n", l, f.Step, f.Fen, f.When, f.Collector)
		}
	}
	for _, l := range append(data.Levels(), 0) {
		for _, path := range append(data.Paths(), "") {
			fmt.Fprintf(&b, "\n%s %s\n", or(l.String(), "未填等级"), or(path.String(), "未填途径"))
			for _, r := range p.Rules(l, path) {
				if !r.Confirmed() || len(r.Levels) > 0 {
					fmt.Fprintf(&b, "  %s %s%s  %s\n", r.ID, r.Status, numbersOf(r), r.Source)
				}
			}
		}
	}
	return b.String()
}

func or(word, otherwise string) string {
	if word == "" {
		return otherwise
	}
	return word
}

func numbersOf(r *Rule) string {
	var b strings.Builder
	for _, n := range []struct {
		name  string
		value any
		given bool
	}{
		{"步骤", r.Step, r.Step != ""}, {"满", r.Years, r.Years > 0}, {"未满", r.Below, r.Below > 0}, {"算法", r.Counting, r.Counting != ""},
		{"算到", r.AsOf, !r.AsOf.IsZero()}, {"同工种", r.SameTrade, r.SameTrade}, {"除外", r.TradeExempt, len(r.TradeExempt) > 0},
		{"学历", r.Education, r.Education != ""}, {"放宽", r.RelaxedEducation, r.RelaxedEducation != ""}, {"男", r.RelaxedAgeMen, r.RelaxedAgeMen > 0},
		{"女", r.RelaxedAgeWomen, r.RelaxedAgeWomen > 0}, {"最后一年", r.LastYear, r.LastYear > 0}, {"等次", r.Grades, len(r.Grades) > 0},
		{"优秀", r.Excellent, r.Excellent > 0}, {"荣誉顶替", r.Alternatives, len(r.Alternatives) > 0}, {"荣誉免", r.HonoursWaive, r.HonoursWaive},
		{"限于", r.Waivers, len(r.Waivers) > 0}, {"聘", r.Appointed, r.Appointed > 0}, {"转岗", r.TransferredBy, !r.TransferredBy.IsZero()},
		{"材料", r.Evidence, len(r.Evidence) > 0},
	} {
		if n.given {
			fmt.Fprintf(&b, " %s=%v", n.name, n.value)
		}
	}
	return b.String()
}

// TestQuotesAndNumbersStandInTheNotice holds every quoted sentence of the file
// against the notice, and every date and fee against its own quotation.
func TestQuotesAndNumbersStandInTheNotice(t *testing.T) {
	p := load2026(t)
	src, err := os.ReadFile("testdata/notice-2026.txt")
	if err != nil {
		t.Fatal(err)
	}
	notice := data.Squeeze(string(src))
	quoted := func(what string, q Quote, parts ...string) {
		words := data.Squeeze(q.Text)
		if !strings.Contains(notice, words) || words == "" || q.Clause == "" {
			t.Errorf("%s: the notice does not say “%s”", what, q.Text)
		}
		for _, part := range parts {
			if !strings.Contains(words, part) {
				t.Errorf("%s: “%s” does not name %s", what, q.Text, part)
			}
		}
	}
	for _, words := range []string{p.Notice.Number, p.Notice.Title, p.Notice.Issuer, p.Notice.Issued.Chinese()} {
		if !strings.Contains(notice, data.Squeeze(words)) {
			t.Errorf("the notice does not say %s", words)
		}
	}
	quoted("cutoff", p.Cutoff.Quote)
	quoted("assessment", p.Assessment.Quote, "五至一级")
	quoted("violation", p.Violation.Quote, "限制其两年")
	for _, d := range p.Deadlines {
		quoted(d.ID, d.Quote, fmt.Sprintf("%d月", d.To.Month))
		if !strings.Contains(d.Text, "月—") || d.From.Day != 1 { // whole months are named without days
			quoted(d.ID, d.Quote, fmt.Sprintf("%d月%d日", d.To.Month, d.To.Day))
		}
		if !d.From.IsZero() {
			quoted(d.ID, d.Quote, fmt.Sprintf("%d月", d.From.Month))
		}
	}
	for _, l := range p.Assessment.Levels {
		for _, f := range p.Fee(l) {
			quoted("fee", f.Quote, fmt.Sprintf("%d元", f.Fen/100), f.Collector)
		}
	}
	for _, r := range p.RuleRows {
		if r.Confirmed() != (r.Source == p.Notice.Number) {
			t.Errorf("%s of %s is shipped as %s", r.ID, r.Source, r.Status)
		}
		if r.Confirmed() {
			quoted(r.ID, r.Quote)
		}
	}
	for _, g := range p.Grounds {
		quoted(g.Reason, g.Quote)
	}
}

func TestTheOfficesOwnFileWins(t *testing.T) {
	src, err := fs.ReadFile(assets.Files, "policy/2026.toml")
	if err != nil {
		t.Fatal(err)
	}
	shipped := load2026(t)
	if sum := sha256.Sum256(src); shipped.Hash != hex.EncodeToString(sum[:]) || shipped.Overlay {
		t.Errorf("the shipped file has hash %s, overlay %t", shipped.Hash, shipped.Overlay)
	}
	folder := t.TempDir()
	if p, err := Load(assets.Files, folder, 2026); err != nil || p.Hash != shipped.Hash {
		t.Errorf("a folder without a file: %v", err)
	}
	overlay(t, folder, strings.Replace(string(src), "ban_years = 2", "ban_years = 3", 1))
	own, err := Load(assets.Files, folder, 2026)
	if err != nil || own.Violation.BanYears != 3 || !own.Overlay || own.Hash == shipped.Hash {
		t.Errorf("the office's own file: %+v, %v", own, err)
	}
	before, _, _ := strings.Cut(string(src), "[[ground]]")
	overlay(t, folder, before)
	if own, err = Load(assets.Files, folder, 2026); err != nil || len(own.Grounds) > 0 {
		t.Errorf("an own file of before there were grounds: %v", err)
	}
	overlay(t, folder, "nonsense")
	if _, err := Load(assets.Files, folder, 2026); !data.HasCode(err, "policy-bad") {
		t.Errorf("a bad own file must not be passed over in silence: %v", err)
	}
}

func TestAYearWithoutAFileIsRefused(t *testing.T) {
	_, err := Load(assets.Files, t.TempDir(), 2019)
	if !data.HasCode(err, "policy-bad") || !strings.Contains(err.Error(), "policy/2019.toml") {
		t.Error(err)
	}
}

func TestWhatIsNotInTheFileIsNotFound(t *testing.T) {
	p := load2026(t)
	if d, ok := p.Deadline("christmas"); ok {
		t.Error(d)
	}
	if p.Fee(6) != nil || p.Rules(6, data.Promotion) != nil || p.Assessed(0) {
		t.Error("there is no sixth level")
	}
}

func overlay(t *testing.T, folder, src string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Join(folder, "policy"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "policy", "2026.toml"), []byte(src), 0o644); err != nil {
		t.Fatal(err)
	}
}
