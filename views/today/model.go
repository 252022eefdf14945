// Package today is the first screen of the morning: which day comes next, and
// what waits. Model reads the page of app/today and words it; every queue knows
// the list it opens. It knows no widgets.
package today

import (
	"context"

	"gongkao/app/registration"
	"gongkao/app/today"
	"gongkao/data"
	"gongkao/views/wording"
)

// Model is the morning page on the screen.
type Model struct {
	desk *registration.Desk
	page today.Page
	read bool // the page is of some day, and not merely empty

	day     data.Date // of the note
	written string    // by hand
}

// New returns an empty page; Show fills it.
func New(desk *registration.Desk) *Model { return &Model{desk: desk} }

// Read counts what waits. It is for the background; hand the page to Show.
func (m *Model) Read(ctx context.Context) (today.Page, error) {
	return today.Morning(ctx, m.desk, m.desk.Office.Today())
}

// Show puts a page on the screen.
func (m *Model) Show(p today.Page) { m.page, m.read = p, true }

// Head returns title, day and day of the week.
func (m *Model) Head() (title, day, weekday string) {
	d := m.desk.Office.Today()
	return "今日", wording.Day(d), wording.Weekday(d)
}

// Note returns what makes the sheet of the day in the background, as page and
// handwriting stand now.
func (m *Model) Note() (sheet func() (pdf []byte, pages int, err error)) {
	o, page := m.desk.Office, m.page
	page.Written = m.written
	return func() ([]byte, int, error) { return today.Note(o.Profile, o.Clerk, page, o.Now()) }
}

// Shown reports whether there is a page to print.
func (m *Model) Shown() bool { return m.read }

// Sum is a label with its figure.
type Sum struct{ Label, Figure string }

// Done returns what was done today, and until when.
func (m *Model) Done() (sums []Sum, until string) {
	d := m.page.Done
	return []Sum{{"审查通过", wording.Count(d.Approved)}, {"退回补正", wording.Count(d.Returned)}, {"新登记", wording.Count(d.Entered)},
		{"导入", wording.Count(d.Imported)}, {"打印（页）", wording.Count(d.Pages)}}, "到 " + m.desk.Office.Now().Format("15:04")
}

// Part is a share of the year's applications, for the bar.
type Part struct {
	Sum
	Count int
}

// Progress returns how far the year is: everybody, and the shares in the order
// in which they are drawn, from the decided ones to the drafts.
func (m *Model) Progress() (all int, words string, parts []Part) {
	p := m.page.Progress
	for _, one := range []struct {
		label string
		count int
	}{{"审结", p.Decided}, {"待审", p.Submitted}, {"退回", p.Returned}, {"草稿", p.Draft}} {
		parts = append(parts, Part{Sum{one.label, wording.Count(one.count)}, one.count})
	}
	return p.All, wording.Count(p.All) + " 人", parts
}

// Empty says what to do on the first day of a year; "" when there is somebody,
// or nobody has looked yet.
func (m *Model) Empty() (why, what string) {
	if !m.read || m.page.Progress.All > 0 {
		return "", ""
	}
	return "还没有人报名", "导入单位的花名册，或登记一人"
}
