package record

import (
	"context"
	"fmt"

	"gongkao/app/printing"
	"gongkao/app/registration"
	"gongkao/app/stamped"
	"gongkao/data"
	"gongkao/views/wording"
)

// Heading is the line above the form.
type Heading struct {
	Name       string
	Facts      []string // 女, 47 岁, 罗山县幼儿园
	Status     string   // "" of a new person
	StatusMark wording.Mark
	Returned   bool
	Flags      []registration.Flag
	At, Of     int // place in the list it was opened from; 0 when from none
}

// Heading returns the line above the form.
func (m *Model) Heading() Heading {
	a := &m.applicant
	h := Heading{Name: wording.Or(a.Person.Name, "新登记"), Status: a.Application.Status.String(), Flags: m.desk.FlagsOf(a)}
	h.StatusMark, h.Returned = wording.StatusMark(a.Application.Status), a.Application.Status == data.Returned
	if sex := string(a.Person.Sex); sex != "" {
		h.Facts = append(h.Facts, sex)
	}
	if birth := a.Person.Birth; !birth.IsZero() {
		h.Facts = append(h.Facts, fmt.Sprintf("%d 岁", age(birth, m.desk.Office.Today())))
	}
	if a.Unit != "" {
		h.Facts = append(h.Facts, a.Unit)
	}
	if len(m.row.IDs) > 0 {
		h.At, h.Of = m.row.At+1, len(m.row.IDs)
	}
	return h
}

// MarkPrinted returns the work of finding whether anything printed of the person has
// changed since, for the flag that says so: it is for the background.
func (m *Model) MarkPrinted() func(context.Context) error {
	desk, id := m.desk, m.ID()
	return func(ctx context.Context) error {
		papers, err := printing.Papers(desk.Office.Folder)
		if err == nil {
			_, err = stamped.OfPerson(ctx, stamped.Desk{Desk: desk, Papers: papers}, id)
		}
		return err
	}
}

func age(birth, day data.Date) int {
	years := day.Year - birth.Year
	if day.Month < birth.Month || day.Month == birth.Month && day.Day < birth.Day {
		years--
	}
	return years
}

// AtEnd says that there is nobody further that way.
func (m *Model) AtEnd(by int) string {
	switch {
	case len(m.row.IDs) == 0:
		return "不是从列表打开的，没有上一人、下一人"
	case by < 0:
		return "已经是第一人"
	}
	return "已经是最后一人"
}

// Place says from which list the record was opened, and where in it.
func (m *Model) Place(r Row) { m.row = r }

// Neighbour returns the record by so many places further in the list, and the
// list with its place moved; ok is false at the ends. The caller keeps this
// record and opens that one.
func (m *Model) Neighbour(by int) (id data.ApplicationID, r Row, ok bool) {
	at := m.row.At + by
	if at < 0 || at >= len(m.row.IDs) {
		return "", m.row, false
	}
	return m.row.IDs[at], Row{m.row.IDs, at}, true
}
