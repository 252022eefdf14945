// Package spotcheck is the page of the spot checks (抽查): a sample is drawn, what
// is found of each person is written down, and anybody can draw the same sample
// again from the seed that stands on the page.
package spotcheck

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gongkao/app/registration"
	drawing "gongkao/app/spotcheck"
	"gongkao/data"
	"gongkao/views/wording"
)

// Model knows the year's spot checks, newest first, and which is shown.
type Model struct {
	desk   *registration.Desk
	checks []data.SpotCheck
	at     int
}

// New returns a model that has read nothing yet.
func New(desk *registration.Desk) *Model { return &Model{desk: desk} }

// Refresh reads the year's spot checks; the one shown stays shown.
func (m *Model) Refresh(ctx context.Context) error {
	shown := m.shownID()
	checks, err := drawing.List(ctx, m.desk)
	if err != nil {
		return err
	}
	slices.Reverse(checks)
	m.checks = checks
	m.at = max(0, slices.IndexFunc(checks, func(c data.SpotCheck) bool { return c.ID == shown }))
	return nil
}

func (m *Model) shownID() data.SpotCheckID {
	if c, ok := m.Shown(); ok {
		return c.ID
	}
	return ""
}

// Shown is the spot check shown; ok is false while none was drawn.
func (m *Model) Shown() (check data.SpotCheck, ok bool) {
	if m.at >= len(m.checks) {
		return data.SpotCheck{}, false
	}
	return m.checks[m.at], true
}

// Show shows one of Checks.
func (m *Model) Show(row int) { m.at = row }

// At is which of Checks is shown.
func (m *Model) At() int { return m.at }

// Check is a spot check as the list shows it.
type Check struct{ When, What, Left string }

// Checks are the year's spot checks, newest first.
func (m *Model) Checks() []Check {
	all := make([]Check, len(m.checks))
	for i, c := range m.checks {
		looked, objections := drawing.Looked(c)
		left := "查完"
		switch {
		case looked < len(c.Sample):
			left = fmt.Sprintf("还有 %d 人", len(c.Sample)-looked)
		case objections > 0:
			left = fmt.Sprintf("问题 %d 人", objections)
		}
		all[i] = Check{When: c.At.Format("01-02 15:04"), What: fmt.Sprintf("%d 人", len(c.Sample)), Left: left}
	}
	return all
}

// Head is the title of the page and what the year has come to.
func (m *Model) Head() (title, fact string) {
	if len(m.checks) == 0 {
		return "抽查", "本年还没有抽过"
	}
	people, looked, objections := 0, 0, 0
	for _, c := range m.checks {
		l, o := drawing.Looked(c)
		people, looked, objections = people+len(c.Sample), looked+l, objections+o
	}
	return "抽查", fmt.Sprintf("本年 %d 次，抽 %d 人，已查 %d 人，有问题 %d 人", len(m.checks), people, looked, objections)
}

// Origin tells of the spot check shown how it was drawn and how to draw it again.
func (m *Model) Origin() (what, how, again string, repeats bool) {
	c, ok := m.Shown()
	if !ok {
		return "", "", "", false
	}
	what = fmt.Sprintf("%s 从 %s 人中抽 %d 人", c.At.Format("2006-01-02 15:04"), wording.Count(len(c.Population)), len(c.Sample))
	how = fmt.Sprintf("%s 抽；范围：%s", c.By, drawing.Scope(c))
	repeats = drawing.Repeats(c)
	again = fmt.Sprintf("种子 %d：刚用当时的名单重抽过，是同一批人。谁用同样的名单、分层和种子，抽出来都一样。", c.Seed)
	if !repeats {
		again = fmt.Sprintf("种子 %d：用记下的名单重抽，得不到这批人。请在设置里核验数据文件。", c.Seed)
	}
	return what, how, again, repeats
}

// Person is somebody of the sample.
type Person struct {
	Application              data.ApplicationID
	Name, Unit, Level, Trade string
	Found, By                string
	Sound, Looked            bool
}

// Sample are the people of the spot check shown.
func (m *Model) Sample() []Person {
	c, _ := m.Shown()
	all := make([]Person, len(c.Sample))
	for i, f := range c.Sample {
		p := Person{Application: f.Application, Name: "（已不在册）", Found: f.Words(), By: f.By, Sound: f.Sound, Looked: f.Looked()}
		if a, known := m.desk.Register.ByID(f.Application); known {
			p.Name, p.Unit, p.Level, p.Trade = a.Person.Name, a.Unit, a.Application.Level.String(), a.Application.Trade
		}
		all[i] = p
	}
	return all
}

// Find writes what was found of somebody of the sample; nothing means sound.
func (m *Model) Find(ctx context.Context, row int, found string) (wording.Done, error) {
	c, ok := m.Shown()
	if !ok || row < 0 || row >= len(c.Sample) {
		return wording.Done{}, data.Refuse("not-in-sample", "", "没有选中谁", "请先在名单里选一个人")
	}
	who := c.Sample[row].Application
	if err := drawing.Find(ctx, m.desk, c.ID, data.SpotFinding{Application: who, Sound: found == "", Found: found}); err != nil {
		return wording.Done{}, err
	}
	if err := m.Refresh(ctx); err != nil {
		return wording.Done{}, err
	}
	done := wording.Done{What: m.Sample()[row].Name + "：" + m.Sample()[row].Found}
	if next := m.Next(row); next >= 0 {
		done.Next = "下一人 " + m.Sample()[next].Name
	} else {
		done.Next = "这次抽查的人都查过了"
	}
	return done, nil
}

// Next is the first after a row whom nobody has looked at, around to the top;
// -1 when all are done.
func (m *Model) Next(row int) int {
	sample := m.Sample()
	for by := 1; by <= len(sample); by++ {
		if at := (row + by) % len(sample); !sample[at].Looked {
			return at
		}
	}
	return -1
}

// Plan is what a clerk writes to draw a sample.
type Plan struct{ Many, Strata, From, Seed string }

// The choices of a plan, the usual first.
var (
	strataOf = []struct {
		word string
		keys []string
	}{{"按单位", []string{"unit"}}, {"按等级", []string{"level"}}, {"按单位和等级", []string{"unit", "level"}}, {"不分层", nil}}
	fromOf = []struct {
		word     string
		statuses []data.Status
	}{
		{"通过的和已上报的", nil}, {"只从通过的", []data.Status{data.Approved}}, {"只从已上报的", []data.Status{data.Reported}},
		{"不通过的", []data.Status{data.Rejected}},
	}
)

// Strata and From are the words to choose from.
func Strata() (words []string) {
	for _, s := range strataOf {
		words = append(words, s.word)
	}
	return words
}

// From see Strata.
func From() (words []string) {
	for _, f := range fromOf {
		words = append(words, f.word)
	}
	return words
}

// Draw draws a sample and shows it.
func (m *Model) Draw(ctx context.Context, p Plan) (wording.Done, error) {
	plan, err := p.read()
	if err != nil {
		return wording.Done{}, err
	}
	check, err := drawing.Draw(ctx, m.desk, plan)
	if err != nil {
		return wording.Done{}, err
	}
	if err := m.Refresh(ctx); err != nil {
		return wording.Done{}, err
	}
	m.at = 0
	return wording.Done{
		What: fmt.Sprintf("从 %s 人中抽出 %d 人，种子 %d", wording.Count(len(check.Population)), len(check.Sample), check.Seed),
		Next: "查一个登记一个：F8 无问题，F9 有问题",
	}, nil
}

// read takes the words of a plan.
func (p Plan) read() (plan drawing.Plan, err error) {
	many := strings.TrimSpace(data.Narrow(p.Many))
	number, share := strings.CutSuffix(many, "%")
	n, err := strconv.Atoi(strings.TrimSpace(strings.TrimSuffix(number, "人")))
	if err != nil {
		return plan, data.Refuse("size", "", "“"+many+"”不是人数，也不是百分之几", "请写人数如 20，或比例如 5%")
	}
	if plan.Size = n; share {
		plan.Size, plan.Share = 0, n
	}
	if n <= 0 {
		return plan, data.Refuse("size", "", "不能抽 "+many, "请写 1 以上的人数，或 1% 到 100%")
	}
	if seed := strings.TrimSpace(data.Narrow(p.Seed)); seed != "" {
		if plan.Seed, err = strconv.ParseUint(seed, 10, 64); err != nil || plan.Seed == 0 {
			return plan, data.Refuse("seed", "", "“"+seed+"”不能作种子", "请写 1 以上的整数；空着就由程序取一个")
		}
	}
	for _, s := range strataOf {
		if s.word == p.Strata {
			plan.Strata = s.keys
		}
	}
	for _, f := range fromOf {
		if f.word == p.From {
			plan.Statuses = f.statuses
		}
	}
	return plan, nil
}
