// Package results is the page 结果与证书: scores typed in one person after the
// other, the evaluation of level 1, certificates given out and signed for, and the
// archive. The four are stages of one list, each with what waits in it.
package results

import (
	"fmt"
	"slices"
	"strings"

	"gongkao/app/policy"
	"gongkao/app/registration"
	outcomes "gongkao/app/results"
	"gongkao/app/review"
	"gongkao/data"
	"gongkao/views/wording"
)

// Stage is one of the four lists.
type Stage int

// The stages, in the order in which people come through them.
const (
	Scores Stage = iota
	Evaluation
	Certificates
	Archive
)

var stageNames = [...]string{"成绩", "评审（一级）", "证书", "归档"}

// String returns the word of the stage's tab.
func (s Stage) String() string { return stageNames[s] }

// Stages lists all stages.
func Stages() []Stage { return []Stage{Scores, Evaluation, Certificates, Archive} }

// standing is somebody who is examined, or holds a certificate, and what he has
// come to.
type standing struct {
	a      *data.Applicant
	result outcomes.Result
	total  outcomes.Total // of him alone: the sums above are sums of these
	lapsed bool           // passed, has no certificate, and his application has lapsed by rule since
}

// Model knows everybody who is examined, and which of them are listed.
type Model struct {
	desk  *registration.Desk
	books *outcomes.Books

	all    []standing
	at     map[data.ApplicationID]int // in all
	rows   []int                      // in all, listed
	stage  Stage
	filter string
	todo   bool // only what waits
	last   []data.ApplicationID
}

// New returns a model that has read nothing yet. It refuses an archive list that is
// wrong (archive-bad).
func New(desk *registration.Desk) (*Model, error) {
	books, err := outcomes.New(desk)
	return &Model{desk: desk, books: books}, err
}

// Refresh reads everybody again and lists them anew.
func (m *Model) Refresh() {
	people := m.desk.Register.Find(registration.Query{})
	m.all, m.at = make([]standing, 0, len(people)), make(map[data.ApplicationID]int, len(people))
	for _, a := range people {
		if _, _, certified := outcomes.Issued(a); outcomes.Sits(a) || certified {
			m.at[a.Application.ID] = len(m.all)
			m.all = append(m.all, m.stand(a))
		}
	}
	m.list()
}

func (m *Model) stand(a *data.Applicant) standing {
	p := m.desk.Office.Policy
	s := standing{a: a, result: outcomes.Of(p, a), total: outcomes.Count(p, []*data.Applicant{a})}
	s.lapsed = s.result.Outcome == outcomes.Passed && s.total.Issued == 0 && m.lapsed(a)
	return s
}

// again reads people who were written. They stay listed where they are: a list
// that moves under the hand is not typed into.
func (m *Model) again(ids []data.ApplicationID) {
	for _, id := range ids {
		a, known := m.desk.Register.ByID(id)
		if at, listed := m.at[id]; known && listed {
			m.all[at] = m.stand(a)
		}
	}
	m.last = ids
}

// belongs reports whether somebody is in a stage's list.
func (s *standing) belongs(stage Stage) bool {
	switch stage {
	case Scores:
		return s.result.Sits
	case Evaluation:
		return s.result.Sits && s.entersEvaluation()
	case Certificates:
		_, _, certified := outcomes.Issued(s.a)
		return certified || s.result.Outcome == outcomes.Passed
	}
	return s.result.Sits && s.result.Outcome != outcomes.Pending
}

func (s *standing) entersEvaluation() bool {
	theory, ok := s.result.Subject(policy.SubjectTheory)
	return ok && (theory.Outcome == outcomes.Passed || s.a.Ledger.Evaluation.Admitted())
}

// waits reports whether there is something left to do for somebody in a stage.
func (s *standing) waits(stage Stage) bool {
	switch stage {
	case Scores:
		return s.total.Scored == 0
	case Evaluation:
		t, ok := s.result.Subject(policy.SubjectEvaluation)
		return ok && t.Score == nil
	case Certificates:
		c, revoked, certified := outcomes.Issued(s.a)
		return !certified && !s.lapsed || certified && c.Collected.IsZero() && !revoked
	}
	return s.total.Filed == 0
}

// Stage is the stage shown.
func (m *Model) Stage() Stage { return m.stage }

// Show shows a stage.
func (m *Model) Show(stage Stage) {
	m.stage = stage
	m.list()
}

// Len is how many are listed.
func (m *Model) Len() int { return len(m.rows) }

func (m *Model) row(row int) *standing { return &m.all[m.rows[row]] }

// ID names who stands in a row.
func (m *Model) ID(row int) data.ApplicationID { return m.row(row).a.Application.ID }

// RowOf returns the row of somebody, -1 when he is not listed.
func (m *Model) RowOf(id data.ApplicationID) int {
	return slices.IndexFunc(m.rows, func(at int) bool { return m.all[at].a.Application.ID == id })
}

// IDs names who stands in rows; those that are no more are left out.
func (m *Model) IDs(rows []int) (ids []data.ApplicationID) {
	for _, row := range rows {
		if row >= 0 && row < len(m.rows) {
			ids = append(ids, m.ID(row))
		}
	}
	return ids
}

// Next is the first row after one for which something waits, around to the top; -1
// when nothing does.
func (m *Model) Next(row int) int {
	for by := 1; by <= len(m.rows); by++ {
		if at := (row + by) % len(m.rows); m.row(at).waits(m.stage) {
			return at
		}
	}
	return -1
}

// Waiting counts what waits in each stage.
func (m *Model) Waiting() (counts [4]int) {
	for i := range m.all {
		for _, stage := range Stages() {
			if m.all[i].belongs(stage) && m.all[i].waits(stage) {
				counts[stage]++
			}
		}
	}
	return counts
}

// Sum is a figure above the list.
type Sum struct{ Label, Figure string }

// Sums are the figures of everybody, whatever is listed.
func (m *Model) Sums() (scored, certified []Sum) {
	var n outcomes.Total
	for i := range m.all {
		n = n.Plus(m.all[i].total)
	}
	figure := func(label string, n int) Sum { return Sum{label, wording.Count(n)} }
	return []Sum{figure("应考", n.People), figure("已录", n.Scored), figure("合格", n.Passed), figure("不合格", n.Failed), figure("缺考", n.Absent)},
		[]Sum{figure("证书 已发", n.Issued), figure("已领", n.Collected), figure("已归档", n.Filed)}
}

// Marks says what passes and whether somebody has signed that off.
func (m *Model) Marks() (words string, confirmed bool) {
	var parts []string
	confirmed = true
	for _, level := range data.Levels() {
		for _, s := range m.desk.Office.Policy.Subjects(level) {
			part := s.Name + " " + s.Pass.String() + " 分"
			if _, known := s.Enough(0); !known {
				part = s.Name + " 未填"
			}
			confirmed = confirmed && s.Confirmed
			if !slices.Contains(parts, part) {
				parts = append(parts, part)
			}
		}
	}
	return "合格线：" + strings.Join(parts, "，"), confirmed
}

// Empty says why nobody is listed and what to do.
func (m *Model) Empty() (why, what string) {
	switch {
	case m.filter != "":
		return "没有人符合“" + m.filter + "”", "Esc 清除，看全部的人。"
	case m.todo:
		return "这一步没有待办的了", "按 F6 看全部的人。"
	}
	nobody := [...][2]string{
		{"还没有通过资格审查的人", "在资格审查（Alt+3）里通过以后，他们就在这里等着录成绩。"},
		{"还没有理论考试合格的一级申报人", "一级的理论成绩录在“成绩”里，合格的到这里办进入评审。"},
		{"还没有合格的人", "成绩录完，合格的人在这里发证。"},
		{"还没有出结果的人", "有了结果的人在这里归档。"},
	}[m.stage]
	return nobody[0], nobody[1]
}

// lapsed reports whether somebody's application has lapsed by rule.
func (m *Model) lapsed(a *data.Applicant) bool { return review.Standing(m.desk, a) == data.Lapsed }

// Fact is what stands beside the title.
func (m *Model) Fact() string {
	return fmt.Sprintf("%d 年度，%s 人", m.desk.Office.Profile.Year, wording.Count(len(m.all)))
}
