package stamped

import (
	"context"
	"fmt"
	"slices"

	sheets "gongkao/app/stamped"
	"gongkao/data"
	"gongkao/views/wording"
)

// Reprints is the list of papers that no longer say what is on record.
type Reprints struct {
	desk sheets.Desk
	all  []sheets.Reprint
	read bool
}

// NewReprints returns a list that has read nothing yet.
func NewReprints(desk sheets.Desk) *Reprints { return &Reprints{desk: desk} }

// Read returns the work of finding them. Hand the answer to Show.
func (m *Reprints) Read(ctx context.Context, going func(done, total int)) ([]sheets.Reprint, error) {
	return sheets.Reprints(ctx, m.desk, going)
}

// Show takes them.
func (m *Reprints) Show(all []sheets.Reprint) { m.all, m.read = all, true }

// Row is a paper of somebody.
type Row struct {
	ID                             data.ApplicationID
	Name, Unit, Paper, Printed, By string
	What                           string // the first thing that has changed, and how many there are
	Back                           bool   // its stamped sheet is back, and void
	Said                           []sheets.Said
}

// Len is how many there are.
func (m *Reprints) Len() int { return len(m.all) }

// At is one of them.
func (m *Reprints) At(row int) Row {
	r := m.all[row]
	said := r.Said()
	return Row{r.ID, r.Name, r.Unit, m.desk.Called(r.Paper), wording.When(r.At, m.desk.Office.Now()), r.By, summary(said), r.Back, said}
}

// Head is the title and how many papers of how many people there are.
func (m *Reprints) Head() (title, fact string) {
	people := map[data.ApplicationID]bool{}
	for _, r := range m.all {
		people[r.ID] = true
	}
	if len(m.all) == 0 {
		return "打印后有改动", ""
	}
	return "打印后有改动", fmt.Sprintf("%s 人，%s 份要重打", wording.Count(len(people)), wording.Count(len(m.all)))
}

// Empty says why there is nothing; "" while there is something or nobody has
// looked.
func (m *Reprints) Empty() (why, next string) {
	if !m.read || len(m.all) > 0 {
		return "", ""
	}
	return "打印出去的表都与记录一致", "以后改了打印过的人，这里会列出来：哪张表、改了什么。"
}

// Again is the paper of a row, and everybody among the chosen rows whose same paper
// is to be printed again; no rows chosen are all.
func (m *Reprints) Again(row int, chosen []int) (paper string, numbers []data.IDNumber) {
	if row < 0 || row >= len(m.all) {
		return "", nil
	}
	paper = m.all[row].Paper
	for i, r := range m.all {
		if a, there := m.desk.Register.ByID(r.ID); there && r.Paper == paper && (len(chosen) == 0 || slices.Contains(chosen, i)) {
			numbers = append(numbers, a.Person.IDNumber)
		}
	}
	return paper, numbers
}
