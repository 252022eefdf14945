package record

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"gongkao/app/dossier"
	"gongkao/data"
	"gongkao/views/wording"
)

// Promise is a 容缺承诺 as it is filled in.
type Promise struct {
	Of      []int // of Promisable: what is promised
	Reason  string
	Consent bool
}

// Promisable is something that may be promised.
type Promisable struct {
	Label string
	Year  int    // of an appraisal, or 0
	Slot  string // of a paper, or ""
}

// Excuses are the usual reasons of a commitment.
var Excuses = []string{"年度考核结果尚未经组织人事部门备案", "原件暂在办理中，单位已出具说明"}

// Promisables are the years without a recorded appraisal and the papers that are
// not there and may be brought later.
func (f *Folder) Promisables() (all []Promisable) {
	promised := f.promised()
	for _, year := range f.m.Years() {
		grade := f.m.applicant.Person.Appraisals[year]
		if (grade == data.Unrecorded || grade == "" && f.m.askedYear(year)) && !slices.Contains(promised.Years, year) {
			all = append(all, Promisable{Label: fmt.Sprintf("%d 年度考核", year), Year: year})
		}
	}
	for _, h := range f.all() {
		there := h.Standing == dossier.Seen || h.Standing == dossier.Copy || h.Standing == dossier.Promised
		if h.Commitable && !there && !strings.HasPrefix(h.Key, "appraisal") && !slices.Contains(promised.Slots, h.Key) {
			all = append(all, Promisable{Label: h.Name, Slot: h.Key})
		}
	}
	return all
}

// promised is what stands promised already.
func (f *Folder) promised() (all data.Commitment) {
	for _, c := range f.m.applicant.Dossier.Commitments {
		if c.Open() {
			all.Years, all.Slots = append(all.Years, c.Years...), append(all.Slots, c.Slots...)
		}
	}
	return all
}

// Due is the last day on which promised things may be brought, by the policy.
func (f *Folder) Due() data.Date {
	deadline, _ := f.m.desk.Office.Policy.Deadline("commitment-due")
	return deadline.To
}

// Promised is the first commitment that stands with nothing brought yet.
func (f *Folder) Promised() (c data.Commitment, stands bool) {
	for _, c := range f.m.applicant.Dossier.Commitments {
		if c.Open() {
			return c, true
		}
	}
	return data.Commitment{}, false
}

// Commit makes a commitment.
func (f *Folder) Commit(ctx context.Context, p Promise) (Left, error) {
	c := data.Commitment{Application: f.m.ID(), Reason: strings.TrimSpace(p.Reason), Consent: p.Consent, Due: f.Due(), Made: f.m.desk.Office.Today()}
	for i, of := range f.Promisables() {
		switch {
		case !slices.Contains(p.Of, i):
		case of.Year != 0:
			c.Years = append(c.Years, of.Year)
		default:
			c.Slots = append(c.Slots, of.Slot)
		}
	}
	switch {
	case len(c.Years)+len(c.Slots) == 0:
		return Left{}, data.Refuse("required-missing", "", "没有选承诺补什么", "请按数字键勾选至少一项")
	case c.Reason == "":
		return Left{}, data.Refuse("reason-missing", "", "没有写原因", "请选一条，或自己写一句")
	}
	return f.write("已作容缺承诺，"+c.Due.String()+" 前补齐", func() error {
		_, err := f.kept.Commit(ctx, c)
		return err
	})
}

// Fulfil says with what a commitment was kept.
func (f *Folder) Fulfil(ctx context.Context, id data.CommitmentID, with string) (Left, error) {
	if strings.TrimSpace(with) == "" {
		return Left{}, data.Refuse("required-missing", "", "没有写补来了什么", "例如：2025 年度考核登记表，已备案")
	}
	return f.write("容缺承诺已补齐", func() error { return f.kept.Fulfil(ctx, id, strings.TrimSpace(with)) })
}

// Withdraw takes a commitment back.
func (f *Folder) Withdraw(ctx context.Context, id data.CommitmentID, why string) (Left, error) {
	if strings.TrimSpace(why) == "" {
		return Left{}, data.Refuse("reason-missing", "", "没有写为什么撤回", "请写一句")
	}
	return f.write("容缺承诺已撤回", func() error { return f.kept.Withdraw(ctx, id, strings.TrimSpace(why)) })
}

// Says tells what a commitment promises and when it is due.
func (f *Folder) Says(c data.Commitment) []string {
	var of []string
	for _, year := range c.Years {
		of = append(of, fmt.Sprintf("%d 年度考核", year))
	}
	for _, slot := range c.Slots {
		if h, ok := f.held(slot); ok {
			of = append(of, h.Name)
		}
	}
	consent := "单位已同意"
	if !c.Consent {
		consent = "单位还没有同意"
	}
	days := f.m.day().DaysUntil(c.Due)
	left := fmt.Sprintf("还有 %d 天", days)
	if days < 0 {
		left = fmt.Sprintf("已过期 %d 天", -days)
	}
	return []string{"承诺补：" + wording.Or(strings.Join(of, "、"), "没有写明"), "原因：" + wording.Or(c.Reason, "没有写") + "；" + consent, "期限 " + c.Due.String() + "，" + left}
}
