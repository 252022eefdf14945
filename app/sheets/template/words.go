package template

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"gongkao/app/sheets"
	"gongkao/app/sheets/grid"
	"gongkao/data"
)

// blank is a word in braces that is to be put in, in ordinary or full-width ones.
var blank = regexp.MustCompile(`(?:\{\{|｛｛)\s*([^{}｛｝]*?)\s*(?:\}\}|｝｝)`)

// outside calls do with every cell that has something in it and is none of the
// rows.
func (f *filling) outside(do func(row grid.Row, column int) error) error {
	for _, row := range f.grid.Rows {
		if row.Number >= f.room.first && row.Number < f.room.first+f.room.ready {
			continue
		}
		for column, cell := range row.Cells {
			if cell.Kind == grid.Empty {
				continue
			}
			if err := do(row, column); err != nil {
				return err
			}
		}
	}
	return nil
}

// putWords puts words in for those in braces. One that nobody knows stays as it is
// and is noted.
func (f *filling) putWords() error {
	var strange []string
	err := f.outside(func(row grid.Row, column int) error {
		if !blank.MatchString(row.Cells[column].Text) {
			return nil
		}
		cell := cellName(column, row.Number)
		written, err := f.file.GetCellValue(f.sheet, cell)
		if err != nil || !blank.MatchString(written) { // of a merged area, that is done already
			return err
		}
		return f.file.SetCellStr(f.sheet, cell, blank.ReplaceAllStringFunc(written, func(word string) string {
			text, known := f.order.Words[blank.FindStringSubmatch(word)[1]]
			if !known {
				strange = append(strange, word)
				return word
			}
			return text
		}))
	})
	slices.Sort(strange)
	if strange = slices.Compact(strange); len(strange) > 0 {
		f.notes = append(f.notes, "模板里的 "+strings.Join(strange, "、")+" 不认得，照原样留着")
	}
	return err
}

// countsPeople are the words of a sum that say that it is one of people.
var countsPeople = regexp.MustCompile(`人数|[(（]人[)）]`)

// putSums fills what lines of sums beneath the table leave empty: the figures of the
// table's total under their heads, and a count of people beside a word that asks
// for it.
func (f *filling) putSums() error {
	for _, row := range f.grid.Rows {
		if row.Number < f.room.first+f.room.ready || !sheets.IsSum(row) {
			continue
		}
		for column, key := range f.head.Columns {
			place := f.order.Table.ColumnByKey(key)
			if f.order.Table.Total == nil || place < 0 {
				continue
			}
			if _, words := f.order.Table.Total[place].(string); words {
				continue
			}
			if err := f.putSum(column, row.Number, f.order.Table.Total[place]); err != nil {
				return err
			}
		}
		if err := f.putCount(row); err != nil {
			return err
		}
	}
	return nil
}

// putCount writes how many people there are into the first cell after a word that
// asks for it, over what is merged with the word.
func (f *filling) putCount(row grid.Row) error {
	if f.order.Table.Kind != sheets.People {
		return nil
	}
	for column, cell := range row.Cells {
		if !countsPeople.MatchString(cell.Text) {
			continue
		}
		beside := column + 1
		for _, m := range f.merges {
			if m.top <= row.Number && m.bottom >= row.Number && m.left-1 == column {
				beside = m.right
			}
		}
		return f.putSum(beside, row.Number, len(f.order.Table.Rows))
	}
	return nil
}

// putSum writes a figure into a cell that the template leaves empty.
func (f *filling) putSum(column, row int, value any) error {
	cell := cellName(column, row)
	formula, err := f.file.GetCellFormula(f.sheet, cell)
	if err != nil || formula != "" {
		return err
	}
	written, err := f.file.GetCellValue(f.sheet, cell)
	if err != nil || strings.TrimSpace(written) != "" {
		return err
	}
	return f.putFigure(cell, value)
}

// Words are what stands for the words in braces: 单位 is whom the table is about,
// the office where it is about the county.
func Words(o data.Office, today data.Date, unit string, rows int) map[string]string {
	if unit == "" {
		unit = o.Name
	}
	return map[string]string{"单位": unit, "年度": fmt.Sprint(o.Year), "日期": today.Chinese(), "办公室": o.Name, "人数": fmt.Sprint(rows)}
}
