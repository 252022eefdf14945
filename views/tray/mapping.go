package tray

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"gongkao/app/intake"
	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/data"
	"gongkao/views/wording"
)

// Source is whose columns are told apart: a file that is about to be taken in, or
// a batch that was.
type Source struct {
	Path  string
	Batch data.Batch
}

// Mapping is what each column of a table is taken for, while a clerk says so.
type Mapping struct {
	desk   *registration.Desk
	source Source
	tables []intake.Table
	at     int        // the table shown
	said   [][]string // what the columns of each table are, as said by now
	counts Counts
}

// Counts are how many rows of the file would enter, and how many would wait.
type Counts struct {
	Good, Waiting int
	Known         bool // they are of what is said now
}

// leftAlone is a column that is not to be taken in.
const leftAlone = "-"

// notTaken is how that is written.
const notTaken = "不用"

// NewMapping returns the tables of a source to be told.
func NewMapping(desk *registration.Desk, source Source, tables []intake.Table) *Mapping {
	m := &Mapping{desk: desk, source: source, tables: tables, said: make([][]string, len(tables))}
	for i, t := range tables {
		for _, c := range t.Columns {
			m.said[i] = append(m.said[i], c.Field)
		}
	}
	return m
}

// Show shows a table, as it was understood or as it was said.
func (m *Mapping) Show(table int) { m.at, m.counts = table, Counts{} }

func (m *Mapping) fields() []string { return m.said[m.at] }

func (m *Mapping) table() intake.Table { return m.tables[m.at] }

// Tables is how many tables there are.
func (m *Mapping) Tables() int { return len(m.tables) }

// At is the table shown.
func (m *Mapping) At() int { return m.at }

// Title names the file and the table.
func (m *Mapping) Title() (title, fact string) {
	t := m.table()
	fact = t.File
	if len(m.tables) > 1 {
		fact += fmt.Sprintf(" · %s（第 %d 张，共 %d 张）", t.Sheet, m.at+1, len(m.tables))
	}
	return "列的对应", fact
}

// MapColumn is a column as the sheet shows it.
type MapColumn struct {
	Letter, Head, First string
	Field               string // the word chosen; "" for none
	Mark                wording.Mark
}

// Columns are those of the table.
func (m *Mapping) Columns() []MapColumn {
	t := m.table()
	all := make([]MapColumn, len(t.Columns))
	for i, c := range t.Columns {
		all[i] = MapColumn{Letter: c.Column, Head: wording.Or(c.Head, "（没有表头）"), First: strings.Join(c.First, "　"), Field: m.word(m.fields()[i])}
		if m.fields()[i] == "" && len(c.First) > 0 {
			all[i].Mark = wording.Warn
		}
	}
	return all
}

func (m *Mapping) word(key string) string {
	switch key {
	case "":
		return ""
	case leftAlone:
		return notTaken
	}
	return labelOf(m.table().Kind, key)
}

// Choices are what a column may be.
func (m *Mapping) Choices() []wording.Choice {
	labels := []string{notTaken}
	for _, t := range sheets.Targets(m.table().Kind) {
		labels = append(labels, t.Label)
	}
	if m.table().Kind == sheets.People {
		for year := m.desk.Office.Profile.Year; year > m.desk.Office.Profile.Year-yearsAsked; year-- {
			labels = append(labels, labelOf(sheets.People, yearKey(year)))
		}
	}
	return wording.Choices(labels...)
}

// yearsAsked is how many years of appraisals may be chosen; more need a head of
// their own.
const yearsAsked = 8

func yearKey(year int) string { return fmt.Sprintf("appraisals.%d", year) }

// Say says what a column is; words that are none of the choices are refused. A field
// that another column was goes over to this one.
func (m *Mapping) Say(column int, words string) error {
	key, ok := m.key(words)
	if !ok {
		return data.Refuse("field-unknown", "", "没有“"+words+"”这一项", "打拼音首字母或汉字，从列表里选；不用的列选“不用”")
	}
	fields := m.fields()
	if fields[column] == key {
		return nil
	}
	for i := range fields {
		if fields[i] == key && key != leftAlone && key != "" {
			fields[i] = ""
		}
	}
	fields[column], m.counts.Known = key, false
	return nil
}

// key is the field that words mean.
func (m *Mapping) key(words string) (key string, ok bool) {
	label, ok := wording.Pick(m.Choices(), words)
	if !ok || label == "" {
		return "", strings.TrimSpace(words) == ""
	}
	if label == notTaken {
		return leftAlone, true
	}
	for _, t := range sheets.Targets(m.table().Kind) {
		if t.Label == label {
			return t.Key, true
		}
	}
	for year := m.desk.Office.Profile.Year; year > m.desk.Office.Profile.Year-yearsAsked; year-- {
		if labelOf(sheets.People, yearKey(year)) == label {
			return yearKey(year), true
		}
	}
	return "", false
}

// Need says what is still missing, and what nobody has claimed: what to look at.
func (m *Mapping) Need() (words string, mark wording.Mark) {
	var lacking []string
	for _, key := range intake.Lacking(m.table().Kind, m.fields()) {
		lacking = append(lacking, labelOf(m.table().Kind, key))
	}
	open := 0
	for _, c := range m.Columns() {
		if c.Mark == wording.Warn {
			open++
		}
	}
	switch {
	case len(lacking) > 0:
		words = "没有一列是" + strings.Join(lacking, "、") + "：没有它，行进不来"
		if slices.Contains(lacking, labelOf(sheets.People, "unit")) {
			words += "（单位写在表头上面的，照那里读）"
		}
		return words, wording.Warn
	case open > 0:
		return fmt.Sprintf("有 %d 列不知道是什么：选一项，或选“不用”", open), wording.Warn
	}
	return "每一列都有对应", wording.Pass
}

// layout is what is said of the columns of a table.
func (m *Mapping) layout(table int) data.SheetLayout {
	t := m.tables[table]
	l := data.SheetLayout{ID: t.Layout, File: t.File, Columns: map[string]string{}}
	for i, c := range t.Columns {
		l.Columns[c.Column] = wording.Or(m.said[table][i], leftAlone)
	}
	return l
}

// others are what is said of tables that are not shown, as far as it is another
// thing than was read.
func (m *Mapping) others() (layouts []data.SheetLayout) {
	for i, t := range m.tables {
		other := false
		for n, c := range t.Columns {
			other = other || m.said[i][n] != c.Field
		}
		if i != m.at && other {
			layouts = append(layouts, m.layout(i))
		}
	}
	return layouts
}

// Count returns the work of finding out how many rows would enter. Hand the answer
// to Counted.
func (m *Mapping) Count() func(context.Context) (Counts, error) {
	layout, source, desk := m.layout(m.at), m.source, m.desk
	return func(ctx context.Context) (c Counts, err error) {
		var r intake.Result
		if source.Path != "" {
			r, err = intake.Look(ctx, desk, []string{source.Path}, intake.Options{Layout: &layout})
		} else {
			r, err = intake.Again(ctx, desk, source.Batch.ID, layout, intake.Options{DryRun: true})
		}
		c.Good, c.Waiting = r.Counts()
		c.Waiting -= r.Before()
		c.Known = true
		return c, err
	}
}

// Counted takes how many there would be.
func (m *Mapping) Counted(c Counts) { m.counts = c }

// CountWords says how many rows would enter.
func (m *Mapping) CountWords() string {
	if !m.counts.Known {
		return "正在试读…"
	}
	return fmt.Sprintf("照这样读：进入 %s 行，待处理 %s 行", wording.Count(m.counts.Good), wording.Count(m.counts.Waiting))
}

// Apply returns the work of keeping what was said; a batch is read again, and the
// answer names the new one.
func (m *Mapping) Apply() func(context.Context, func(done, total int)) (intake.Result, error) {
	layout, source, desk, others := m.layout(m.at), m.source, m.desk, m.others()
	return func(ctx context.Context, progress func(done, total int)) (intake.Result, error) {
		for _, other := range others {
			if err := intake.KeepLayout(ctx, desk, other); err != nil {
				return intake.Result{}, err
			}
		}
		if source.Path != "" {
			return intake.Result{}, intake.KeepLayout(ctx, desk, layout)
		}
		return intake.Again(ctx, desk, source.Batch.ID, layout, intake.Options{Progress: progress})
	}
}

// Applied says that it is remembered, and of a batch what came of it.
func (m *Mapping) Applied(r intake.Result) wording.Done {
	if m.source.Path != "" {
		return wording.Done{What: "列的对应记住了", Next: "以后同样表头的表照这样读。"}
	}
	good, waiting := r.Counts()
	return wording.Done{What: fmt.Sprintf("已照新的对应重新读过：进入 %s 行，待处理 %s 行", wording.Count(good), wording.Count(waiting-r.Before())), Next: "以后同样表头的表照这样读。"}
}
