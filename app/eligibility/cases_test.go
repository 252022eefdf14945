package eligibility

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gongkao/app/codes"
	"gongkao/app/policy"
	"gongkao/assets"
	"gongkao/data"
)

var update = flag.Bool("update", false, "rewrite what the cases expect")

// TestCases runs testdata/*.txt. A case is a file: facts, a line of ---, the
// expected verdict. Facts are field keys and what a clerk would type; whatever
// is not mentioned is as in testdata/sound.facts, who may apply without a
// finding. Besides fields there are
//
//	as_of   the day of the question
//	status  of the application
//	sign    whether every 待核对 row is signed off (yes)
//	policy  an edit of the policy file: old => new, everywhere
//	promise, notice, violation, other
//	        records of the dossier (see records)
//
// An ID number that is not given is made from sex and birth. With -update the
// expectations are rewritten.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) < 40 {
		t.Fatalf("%d cases, %v", len(files), err)
	}
	sound, err := os.ReadFile("testdata/sound.facts")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			facts, want, _ := strings.Cut(string(src), "---\n")
			got := verdictText(Judge(questionFrom(t, string(sound), facts)))
			if *update {
				if err := os.WriteFile(file, []byte(facts+"---\n"+got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// verdictText writes a verdict the way the cases expect it.
func verdictText(v Verdict) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s\n", v.Outcome, v.RetirementMonth)
	for _, f := range v.Findings {
		standing := "待核对"
		if f.Confirmed {
			standing = "已核对"
		}
		fmt.Fprintf(&b, "%s %s [%s] %s %s %s\n    %s\n", f.Severity, f.Rule, f.Field, f.Source, f.Clause, standing, f.Message)
	}
	return b.String()
}

// questionFrom makes a question of facts written one a line; later ones win.
func questionFrom(t *testing.T, texts ...string) Question {
	t.Helper()
	q := Question{Applicant: &data.Applicant{}, Codes: loadCodes(t)}
	q.Applicant.Application.Status = data.Submitted
	var edits []string
	given := map[string]int{} // by which text
	for i, text := range texts {
		for line := range strings.Lines(text) {
			line = strings.TrimSpace(line)
			if line == "" || strings.HasPrefix(line, "#") {
				continue
			}
			key, value, ok := strings.Cut(line, ":")
			if !ok {
				t.Fatalf("no colon in %q", line)
			}
			value = strings.TrimSpace(value)
			given[key] = i + 1
			switch key {
			case "policy":
				edits = append(edits, value)
			case "sign":
				edits = append(edits, signOff)
			default:
				if err := set(&q, key, value); err != nil {
					t.Fatalf("%s: %v", key, err)
				}
			}
		}
	}
	p := &q.Applicant.Person
	if given["id_number"] < max(given["birth"], given["sex"]) {
		p.IDNumber = numberFor(p.Birth, p.Sex)
	}
	q.Policy = loadPolicy(t, edits...)
	return q
}

// numberFor makes an ID number of our county.
func numberFor(birth data.Date, sex data.Sex) data.IDNumber {
	sequence := "001"
	if sex == data.Female {
		sequence = "002"
	}
	return data.WithCheckDigit("411521" + strings.ReplaceAll(birth.String(), "-", "") + sequence)
}

func loadCodes(t testing.TB) *codes.Codes {
	t.Helper()
	c, err := codes.Load(assets.Files)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

const (
	unsigned = "status = \"待核对\"\nsigned_by = \"\"\nsigned_on = \"\""
	signed   = "status = \"已核对\"\nsigned_by = \"王建国\"\nsigned_on = \"2026-03-11\""
	signOff  = unsigned + " => " + signed
)

// loadPolicy loads the shipped year with edits of its text, through the same
// door as an office's own file.
func loadPolicy(t testing.TB, edits ...string) *policy.Policy {
	t.Helper()
	src, err := fs.ReadFile(assets.Files, "policy/2026.toml")
	if err != nil {
		t.Fatal(err)
	}
	text := string(src)
	for _, edit := range edits {
		old, replacement, _ := strings.Cut(strings.ReplaceAll(edit, `\n`, "\n"), " => ")
		if !strings.Contains(text, old) {
			t.Fatalf("the policy file has no %s", old)
		}
		text = strings.ReplaceAll(text, old, replacement)
	}
	return policyOf(t, text)
}

func policyOf(t testing.TB, text string) *policy.Policy {
	t.Helper()
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "policy"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "policy", "2026.toml"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	p, err := policy.Load(assets.Files, folder, 2026)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
