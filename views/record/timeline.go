package record

import (
	"context"
	"fmt"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/wording"
)

// Moment is a line of the timeline. The words before and the new value are
// apart, because the new value is set bold.
type Moment struct {
	When    string
	Words   string // 取得时间 2021-12 →
	Strong  string // 2021-06
	Brief   string // Words without the old value, where there is no room for it
	By      string
	CanUndo bool
	Undone  bool
	Event   registration.Event
}

// Timeline returns the work of telling what happened to the record, newest
// first. The work reads the whole history of the person, so it is for the
// background, and does not look at the model again; papers names the papers
// that were printed.
func (m *Model) Timeline(papers func(id string) string) func(context.Context) ([]Moment, error) {
	id, decided, desk := m.ID(), m.Decided(), m.desk
	return func(ctx context.Context) ([]Moment, error) {
		if id == "" {
			return nil, nil
		}
		events, err := desk.Timeline(ctx, id)
		if err != nil {
			return nil, err
		}
		now := desk.Office.Now()
		var all []Moment
		for _, e := range events {
			moment := Moment{When: wording.When(e.At, now), By: e.By, CanUndo: e.CanUndo() && (!decided || isNote(e)), Undone: e.Undone, Event: e}
			moment.Words, moment.Strong = wordsOfEvent(e, papers)
			if moment.Strong != "" {
				moment.Brief = shortLabel(e.Changes[0]) + " →"
			}
			all = append(all, moment)
		}
		return all, nil
	}
}

func wordsOfEvent(e registration.Event, papers func(string) string) (words, strong string) {
	switch {
	case e.Paper != "":
		return "打印 " + papers(e.Paper), ""
	case e.New && e.Op == data.OpYear:
		return e.Words, ""
	case e.New && e.Op == data.OpImport:
		return "由导入登记", ""
	case e.New:
		return "登记", ""
	case !ofFields(e):
		return wording.Or(e.Words, wording.Or(e.Why, e.Op.String())), ""
	}
	c := e.Changes[0]
	words = fmt.Sprintf("%s %s →", shortLabel(c), wording.Or(c.Old, "空"))
	strong = wording.Or(c.New, "空")
	if more := len(e.Changes) - 1; more > 0 {
		strong += fmt.Sprintf(" 等 %d 项", more+1)
	}
	return words, strong
}

// ofFields reports whether an event is told by what stood in a field before and
// after.
func ofFields(e registration.Event) bool {
	return len(e.Changes) > 0 && (e.Kind == registration.EventFields || e.Kind == registration.EventStatus)
}

func shortLabel(c registration.FieldChange) string {
	if short := shortLabels[c.Key]; short != "" && c.Key != "sex" {
		return short
	}
	return c.Label
}

// Undo takes back the last change: of a new person the field last left, of a
// registered one the newest event that can be undone.
func (m *Model) Undo(ctx context.Context) (Left, error) {
	if m.IsNew() {
		return m.stepBack(ctx)
	}
	events, err := m.desk.Timeline(ctx, m.ID())
	if err != nil {
		return Left{}, err
	}
	for _, e := range events {
		if e.CanUndo() && e.Kind != registration.EventTick && e.Kind != registration.EventKeying { // those are the review's
			return m.UndoEvent(ctx, e)
		}
	}
	if m.Decided() {
		return Left{}, closedToUndo()
	}
	return Left{}, data.Refuse("undo-none", "", "没有可以撤销的改动", "要改哪一栏，请直接在栏里改")
}

func closedToUndo() error {
	return data.Refuse("decided", "", "已审结，不能撤销", "要改，按 Ctrl+E 办更正，写明理由")
}

func (m *Model) stepBack(ctx context.Context) (Left, error) {
	last := len(m.steps) - 1
	if last < 0 {
		return Left{}, data.Refuse("undo-none", "", "还没有填过", "请从身份证号开始填")
	}
	back := m.steps[last]
	m.steps = m.steps[:last]
	m.take(back.key, back.text)
	m.judge()
	return Left{Done: wording.Done{What: "“" + labelOf(back.key) + "”已改回来"}}, m.Keep(ctx)
}

// isNote: what was only noted, and that a sheet came back, may be taken back in a
// closed record too.
func isNote(e registration.Event) bool {
	return e.Kind == registration.EventNote || e.Kind == registration.EventStamped
}

// UndoEvent takes back one event of the timeline.
func (m *Model) UndoEvent(ctx context.Context, e registration.Event) (Left, error) {
	if m.Decided() && !isNote(e) || m.past != nil {
		return Left{}, closedToUndo()
	}
	back, err := m.desk.Undo(ctx, m.ID(), e)
	if err != nil {
		return Left{}, err
	}
	m.applicant = *back
	m.judge()
	what := "已撤销：" + wording.Or(e.Words, e.Op.String())
	if ofFields(e) {
		c := e.Changes[0]
		what = fmt.Sprintf("已撤销：%s改回 %s", shortLabel(c), wording.Or(c.Old, "空"))
	}
	return Left{Done: wording.Done{What: what, Next: "再按 Ctrl+Z 撤销更早的改动"}, Changed: true}, nil
}

// Refresh takes the record as it stands now, after somebody else changed it.
func (m *Model) Refresh() {
	if known, ok := m.desk.Register.ByID(m.ID()); ok && !m.IsNew() {
		m.applicant = *known
		m.judge()
	}
}
