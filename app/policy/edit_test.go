package policy

import (
	"strings"
	"testing"

	"gongkao/assets"
	"gongkao/data"
)

const thirdLevel = "years-in-level/3/promotion"

func shipped(t *testing.T) *Policy {
	t.Helper()
	p, err := Load(assets.Files, "", 2026)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestOneNumberChangesOneLine(t *testing.T) {
	p := shipped(t)
	next, err := p.Change(thirdLevel, map[string]any{"years": 4})
	if err != nil {
		t.Fatal(err)
	}
	was, is := strings.Split(p.Text, "\n"), strings.Split(next.Text, "\n")
	if len(was) != len(is) {
		t.Fatalf("%d lines became %d", len(was), len(is))
	}
	var changed []string
	for i := range was {
		if was[i] != is[i] {
			changed = append(changed, was[i]+" → "+is[i])
		}
	}
	if len(changed) != 1 || changed[0] != "years = 5 → years = 4" {
		t.Errorf("changed: %q", changed)
	}
	if r, _ := next.Row(thirdLevel); r.Years != 4 || r.Confirmed() {
		t.Errorf("%+v", r)
	}
	if r, _ := p.Row(thirdLevel); r.Years != 5 {
		t.Error("the policy in force was changed in place")
	}
}

func TestASignatureIsWrittenInItsPlace(t *testing.T) {
	p := shipped(t)
	by := Signature{By: "王秀兰", On: data.MustDate(2026, 11, 24), Basis: `豫人社办〔2024〕19号 "第9条"`}
	next, err := p.SignOff(thirdLevel, map[string]any{"status": "待核对", "counting": "inclusive-years"}, by)
	if err != nil {
		t.Fatal(err)
	}
	r, _ := next.Row(thirdLevel)
	if !r.Confirmed() || r.SignedBy != by.By || r.SignedOn != by.On || r.Basis != by.Basis || r.Counting != InclusiveYears {
		t.Errorf("%+v", r)
	}
	want := "status = \"已核对\"\nsigned_by = \"王秀兰\"\nsigned_on = \"2026-11-24\"\nbasis = \"豫人社办〔2024〕19号 \\\"第9条\\\"\""
	if !strings.HasSuffix(next.RowText(thirdLevel), want) {
		t.Error(next.RowText(thirdLevel))
	}
}

func TestCommentsOrderAndLineEndingsSurviveAnEdit(t *testing.T) {
	p := shipped(t)
	text := strings.Replace(p.Text, "years = 18\n", "years = 18 # 2011 年为 20 年\n", 1)
	text = strings.ReplaceAll(text, "grades = [\"优秀\", \"合格\"]\n", "grades = [ # 等次\n  \"优秀\",\n  \"合格\", # 称职\n]\n")
	text = "\ufeff" + strings.ReplaceAll(text, "\n", "\r\n")
	p, err := Parse(2026, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	next, err := p.Change("working-years/3/years", map[string]any{"years": 20, "basis": "某文件"})
	if err != nil {
		t.Fatal(err)
	}
	if next, err = next.Change("appraisals/2/promotion", map[string]any{"grades": []string{"优秀"}}); err != nil {
		t.Fatal(err)
	}
	undone := strings.Replace(next.Text, "basis = \"某文件\"\r\n", "", 1)
	undone = strings.Replace(undone, "years = 20 # 2011", "years = 18 # 2011", 1)
	undone = strings.Replace(undone, "grades = [\"优秀\"]", "grades = [ # 等次\r\n  \"优秀\",\r\n  \"合格\", # 称职\r\n]", 1)
	if undone != text {
		t.Error("something else was changed")
	}
	back, err := next.Change("working-years/3/years", map[string]any{"years": 18, "basis": nil})
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(back.Text, "某文件") {
		t.Error("a number that goes is still there")
	}
}

func TestAnEditThatTheReaderRefusesChangesNothing(t *testing.T) {
	p := shipped(t)
	for code, c := range map[string]struct {
		row    string
		values map[string]any
	}{
		"policy-bad": {thirdLevel, map[string]any{"years": 0}},
		"notice-row": {"public-notice/1/*", map[string]any{"clause": "三（三）"}},
		"no-row":     {"years-in-level/5/first", map[string]any{"years": 4}},
	} {
		if _, err := p.Change(c.row, c.values); !data.HasCode(err, code) {
			t.Errorf("%s: %v", code, err)
		}
	}
	if _, err := p.Change(thirdLevel, map[string]any{"years": 1.5}); err == nil {
		t.Error("a value of an unknown kind was written")
	}
}

func TestEveryRowHasAKeyOfItsOwn(t *testing.T) {
	p := shipped(t)
	seen := map[string]bool{}
	for _, r := range p.RuleRows {
		key := r.Key()
		if seen[key] {
			t.Errorf("%s twice", key)
		}
		seen[key] = true
		if !strings.HasPrefix(p.RowText(key), "[[rule]]") || !strings.Contains(p.RowText(key), r.Text) {
			t.Errorf("%s: %s", key, p.RowText(key))
		}
	}
	if !seen["level-step/*/*/stated"] || !seen["level-step/4,3,2,1/promotion/next"] {
		t.Errorf("%v", seen)
	}
	if strings.Contains(p.RowText("working-years/4/years"), "2011") {
		t.Error("a row's text takes in what is not its own")
	}
}

func TestAYearCopiedKnowsNoDatesAndIsSignedByNobody(t *testing.T) {
	p := shipped(t)
	signed, err := p.SignOff(thirdLevel, map[string]any{"years": 6}, Signature{By: "王秀兰", On: data.MustDate(2026, 11, 24), Basis: "某文件"})
	if err != nil {
		t.Fatal(err)
	}
	text, err := signed.CopyYear(2027)
	if err != nil {
		t.Fatal(err)
	}
	numbered := strings.Replace(text, `number = ""`, `number = "信人技考函〔2027〕1号"`, 1)
	if _, err := Parse(2027, []byte(numbered)); !data.HasCode(err, "policy-bad") || !strings.Contains(err.Error(), "issued 没有写日期") {
		t.Errorf("a year with its number and without its dates was read: %v", err)
	}
	for _, line := range strings.Split(text, "\n") {
		value, _, _ := strings.Cut(line, "#")
		if strings.Contains(value, "= \"2026-") || strings.Contains(value, "已核对") || strings.Contains(value, "王秀兰") || strings.Contains(value, "某文件") {
			t.Errorf("not known of 2027: %s", line)
		}
	}
	filled := fill(text)
	next, err := Parse(2027, []byte(filled))
	if err != nil {
		t.Fatalf("filled in, it is refused: %v", err)
	}
	if len(next.RuleRows) != len(p.RuleRows) || len(next.Deadlines) != len(p.Deadlines) {
		t.Errorf("%d rules, %d days", len(next.RuleRows), len(next.Deadlines))
	}
	for _, r := range next.RuleRows {
		if r.Confirmed() {
			t.Errorf("%s is confirmed", r.Key())
		}
	}
	if r, _ := next.Row(thirdLevel); r.Years != 6 {
		t.Errorf("%d years", r.Years)
	}
	if _, err := p.CopyYear(2026); !data.HasCode(err, "year-order") {
		t.Error(err)
	}
}

// fill writes the old values from the comments behind blank ones, as if the new
// notice said the same.
func fill(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		key, _, _ := strings.Cut(line, " = ")
		if _, was, ok := strings.Cut(line, "# 2026 年度："); ok && key != "status" && key != "signed_by" && key != "signed_on" && key != "basis" {
			lines[i] = key + " = " + was
		}
	}
	return strings.Join(lines, "\n")
}
