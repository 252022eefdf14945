package applicants

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"gongkao/app/export"
	"gongkao/data"
	"gongkao/views/wording"
)

// leftEmpty is what is chosen for a column of a template that stays empty.
const leftEmpty = "（空着）"

// Templating is an export into a template of the office's own: first it is looked
// at; where its heads are not found a clerk says what its columns are, once.
type Templating struct {
	m      *Model
	people []*data.Applicant // of the moment it was asked for
	looked *export.Looked
	said   map[string]string // column letters → what a clerk has chosen, in words
	asked  bool              // he was asked
}

// Look returns the work of looking at a template for whom Export would write.
func (m *Model) Look(path string) func(context.Context) (*Templating, error) {
	people := m.exported()
	return func(ctx context.Context) (*Templating, error) {
		looked, err := export.Look(ctx, m.desk, path, export.Roster(m.desk, people))
		if err != nil {
			return nil, err
		}
		return &Templating{m: m, people: people, looked: looked, said: map[string]string{}, asked: looked.Why != nil}, nil
	}
}

// Asks says why a clerk has to say what the columns are; asks is false when he has
// not to.
func (t *Templating) Asks() (why string, asks bool) {
	if !t.asked {
		return "", false
	}
	refusal, _ := data.AsRefusal(t.looked.Why)
	return refusal.Message + "。" + refusal.Hint + "。", true
}

// Name is the template's.
func (t *Templating) Name() string { return t.looked.Name }

// Row is the row of the heads, as somebody would write it.
func (t *Templating) Row() string { return strconv.Itoa(t.looked.Row) }

// SetRow says in which row the heads stand, and forgets what was said of those of
// another. It refuses what is no row (row-bad), and one without heads (no-header).
func (t *Templating) SetRow(text string) error {
	row, err := strconv.Atoi(strings.TrimSpace(data.Narrow(text)))
	if err != nil || row < 1 {
		return data.Refuse("row-bad", "row", fmt.Sprintf("“%s”不是行号", text), "请写表头在模板里的第几行，如 3")
	}
	if row == t.looked.Row {
		return nil
	}
	before := t.looked.Row
	t.looked.Row = row
	if len(t.looked.Heads()) == 0 {
		t.looked.Row = before
		return data.Refuse("no-header", "row", fmt.Sprintf("模板的第 %d 行是空的", row), "请写有栏目名称的那一行；两行的表头写下面一行")
	}
	clear(t.said)
	return nil
}

// TemplateColumn is a column of a template: where, what its head says, and what it
// would be filled with.
type TemplateColumn struct{ Letters, Head, Filled string }

// Columns are those of the row of heads, from the left.
func (t *Templating) Columns() (all []TemplateColumn) {
	for _, h := range t.looked.Heads() {
		c := TemplateColumn{Letters: h.Column, Head: h.Head, Filled: leftEmpty}
		for _, of := range t.looked.Columns() {
			if of.Key == h.Field {
				c.Filled = of.Head
			}
		}
		if said, ok := t.said[h.Column]; ok {
			c.Filled = said
		}
		all = append(all, c)
	}
	return all
}

// Choices are what a column can be filled with.
func (t *Templating) Choices() []string {
	all := []string{leftEmpty}
	for _, c := range t.looked.Columns() {
		all = append(all, c.Head)
	}
	return all
}

// Fill says what a column is filled with. It refuses what is none of the choices
// (column-unknown).
func (t *Templating) Fill(letters, choice string) error {
	if choice = strings.TrimSpace(choice); choice == "" {
		choice = leftEmpty
	}
	if !slices.Contains(t.Choices(), choice) {
		return data.Refuse("column-unknown", letters, letters+" 列：没有“"+choice+"”这个栏目", "请从列出的里选；不填的选"+leftEmpty)
	}
	t.said[letters] = choice
	return nil
}

// Ready refuses to go on while no column is filled, or two with the same.
func (t *Templating) Ready() error {
	taken := map[string]string{}
	for _, c := range t.Columns() {
		if c.Filled == leftEmpty {
			continue
		}
		if other, twice := taken[c.Filled]; twice {
			return data.Refuse("header-twice", c.Letters, fmt.Sprintf("%s 列和 %s 列填的都是“%s”", other, c.Letters, c.Filled), "请把不要的一列改成"+leftEmpty)
		}
		taken[c.Filled] = c.Letters
	}
	if len(taken) == 0 {
		return data.Refuse("no-header", "", "没有一列说明填什么", "请至少给一列选上内容")
	}
	return nil
}

// Export returns the work of writing the filled template.
func (t *Templating) Export(path string) func(context.Context) (wording.Done, error) {
	order := export.Order{Out: path, Unit: t.m.sought.Unit, Template: t.looked.Path}
	if t.asked {
		order.HeadRow, order.Columns = t.looked.Row, map[string]string{}
		for _, c := range t.Columns() {
			order.Columns[c.Letters] = c.Filled
			if c.Filled == leftEmpty {
				order.Columns[c.Letters] = "-"
			}
		}
	}
	return t.m.save(t.people, order)
}

// Folder is where the template lies, to begin there the next time.
func (t *Templating) Folder() string { return filepath.Dir(t.looked.Path) }
