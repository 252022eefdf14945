package dossier

import (
	"context"
	"slices"

	"gongkao/app/registration"
	"gongkao/app/review"
	"gongkao/data"
	"gongkao/data/store"
)

// Announce records the public notice of an application (通知三（二）: level 1 only, and
// ended before applying; the rule public-notice judges the days). It refuses a
// level that needs none (notice-unneeded), days that run backwards
// (notice-days), a notice without a place (place-missing), and a decided
// application (closed).
func (s *Dossiers) Announce(ctx context.Context, n data.PublicNotice) (err error) {
	if err := s.undecided(n.ID); err != nil {
		return err
	}
	a, _ := s.desk.Register.ByID(n.ID)
	if !s.AsksNotice(a) {
		return data.Refuse("notice-unneeded", "", a.Application.Level.String()+"的申报不需要公示", "只有申报一级要公示，请核对申报等级")
	}
	switch {
	case n.From.IsZero():
		return data.Refuse("notice-days", "from", "没有填公示从哪一天开始", "请对照公示证明填写起止日期")
	case !n.To.IsZero() && n.To.Before(n.From):
		return data.Refuse("notice-days", "to", "公示的结束 "+n.To.String()+" 早于开始 "+n.From.String(), "请对照公示证明核对起止日期")
	}
	if n.Place, err = data.Said("place-missing", "公示的地点", n.Place); err != nil {
		return err
	}
	for _, text := range []*string{&n.Objections, &n.Settled} {
		if *text, err = data.Written("note-long", *text); err != nil {
			return err
		}
	}
	n.By = s.desk.Office.Clerk
	return s.write(ctx, data.OpNotice, "", n.ID, func(tx *store.Tx) error { return tx.PutNotice(n) })
}

// AsksNotice reports whether an applicant has to be put up on the board.
func (s *Dossiers) AsksNotice(a *data.Applicant) bool {
	return slices.ContainsFunc(s.Matrix.rows, func(r row) bool { return r.Slot == "public-notice" && r.fits(s.desk, a) })
}

// Punish records what a person was found to have done (通知六（三）). No day until
// means as many years as the policy says. What is found in the office's year
// takes the year's application away at once, by review.Cancel. It refuses a
// violation without a description or basis (violation-missing, basis-missing),
// and days that cannot be (violation-days).
func (s *Dossiers) Punish(ctx context.Context, v data.Violation) (_ data.Violation, err error) {
	a, known := s.ofPerson(v.Person)
	if !known {
		return v, data.Refuse("not-found", "", "没有找到这个人", "请在申报人员里重新查找")
	}
	if v.What, err = data.Said("violation-missing", "违规的事实", v.What); err != nil {
		return v, err
	}
	if v.Basis, err = data.Said("basis-missing", "处理依据、文号", v.Basis); err != nil {
		return v, err
	}
	o := s.desk.Office
	switch {
	case v.Found.IsZero():
		v.Found = o.Today()
	case v.Found.After(o.Today()):
		return v, data.Refuse("violation-days", "found", "查实的日期 "+v.Found.String()+" 还没有到", "请填处理决定上的日期")
	}
	if v.Until.IsZero() && o.Policy.Violation.BanYears == 0 {
		return v, noticeMissing("until", "限制几年还不知道")
	}
	if v.Until.IsZero() {
		v.Until = data.Date{Year: v.Found.Year + o.Policy.Violation.BanYears, Month: v.Found.Month, Day: v.Found.Day}.AddDays(-1)
	}
	if v.Until.Before(v.Found) {
		return v, data.Refuse("violation-days", "until", "限制到 "+v.Until.String()+"，早于查实的 "+v.Found.String(), "请核对两个日期")
	}
	v.By = o.Clerk
	err = s.write(ctx, data.OpViolation, v.What, a.Application.ID, func(tx *store.Tx) error {
		if v.ID == "" {
			v.ID = data.ViolationID(tx.NewID())
		}
		return tx.PutViolation(v)
	})
	if err != nil || v.Found.Year != o.Policy.Year {
		return v, err
	}
	if _, err := s.running(a.Application.ID); err != nil { // ended already: nothing to take away
		return v, nil
	}
	return v, review.Cancel(ctx, s.desk, a.Application.ID, v.What+"（"+v.Basis+"）")
}

// ofPerson finds this year's applicant of a person.
func (s *Dossiers) ofPerson(id data.PersonID) (*data.Applicant, bool) {
	all := s.desk.Register.Find(registration.Query{})
	at := slices.IndexFunc(all, func(a *data.Applicant) bool { return a.Person.ID == id })
	if at < 0 {
		return nil, false
	}
	return all[at], true
}
