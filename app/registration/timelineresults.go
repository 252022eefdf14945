package registration

import (
	"fmt"
	"slices"

	"gongkao/app/policy"
	"gongkao/data"
	"gongkao/data/store"
)

// The bars of results.
const (
	barScore       bar = "score"
	barCertificate bar = "certificate"
)

func resultSaid(head, of string) []sentence { return []sentence{{EventResult, head, of}} }

// tellScore: what was reached, or why an entry does not count.
func tellScore(t *teller, e *Event, was *data.Score, is data.Score) []sentence {
	e.bar(barScore)
	what := policy.SubjectName(is.Subject) + " " + t.mark(is)
	if was != nil && was.Void == "" && is.Void != "" {
		return resultSaid("成绩作废", what+reasonWords(is.Void))
	}
	return resultSaid("成绩", what)
}

// mark words a score by the pass mark that stands now.
func (t *teller) mark(s data.Score) string {
	subjects := t.desk.Office.Policy.Subjects(t.applicant.Application.Level)
	at := slices.IndexFunc(subjects, func(of policy.Subject) bool { return of.ID == s.Subject })
	switch {
	case at >= 0:
		return subjects[at].Tell(s)
	case s.Absent:
		return "缺考"
	}
	return s.Points.String() + " 分"
}

// tellEvaluation: entered, or taken back.
func tellEvaluation(_ *teller, _ *Event, _ *data.Evaluation, is data.Evaluation) []sentence {
	if !is.Admitted() {
		return resultSaid("", "不再进入综合评审")
	}
	return resultSaid("", "进入综合评审（"+is.Entered.Chinese()+"），评审费自此应缴")
}

// tellCertificate: issued, collected, or its record void.
func tellCertificate(_ *teller, e *Event, was *data.Certificate, is data.Certificate) []sentence {
	switch {
	case was == nil:
		e.bar(barCertificate)
		return resultSaid("发证", is.Number+"，"+is.Issued.Chinese())
	case was.Void == "" && is.Void != "":
		e.bar(barCertificate)
		return resultSaid("证书记录作废", is.Number+reasonWords(is.Void))
	case was.Collected.IsZero() && !is.Collected.IsZero():
		return resultSaid("领证", fmt.Sprintf("%s，%s，%s签字", is.Number, is.Collected.Chinese(), is.Collector))
	}
	return resultSaid("改回未领证", is.Number)
}

// tellArchive: what is in, where it lies, and whether it is closed.
func tellArchive(_ *teller, _ *Event, was *data.Archive, is data.Archive) []sentence {
	where := ""
	if is.Box != "" {
		where = "，" + is.Box + " 盒"
	}
	switch {
	case !is.Filed.IsZero():
		return resultSaid("归档", fmt.Sprintf("材料 %d 项%s，%s办结", len(is.Items), where, is.Filed.Chinese()))
	case was != nil && !was.Filed.IsZero():
		return resultSaid("归档", fmt.Sprintf("改回未办结，材料 %d 项%s", len(is.Items), where))
	}
	return resultSaid("归档", fmt.Sprintf("材料 %d 项%s，未办结", len(is.Items), where))
}

func findEvaluation(tx *store.Tx, e *data.Evaluation) (data.Evaluation, error) {
	l, err := tx.Ledger(e.ID)
	if err != nil || l.Evaluation == nil {
		return data.Evaluation{}, err
	}
	if slices.ContainsFunc(l.Scores, func(s data.Score) bool { return s.Subject == policy.SubjectEvaluation && s.Void == "" }) {
		return data.Evaluation{}, data.Refuse("undo-stale", "", "已经有综合评审成绩，不能撤销进入评审", "请先更正评审成绩，写明理由")
	}
	if slices.ContainsFunc(l.Payments, func(p data.Payment) bool { return p.Step > 1 && p.Void == "" }) {
		return data.Evaluation{}, data.Refuse("undo-stale", "", "评审费已经缴了，不能撤销进入评审", "缴费一律不退；登记错了，请先更正缴费记录，写明理由")
	}
	return *l.Evaluation, nil
}

func takeBackEvaluation(u undoing, e data.Evaluation) data.Evaluation {
	return data.Evaluation{ID: e.ID, By: u.clerk, At: u.tx.Now()}
}

func findCertificate(tx *store.Tx, c *data.Certificate) (data.Certificate, error) {
	l, err := tx.Ledger(c.Application)
	return find(l.Certificates, func(o *data.Certificate) bool { return o.ID == c.ID }), err
}

func voidCertificate(_ undoing, c data.Certificate) data.Certificate {
	c.Void = "撤销"
	return c
}

func findArchive(tx *store.Tx, a *data.Archive) (data.Archive, error) {
	l, err := tx.Ledger(a.ID)
	if err != nil || l.Archive == nil {
		return data.Archive{}, err
	}
	return *l.Archive, nil
}

func emptyArchive(u undoing, a data.Archive) data.Archive {
	return data.Archive{ID: a.ID, By: u.clerk, At: u.tx.Now()}
}
