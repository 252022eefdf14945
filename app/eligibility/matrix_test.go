package eligibility

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gongkao/app/policy"
)

// The matrix is a table of invented people (testdata/matrix/people.txt) held
// against three sets of conditions: the file as shipped, the same with every row
// confirmed, and the conditions of 2011. golden.txt is written to be read by a
// clerk; -update rewrites it.

// conditions are the columns of the matrix.
var conditions = []struct{ name, edits string }{
	{"现行", ""},
	{"全部核对", "signed"},
	{"2011 年", "2011"},
}

// invented is a line of people.txt.
type invented struct{ name, special, base, facts string }

// chapter is a part of people.txt, with what it changes in the policy.
type chapter struct {
	title  string
	edits  []string
	people []invented
}

// judgedPerson is somebody under each set of conditions.
type judgedPerson struct {
	invented
	chapter  *chapter
	question [3]Question
	verdict  [3]Verdict
}

func TestTheMatrixOfInventedPeopleReadsAsBefore(t *testing.T) {
	const golden = "testdata/matrix/golden.txt"
	all := judgeMatrix(t)
	if len(all) < 150 {
		t.Fatalf("only %d people", len(all))
	}
	var b strings.Builder
	b.WriteString(legend)
	var last *chapter
	for _, p := range all {
		if p.chapter != last {
			last = p.chapter
			fmt.Fprintf(&b, "\n%s\n", last.title)
			for _, edit := range last.edits {
				fmt.Fprintf(&b, "　　政策改动：%s\n", edit)
			}
		}
		b.WriteString("\n" + p.text())
	}
	fmt.Fprintf(&b, "\n共 %d 人\n", len(all))
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Error(diff)
	}
}

const legend = `判断对照表：每人一段。名字后面是申报什么、特别之处；再后面是三种条件下的结论：
现行（程序自带的 2026 年文件）／全部核对（各条都签了字）／2011 年（三级年限 20 年，算到年底，各条都签了字）。
下面每句话前面三个记号对应三种条件：× 不得申报，△ 提醒，○ 知道就行，— 没有这句话。
`

var outcomeNames = map[Outcome]string{Pass: "符合", Warn: "要核对", Fail: "不符合"}
var signs = map[Severity]string{Block: "×", Warning: "△", Info: "○"}

// text writes the person as a paragraph: the verdicts, then each sentence once.
func (p *judgedPerson) text() string {
	var b strings.Builder
	a := p.question[0].Applicant.Application
	applied := a.Level.String() + a.Path.String()
	var outcomes []string
	for _, v := range p.verdict {
		outcomes = append(outcomes, outcomeNames[v.Outcome])
	}
	retires := "到龄无法计算"
	if v := p.verdict[0]; !v.RetirementMonth.IsZero() {
		retires = v.RetirementMonth.String() + " 到龄，" + v.Retirement.String()
	}
	fmt.Fprintf(&b, "%s　%s　%s　【%s】　%s\n", p.name, applied, p.special, strings.Join(outcomes, "／"), retires)
	var said []string
	marks := map[string]*[3]string{}
	for i, v := range p.verdict {
		for _, f := range v.Findings {
			key := f.Rule + "　" + f.Message
			if marks[key] == nil {
				marks[key] = &[3]string{"—", "—", "—"}
				said = append(said, key)
			}
			marks[key][i] = signs[f.Severity]
		}
	}
	for _, key := range said {
		rule, message, _ := strings.Cut(key, "　")
		fmt.Fprintf(&b, "　%s %s　%s\n", strings.Join(marks[key][:], ""), message, rule)
	}
	return b.String()
}

// judgeMatrix reads the table and judges everybody.
func judgeMatrix(t *testing.T) []*judgedPerson {
	t.Helper()
	sound, bases := readText(t, "testdata/sound.facts"), readBases(t)
	policies := map[string]*policy.Policy{}
	var all []*judgedPerson
	for _, c := range readPeople(t) {
		for _, who := range c.people {
			facts, ok := bases[who.base]
			if !ok {
				t.Fatalf("%s: there is no base %q", who.name, who.base)
			}
			p := &judgedPerson{invented: who, chapter: c}
			q := questionFrom(t, sound, facts, "name: "+who.name+"\n"+strings.ReplaceAll(who.facts, " ; ", "\n"))
			for i, condition := range conditions {
				key := condition.edits + strings.Join(c.edits, "|")
				if policies[key] == nil {
					policies[key] = conditionPolicy(t, condition.edits, c.edits)
				}
				p.question[i] = q
				p.question[i].Policy = policies[key]
				p.verdict[i] = Judge(p.question[i])
			}
			all = append(all, p)
		}
	}
	return all
}

// conditionPolicy makes the policy of a column and a chapter.
func conditionPolicy(t *testing.T, column string, edits []string) *policy.Policy {
	t.Helper()
	edits = slices.Clone(edits)
	if column != "" {
		edits = append(edits, signOff)
	}
	if column == "2011" {
		for line := range strings.Lines(readText(t, "testdata/matrix/2011.edits")) {
			if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
				edits = append(edits, line)
			}
		}
	}
	return loadPolicy(t, edits...)
}

func readText(t *testing.T, name string) string {
	t.Helper()
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

func readBases(t *testing.T) map[string]string {
	bases, name := map[string]string{}, ""
	for line := range strings.Lines(readText(t, "testdata/matrix/bases.txt")) {
		switch text := strings.TrimSpace(line); {
		case strings.HasPrefix(text, "["):
			name = strings.Trim(text, "[]")
			bases[name] = "\n"
		case name != "":
			bases[name] += line
		}
	}
	return bases
}

func readPeople(t *testing.T) []*chapter {
	var all []*chapter
	seen := map[string]bool{}
	for line := range strings.Lines(readText(t, "testdata/matrix/people.txt")) {
		switch line = strings.TrimRight(line, "\n"); {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "== "):
			all = append(all, &chapter{title: line[3:]})
		case strings.HasPrefix(line, "@ "):
			c := all[len(all)-1]
			c.edits = append(c.edits, line[2:])
		default:
			parts := strings.Split(line, " | ")
			if len(parts) != 4 || seen[parts[0]] {
				t.Fatalf("not four parts, or a name used twice: %s", line)
			}
			seen[parts[0]] = true
			c := all[len(all)-1]
			c.people = append(c.people, invented{parts[0], parts[1], parts[2], parts[3]})
		}
	}
	return all
}
