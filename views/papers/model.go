// Package papers is the screen of rosters and printing: which paper, for whom,
// what to look at before the stamp, and the pages themselves. What is previewed
// is the PDF that will be printed. Model holds the choice; Preview and the two
// ways of printing return work for the background, which keeps to the choice of
// its moment.
package papers

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"gongkao/app/paper"
	"gongkao/app/printing"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/disk"
	"gongkao/views/wording"
)

// Model is the choice on the screen and its last preview.
type Model struct {
	desk    *registration.Desk
	papers  *paper.Papers
	paper   string
	scope   Scope
	preview Preview
	shown   bool
}

// Scope says for whom a paper is made.
type Scope struct {
	Unit     string // full name of a unit or supervising unit; "": the county
	Level    data.Level
	Statuses []data.Status   // none: everybody in the running
	Numbers  []data.IDNumber // the selected people; none: everybody in the scope
}

// order is in which papers are listed: the most used first.
var order = []string{"roster", "registration", "administrator-form"}

// New lists the papers; the roster of the county is chosen.
func New(desk *registration.Desk, papers *paper.Papers) *Model {
	return &Model{desk: desk, papers: papers, paper: "roster"}
}

// Paper is a line of the list.
type Paper struct {
	ID, Name  string
	Chosen    bool
	Landscape bool
}

// Papers returns the list: the known ones first, any other after them.
func (m *Model) Papers() (list []Paper) {
	ids := slices.Clone(order)
	for _, id := range m.papers.IDs() {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	for _, id := range ids {
		if name := m.papers.Name(id); name != "" {
			list = append(list, Paper{id, name, id == m.paper, m.papers.Landscape(id)})
		}
	}
	return list
}

// Choose takes another paper.
func (m *Model) Choose(id string) {
	m.paper, m.shown = id, false
}

// Chosen returns the paper chosen.
func (m *Model) Chosen() string { return m.paper }

// SetScope takes another scope.
func (m *Model) SetScope(s Scope) {
	m.scope, m.shown = s, false
}

// Scope returns the scope chosen.
func (m *Model) Scope() Scope { return m.scope }

// Field is a field of the scope.
type Field struct {
	Key, Label, Text string
	Choices          []wording.Choice
}

// Keys of the scope's fields.
const (
	UnitField   = "unit"
	LevelField  = "level"
	StatusField = "status"
	PeopleField = "people"
)

const (
	wholeCounty = "全县"
	anyLevel    = "各等级"
	running     = "在办的"
)

// Fields returns the scope as fields. The administrators' form knows only units.
func (m *Model) Fields() []Field {
	fields := []Field{{UnitField, "单位", wording.Or(m.scope.Unit, wholeCounty), wording.Choices(append([]string{wholeCounty}, m.units()...)...)}}
	if m.paper == "administrator-form" {
		return fields
	}
	fields = append(fields,
		Field{LevelField, "申报等级", wording.Or(m.scope.Level.Full(), anyLevel), wording.Choices(append([]string{anyLevel}, levels()...)...)},
		Field{StatusField, "状态", statusText(m.scope.Statuses), wording.Choices(statuses()...)})
	if n := len(m.scope.Numbers); n > 0 {
		fields = append(fields, Field{PeopleField, "人员", fmt.Sprintf("选中的 %s 人", wording.Count(n)), wording.Choices("不限")})
	}
	return fields
}

func (m *Model) units() (names []string) {
	var others []string
	for _, u := range m.desk.AllUnits() {
		if u.Supervising == u.ID {
			names = append(names, u.Name)
		} else if m.paper != "administrator-form" {
			others = append(others, u.Name)
		}
	}
	return append(names, others...)
}

func levels() (names []string) {
	for _, l := range data.Levels() {
		names = append(names, l.Full())
	}
	return names
}

func statuses() []string {
	names := []string{running}
	for _, s := range registration.Running {
		names = append(names, s.String())
	}
	return names
}

func statusText(s []data.Status) string {
	if len(s) == 0 {
		return running
	}
	return s[0].String()
}

// Leave takes a field of the scope.
func (m *Model) Leave(key, text string) error {
	s := m.scope
	label, ok := wording.Pick(m.choices(key), text)
	if !ok {
		return data.Refuse("scope-unknown", key, "没有“"+strings.TrimSpace(text)+"”可选", "敲拼音首字母或汉字，从列表里选")
	}
	switch key {
	case UnitField:
		s.Unit = strings.TrimPrefix(label, wholeCounty)
	case LevelField:
		s.Level, _ = data.ReadLevel(label) // 各等级 reads as none
	case StatusField:
		s.Statuses = nil
		for _, status := range registration.Running {
			if status.String() == label {
				s.Statuses = []data.Status{status}
			}
		}
	case PeopleField:
		s.Numbers = nil
	}
	m.SetScope(s)
	return nil
}

func (m *Model) choices(key string) []wording.Choice {
	for _, f := range m.Fields() {
		if f.Key == key {
			return f.Choices
		}
	}
	return nil
}

func (m *Model) query() registration.Query {
	return registration.Query{Unit: m.scope.Unit, Level: m.scope.Level, Statuses: m.scope.Statuses, Numbers: m.scope.Numbers}
}

// Count returns how many people, or forms, the scope has.
func (m *Model) Count() int {
	if m.paper == "administrator-form" {
		if m.scope.Unit != "" {
			return 1
		}
		n := 0
		for _, u := range m.desk.AllUnits() {
			if u.Supervising == u.ID {
				n++
			}
		}
		return n
	}
	q := m.query()
	if len(q.Statuses) == 0 {
		q.Statuses = registration.Running
	}
	return len(m.desk.Register.Find(q))
}

// Head returns the title and what is chosen.
func (m *Model) Head() (title string, facts []string) {
	unit := "人"
	if m.paper == "administrator-form" {
		unit = "份"
	}
	return "名册与打印", []string{m.papers.Name(m.paper), wording.Or(m.scope.Unit, wholeCounty), wording.Count(m.Count()) + " " + unit}
}

// SaveName proposes a name for the file.
func (m *Model) SaveName() string {
	name := m.papers.Name(m.paper) + " " + wording.Or(m.scope.Unit, wording.Or(m.desk.Office.Profile.County, wholeCounty))
	name += " " + m.desk.Office.Today().String() + ".pdf"
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r == filepath.Separator {
			return -1
		}
		return r
	}, m.desk.Office.Profile.Marked(name))
}

// Print returns the work of making the PDF and recording the act of printing.
// keep gets the PDF to its printer or file; what keep refuses was not printed.
func (m *Model) Print(keep func(pdf []byte) error) func(context.Context) (wording.Done, error) {
	ordered := printing.Order{Paper: m.paper, Query: m.query()}
	name := m.papers.Name(m.paper)
	return func(ctx context.Context) (wording.Done, error) {
		result, err := printing.Print(ctx, m.desk, m.papers, ordered, keep)
		if err != nil {
			return wording.Done{}, err
		}
		return wording.Done{What: fmt.Sprintf("%s已印 %d 页，%d 份", name, result.Pages, result.Records)}, nil
	}
}

// Save returns the work of printing into a file.
func (m *Model) Save(path string) func(context.Context) (wording.Done, error) {
	work := m.Print(func(pdf []byte) error { return disk.Save(path, pdf) })
	return func(ctx context.Context) (wording.Done, error) {
		done, err := work(ctx)
		if err == nil {
			done.What, done.Next = strings.Replace(done.What, "已印", "已存", 1)+"："+path, "以后改了里面的人，要重新打印"
		}
		return done, err
	}
}
