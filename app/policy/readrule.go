package policy

import (
	"fmt"
	"slices"

	"gongkao/app/tables"
	"gongkao/data"
)

// readRule reads a row of the rules and holds it against its kind.
func readRule(p *Policy, t *tables.Table) error {
	r := new(Rule)
	if err := t.Decode(r); err != nil {
		return err
	}
	k, ok := kinds[r.ID]
	if !ok {
		return t.Refuse("rule", "没有“"+r.ID+"”这条规则")
	}
	if p.Provisional() {
		p.RuleRows = append(p.RuleRows, r) // half of its numbers are the notice's
		return k.fits(t)
	}
	for _, check := range []func() error{
		func() error { return k.fits(t) },
		func() error { return r.speaksOf(t) },
		func() error { return r.counts(t) },
		func() error { return r.asksForSchool(t) },
		func() error { return r.rests(t) },
		func() error { return p.signed(t, r.Origin) },
		func() error { return p.once(t, r) },
	} {
		if err := check(); err != nil {
			return err
		}
	}
	if _, ok := p.Deadline(k.deadline); k.deadline != "" && !ok {
		return t.Refuse("rule", "这条规则要用日程 "+k.deadline+"，文件里没有")
	}
	p.RuleRows = append(p.RuleRows, r)
	return nil
}

// fits refuses numbers that the kind lacks or does not know: a number nobody
// reads would be believed to hold.
func (k kind) fits(t *tables.Table) error {
	for _, key := range numbers {
		switch has := t.Has(key); {
		case has && !slices.Contains(k.needs, key) && !slices.Contains(k.may, key):
			return t.Refuse(key, "这条规则不用“"+key+"”")
		case !has && slices.Contains(k.needs, key):
			return t.Refuse("", "这条规则缺少“"+key+"”")
		}
	}
	return nil
}

// speaksOf checks for whom the row is.
func (r *Rule) speaksOf(t *tables.Table) error {
	if err := levels(t, "levels", r.Levels); err != nil {
		return err
	}
	for i, path := range r.Paths {
		if !slices.Contains(data.Paths(), path) || slices.Contains(r.Paths[:i], path) {
			return t.Refuse("paths", fmt.Sprintf("申报途径“%s”不认识或重复了", string(path)))
		}
	}
	if t.Has("appointed") && !r.Appointed.Valid() {
		return t.Refuse("appointed", "等级写 5 4 3 2 1")
	}
	steps := []Step{StepStated, StepNext, StepBelow, StepNoneHeld, StepHonoured, StepClosed}
	if t.Has("step") && !slices.Contains(steps, r.Step) {
		return t.Refuse("step", fmt.Sprintf("step 不能是“%s”", r.Step))
	}
	return nil
}

// counts checks the numbers of years.
func (r *Rule) counts(t *tables.Table) error {
	if t.Has("counting") && !slices.Contains([]Counting{FullYears, CalendarDifference, InclusiveYears}, r.Counting) {
		return t.Refuse("counting", fmt.Sprintf("counting 不能是“%s”", r.Counting))
	}
	// Months are counted whole, so the day must close one.
	if t.Has("as_of") && r.AsOf.AddDays(1).Day != 1 {
		return t.Refuse("as_of", "as_of 须为月末")
	}
	for _, n := range []struct {
		key   string
		value int
	}{{"years", r.Years}, {"below", r.Below}, {"last_year", r.LastYear}, {"relaxed_age_men", r.RelaxedAgeMen}, {"relaxed_age_women", r.RelaxedAgeWomen}, {"full", r.Full}} {
		if t.Has(n.key) && n.value < 1 {
			return t.Refuse(n.key, n.key+" 应大于 0")
		}
	}
	if r.ID == "working-years" && r.Years == 0 && r.Below == 0 {
		return t.Refuse("", "这条规则缺少“years”或“below”")
	}
	if r.Excellent < 0 || r.Excellent > r.Years {
		return t.Refuse("excellent", "优秀的年数不能多于 years")
	}
	if r.Pass < 0 || r.Pass > r.Full {
		return t.Refuse("pass", "合格线应在 0 到满分之间")
	}
	if r.Days < 0 {
		return t.Refuse("days", "days 不能是负数，不知道写 0")
	}
	return nil
}

// asksForSchool checks education and appraisals.
func (r *Rule) asksForSchool(t *tables.Table) error {
	if r.RelaxedEducation != "" && (r.AsOf.IsZero() || r.RelaxedAgeMen == 0 || r.RelaxedAgeWomen == 0) {
		return t.Refuse("relaxed_education", "放宽要写明 relaxed_age_men、relaxed_age_women 和 as_of")
	}
	for _, g := range r.Grades {
		if known, ok := data.ReadAppraisal(string(g)); !ok || known != g {
			return t.Refuse("grades", "没有“"+string(g)+"”这个考核等次")
		}
	}
	return nil
}

// rests checks what a row rests on besides its numbers: the documents it names,
// and the honours that help.
func (r *Rule) rests(t *tables.Table) error {
	for i, slot := range r.Evidence {
		if evidence[slot] == "" || slices.Contains(r.Evidence[:i], slot) {
			return t.Refuse("evidence", "材料“"+slot+"”不认识或重复了")
		}
	}
	for _, list := range []struct {
		key   string
		words []string
		needs bool
	}{{"waivers", r.Waivers, r.HonoursWaive}, {"excellent_alternatives", r.Alternatives, r.Excellent > 0}, {"trade_exempt", r.TradeExempt, r.SameTrade}} {
		if slices.Contains(list.words, "") {
			return t.Refuse(list.key, list.key+" 里有空白的一项")
		}
		if len(list.words) > 0 && !list.needs {
			return t.Refuse(list.key, "这一条用不上 "+list.key)
		}
	}
	if !r.TransferredBy.IsZero() && len(r.TradeExempt) == 0 {
		return t.Refuse("transferred_by", "这一条用不上 transferred_by")
	}
	return nil
}

// signed refuses a confirmed row for which nobody stands. The notice itself
// needs no signature.
func (p *Policy) signed(t *tables.Table, o Origin) error {
	if o.Confirmed() && o.Source != p.Notice.Number && (o.SignedBy == "" || o.SignedOn.IsZero()) {
		return t.Refuse("status", "改为“已核对”的，要写明 signed_by（核对人）和 signed_on（核对日期）")
	}
	return nil
}

// once refuses a second row of the same rule for somebody.
func (p *Policy) once(t *tables.Table, r *Rule) error {
	for _, other := range p.RuleRows {
		if other.ID == r.ID && (other.Step == StepStated) == (r.Step == StepStated) && overlap(other.Levels, r.Levels) && overlap(other.Paths, r.Paths) {
			return t.Refuse("rule", "规则 "+r.ID+" 对同一等级、同一途径重复了")
		}
	}
	return nil
}

// overlap reports whether two lists have a member in common; an empty list is
// everything.
func overlap[T comparable](a, b []T) bool {
	return len(a) == 0 || len(b) == 0 || slices.ContainsFunc(a, func(x T) bool { return slices.Contains(b, x) })
}
