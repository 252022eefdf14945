package settings_test

import (
	"strings"
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/data"
	"gongkao/views/settings"
	"gongkao/views/wording"
)

func field(t *testing.T, e *settings.Editing, key string) settings.EditField {
	t.Helper()
	for _, f := range e.Fields() {
		if f.Key == key {
			return f
		}
	}
	t.Fatalf("there is no field %s", key)
	return settings.EditField{}
}

func TestAnEffectIsToldBeforeItIsInForce(t *testing.T) {
	d := demotest.Desk(t, 300)
	e := settings.NewEditing(d)
	e.Select(thirdRow)
	if field(t, e, "years").Text != "5 年" || !e.MaySign() || e.Dirty() {
		t.Fatalf("%+v", e.Fields())
	}
	e.Type("years", "4年")
	effect, err := e.Work()(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if _, words := e.Effect(); words != "正在看谁会变…" {
		t.Errorf("before the answer: %s", words)
	}
	e.Show(effect)
	turn, words := e.Effect()
	if turn != "要求 5 年 → 4 年" || !strings.Contains(words, "的结论会变") || !strings.HasPrefix(e.Standing(), "已审结的 ") {
		t.Errorf("%s, %s; %s", turn, words, e.Standing())
	}
	worse := false
	for i := range e.People() {
		p := e.Person(i)
		worse = worse || p.Is == wording.Block
		if p.Name == "" || p.Before == p.After || p.Message == "" || p.ID != e.Who(i) {
			t.Errorf("%+v", p)
		}
	}
	if !worse || d.Office.Policy.Overlay {
		t.Error("signing off blocks nobody, or is in force already")
	}
	e.Type("years", "5")
	if _, err := e.Work()(ctx); err != nil || e.Pending() != "" {
		t.Errorf("typed back, and still pending: %s, %v", e.Pending(), err)
	}
}

func TestWhatTheReaderRefusesIsSaidAndNotWritten(t *testing.T) {
	d := demotest.Desk(t, 20)
	e := settings.NewEditing(d)
	e.Select(thirdRow)
	e.Type("as_of", "2026-09-29")
	if e.Work() != nil {
		t.Error("people are judged by a day that closes no month")
	}
	if _, words := e.Effect(); !strings.Contains(words, "月末") {
		t.Errorf("said %s", words)
	}
	e.Type("as_of", "2026-12")
	e.Type("counting", "看着办")
	if field(t, e, "counting").Sentence == "" || e.Work() != nil {
		t.Error("a way of counting that there is not was taken")
	}
	e.Type(settings.BasisField, basis)
	if _, err := e.PutInForce(ctx); !data.HasCode(err, "policy-number") {
		t.Error(err)
	}
	e.Type("counting", "年份相减")
	if _, err := e.PutInForce(ctx); err != nil {
		t.Fatal(err)
	}
	if r, _ := d.Office.Policy.Row(thirdRow); r.AsOf != data.MustDate(2026, 12, 31) || r.Counting != "calendar-difference" || !r.Confirmed() {
		t.Errorf("%+v", r)
	}
	if c := e.Changes(); len(c) != 1 || e.When(c[0]) == "" || e.MaySign() {
		t.Errorf("%+v", c)
	}
}

func TestAnEducationIsOneOfTheLadder(t *testing.T) {
	e := settings.NewEditing(demotest.Desk(t, 20))
	e.Select("education/2/promotion")
	e.Type("education", "高钟")
	if f := field(t, e, "education"); f.Sentence == "" || len(f.Choices) == 0 {
		t.Errorf("%+v", f)
	}
	e.Type("education", "大专")
	if f := field(t, e, "education"); f.Sentence != "" || e.Work() == nil {
		t.Errorf("%+v", f)
	}
}

func TestASourceMayBeNamedButNotTheNoticeItself(t *testing.T) {
	e := settings.NewEditing(demotest.Desk(t, 20))
	e.Select(thirdRow)
	e.Type(settings.SourceField, "信人技考函〔2026〕1号")
	if field(t, e, settings.SourceField).Sentence == "" {
		t.Error("a row was made one of the notice")
	}
	e.Type(settings.SourceField, "豫人社办〔2024〕19号")
	e.Type(settings.ClauseField, "第九条")
	e.Type(settings.BasisField, basis)
	done, err := e.PutInForce(ctx)
	if err != nil || !strings.Contains(done.What, "条款 条款号待核对 → 第九条") {
		t.Errorf("%+v, %v", done, err)
	}
}
