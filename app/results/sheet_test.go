package results_test

import (
	"testing"

	"gongkao/app/policy"
	"gongkao/app/results"
	"gongkao/app/sheets"
	"gongkao/data"
	"gongkao/data/store"
)

func line(n int, texts ...string) sheets.LedgerRow {
	r := sheets.LedgerRow{Row: n, Texts: map[string]string{}, Cells: map[string]string{}}
	for i := 0; i < len(texts); i += 2 {
		r.Texts[texts[i]], r.Cells[texts[i]] = texts[i+1], "B7"
	}
	return r
}

func number(a *data.Applicant) string { return string(a.Person.IDNumber) }

// batch puts what a sheet let pass under a batch.
func (s stage) batch(t fataler, sheet *results.Sheet, id data.BatchID) {
	t.Helper()
	s.touches(t, data.OpImport, func(tx *store.Tx) ([]data.ApplicationID, error) {
		if err := tx.PutBatch(data.Batch{ID: id, Kind: sheets.Scores, At: tx.Now()}); err != nil {
			return nil, err
		}
		return sheet.Put(tx, id)
	})
}

// takeBack takes a batch back and returns whose results it touched.
func (s stage) takeBack(t fataler, id data.BatchID) []data.ApplicationID {
	t.Helper()
	return s.touches(t, data.OpTakeBack, func(tx *store.Tx) ([]data.ApplicationID, error) {
		return results.NewSheet(s.Desk).TakeBack(tx, id, "整批录错")
	})
}

// touches writes, and renews who was touched, as an import does.
func (s stage) touches(t fataler, op data.Op, do func(*store.Tx) ([]data.ApplicationID, error)) (touched []data.ApplicationID) {
	t.Helper()
	_, err := s.Office.Store.Update(bg, op, "", func(tx *store.Tx) (err error) {
		touched, err = do(tx)
		return err
	})
	must(t, err)
	for _, id := range touched {
		_, err := s.Renew(bg, id)
		must(t, err)
	}
	return touched
}

func TestASheetOfScoresIsSortedPutAndTakenBack(t *testing.T) {
	s := newStage(t, 60)
	a, b, c, first := s.of(t, 3, 0), s.of(t, 3, 1), s.of(t, 4, 0), s.of(t, 1, 0)
	out := s.of(t, 3, 2)
	s.status(t, out, data.Rejected)
	sheet := results.NewSheet(s.Desk)
	rows := []sheets.LedgerRow{
		line(3, "id_number", number(a), "name", a.Person.Name, "score", "78.5"),
		line(4, "name", b.Person.Name, "unit", b.Unit, "score", "缺考", "subject", "人机对话"),
		line(5, "id_number", number(c), "computer", "55"),
		line(6, "id_number", number(first), "theory", "70"),
		line(7, "id_number", number(a), "score", "80"),
		line(8, "id_number", number(out), "score", "80"),
		line(9, "id_number", "411502197001010016", "score", "80"),
		line(10, "id_number", number(a), "name", "另一个人", "score", "80"),
		line(11, "name", "没有这个人", "score", "80"),
		line(12, "id_number", number(s.of(t, 4, 1)), "score", "101"),
		line(13, "id_number", number(s.of(t, 4, 1)), "score", "80", "subject", "体育"),
		line(14, "id_number", number(first), "evaluation", "80"),
		line(15, "score", "80"),
		line(16, "id_number", number(s.of(t, 4, 1))),
		line(17, "id_number", number(s.of(t, 4, 1)), "score", "80", "computer", "80"),
	}
	want := []string{"", "", "", "", "score-double", "score-status", "score-stranger", "score-name", "score-stranger", "score-range", "score-subject", "score-not-admitted",
		"score-stranger", "score-missing", "score-double"}
	for i, problems := range sheet.Sort(rows) {
		code := ""
		if len(problems) > 0 {
			code = problems[0].Code
			if problems[0].Row != rows[i].Row || problems[0].Message == "" || problems[0].Hint == "" {
				t.Errorf("row %d: %+v", rows[i].Row, problems[0])
			}
		}
		if code != want[i] {
			t.Errorf("row %d: %q, want %q", rows[i].Row, code, want[i])
		}
	}
	if n := results.Count(s.Office.Policy, s.Register.Find(everybody)); n.Scored != 0 {
		t.Errorf("sorting wrote %d scores", n.Scored)
	}
	s.batch(t, sheet, "0199-batch")
	if r := s.result(a); r.Outcome != results.Passed || r.Subjects[0].Score.Batch != "0199-batch" {
		t.Errorf("a: %+v", r)
	}
	if x, y := s.result(b), s.result(c); x.Outcome != results.Absent || y.Outcome != results.Failed {
		t.Errorf("b %s, c %s", x.Outcome, y.Outcome)
	}
	for _, problems := range results.NewSheet(s.Desk).Sort(rows[:1]) {
		if len(problems) != 1 || problems[0].Code != "score-twice" {
			t.Errorf("the same sheet again: %+v", problems)
		}
	}
	other := rows[0]
	other.Texts = map[string]string{"id_number": number(a), "score": "79"}
	if problems := results.NewSheet(s.Desk).Sort([]sheets.LedgerRow{other})[0]; len(problems) != 1 || problems[0].Code != "score-differs" {
		t.Errorf("another score of his: %+v", problems)
	}
	must(t, s.Admit(bg, ids(first)))
	if touched := s.takeBack(t, "0199-batch"); len(touched) != 3 {
		t.Errorf("%d taken back, want 3: who has entered the evaluation keeps his theory", len(touched))
	}
	if r, f := s.result(a), s.result(first); r.Outcome != results.Pending || f.Subjects[0].ID != policy.SubjectTheory || f.Subjects[0].Score == nil {
		t.Errorf("a %+v, first %+v", r, f)
	}
}
