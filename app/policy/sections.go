package policy

import (
	"fmt"
	"slices"

	"gongkao/app/tables"
	"gongkao/data"
)

func readNotice(p *Policy, t *tables.Table) error {
	if err := t.Decode(&p.Notice); err != nil {
		return err
	}
	if p.Notice.Year != p.Year {
		return t.Refuse("year", fmt.Sprintf("这是 %d 年度的政策，文件名却是 %d", p.Notice.Year, p.Year))
	}
	if p.Provisional() {
		return nil
	}
	return given(t, "issued", p.Notice.Issued)
}

func readCutoff(p *Policy, t *tables.Table) error {
	if err := t.Decode(&p.Cutoff); err != nil {
		return err
	}
	if p.Provisional() {
		p.Cutoff = Cutoff{}
		return nil
	}
	return given(t, "date", p.Cutoff.Date)
}

func readAssessment(p *Policy, t *tables.Table) error {
	if err := t.Decode(&p.Assessment); err != nil {
		return err
	}
	if p.Provisional() {
		p.Assessment.Levels = data.Levels()
	}
	if len(p.Assessment.Levels) == 0 {
		return t.Refuse("levels", "没有写开展考核的等级")
	}
	return levels(t, "levels", p.Assessment.Levels)
}

func readViolation(p *Policy, t *tables.Table) error {
	if err := t.Decode(&p.Violation); err != nil || p.Provisional() {
		return err
	}
	return positive(t, "ban_years", p.Violation.BanYears)
}

func readDeadline(p *Policy, t *tables.Table) error {
	var d Deadline
	if err := t.Decode(&d); err != nil || p.Provisional() && d.To.IsZero() {
		return err
	}
	if err := given(t, "to", d.To); err != nil {
		return err
	}
	if d.To.Before(d.From) {
		return t.Refuse("to", fmt.Sprintf("结束 %s 早于开始 %s", d.To, d.From))
	}
	if _, taken := p.Deadline(d.ID); taken {
		return t.Refuse("id", "日程 "+d.ID+" 重复了")
	}
	p.Deadlines = append(p.Deadlines, d)
	return nil
}

func readFee(p *Policy, t *tables.Table) error {
	var f Fee
	if err := t.Decode(&f); err != nil || p.Provisional() {
		return err
	}
	if !p.Assessed(f.Level) {
		return t.Refuse("level", fmt.Sprintf("%d 不是开展考核的等级", f.Level))
	}
	if err := positive(t, "fen", int(f.Fen)); err != nil {
		return err
	}
	if f.Step != len(p.fees[f.Level])+1 {
		return t.Refuse("step", fmt.Sprintf("%s的第 %d 次收费重复了或次序不对", f.Level, f.Step))
	}
	p.fees[f.Level] = append(p.fees[f.Level], f)
	return nil
}

// given refuses a date written as "".
func given(t *tables.Table, key string, d data.Date) error {
	if d.IsZero() {
		return t.Refuse(key, key+" 没有写日期")
	}
	return nil
}

func positive(t *tables.Table, key string, n int) error {
	if n < 1 {
		return t.Refuse(key, key+" 应大于 0")
	}
	return nil
}

// levels refuses what is no level, and one level twice.
func levels(t *tables.Table, key string, all []data.Level) error {
	for i, l := range all {
		if !l.Valid() {
			return t.Refuse(key, fmt.Sprintf("没有 %d 这个等级，等级写 5 4 3 2 1", l))
		}
		if slices.Contains(all[:i], l) {
			return t.Refuse(key, l.String()+"重复了")
		}
	}
	return nil
}
