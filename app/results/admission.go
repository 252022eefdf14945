package results

import (
	"context"
	"fmt"

	"gongkao/app/policy"
	"gongkao/data"
	"gongkao/data/store"
)

// Admit lets applications to level 1 enter the evaluation; the second fee is due
// from then on. It refuses, and admits nobody, when one of them is not of level 1
// (evaluation-level), has not passed the theory (evaluation-theory), or is in it
// already (evaluation-twice).
func (b *Books) Admit(ctx context.Context, ids []data.ApplicationID) error {
	who, err := b.each(ids, func(_ int, a *data.Applicant, r *Result) error {
		if err := sits(b.desk, a); err != nil {
			return err
		}
		return admissible(a, r)
	})
	if err != nil {
		return err
	}
	today := b.desk.Office.Today()
	return b.write(ctx, data.OpResult, "进入综合评审："+who, ids, func(tx *store.Tx) error {
		for _, id := range ids {
			if err := tx.PutEvaluation(data.Evaluation{ID: id, Entered: today, By: b.desk.Office.Clerk, At: tx.Now()}); err != nil {
				return err
			}
		}
		return nil
	})
}

func admissible(a *data.Applicant, r *Result) error {
	theory, ok := r.Subject(policy.SubjectTheory)
	_, evaluated := r.Subject(policy.SubjectEvaluation)
	switch {
	case !evaluated || !ok:
		return data.Refuse("evaluation-level", "", fmt.Sprintf("%s 申报%s，不经综合评审", a.Person.Name, a.Application.Level), "综合评审只有一级，请重新选人")
	case a.Ledger.Evaluation.Admitted():
		return data.Refuse("evaluation-twice", "", fmt.Sprintf("%s 已于%s进入综合评审", a.Person.Name, a.Ledger.Evaluation.Entered.Chinese()), "不需要再办一次")
	case theory.Outcome != Passed:
		return data.Refuse("evaluation-theory", "", fmt.Sprintf("%s 的理论考试%s，不能进入综合评审", a.Person.Name, theory.said()), "理论考试合格的才进入评审；成绩有误请先更正")
	}
	return nil
}

// said words how a subject stands, for the middle of a sentence.
func (t *Taken) said() string {
	switch {
	case t.Score == nil:
		return "还没有成绩"
	case t.Outcome == Pending:
		return "的合格线还没有填"
	}
	return t.Outcome.String()
}
