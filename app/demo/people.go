package demo

import (
	"fmt"

	"gongkao/app/retirement"
	"gongkao/data"
)

// policyYear is the year the practice county lives in.
const policyYear = 2026

var tradesByKind = map[string][]string{
	"行政机关": {"汽车驾驶员", "保管工", "办公设备维修工"},
	"事业单位": {"汽车驾驶员", "汽车维修工", "农艺工", "保管工", "办公设备维修工", "保育员", "护理员", "防疫员", "农业技术员"},
}

// regions are where the county's people were registered at birth: mostly the
// county itself, by its old or new code.
var regions = []string{"411521", "411521", "413028", "413028", "413001", "411522", "411525"}

// invent makes up somebody of the unit who may apply as far as the notice
// goes: far from retirement, step by step, years mostly enough.
func (c *chance) invent(u data.Unit) data.Applicant {
	woman := c.percent(42)
	a := data.Applicant{Unit: u.Name}
	p := &a.Person
	p.Name, p.Sex, p.Category = c.name(woman), data.Male, data.M60
	if woman {
		p.Sex, p.Category = data.Female, pick(c, []data.Category{data.F50, data.F50, data.F55})
	}
	level := pick(c, []data.Level{5, 5, 4, 4, 4, 3, 3, 3, 3, 2, 2, 1})
	workYears := map[data.Level]int{5: 3, 4: 9, 3: 15, 2: 21, 1: 28}[level] + c.IntN(5)
	started := c.between(19, 22)
	c.bear(p, data.Month{Year: policyYear - workYears - started, Month: c.between(1, 12)})
	p.WorkStart = p.Birth.MonthOf().Add(started*12 + c.IntN(6))
	p.Ethnicity, p.Political, p.Education = "汉族", pick(c, []string{"群众", "群众", "中共党员", "共青团员"}), pick(c, []string{"高中", "中专", "技校", "大专", "大专", "本科"})
	if workYears > 12 && p.Political == "共青团员" {
		p.Political = "群众"
	}
	p.Phone = c.mobile()
	p.Address = fmt.Sprintf("河南省信阳市罗山县%s%d号", pick(c, places), c.between(1, 199))
	trade := pick(c, tradesByKind[u.Kind])
	a.Application = data.Application{Unit: u.ID, Year: policyYear, StaffKind: "正式工作人员", Post: trade + "岗", Trade: trade, Level: level, Path: data.Promotion}
	if c.percent(12) {
		a.Application.StaffKind = "其他聘用工作人员"
	}
	c.climb(&a)
	c.appraise(&a)
	return a
}

// bear gives a birthday in the month and an ID number that fits. A birthday
// that would bring retirement in the policy year moves on: those cases are
// drawn on purpose (cases.go).
func (c *chance) bear(p *data.Person, month data.Month) {
	for retirement.Of(month, p.Category).Month.Year <= policyYear {
		month = month.Add(12)
	}
	c.identify(p, month)
}

func (c *chance) identify(p *data.Person, month data.Month) {
	p.Birth = month.First().AddDays(c.IntN(28))
	sequence := c.between(100, 499)*2 + 1
	if p.Sex == data.Female {
		sequence--
	}
	p.IDNumber = data.WithCheckDigit(fmt.Sprintf("%s%04d%02d%02d%03d", pick(c, regions), p.Birth.Year, p.Birth.Month, p.Birth.Day, sequence))
}

// climb writes the way up to the present level, six to eight years a step.
func (c *chance) climb(a *data.Applicant) {
	p := &a.Person
	p.Career = nil
	trade := a.Application.Trade
	if a.Application.Level == 5 {
		a.Application.Path = data.FirstTime
		p.Career = []data.CareerStep{{From: p.WorkStart.Add(-24), To: p.WorkStart.Add(-1), Where: "罗山县中等职业学校", As: "学生"}, {From: p.WorkStart, Where: a.Unit, As: trade}}
		return
	}
	p.CurrentLevel, p.CurrentTrade = a.Application.Level+1, trade
	year := policyYear - c.between(6, 8)
	p.CurrentCertDate = data.Month{Year: year, Month: 11}
	if c.percent(15) { // too few years: a case every county has every year
		p.CurrentCertDate = data.Month{Year: policyYear - c.between(2, 4), Month: 11}
	}
	p.CurrentCertNo = fmt.Sprintf("%02d161550263%05d", p.CurrentCertDate.Year%100, c.IntN(100000))
	p.AppointedLevel, p.AppointedDate = p.CurrentLevel, p.CurrentCertDate.Add(2)
	if a.Application.Level == 4 && c.percent(20) {
		a.Application.Path = data.ByYears
	}
	p.Career = append(p.Career, data.CareerStep{From: p.WorkStart.Add(-30), To: p.WorkStart.Add(-1), Where: "信阳市第一职业中等专业学校", As: "学生"})
	from := p.WorkStart
	for l := data.Level(5); l > p.CurrentLevel; l-- {
		to := data.Month{Year: p.CurrentCertDate.Year - 6*int(l-p.CurrentLevel), Month: 11}
		if to.Before(from.Add(12)) {
			continue
		}
		p.Career = append(p.Career, data.CareerStep{From: from, To: to, Where: a.Unit, As: fmt.Sprintf("%s（%s）", trade, l)})
		from = to.Add(1)
	}
	p.Career = append(p.Career, data.CareerStep{From: from, Where: a.Unit, As: fmt.Sprintf("%s（%s）", trade, p.CurrentLevel)})
	if a.Application.Level <= 2 && c.percent(60) {
		a.Application.Honours = fmt.Sprintf("%d年 罗山县“%s先进个人”；%d年 年度考核优秀，记嘉奖一次。", policyYear-c.between(2, 5), pick(c, []string{"岗位", "服务", "技术"}), policyYear-1)
	}
}

// appraise gives the last years' appraisals; where the last is not recorded
// yet, most people promise to bring it.
func (c *chance) appraise(a *data.Applicant) {
	years := 3
	if a.Application.Level == 1 {
		years = 5
	}
	a.Person.Appraisals = map[int]data.Appraisal{}
	for y := policyYear - years; y < policyYear; y++ {
		a.Person.Appraisals[y] = data.Qualified
		if c.percent(20) || a.Application.Level == 1 && c.percent(40) {
			a.Person.Appraisals[y] = data.Excellent
		}
	}
	if c.percent(12) {
		a.Person.Appraisals[policyYear-1] = data.Unrecorded
		a.Application.Commitment = c.percent(80)
	}
}
