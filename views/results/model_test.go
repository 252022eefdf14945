package results_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"gongkao/app/registration"
	outcomes "gongkao/app/results"
	"gongkao/data"
	"gongkao/views/results"
)

var bg = context.Background()

func model(t *testing.T) (*results.Model, *registration.Desk) {
	t.Helper()
	desk := seasoned(t)
	m, err := results.New(desk)
	if err != nil {
		t.Fatal(err)
	}
	m.Refresh()
	return m, desk
}

func TestTheFiguresAboveAreThoseOfThePeople(t *testing.T) {
	m, desk := model(t)
	n := outcomes.Count(desk.Office.Policy, desk.Register.Find(registration.Query{}))
	scored, certified := m.Sums()
	got := fmt.Sprint(append(scored, certified...))
	want := fmt.Sprintf("[{应考 %d} {已录 %d} {合格 %d} {不合格 %d} {缺考 %d} {证书 已发 %d} {已领 %d} {已归档 %d}]", n.People, n.Scored, n.Passed, n.Failed, n.Absent, n.Issued, n.Collected, n.Filed)
	if got != want {
		t.Errorf("the page says %s, the people %s", got, want)
	}
	if m.Len() != n.People {
		t.Errorf("%d are listed of %d", m.Len(), n.People)
	}
}

func TestTheFilterUnderstandsLevelsOutcomesTradesAndNames(t *testing.T) {
	m, _ := model(t)
	all := m.Len()
	for _, words := range []string{"三级", "不合格", "汽车", "三级 合格", "高级工"} {
		m.Filter(words)
		if m.Len() == 0 || m.Len() == all {
			t.Errorf("%s lists %d of %d", words, m.Len(), all)
		}
		for row := range m.Len() {
			p := m.Person(row)
			if strings.Contains(words, "三级") && p.Level != "三级" || words == "不合格" && m.Score(row).Outcome != outcomes.Failed && p.Level != "一级" || words == "汽车" && !strings.Contains(p.Trade+p.Unit, "汽车") {
				t.Errorf("%s lists %+v", words, p)
			}
		}
	}
	m.Filter("没有这个人")
	if why, what := m.Empty(); m.Len() != 0 || !strings.Contains(why, "没有这个人") || what == "" {
		t.Errorf("nobody: %q %q", why, what)
	}
}

func TestWhatWaitsIsListedUntilItIsDoneAndStaysWhereItWas(t *testing.T) {
	m, _ := model(t)
	m.SetTodo(true)
	n := m.Len()
	if waiting := m.Waiting(); n == 0 || waiting[results.Scores] != n {
		t.Fatalf("%d listed, %v wait", n, waiting)
	}
	if next := m.Next(0); next != 1 {
		t.Errorf("after the first comes %d", next)
	}
	if _, err := m.Enter(bg, 0, "88"); err != nil {
		t.Fatal(err)
	}
	if waiting := m.Waiting(); m.Len() != n || m.Score(0).Score != "88" || waiting[results.Scores] != n-1 {
		t.Errorf("written: %d listed, %+v, %v", m.Len(), m.Score(0), waiting)
	}
	m.Refresh()
	if m.Len() != n-1 {
		t.Errorf("%d listed after reading again", m.Len())
	}
}

func TestACommandThatCannotBeSaysWhatToDoInstead(t *testing.T) {
	m, _ := model(t)
	m.Show(results.Certificates)
	for what, do := range map[string]func() error{
		"undo-none":           func() error { _, err := m.Undo(bg); return err },
		"nobody":              func() error { _, err := m.Admit(bg, nil); return err },
		"cert-number-missing": func() error { _, err := m.Issue(bg, []int{0, 1}, "没有数字", "2026-11-20"); return err },
		"date-bad":            func() error { _, err := m.Issue(bg, []int{0}, "X1", "2026-11"); return err },
		"reason-missing":      func() error { _, err := m.Void(bg, 0, ""); return err },
	} {
		if r, ok := data.AsRefusal(do()); !ok || r.Code != what || r.Hint == "" {
			t.Errorf("%s: %+v", what, r)
		}
	}
	if _, err := m.Issue(bg, []int{0, 1}, "  ", "2026-11-20"); !data.HasCode(err, "cert-number-missing") || !strings.Contains(err.Error(), "证书编号没有填") {
		t.Errorf("without a number: %v", err)
	}
}
