package sheets

import (
	"fmt"
	"slices"
	"strings"

	"gongkao/app/sheets/grid"
	"gongkao/app/units"
	"gongkao/data"
)

// readUnits reads a unit sheet into lines for units.Register, which finds what
// is wrong between them. A row without a unit's name is skipped when nothing
// else is in it but a serial number, and waits otherwise.
func readUnits(t table) SheetReading {
	out := t.outline()
	d := &desk{table: t}
	for _, row := range t.sheet.Rows[t.header.at+1:] {
		line := units.Line{
			Row:         row.Number,
			Name:        units.Trim(d.written(row, "unit")),
			Short:       units.Trim(d.written(row, "short")),
			Former:      units.ReadFormer(d.written(row, "former")),
			Supervising: units.Trim(d.written(row, "supervising_unit")),
			Kind:        tidy(d.written(row, "kind"), "kind"),
			Contact:     tidy(d.written(row, "contact"), "contact"),
			Phone:       tidy(d.written(row, "phone"), "phone"),
			Into:        units.Trim(d.written(row, "into")),
			Change:      tidy(d.written(row, "change"), "change"),
		}
		told := line.Short + line.Supervising + line.Kind + line.Contact + line.Phone + line.Into
		why := noUnit(row, t.header, line.Name, told)
		switch {
		case why != "":
			out.skip(row, why)
		case line.Name == "":
			r := &entry{desk: d, row: row}
			r.add("unit", note("required-missing", "没有填单位全称", "请补上单位全称，与公章一致"))
			out.Problems = append(out.Problems, r.problems...)
			out.Waiting = append(out.Waiting, r.waiting())
		default:
			out.Lines = append(out.Lines, line)
		}
	}
	return out
}

// noUnit says why a row is no unit; "" when it is one, or might be.
func noUnit(row grid.Row, h header, name, told string) string {
	first := firstText(row)
	switch {
	case lineOf(name) != "":
		return lineOf(name)
	case lineOf(first) != "":
		return lineOf(first)
	case h.repeats(row):
		return repeatedHead
	case name != "" || told != "":
		return ""
	case loneText(row) && !data.Digits(data.Narrow(first)):
		return loneLine(first)
	}
	return emptyRow
}

// Refuse moves a line to the waiting rows: units.Register has found that it
// cannot enter.
func (s *SheetReading) Refuse(refused units.Refusal) {
	line := refused.Line
	s.Lines = slices.DeleteFunc(s.Lines, func(l units.Line) bool { return l.Row == line.Row })
	p := refusalNote(refused.Err)
	texts := map[string]string{}
	for key, text := range map[string]string{
		"unit": line.Name, "short": line.Short, "former": strings.Join(line.Former, "；"), "supervising_unit": line.Supervising,
		"kind": line.Kind, "contact": line.Contact, "phone": line.Phone, "into": line.Into, "change": line.Change,
	} {
		if text != "" {
			texts[key] = text
		}
	}
	p.Row, p.Value = line.Row, texts[p.Field]
	if letters, ok := s.Columns[p.Field]; ok {
		p.Cell = fmt.Sprintf("%s%d", letters, line.Row)
	}
	s.Problems = append(s.Problems, p)
	cells := map[string]string{}
	for key, letters := range s.Columns {
		cells[key] = fmt.Sprintf("%s%d", letters, line.Row)
	}
	s.Waiting = append(s.Waiting, WaitingRow{Row: line.Row, Texts: texts, Cells: cells, Problems: []Problem{p}})
}
