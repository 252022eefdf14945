// Package history is one person over the years: what he applied for in each, what
// was decided, paid, reached and certified, and at which level he stood before and
// after. Model holds it in words; Screen draws it.
package history

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"gongkao/app/registration"
	"gongkao/app/years"
	"gongkao/data"
	"gongkao/views/wording"
)

// Year is one year in words.
type Year struct {
	Year                                       int
	Applied, Unit, Status, Paid, Score, Number string
	Mark                                       wording.Mark
	Level                                      string // 三级, or 四级 → 三级
	Rose                                       bool
	Facts                                      []Fact
}

// Fact is a label and what it says.
type Fact struct{ Label, Text string }

// Model is a person's years.
type Model struct {
	desk *registration.Desk
	id   data.ApplicationID
	name string
	all  []Year
}

// New returns the years of nobody yet.
func New(d *registration.Desk) *Model { return &Model{desk: d} }

// Show reads the years of whoever made the application. It refuses one that is
// not in the register (not-found).
func (m *Model) Show(ctx context.Context, id data.ApplicationID) error {
	a, ok := m.desk.Register.ByID(id)
	if !ok {
		return data.Refuse("not-found", "", "没有找到这份申报", "请刷新列表后再试")
	}
	found, err := years.HistoryOf(ctx, m.desk, a.Person.ID)
	if err != nil {
		return err
	}
	m.id, m.name, m.all = id, a.Person.Name, nil
	for i := range found {
		m.all = append(m.all, yearOf(&found[i]))
	}
	return nil
}

// ID is the application from which one came.
func (m *Model) ID() data.ApplicationID { return m.id }

// Head returns the name and how many years there are.
func (m *Model) Head() (title, fact string) {
	applied := 0
	for _, y := range m.all {
		if y.Applied != notApplied {
			applied++
		}
	}
	return m.name, fmt.Sprintf("历年　%d 个年度，报过 %d 次", len(m.all), applied)
}

// Years returns the years, newest first.
func (m *Model) Years() []Year { return m.all }

const notApplied = "没有申报"

func yearOf(p *years.PersonYear) Year {
	app := p.Application
	y := Year{
		Year: app.Year, Applied: notApplied, Unit: p.Unit, Status: app.Status.String(), Mark: wording.StatusMark(app.Status),
		Score: strings.Join(p.Scores, "，"), Level: levelWords(p.After.CurrentLevel), Rose: p.Before.CurrentLevel != p.After.CurrentLevel,
	}
	if y.Rose {
		y.Level = levelWords(p.Before.CurrentLevel) + " → " + y.Level
	}
	if app.Level != 0 {
		y.Applied = strings.Join([]string{app.Level.String(), app.Trade, app.Path.String()}, " ")
	}
	if p.Paid > 0 {
		y.Paid = p.Paid.String()
	}
	certificate := ""
	if c := p.Certificate; c != nil {
		y.Number = c.Number
		certificate = fmt.Sprintf("%s，%s 发", c.Number, c.Issued)
		switch {
		case p.Revoked:
			y.Number, certificate = "已撤销", certificate+"，已撤销"
		case c.Collected.IsZero():
			certificate += "，还没有领"
		default:
			certificate += fmt.Sprintf("，%s 领取", c.Collected)
		}
	}
	for _, f := range []Fact{
		{"申报", y.Applied}, {"单位", y.Unit}, {"审查", decisionWords(p)}, {"缴费", yuan(y.Paid)}, {"成绩", cmp.Or(y.Score, "没有")},
		{"证书", cmp.Or(certificate, "没有")}, {"原来是", years.Standing(&p.Before)}, {"后来是", years.Standing(&p.After)},
	} {
		y.Facts = append(y.Facts, Fact{f.Label, cmp.Or(f.Text, "—")})
	}
	return y
}

func decisionWords(p *years.PersonYear) string {
	words := p.Application.Status.String()
	if d := p.Decision; d != nil {
		words += fmt.Sprintf("；%s %s：%s → %s", data.DateOf(d.At), d.By, d.From, d.To)
		if len(d.Reasons) > 0 {
			words += "，" + strings.Join(d.Reasons, "、")
		}
	}
	return words
}

func yuan(paid string) string {
	if paid == "" {
		return "没有"
	}
	return paid + " 元"
}

func levelWords(l data.Level) string {
	if l == 0 {
		return "无等级"
	}
	return l.String()
}
