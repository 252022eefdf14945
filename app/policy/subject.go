package policy

import (
	"fmt"
	"slices"

	"gongkao/data"
)

// Subject is an examination that a level asks for, and what is enough.
type Subject struct {
	ID        string
	Name      string      // 人机对话考试
	Pass      data.Points // 0: nobody has entered what is enough
	Full      data.Points
	Confirmed bool // the row is signed off; else what follows from Pass is 待核对
}

// subjectNames are the examinations there are, in the order in which they are
// taken (通知四（五）、四（六）).
var subjectNames = []struct{ id, name string }{
	{SubjectComputer, "人机对话考试"}, {SubjectTheory, "理论考试"}, {SubjectEvaluation, "综合评审"},
}

// SubjectIDs returns the ids of all examinations in the order in which they are
// taken.
func SubjectIDs() (ids []string) {
	for _, s := range subjectNames {
		ids = append(ids, s.id)
	}
	return ids
}

// SubjectName is what an examination is called, its id when there is no such.
func SubjectName(id string) string {
	for _, s := range subjectNames {
		if s.id == id {
			return s.name
		}
	}
	return id
}

// Subjects returns what a level is examined in, in the order in which it is
// taken; none when the year's file says nothing of the level. Do not change what is
// returned.
func (p *Policy) Subjects(l data.Level) []Subject { return p.subjects[l] }

// laySubjects works out the subjects of every level: they are asked for everybody
// in every list.
func (p *Policy) laySubjects() {
	p.subjects = map[data.Level][]Subject{}
	for _, l := range data.Levels() {
		for _, s := range subjectNames {
			at := slices.IndexFunc(p.RuleRows, func(r *Rule) bool { return r.ID == s.id && slices.Contains(r.Levels, l) })
			if at >= 0 {
				r := p.RuleRows[at]
				p.subjects[l] = append(p.subjects[l], Subject{s.id, s.name, data.Points(r.Pass) * 10, data.Points(r.Full) * 10, r.Confirmed()})
			}
		}
	}
}

// Enough reports whether the points pass; known is false while nobody has entered
// what is enough.
func (s Subject) Enough(points data.Points) (enough, known bool) {
	return points >= s.Pass, s.Pass > 0
}

// Tell words what the points come to: 78.5 分（合格，合格线待核对）.
func (s Subject) Tell(score data.Score) string {
	if score.Absent {
		return "缺考"
	}
	enough, known := s.Enough(score.Points)
	word := "不合格"
	switch {
	case !known:
		word = "合格线未填"
	case enough:
		word = "合格"
	}
	if known && !s.Confirmed {
		word += "，合格线待核对"
	}
	return fmt.Sprintf("%s 分（%s）", score.Points, word)
}
