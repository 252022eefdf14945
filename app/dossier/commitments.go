package dossier

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"gongkao/app/policy"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// Commit records a promise (通知二（四）：经单位审核同意后，可实行承诺制，容缺后补). A promise
// with an id is amended, one without is new. No day means the notice's last one.
// Without the unit's consent it may be recorded and covers nothing yet. It
// refuses a promise of nothing (commitment-empty) or of what may not be promised
// (commitment-slot), without a reason (reason-missing), for a day that is past or
// after the notice's (commitment-due), and a decided application (closed).
func (s *Dossiers) Commit(ctx context.Context, c data.Commitment) (data.Commitment, error) {
	if err := s.undecided(c.Application); err != nil {
		return c, err
	}
	a, _ := s.desk.Register.ByID(c.Application)
	err := s.checkPromise(a, &c)
	if err != nil {
		return c, err
	}
	if c.ID != "" {
		before, err := s.commitment(c.ID)
		if err != nil {
			return c, err
		}
		c.Made, c.Fulfilled, c.With, c.Withdrawn = before.Made, before.Fulfilled, before.With, before.Withdrawn
	} else {
		c.Made = s.desk.Office.Today()
	}
	c.By = s.desk.Office.Clerk
	err = s.write(ctx, data.OpCommit, c.Reason, c.Application, func(tx *store.Tx) error {
		if c.ID == "" {
			c.ID = data.CommitmentID(tx.NewID())
		}
		if err := tx.PutCommitment(c); err != nil {
			return err
		}
		return committed(tx, c.Application, true)
	})
	return c, err
}

func (s *Dossiers) checkPromise(a *data.Applicant, c *data.Commitment) (err error) {
	if len(c.Years)+len(c.Slots) == 0 {
		return data.Refuse("commitment-empty", "", "没有写承诺补交什么", "请选出要补交的材料")
	}
	slots := slices.Clone(c.Slots)
	for _, year := range c.Years {
		slots = append(slots, AppraisalSlot(year))
	}
	for _, slot := range slots {
		_, held, err := s.held(a.Application.ID, slot)
		if err != nil {
			return err
		}
		if !held.Commitable {
			return data.Refuse("commitment-slot", "", held.Name+"不能承诺后补", "通知只准年度考核容缺后补，请通知单位补齐"+held.Name)
		}
	}
	if c.Reason, err = data.Said("reason-missing", "容缺的原因", c.Reason); err != nil {
		return err
	}
	last, known := s.desk.Office.Policy.Deadline("commitment-due")
	if !known {
		return noticeMissing("due", "容缺补交的期限还不知道")
	}
	if c.Due.IsZero() {
		c.Due = last.To
	}
	today := s.desk.Office.Today()
	switch {
	case c.Due.After(last.To):
		return data.Refuse("commitment-due", "due", "补交的日期 "+c.Due.String()+" 晚于通知规定的 "+last.To.String(), "请填 "+last.To.String()+" 或更早的日子")
	case c.ID == "" && c.Due.Before(today):
		return data.Refuse("commitment-due", "due", "补交的日期 "+c.Due.String()+" 已经过了", "请填今天（"+today.String()+"）以后的日子")
	}
	return nil
}

// committed writes the form's own word 容缺承诺 along with the records.
func committed(tx *store.Tx, id data.ApplicationID, yes bool) error {
	app, err := tx.Application(id)
	if err != nil || app.Commitment == yes {
		return err
	}
	app.Commitment = yes
	return tx.PutApplication(app)
}

// Fulfil records on the day what was brought for a promise. It refuses a promise
// that there is none of (commitment-unknown), one that is settled already
// (commitment-settled), and nothing said of what was brought (with-missing).
func (s *Dossiers) Fulfil(ctx context.Context, id data.CommitmentID, with string) error {
	c, err := s.standing(id)
	if err != nil {
		return err
	}
	if c.With, err = data.Said("with-missing", "补交了什么", with); err != nil {
		return err
	}
	c.Fulfilled = s.desk.Office.Today()
	return s.write(ctx, data.OpCommit, "补交："+c.With, c.Application, func(tx *store.Tx) error { return tx.PutCommitment(c) })
}

// Withdraw takes a promise back, with a reason; it stays to be read. Refusals are
// those of Fulfil, and reason-missing.
func (s *Dossiers) Withdraw(ctx context.Context, id data.CommitmentID, why string) error {
	c, err := s.standing(id)
	if err != nil {
		return err
	}
	if why, err = data.Said("reason-missing", "撤回的理由", why); err != nil {
		return err
	}
	if err := s.undecided(c.Application); err != nil {
		return err
	}
	c.Withdrawn = s.desk.Office.Today()
	a, _ := s.desk.Register.ByID(c.Application)
	others := slices.ContainsFunc(a.Dossier.Commitments, func(o data.Commitment) bool { return o.ID != id && o.Withdrawn.IsZero() })
	return s.write(ctx, data.OpCommit, "撤回："+why, c.Application, func(tx *store.Tx) error {
		if err := tx.PutCommitment(c); err != nil {
			return err
		}
		return committed(tx, c.Application, others)
	})
}

// commitment finds a promise of the year.
func (s *Dossiers) commitment(id data.CommitmentID) (data.Commitment, error) {
	for _, a := range s.desk.Register.Find(registration.Query{}) {
		for _, c := range a.Dossier.Commitments {
			if c.ID == id {
				return c, nil
			}
		}
	}
	return data.Commitment{}, data.Refuse("commitment-unknown", "", "没有找到这份容缺承诺", "请打开这个人的材料重新选择")
}

func (s *Dossiers) standing(id data.CommitmentID) (data.Commitment, error) {
	c, err := s.commitment(id)
	if err == nil && !c.Open() {
		err = data.Refuse("commitment-settled", "", "这份容缺承诺已经补交或撤回", "请在时间线里核对；登记错了可以在那里撤销")
	}
	return c, err
}

// Owing is somebody who owes what was promised.
type Owing struct {
	Applicant *data.Applicant
	Promise   *data.Commitment // nil: only the unit's sheet says 容缺
	What      string           // 2025 年度考核
	Due       data.Date
	Days      int // left until Due; below zero: past
	Consent   bool
}

// Lapsed reports whether the day has passed.
func (o *Owing) Lapsed() bool { return o.Days < 0 }

// Radar lists everybody who owes what was promised: by supervising unit, unit and
// day, so that one call to a unit settles all of its people.
func (s *Dossiers) Radar(today data.Date) []Owing {
	last, known := s.desk.Office.Policy.Deadline("commitment-due")
	var all []Owing
	for _, a := range s.desk.Register.Find(registration.Query{Statuses: registration.Running}) {
		onRecord := false
		for i := range a.Dossier.Commitments {
			c := &a.Dossier.Commitments[i]
			onRecord = onRecord || c.Withdrawn.IsZero()
			if c.Open() {
				all = append(all, Owing{a, c, policy.Promised(c), c.Due, today.DaysUntil(c.Due), c.Consent})
			}
		}
		if known && !onRecord && s.desk.Has(a, registration.Owing) {
			all = append(all, Owing{a, nil, "年度考核（花名册写有容缺）", last.To, today.DaysUntil(last.To), false})
		}
	}
	slices.SortStableFunc(all, func(x, y Owing) int {
		return cmp.Or(cmp.Compare(x.Applicant.Supervising, y.Applicant.Supervising), cmp.Compare(x.Applicant.Unit, y.Applicant.Unit), x.Due.Compare(y.Due))
	})
	return all
}

// Words says how long is left: 还有 12 天, 今天到期, 已过 3 天.
func (o *Owing) Words() string {
	switch {
	case o.Days > 0:
		return fmt.Sprintf("还有 %d 天", o.Days)
	case o.Days == 0:
		return "今天到期"
	}
	return fmt.Sprintf("已过 %d 天", -o.Days)
}

// noticeMissing refuses what only the year's notice can say.
func noticeMissing(field, what string) error {
	return data.Refuse("year-provisional", field, "本年度的通知还没有录入，"+what, "请先照通知填好数据文件夹里本年度的政策文件，再重新打开")
}
