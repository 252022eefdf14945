package results

import (
	"fmt"
	"slices"
	"strings"

	"gongkao/app/policy"
	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/data"
	"gongkao/data/store"
)

// Sheet takes the scores of an imported sheet: Sort judges its rows, Put writes
// those that passed, TakeBack makes void what a batch brought.
type Sheet struct {
	books  *Books
	taken  []data.Score
	seen   map[place]int // row that already gives the score
	finder *registration.Finder
}

// place is one subject of one application.
type place struct {
	application data.ApplicationID
	subject     string
}

// NewSheet returns a sheet for the scores of a desk's year.
func NewSheet(d *registration.Desk) *Sheet {
	return &Sheet{books: &Books{desk: d}, seen: map[place]int{}, finder: registration.NewFinder(d, "score")}
}

// columns are the heads that name a subject of their own.
var columns = []struct{ key, subject string }{
	{"computer", policy.SubjectComputer}, {"theory", policy.SubjectTheory}, {"evaluation", policy.SubjectEvaluation},
}

// Sort judges rows and writes nothing. Besides what Score refuses, a row waits for a
// stranger (score-stranger), a name that several have (score-ambiguous) or that is
// another than the ID number's (score-name), a subject nobody knows (score-subject),
// a score the sheet has given already (score-double), and one that is on record
// otherwise (score-differs).
func (s *Sheet) Sort(rows []sheets.LedgerRow) [][]sheets.Problem {
	all := make([][]sheets.Problem, len(rows))
	for i := range rows {
		scores, problems := s.read(&rows[i])
		if all[i] = problems; len(problems) > 0 {
			continue
		}
		for _, score := range scores {
			s.seen[place{score.Application, score.Subject}] = rows[i].Row
		}
		s.taken = append(s.taken, scores...)
	}
	return all
}

// read returns the scores of a row. Those that are on record already as they stand
// here are passed over, as long as the row brings something else.
func (s *Sheet) read(row *sheets.LedgerRow) (scores []data.Score, problems []sheets.Problem) {
	var before []sheets.Problem
	mention := registration.MentionIn(row.Texts)
	mention.Fits = Sits
	a, err := s.finder.Whose(mention)
	if err != nil {
		return nil, []sheets.Problem{refused(row, err)}
	}
	cells, err := marksOf(row)
	if err != nil {
		return nil, []sheets.Problem{row.Refused("subject", err)}
	}
	for _, c := range cells {
		score, err := s.score(a, c)
		if err == nil && slices.ContainsFunc(scores, func(o data.Score) bool { return o.Subject == score.Subject }) {
			err = data.Refuse("score-double", "score", "这一行写了两个"+policy.SubjectName(score.Subject)+"成绩", "请只留一个")
		}
		switch {
		case data.HasCode(err, "score-twice"):
			before = append(before, row.Refused(c.key, err))
		case err != nil:
			problems = append(problems, row.Refused(c.key, err))
		default:
			scores = append(scores, score)
		}
	}
	if len(scores)+len(problems) == 0 {
		return nil, before
	}
	return scores, problems
}

// refused says what was refused of a row, at the cell it is about.
func refused(row *sheets.LedgerRow, err error) sheets.Problem {
	refusal, _ := data.AsRefusal(err)
	if refusal == nil {
		return row.Refused("", err)
	}
	return row.Refused(refusal.Field, err)
}

// cell is a mark of a row and the subject it is for.
type cell struct{ key, subject, text string }

func marksOf(row *sheets.LedgerRow) (cells []cell, err error) {
	for _, c := range columns {
		if text := row.Texts[c.key]; text != "" {
			cells = append(cells, cell{c.key, c.subject, text})
		}
	}
	text, named := row.Texts["score"], row.Texts["subject"]
	if text == "" && len(cells) > 0 {
		return cells, nil
	}
	subject, known := subjectNamed(named)
	if !known {
		return nil, data.Refuse("score-subject", "subject", "不知道“"+named+"”是哪一科", "请写 人机对话、理论 或 综合评审")
	}
	return append(cells, cell{"score", subject, text}), nil
}

// subjectWords are the words by which sheets name a subject.
var subjectWords = []struct{ word, subject string }{
	{"人机", policy.SubjectComputer}, {"机考", policy.SubjectComputer}, {"computer", policy.SubjectComputer},
	{"理论", policy.SubjectTheory}, {"theory", policy.SubjectTheory},
	{"评审", policy.SubjectEvaluation}, {"评价", policy.SubjectEvaluation}, {"evaluation", policy.SubjectEvaluation},
}

// subjectNamed reads a subject as people write it; "" is the one that is due.
func subjectNamed(text string) (id string, known bool) {
	text = strings.ToLower(data.Squeeze(data.Narrow(text)))
	if text == "" {
		return "", true
	}
	for _, w := range subjectWords {
		if strings.Contains(text, w.word) {
			return w.subject, true
		}
	}
	return "", false
}

// SubjectNamed reads a subject as people write it (人机对话, theory) and refuses what
// is none (score-subject); "" is the one that is due.
func SubjectNamed(text string) (id string, err error) {
	id, known := subjectNamed(text)
	if !known {
		err = data.Refuse("score-subject", "subject", "没有“"+text+"”这一科", "请写 人机对话、理论 或 综合评审")
	}
	return id, err
}

func (s *Sheet) score(a *data.Applicant, c cell) (data.Score, error) {
	r := Of(s.books.desk.Office.Policy, a)
	if err := sits(s.books.desk, a); err != nil {
		return data.Score{}, err
	}
	t, err := due(a, &r, c.subject)
	if err != nil {
		return data.Score{}, err
	}
	m, err := ReadMark(c.text, t.Full)
	if err != nil {
		return data.Score{}, err
	}
	if was := t.Score; was != nil {
		said := fmt.Sprintf("%s 的%s已经有成绩：%s", a.Person.Name, t.Name, t.Words())
		if was.Absent != m.Absent || was.Points != m.Points {
			return data.Score{}, data.Refuse("score-differs", "score", said+"，表里是 "+m.String(), "请对照成绩单；要改请在“结果与证书”里更正，写明理由")
		}
		return data.Score{}, data.Refuse("score-twice", "score", said, "一样的不必再导入")
	}
	if at := s.seen[place{a.Application.ID, t.ID}]; at != 0 {
		return data.Score{}, data.Refuse("score-double", "score", fmt.Sprintf("第 %d 行已经有 %s 的%s", at, a.Person.Name, t.Name), "请核对两行哪一行对，删去另一行")
	}
	return entryOf(a, t.ID, m), nil
}

// Put writes the scores that Sort let pass, and returns whose they are.
func (s *Sheet) Put(tx *store.Tx, batch data.BatchID) (ids []data.ApplicationID, err error) {
	for _, score := range s.taken {
		score.Batch = batch
		if err := s.books.put(tx, &score); err != nil {
			return nil, err
		}
		ids = append(ids, score.Application)
	}
	return ids, nil
}

// TakeBack makes void what a batch brought, with the reason, and returns whose
// results it touched. Where something has been built on a score since — a
// certificate, the evaluation — it stays, and he is not among them.
func (s *Sheet) TakeBack(tx *store.Tx, batch data.BatchID, why string) (ids []data.ApplicationID, err error) {
	why, err = reason(why)
	if err != nil {
		return nil, err
	}
	for _, a := range s.books.everybody() {
		_, certified := issued(a)
		if certified {
			continue
		}
		took := false
		for _, score := range a.Ledger.Scores {
			built := score.Subject == policy.SubjectTheory && a.Ledger.Evaluation.Admitted()
			if score.Batch != batch || score.Void != "" || built {
				continue
			}
			score.Void = why
			if err := tx.PutScore(score); err != nil {
				return nil, err
			}
			took = true
		}
		if took {
			ids = append(ids, a.Application.ID)
		}
	}
	return ids, nil
}
