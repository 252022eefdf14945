package results

import (
	"context"
	"fmt"

	"gongkao/app/policy"
	"gongkao/data"
	"gongkao/data/store"
)

// Entry is a score that is to be written down.
type Entry struct {
	Application data.ApplicationID
	Subject     string // "": the one that is due next
	Mark        string // as written: 78.5, 缺考
}

// Score writes down a score. It refuses somebody who is not examined
// (score-status), a subject his level does not have (score-subject), a mark that
// cannot be (ReadMark), a score that is there already (score-twice), and one of the
// evaluation for somebody who has not entered it (score-not-admitted).
func (b *Books) Score(ctx context.Context, e Entry) (data.Score, error) {
	a, t, m, err := b.read(e)
	if err != nil {
		return data.Score{}, err
	}
	if t.Score != nil {
		return data.Score{}, data.Refuse("score-twice", "score", fmt.Sprintf("%s 的%s已经有成绩：%s", a.Person.Name, t.Name, t.Words()), "确实录错了，请用“更正”，写明理由")
	}
	s := entryOf(a, t.ID, m)
	err = b.write(ctx, data.OpResult, t.Name+" "+m.String(), []data.ApplicationID{s.Application}, func(tx *store.Tx) error {
		return b.put(tx, &s)
	})
	return s, err
}

func entryOf(a *data.Applicant, subject string, m Mark) data.Score {
	return data.Score{Application: a.Application.ID, Subject: subject, Points: m.Points, Absent: m.Absent}
}

// put writes an entry that is new.
func (b *Books) put(tx *store.Tx, s *data.Score) error {
	s.ID, s.By, s.At = data.ScoreID(tx.NewID()), b.desk.Office.Clerk, tx.Now()
	return tx.PutScore(*s)
}

// read finds whom and what an entry means.
func (b *Books) read(e Entry) (*data.Applicant, *Taken, Mark, error) {
	a, r, err := b.sitting(e.Application)
	if err != nil {
		return nil, nil, Mark{}, err
	}
	t, err := due(a, &r, e.Subject)
	if err != nil {
		return nil, nil, Mark{}, err
	}
	m, err := ReadMark(e.Mark, t.Full)
	return a, t, m, err
}

// due returns the subject that an entry is for.
func due(a *data.Applicant, r *Result, subject string) (*Taken, error) {
	t, ok := r.Subject(subject)
	if subject == "" {
		if t, ok = r.Next(); !ok && len(r.Subjects) > 0 {
			t, ok = &r.Subjects[len(r.Subjects)-1], true
		}
	}
	switch {
	case !ok && subject == "":
		return nil, data.Refuse("score-subject", "subject", fmt.Sprintf("政策里没有%s的考试科目", a.Application.Level), "请在设置里核对这个等级的考试科目和合格线")
	case !ok:
		return nil, data.Refuse("score-subject", "subject", fmt.Sprintf("%s 申报%s，不考“%s”", a.Person.Name, a.Application.Level, policy.SubjectName(subject)), "请核对是不是这个人，或改选科目")
	case t.ID == policy.SubjectEvaluation && !a.Ledger.Evaluation.Admitted():
		return nil, data.Refuse("score-not-admitted", "subject", a.Person.Name+" 还没有进入综合评审", "理论考试合格的，请先办“进入评审”，再录评审成绩")
	}
	return t, nil
}

// Correct makes the score that counts void, with the reason, and writes another in
// its place; an Entry without a mark only makes it void. It refuses what Score
// refuses, a subject without a score (score-none), no reason (reason-missing), and a
// correction that would take the ground from under what followed: an issued
// certificate (cert-stands) or a score of the evaluation (score-stands).
func (b *Books) Correct(ctx context.Context, e Entry, why string) error {
	why, err := reason(why)
	if err != nil {
		return err
	}
	a, r, err := b.sitting(e.Application)
	if err != nil {
		return err
	}
	t, err := corrected(a, &r, e.Subject)
	if err != nil {
		return err
	}
	void := *t.Score
	void.Void = why
	var fresh *data.Score
	if e.Mark != "" {
		m, err := ReadMark(e.Mark, t.Full)
		if err != nil {
			return err
		}
		if m == (Mark{void.Points, void.Absent}) {
			return data.Refuse("score-same", "score", fmt.Sprintf("%s 的%s本来就是 %s", a.Person.Name, t.Name, m), "成绩没有变，不需要更正")
		}
		s := entryOf(a, t.ID, m)
		fresh = &s
	}
	if err := b.undermines(a, replaced(a.Ledger.Scores, void, fresh)); err != nil {
		return err
	}
	return b.write(ctx, data.OpResult, "更正成绩："+why, []data.ApplicationID{a.Application.ID}, func(tx *store.Tx) error {
		if err := tx.PutScore(void); err != nil || fresh == nil {
			return err
		}
		return b.put(tx, fresh)
	})
}

// corrected returns the subject whose score is to be corrected: the one named, or
// the last that has one.
func corrected(a *data.Applicant, r *Result, subject string) (*Taken, error) {
	t, ok := r.Deciding()
	if subject != "" {
		t, ok = r.Subject(subject)
	}
	if !ok || t.Score == nil {
		return nil, data.Refuse("score-none", "score", a.Person.Name+" 还没有这一科的成绩", "没有可更正的，请直接录入")
	}
	return t, nil
}

// replaced returns the scores as they would be.
func replaced(scores []data.Score, void data.Score, fresh *data.Score) (all []data.Score) {
	for _, s := range scores {
		if s.ID == void.ID {
			s = void
		}
		all = append(all, s)
	}
	if fresh != nil {
		all = append(all, *fresh)
	}
	return all
}

// undermines refuses scores on which what followed could not stand.
func (b *Books) undermines(a *data.Applicant, scores []data.Score) error {
	then := *a
	then.Ledger.Scores = scores
	before, r := Of(b.desk.Office.Policy, a), Of(b.desk.Office.Policy, &then)
	if c, ok := issued(a); ok && before.Outcome == Passed && r.Outcome != Passed {
		return data.Refuse("cert-stands", "score", fmt.Sprintf("%s 已经发了证书 %s，这样改就不合格了", a.Person.Name, c.Number), "请先把证书记录作废，写明理由，再更正成绩")
	}
	theory, ok := r.Subject(policy.SubjectTheory)
	if was, _ := before.Subject(policy.SubjectTheory); !ok || was.Outcome != Passed || theory.Outcome == Passed {
		return nil
	}
	if evaluation, has := r.Subject(policy.SubjectEvaluation); has && evaluation.Score != nil {
		return data.Refuse("score-stands", "score", a.Person.Name+" 已经有综合评审成绩，理论考试不能改成不合格", "请先更正综合评审的成绩，再改理论成绩")
	}
	return nil
}
