package record

import (
	"context"

	"gongkao/app/review"
	"gongkao/data"
	"gongkao/views/wording"
)

// Asked is something a returned person has to bring or mend before the record
// can be handed in again.
type Asked struct {
	N    int // its place among all that was asked
	Text string
}

// Asks are what was asked on returning the record and is not answered yet.
func (m *Model) Asks(ctx context.Context) (open []Asked, err error) {
	if m.applicant.Application.Status != data.Returned {
		return nil, nil
	}
	c, err := review.Begin(ctx, m.desk, m.ID())
	if err != nil {
		return nil, err
	}
	for n, ask := range c.Asks() {
		if ask.Answer == "" {
			open = append(open, Asked{n, ask.Text})
		}
	}
	return open, nil
}

// Submit hands a draft or a returned application in for review, with how what was
// asked has been answered.
func (m *Model) Submit(ctx context.Context, answers map[int]string) (wording.Done, error) {
	if m.IsNew() {
		return wording.Done{}, data.Refuse("required-missing", "", "还没有登记，不能交审", m.toEnter())
	}
	status, err := review.Decide(ctx, m.desk, &m.applicant, review.Ruling{Decision: review.Submit, Answers: answers})
	if err != nil {
		return wording.Done{}, err
	}
	m.Refresh()
	next := "Alt+3 去审查，Ctrl+N 再登记一人"
	if _, _, ok := m.Neighbour(1); ok {
		next = "PgDn 到下一人，" + next
	}
	return wording.Done{What: m.applicant.Person.Name + " 已交审，现在是“" + status.String() + "”", Next: next}, nil
}
