package tray

import (
	"fmt"
	"strings"

	"gongkao/app/sheets"
	trays "gongkao/app/tray"
	"gongkao/data"
	"gongkao/views/wording"
)

// Row is a waiting row as the list shows it: where it stands, what is written
// there, and what it becomes.
type Row struct {
	Number, Cell, Name string
	Where              string // sheet and file, where the batch has several
	Field, Label       string // what is asked: the key and the word of the field
	Written            string
	Faults             []Span // of Written
	Grave              bool   // what is written cannot stay; else it may be right
	Text               string // what it becomes, as far as it is answered
	Remark             string // how it came: 随第 42 行
	Hint               string // what to write, while nothing is
	Ready              bool
	Word               string // 可进入, 待答
	Trouble, Todo      string // what is wrong and what to do; "" when nothing is
	More               int    // further problems of the row
	Fixed              bool   // nothing can be written: it is decided, or sent back
}

// Row is the row of a line.
func (m *Model) Row(at int) Row {
	l := m.lines[at]
	group, r := m.groups[l.group], m.tray.Row(l.row)
	field, problem, open := m.asked(r)
	shown := Row{Number: fmt.Sprint(r.Number), Cell: r.Cells[field], Name: r.Name, Where: m.where(r), Field: field, Label: labelOf(r.Kind, field),
		Written: r.Written[field], Grave: group.Block, Text: r.Mended[field], Ready: r.Ready, Word: "可进入", Fixed: unwritten[group.Ask] != "" && !r.Ready}
	if open {
		shown.Word, shown.Trouble, shown.Todo, shown.More = "待答", problem.Message, problem.Hint, blocking(r)-1
	}
	switch problem.Code {
	case "unit-similar": // the likely ones say it
		shown.Trouble, shown.Todo = "", ""
	case "unit-unknown":
		shown.Todo = "核对公章上的名称；确是新单位，按 F7 登记"
	}
	if field == "" { // the row as a whole is in question
		shown.Written = shown.Trouble
	}
	shown.Faults = faults(m.codeOf(l, problem.Code), shown.Written, wording.Or(shown.Text, m.likely(l.row, field)))
	shown.Remark = m.remark(r, shown)
	shown.Hint = m.hint(group.Ask, field, shown.Written)
	return shown
}

// codeOf is what was wrong with a row: what is, or where it is mended, what its
// group is about.
func (m *Model) codeOf(l line, code string) string { return wording.Or(code, m.groups[l.group].Code) }

// blocking counts the problems that keep a row out.
func blocking(r trays.Row) (n int) {
	for _, p := range r.Problems {
		if !p.Warning() {
			n++
		}
	}
	return n
}

// labelOf is the word of a field of a kind of sheet: 工作单位, 2025年度考核.
func labelOf(kind, key string) string { return wording.Or(sheets.Label(kind, key), key) }

// where names sheet and file of a row as far as the batch has several.
func (m *Model) where(r trays.Row) string {
	var parts []string
	if files, tables := m.several(); files || tables {
		if files {
			parts = append(parts, r.File)
		}
		if tables {
			parts = append(parts, r.Sheet)
		}
	}
	return strings.Join(parts, " · ")
}

func (m *Model) several() (files, tables bool) {
	b := m.tray.Batch()
	named := map[string]bool{}
	for _, s := range b.Sheets {
		named[s.Sheet] = true
	}
	return len(b.Files) > 1, len(named) > 1
}

// remark says how the answer came about.
func (m *Model) remark(r trays.Row, shown Row) string {
	if shown.Text == "" {
		return ""
	}
	if leader, led := m.leader(shown.Field, shown.Written); led && leader != r.Index {
		if first := m.tray.Row(leader); first.Mended[shown.Field] == shown.Text {
			return fmt.Sprintf("随第 %d 行", first.Number)
		}
	}
	if shown.Text == data.Squeeze(shown.Written) && shown.Written != "" {
		return "去掉空格"
	}
	return ""
}

// leader is the first of the rows that are written alike in a field; false where
// equal writing means nothing: two people's names.
func (m *Model) leader(field, written string) (row int, ok bool) {
	c, ok := m.alikes()[alike{field, written}]
	return c.first, ok
}

// alikes gathers the rows that are written alike.
func (m *Model) alikes() map[alike]company {
	if m.gathered != nil {
		return m.gathered
	}
	m.gathered = map[alike]company{}
	for _, l := range m.lines {
		if l.row == head {
			continue
		}
		for key, text := range m.tray.Row(l.row).Written {
			if text == "" || !trays.Alike(key) {
				continue
			}
			c, known := m.gathered[alike{key, text}]
			if !known {
				c.first = l.row
			}
			c.rows++
			m.gathered[alike{key, text}] = c
		}
	}
	return m.gathered
}

// worded are the fields besides those of trays.Alike that are answered by a word of
// a list.
var worded = map[string]bool{"sex": true, "retirement_category": true, "commitment": true, "consent": true, "appraisals": true}

// fromList reports whether a field is answered by a word of a list.
func fromList(field string) bool {
	name, _, _ := strings.Cut(field, ".")
	return trays.Alike(field) || worded[name]
}

// hints say what to write in an empty field, by how it is answered.
var hints = map[trays.Ask]string{trays.AskUnit: "选单位，或输拼音首字母", trays.AskChoice: "选一项，或输拼音首字母"}

// unwritten are what is done where nothing can be written.
var unwritten = map[trays.Ask]string{trays.AskResend: "只能单位重报", trays.AskBeside: "两边并排看，留一份"}

func (m *Model) hint(ask trays.Ask, field, written string) string {
	if words := unwritten[ask]; words != "" {
		return words
	}
	if ask == trays.AskMonth {
		if year, _, cut := strings.Cut(data.Narrow(written), "."); cut {
			return "1 是 " + year + "-01，2 是 " + year + "-10"
		}
	}
	if words := hints[ask]; words != "" && fromList(field) {
		return words
	}
	if f := data.FieldByKey(field); f != nil {
		return f.Hint
	}
	return ""
}

// Alike says what else is answered together with the row one is at; "" when
// nothing is.
func (m *Model) Alike() string {
	l, ok := m.current()
	if !ok || l.row == head {
		return ""
	}
	r := m.tray.Row(l.row)
	field, _, _ := m.asked(r)
	if c := m.alikes()[alike{field, r.Written[field]}]; c.rows > 1 {
		return fmt.Sprintf("还有 %s 行同样写法，一起改", wording.Count(c.rows-1))
	}
	return ""
}

// Empty reports whether nothing waits.
func (m *Model) Empty() bool { return len(m.lines) == 0 }

// Lines is how many lines the list has, heads among them.
func (m *Model) Lines() int { return len(m.lines) }

// Current is the line one is at.
func (m *Model) Current() int { return m.at }

// IsHead reports whether a line is the head of a group.
func (m *Model) IsHead(at int) bool { return m.lines[at].row == head }

// GroupOf is the group of a line.
func (m *Model) GroupOf(at int) int { return m.lines[at].group }

// Settled reports whether nothing is to be answered where one is.
func (m *Model) Settled() bool {
	_, ok := m.current()
	return !ok || !m.unanswered(m.at)
}

// Asks reports whether one is at the head of a group that asks.
func (m *Model) Asks() bool {
	l, ok := m.current()
	return ok && l.row == head && m.asksOnce(l.group)
}

// Filled is what the field of the open row begins with: what stands for the cell
// by now, or where it was only miswritten, what is written.
func (m *Model) Filled() string {
	l, field, ok := m.open()
	if !ok {
		return ""
	}
	r := m.tray.Row(l.row)
	if text, mended := r.Mended[field]; mended {
		return text
	}
	if m.groups[l.group].Ask == trays.AskText && !fromList(field) {
		return r.Written[field]
	}
	return ""
}

// Hint is what to write in the field of the open row.
func (m *Model) Hint() string {
	l, field, ok := m.open()
	if !ok {
		return ""
	}
	return m.hint(m.groups[l.group].Ask, field, m.tray.Row(l.row).Written[field])
}
