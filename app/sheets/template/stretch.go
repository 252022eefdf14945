package template

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// What ends with the template's first line has to reach over the lines put in after
// it: a range that a program would stretch by itself goes over the place where
// lines are put in, and this one does not.

// stretch lets choices, conditional formats, tables, filters, names and sums reach
// over the new lines. What cannot be stretched stays as it is, and is noted: the
// rows are there all the same.
func (f *filling) stretch(more int) {
	s := stretching{f, more}
	for _, of := range []struct {
		what string
		do   func() error
	}{{"下拉选项", s.choices}, {"条件格式", s.conditions}, {"表格区域", s.tables}, {"打印区域和名称", s.names}, {"合计公式", s.formulas}} {
		if err := of.do(); err != nil {
			f.notes = append(f.notes, fmt.Sprintf("模板的%s没能延到新加的行（%v），请看一下", of.what, err))
		}
	}
}

type stretching struct {
	*filling
	more int
}

// reach moves the end of a range that ends with the first line. One that begins
// above it does so too where the template had no other line.
func (s stretching) reach(a area) (area, bool) {
	if a.bottom != s.room.first || a.top != s.room.first && s.room.ready > 1 {
		return a, false
	}
	a.bottom += s.more
	return a, true
}

// refs stretches ranges that stand beside each other: C5 E5:F5.
func (s stretching) refs(list string) (stretched string, changed bool) {
	parts := strings.Fields(list)
	for i, part := range parts {
		from, to, two := strings.Cut(part, ":")
		if !two {
			to = from
		}
		left, top, err := excelize.CellNameToCoordinates(from)
		right, bottom, err2 := excelize.CellNameToCoordinates(to)
		if err != nil || err2 != nil {
			continue // of whole rows or columns
		}
		if a, ok := s.reach(area{left, top, right, bottom}); ok {
			parts[i], changed = cellName(a.left-1, a.top)+":"+cellName(a.right-1, a.bottom), true
		}
	}
	return strings.Join(parts, " "), changed
}

// xmlWords writes a formula as excelize wants that of a choice: as XML.
var xmlWords = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

func (s stretching) choices() error {
	all, err := s.file.GetDataValidations(s.sheet)
	if err != nil {
		return err
	}
	for _, choice := range all {
		longer, changed := s.refs(choice.Sqref)
		if !changed {
			continue
		}
		if err := s.file.DeleteDataValidation(s.sheet, choice.Sqref); err != nil {
			return err
		}
		choice.Sqref, choice.Formula1, choice.Formula2 = longer, xmlWords.Replace(choice.Formula1), xmlWords.Replace(choice.Formula2)
		if err := s.file.AddDataValidation(s.sheet, choice); err != nil {
			return err
		}
	}
	return nil
}

func (s stretching) conditions() error {
	all, err := s.file.GetConditionalFormats(s.sheet)
	if err != nil {
		return err
	}
	for _, ref := range slices.Sorted(maps.Keys(all)) {
		longer, changed := s.refs(ref)
		if !changed {
			continue
		}
		if err := errors.Join(s.file.UnsetConditionalFormat(s.sheet, ref), s.file.SetConditionalFormat(s.sheet, longer, all[ref])); err != nil {
			return err
		}
	}
	return nil
}

// tables are those that a program can sort and filter. excelize moves them and
// cannot make them longer, so their part is mended.
func (s stretching) tables() error {
	all, err := s.file.GetTables(s.sheet)
	if err != nil {
		return err
	}
	for _, table := range all {
		longer, changed := s.refs(table.Range)
		if !changed {
			continue
		}
		s.file.Pkg.Range(func(path, part any) bool {
			content, _ := part.([]byte)
			if strings.HasPrefix(path.(string), "xl/tables/") && bytes.Contains(content, []byte(`name="`+table.Name+`"`)) {
				s.file.Pkg.Store(path, bytes.ReplaceAll(content, []byte(`ref="`+table.Range+`"`), []byte(`ref="`+longer+`"`)))
			}
			return true
		})
	}
	return nil
}

// filterName is the name under which a workbook keeps the range of a filter.
const filterName = "_xlnm._FilterDatabase"

// absolute is a range as names and formulas have it, $ or not.
var absolute = regexp.MustCompile(`(\$?)([A-Z]{1,3})(\$?)(\d+):(\$?)([A-Z]{1,3})(\$?)(\d+)`)

// names are print areas, filters, and whatever the office has named on this sheet.
func (s stretching) names() error {
	for _, name := range s.file.GetDefinedName() {
		if !strings.HasPrefix(strings.ReplaceAll(name.RefersTo, "'", ""), strings.ReplaceAll(s.sheet, "'", "")+"!") {
			continue
		}
		longer := s.ranges(name.RefersTo)
		if longer == name.RefersTo {
			continue
		}
		if name.Name == filterName {
			_, ref, _ := strings.Cut(longer, "!")
			if err := s.file.AutoFilter(s.sheet, strings.ReplaceAll(ref, "$", ""), nil); err != nil {
				return err
			}
			continue
		}
		if name.Scope == "Workbook" {
			name.Scope = ""
		}
		if err := s.file.DeleteDefinedName(&name); err != nil {
			return err
		}
		name.RefersTo = longer
		if err := s.file.SetDefinedName(&name); err != nil {
			return err
		}
	}
	return nil
}

// ranges stretches the ranges in a formula.
func (s stretching) ranges(formula string) string {
	return absolute.ReplaceAllStringFunc(formula, func(found string) string {
		m := absolute.FindStringSubmatch(found)
		top, _ := strconv.Atoi(m[4])
		bottom, _ := strconv.Atoi(m[8])
		a, ok := s.reach(area{top: top, bottom: bottom})
		if !ok {
			return found
		}
		return fmt.Sprintf("%s%s%s%d:%s%s%s%d", m[1], m[2], m[3], a.top, m[5], m[6], m[7], a.bottom)
	})
}

// lone is a sum over the only line of a template.
var lone = regexp.MustCompile(`\b(SUM|COUNTA?|AVERAGE|MAX|MIN)\((\$?[A-Z]{1,3}\$?)(\d+)\)`)

// mostBeneath is how many lines beneath a table are looked through.
const mostBeneath = 500

// formulas are those beneath the rows, as far as they reckon with the first.
func (s stretching) formulas() error {
	below := s.room.first + s.room.ready + s.more
	for row := below; row <= min(s.bottom+s.more, below+mostBeneath); row++ {
		for column := range s.right {
			cell := cellName(column, row)
			formula, err := s.file.GetCellFormula(s.sheet, cell)
			if err != nil {
				return err
			}
			longer := s.ranges(lone.ReplaceAllStringFunc(formula, func(found string) string {
				m := lone.FindStringSubmatch(found)
				if m[3] != strconv.Itoa(s.room.first) || s.room.ready > 1 {
					return found
				}
				return m[1] + "(" + m[2] + m[3] + ":" + m[2] + m[3] + ")"
			}))
			if longer == formula {
				continue
			}
			if err := s.file.SetCellFormula(s.sheet, cell, longer); err != nil {
				return err
			}
		}
	}
	return nil
}
