// Package review is the screen 资格审查: a queue at the left, the papers of one
// person in the middle, the clauses at the right one under another. A Model leads
// through one batch: Open somebody, Agree, Object, SetAside or Note clause by
// clause, Conclude, and the next person is open. It decides everything that the
// screen says and allows; what it says comes from app/review, app/eligibility
// and app/dossier.
package review

import (
	"context"
	"slices"

	"gongkao/app/dossier"
	"gongkao/app/registration"
	reviewing "gongkao/app/review"
	"gongkao/data"
	"gongkao/views/wording"
)

// Model is the desk of a reviewer: a batch, and the person whose papers lie open.
type Model struct {
	Queue *Queue

	desk    *registration.Desk
	folders *dossier.Dossiers
	c       *reviewing.Case // nil: nobody is open
	then    *data.Applicant // as last year's application stood; nil: there is none
	open    string          // key of the item that is open
	evident string          // key of the evidence that is shown
	chosen  []string        // reasons ticked for a return or a refusal
	ticked  [][]string      // keys given a tick in this sitting, the latest last
	decided int             // concluded today, by the one who sits here
}

// New returns the desk of the signed-in clerk. Nobody is open yet.
func New(desk *registration.Desk, folders *dossier.Dossiers) *Model {
	m := &Model{desk: desk, folders: folders}
	m.Queue = newQueue(desk)
	return m
}

// Open takes up an application where it was left. It may be anybody's: whoever
// does not wait in the queue is shown without a place in it.
func (m *Model) Open(ctx context.Context, id data.ApplicationID) error {
	c, err := reviewing.Begin(ctx, m.desk, id)
	if err != nil {
		return err
	}
	m.c, m.chosen, m.ticked, m.open = c, nil, nil, ""
	m.evident = m.Evidences()[0].Key
	m.Queue.goTo(id)
	m.goOn("")
	m.then, err = c.LastYearThen(ctx)
	return err
}

// Find opens somebody wherever he stands, and the batch in which he waits.
func (m *Model) Find(ctx context.Context, id data.ApplicationID) error {
	if err := m.Open(ctx, id); err != nil {
		return err
	}
	m.Queue.find(m.c.Applicant())
	return nil
}

// Widen lists everybody who waits. Whoever is open stays so if he is among them.
func (m *Model) Widen() {
	m.Queue.widen()
	if id, open := m.Person(); open && !m.Queue.goTo(id) {
		m.c = nil
	}
}

// underReview returns an application if it waits for its review, else "".
func (m *Model) underReview(id data.ApplicationID) data.ApplicationID {
	if a, ok := m.desk.Register.ByID(id); ok && a.Application.Status == data.Submitted {
		return id
	}
	return ""
}

// OpenCurrent opens whoever is current in the queue, or nobody when all of it is
// done.
func (m *Model) OpenCurrent(ctx context.Context) error {
	if m.Queue.Left() == 0 {
		m.c = nil
		return nil
	}
	return m.Open(ctx, m.Queue.Current())
}

// Step opens the neighbour in the queue and reports whether there is one.
func (m *Model) Step(ctx context.Context, by int) (bool, error) {
	if !m.Queue.step(by) {
		return false, nil
	}
	return true, m.Open(ctx, m.Queue.Current())
}

// Refresh reads everything again after something else was at the records.
func (m *Model) Refresh(ctx context.Context) error {
	err := m.count(ctx)
	m.Queue.Read()
	if err != nil || m.c == nil {
		return err
	}
	if err := m.c.Refresh(ctx); err != nil {
		return err
	}
	if m.at(m.open) < 0 {
		m.goOn("")
	}
	return nil
}

// count counts what this clerk has concluded today, and reads whose turn it is.
func (m *Model) count(ctx context.Context) (err error) {
	if err = m.Queue.readTurns(ctx); err != nil {
		return err
	}
	m.decided, err = reviewing.DecidedToday(ctx, m.desk)
	return err
}

// Person is who is open; false when nobody is.
func (m *Model) Person() (data.ApplicationID, bool) {
	if m.c == nil {
		return "", false
	}
	return m.c.Applicant().Application.ID, true
}

// Number is the ID number of whom is shown.
func (m *Model) Number() (data.IDNumber, bool) {
	if m.c == nil {
		return "", false
	}
	return m.c.Applicant().Person.IDNumber, true
}

// Head is the title and what stands beside it: the batch, and how many wait.
func (m *Model) Head() (title string, facts []string) {
	return "资格审查", []string{wording.Or(m.Queue.Unit, allUnits), m.Queue.waitingWords()}
}

// Decided says how much was done today.
func (m *Model) Decided() string { return "今天已审 " + wording.Count(m.decided) + " 人" }

// Empty says what stands in the place of a person when nobody is open, and what
// Enter does there.
func (m *Model) Empty() (said wording.Done, act string) {
	next, more := m.Queue.nextBatch()
	switch {
	case m.Queue.Narrowed() && m.Queue.Left() == 0 && len(reviewing.Queue(m.desk, "")) > 0:
		return wording.Done{What: "这样筛选没有要审的人", Next: "筛选：" + m.Queue.narrowWords()}, "看全部待审"
	case more:
		return wording.Done{What: "这一批审完了", Next: "下一批：" + next.Unit + "，待审 " + wording.Count(next.Waiting) + " 人"}, "审下一批"
	case m.Queue.waitsForAnother():
		return wording.Done{What: "结论都提出来了，等另一位审核人", Next: "另一位用自己的口令登录，在这里接着审"}, ""
	case m.decided > 0:
		return wording.Done{What: "待审的都审完了", Next: m.Decided() + "。单位再交审的，会列在这里"}, ""
	}
	return wording.Done{What: "现在没有待审的人", Next: "登记好的人交审以后，会列在这里，一人一人往下审"}, ""
}

// GoOn does what Enter does where nobody is open, and opens the first person.
func (m *Model) GoOn(ctx context.Context) error {
	if next, more := m.Queue.nextBatch(); more && !m.Queue.Narrowed() {
		m.Queue.SetUnit(next.Unit)
	} else {
		m.Queue.widen()
	}
	return m.OpenCurrent(ctx)
}

// Title is the line above the clauses: whom, for what, and which clause of how
// many.
func (m *Model) Title() (name, what, place string) {
	a := m.c.Applicant()
	what = "申报" + a.Application.Level.Full() + a.Application.Trade
	if a.Application.Path != "" {
		what += "，" + a.Application.Path.String()
	}
	item, _ := m.current()
	switch item.Kind {
	case Judged:
		place = "第 " + item.Number + " 条，共 " + wording.Count(m.clauses()) + " 条"
	case Keyed:
		what = "先照着材料再录一遍" // which would be no use with the answer above it
	}
	return a.Person.Name, what, place
}

// ShortPlace is the place in a line that has hardly room for it; "" outside the
// clauses.
func (m *Model) ShortPlace() string {
	if item, _ := m.current(); item.Kind == Judged {
		return item.Number + " / " + wording.Count(m.clauses())
	}
	return ""
}

// Notice is what has to be known of the case before its clauses are gone
// through; "" when there is nothing.
func (m *Model) Notice() string {
	first, second, differ := m.c.Difference()
	proposal, waits := m.c.First()
	clerk := m.desk.Office.Clerk
	switch {
	case differ && first.By == clerk:
		return "另一位审核人认为应" + reviewing.Decision(second.Decision).String() + "，与您不同；请再看一遍"
	case differ:
		return "两位审核人结论不同，等前一位再看"
	case waits && proposal.By == clerk:
		return "您已提出" + reviewing.Decision(proposal.Decision).String() + "，等另一位审核人"
	case waits:
		return "前一位已有结论；您看过以后才能知道是什么"
	case m.c.Second() && !m.closed():
		return "这份申报由两位审核人审查"
	case m.c.Reopened() != "":
		return "更正：" + m.c.Reopened()
	case m.closed():
		return "已审结（" + m.c.Applicant().Application.Status.String() + "），不能再改；更正另办，按 Ctrl+E 写明理由"
	}
	return ""
}

// closed reports whether the application is decided: nothing is ticked any more.
func (m *Model) closed() bool {
	return m.c != nil && !slices.Contains(registration.Undecided, m.c.Applicant().Application.Status)
}
