// Package photos is the page on which photos come in: from a folder, a zip, or one
// picture for one person. Every picture is listed with whom it is of; plain ones are
// taken as they are, those that want a look come first, with a frame that is moved by
// keys. Model holds the state and knows no widgets.
//
// Nothing is on record before 放入 (F8); what is chosen is lost with the window, and
// the same folder chosen again finds what is in already.
package photos

import (
	"context"
	"fmt"

	shots "gongkao/app/photos"
	"gongkao/app/portrait"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/wording"
)

// Filter says which rows are listed.
type Filter int

// The filters, in the order of their tabs.
const (
	Doubtful Filter = iota // 要看一眼
	Every                  // 全部
	Missing                // 缺照片: people, not pictures
	Unmet                  // 对不上
)

// State says what is to become of a picture.
type State int

// The states of a row.
const (
	Waits    State = iota // wants a look
	Taken                 // goes on record with F8
	LeftOut               // does not
	OnRecord              // is in
	Unusable              // cannot
)

// Row is a picture on the page.
type Row struct {
	shots.Item
	State State
	Frame portrait.Frame
	Looks bool // was plain from the start, or wants a look
}

// Model is the page.
type Model struct {
	desk   *registration.Desk
	source *shots.Source
	plan   *shots.Plan
	one    *data.Applicant // whose photo alone it is about; nil: a folder's
	rows   []*Row
	filter Filter
	shown  []*Row
}

// New returns an empty page.
func New(desk *registration.Desk) *Model { return &Model{desk: desk} }

// For makes the page one about one person's photo; what was chosen for another is
// forgotten.
func (m *Model) For(id data.ApplicationID) error {
	a, known := m.desk.Register.ByID(id)
	if !known {
		return data.Refuse("not-found", "", "没有找到这份申报", "请回到申报人员再打开一次")
	}
	same := m.one != nil && m.one.Application.ID == id
	if m.one = a; same {
		return nil
	}
	return m.Clear()
}

// One is whose photo alone it is about; nil: a folder's.
func (m *Model) One() *data.Applicant { return m.one }

// Clear forgets the pictures.
func (m *Model) Clear() (err error) {
	if m.source != nil {
		err = m.source.Close()
	}
	m.source, m.plan, m.rows, m.shown, m.filter = nil, nil, nil, nil, Doubtful
	return err
}

// Looked is an opened source with what is in it.
type Looked struct {
	source *shots.Source
	plan   *shots.Plan
}

// Look returns the work of looking at a folder, a zip or a picture. Hand the answer
// to Show.
func (m *Model) Look(path string) func(context.Context, func(done, total int)) (Looked, error) {
	ask := shots.Ask{}
	if m.one != nil {
		ask.For = m.one.Application.ID
	}
	return func(ctx context.Context, progress func(done, total int)) (Looked, error) {
		ask.Progress = progress
		source, err := shots.Open(path)
		if err != nil {
			return Looked{}, err
		}
		if ask.For != "" && source.Pictures() != 1 {
			return Looked{}, shut(source, data.Refuse("photo-many", "", source.Name+"里不是一张照片", "请选一张图片；放一批照片请从申报人员按 Ctrl+T"))
		}
		plan, err := source.Look(ctx, m.desk, ask)
		if err != nil {
			return Looked{}, shut(source, err)
		}
		return Looked{source, plan}, nil
	}
}

// shut closes a source that is not used, and returns why.
func shut(s *shots.Source, why error) error {
	if err := s.Close(); err != nil {
		return fmt.Errorf("%w (and %v)", why, err)
	}
	return why
}

// Show takes what was found in place of what was shown.
func (m *Model) Show(l Looked) error {
	err := m.Clear()
	m.source, m.plan = l.source, l.plan
	for _, i := range l.plan.Items {
		r := &Row{Item: i}
		r.judge()
		m.rows = append(m.rows, r)
	}
	if m.Choose(Doubtful); len(m.shown) == 0 {
		m.Choose(Every)
	}
	return err
}

// judge says what becomes of a picture before anybody looked.
func (r *Row) judge() {
	r.Looks = r.Kind == shots.Ambiguous || r.Kind == shots.Doubled || r.Kind == shots.Matched && (len(r.Warnings) > 0 || r.Had)
	switch r.Kind {
	case shots.Same:
		r.State = OnRecord
	case shots.Matched:
		r.State = Taken
	case shots.Ambiguous, shots.Doubled:
		r.State = Waits
	default:
		r.State = Unusable
	}
	if r.Looks {
		r.State = Waits
	}
}

// Choose lists other rows.
func (m *Model) Choose(f Filter) {
	m.filter, m.shown = f, nil
	for _, r := range m.rows {
		if f == Every || f == Doubtful && (r.Looks || r.State == Waits) || f == Unmet && r.State == Unusable {
			m.shown = append(m.shown, r)
		}
	}
}

// Filter is which rows are listed.
func (m *Model) Filter() Filter { return m.filter }

// Len is how many rows are listed.
func (m *Model) Len() int {
	if m.filter == Missing {
		return len(m.missing())
	}
	return len(m.shown)
}

func (m *Model) missing() []*data.Applicant {
	if m.plan == nil {
		return nil
	}
	return m.plan.Missing
}

// Row returns a listed picture; nil when there is none, or people are listed.
func (m *Model) Row(at int) *Row {
	if m.filter == Missing || at < 0 || at >= len(m.shown) {
		return nil
	}
	return m.shown[at]
}

// File names a listed picture; "" when there is none.
func (m *Model) File(at int) string {
	if r := m.Row(at); r != nil {
		return r.File
	}
	return ""
}

// Person returns who is missing in a row.
func (m *Model) Person(at int) *data.Applicant {
	if all := m.missing(); m.filter == Missing && at >= 0 && at < len(all) {
		return all[at]
	}
	return nil
}

// Next returns the next row after one that still wants a look, from the top again at
// the end; -1 when none does.
func (m *Model) Next(at int) int {
	for n := range len(m.shown) {
		i := (at + 1 + n) % len(m.shown)
		if m.shown[i].State == Waits {
			return i
		}
	}
	return -1
}

// Ready are the pictures that go on record with F8.
func (m *Model) Ready() (all []shots.Placed) {
	for _, r := range m.rows {
		if r.State == Taken {
			all = append(all, shots.Placed{Item: r.Item, Application: r.Who.Application.ID, Frame: r.Frame})
		}
	}
	return all
}

// waiting counts the rows that want a look still.
func (m *Model) waiting() (n int) {
	for _, r := range m.rows {
		if r.State == Waits {
			n++
		}
	}
	return n
}

// Tabs are the filters with their figures.
func (m *Model) Tabs() (words, counts []string) {
	figures := [4]int{}
	for _, r := range m.rows {
		figures[Every]++
		if r.State == Unusable {
			figures[Unmet]++
		}
	}
	figures[Doubtful], figures[Missing] = m.waiting(), len(m.missing())
	for i, word := range []string{"要看一眼", "全部", "缺照片", "对不上"} {
		words, counts = append(words, word), append(counts, wording.Count(figures[i]))
	}
	return words, counts
}

// withdrawn leaves out what else is of a person whose picture was chosen.
func (m *Model) withdrawn(chosen *Row) (others int) {
	for _, r := range m.rows {
		if r != chosen && r.Who == chosen.Who && (r.State == Taken || r.State == Waits) {
			r.State = LeftOut
			others++
		}
	}
	return others
}

// mayBe lists whom a picture may be of, as they are chosen by figures.
func (r *Row) mayBe() []*data.Applicant {
	return r.Others[:min(len(r.Others), 9)]
}
