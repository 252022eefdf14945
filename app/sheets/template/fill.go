package template

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"gongkao/app/sheets"
	"gongkao/app/sheets/grid"
	"gongkao/data"
)

// Order says with what a template is to be filled.
type Order struct {
	Table sheets.Table
	Said  Said
	Words map[string]string // what stands for {{…}}
}

// Filled is a template with its rows.
type Filled struct {
	Content []byte
	Sheet   string
	HeadRow int
	Notes   []string // what is to be looked at
}

// filling is a template while it is filled.
type filling struct {
	*Template
	order  Order
	sheet  string
	grid   *grid.Sheet // as it was read
	head   sheets.TableHead
	room   room
	bottom int // last row with anything in it, before
	right  int // and the last column
	merges []area
	frames map[int]bool
	looks  map[int]int // column → style of the lines put in
	texts  map[int]textual
	dates  map[int]shows
	notes  []string
}

// Fill puts the rows in and returns the workbook. A template is filled once. It
// refuses besides what choose refuses: more rows than fit (too-many-rows), and a
// protected sheet that has not enough lines of its own (template-protected).
func (t *Template) Fill(order Order) (Filled, error) {
	sheet, head, err := t.choose(&order.Table, order.Said)
	if err != nil {
		return Filled{}, err
	}
	f := &filling{Template: t, order: order, sheet: sheet.Name, grid: sheet, head: head, frames: map[int]bool{}, looks: map[int]int{}, texts: map[int]textual{}, dates: map[int]shows{}}
	for _, step := range []func() error{f.extent, f.measure, f.fits, f.putWords, f.putSums, f.putRows, f.settle} {
		if err := step(); err != nil {
			if _, refused := data.AsRefusal(err); refused {
				return Filled{}, err
			}
			return Filled{}, fmt.Errorf("template: filling: %w", err)
		}
	}
	f.leftOut()
	var out bytes.Buffer
	t.file.Path = "filled.xlsx" // so that a template (.xltx) becomes a workbook
	if err := t.file.Write(&out); err != nil {
		return Filled{}, fmt.Errorf("template: writing: %w", err)
	}
	return Filled{Content: out.Bytes(), Sheet: f.sheet, HeadRow: head.Row, Notes: f.notes}, nil
}

// Limits of what is looked at: colouring whole rows or columns makes a sheet of
// 16,384 columns or a million rows.
const (
	mostAcross = 256
	mostBlank  = 5_000 // lines without a word that may follow the last word
)

// extent reads how far the sheet reaches.
func (f *filling) extent() error {
	ref, err := f.file.GetSheetDimension(f.sheet)
	if err != nil {
		return err
	}
	if _, end, ok := strings.Cut(ref, ":"); ok {
		ref = end
	}
	words := 0
	for _, row := range f.grid.Rows {
		words, f.right = row.Number, max(f.right, len(row.Cells))
	}
	right, bottom, err := excelize.CellNameToCoordinates(ref)
	if err != nil { // none is given
		f.bottom = words
		return nil
	}
	f.right, f.bottom = min(max(f.right, right), mostAcross), max(words, bottom)
	if f.bottom > words+mostBlank {
		f.bottom = words
	}
	return nil
}

// across is how many columns are looked after.
func (f *filling) across() int { return min(max(f.room.width, f.right), mostAcross) }

// fits refuses what cannot be put in.
func (f *filling) fits() error {
	rows := len(f.order.Table.Rows)
	switch {
	case rows > maxFilled || f.bottom+rows > excelize.TotalRows:
		return data.Refuse("too-many-rows", "", fmt.Sprintf("模板里一次最多填 %d 行，要填的有 %d 行", maxFilled, rows), "请按主管部门或等级分开导出，或者不用模板导出")
	case rows > f.room.ready && f.fixed[f.sheet]:
		return data.Refuse("template-protected", "", fmt.Sprintf("模板“%s”的工作表设了保护，只留了 %d 行，要填 %d 行", f.Name, f.room.ready, rows), "请先撤销工作表保护，或者在模板里多留空行再用")
	}
	return nil
}

// putRows makes room and writes the rows.
func (f *filling) putRows() error {
	more := max(0, len(f.order.Table.Rows)-f.room.ready)
	formulas, err := f.formulas()
	if err != nil {
		return err
	}
	if more > 0 {
		if err := f.makeRoom(more); errors.Is(err, excelize.ErrMaxRows) {
			return data.RefuseBecause(err, "too-many-rows", "模板“"+f.Name+"”一直到最后一行都有格式，插不进新的行", "请删去模板里表格下面多余的行再用")
		} else if err != nil {
			return err
		}
	}
	if err := f.writeCells(formulas); err != nil {
		return err
	}
	if more == 0 {
		return nil
	}
	return errors.Join(f.copyFormulas(formulas), f.copyMerges())
}

// last is the last row that is written.
func (f *filling) last() int { return f.room.first + len(f.order.Table.Rows) - 1 }

// asked are the columns that the table fills, from the left.
func (f *filling) asked() []int { return slices.Sorted(maps.Keys(f.head.Columns)) }

// formulas are the columns of which the template's first line is reckoned: they
// stay as they are.
func (f *filling) formulas() (all map[int]bool, err error) {
	all = map[int]bool{}
	if f.room.ready == 0 {
		return all, nil
	}
	for column := range f.across() {
		formula, err := f.file.GetCellFormula(f.sheet, cellName(column, f.room.first))
		if err != nil {
			return nil, err
		}
		if formula != "" {
			all[column] = true
		}
	}
	return all, nil
}

// copyFormulas moves the formulas of the first line on to the others: one formula
// shared by all of them, which every program reads with its references moved.
func (f *filling) copyFormulas(columns map[int]bool) error {
	last := max(f.last(), f.room.first+f.room.ready-1)
	shared := excelize.STCellFormulaTypeShared
	for _, column := range slices.Sorted(maps.Keys(columns)) {
		first := cellName(column, f.room.first)
		formula, err := f.file.GetCellFormula(f.sheet, first)
		if err != nil {
			return err
		}
		ref := first + ":" + cellName(column, last)
		if err := f.file.SetCellFormula(f.sheet, first, formula, excelize.FormulaOpts{Type: &shared, Ref: &ref}); err != nil {
			return err
		}
	}
	return nil
}

// copyMerges merges the cells of the new lines as those of the first are.
func (f *filling) copyMerges() error {
	for _, m := range f.merges {
		if m.top != f.room.first || m.bottom != f.room.first || f.room.ready == 0 {
			continue
		}
		for row := f.room.first + 1; row <= f.last()-f.room.ready+1; row++ {
			if err := f.file.MergeCell(f.sheet, cellName(m.left-1, row), cellName(m.right-1, row)); err != nil {
				return err
			}
		}
	}
	return nil
}

// settle sets the extent, and that everything reckoned is reckoned anew.
func (f *filling) settle() error {
	more := max(0, len(f.order.Table.Rows)-f.room.ready)
	end := cellName(f.across()-1, max(f.bottom+more, f.last()))
	if err := f.file.SetSheetDimension(f.sheet, "A1:"+end); err != nil {
		return err
	}
	yes := true
	return errors.Join(f.file.UpdateLinkedValue(), f.file.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &yes}))
}

// leftOut notes what the template asks for and the table has not.
func (f *filling) leftOut() {
	var heads []string
	for _, column := range slices.Sorted(maps.Keys(f.head.Heads)) {
		if _, asked := f.head.Columns[column]; asked {
			continue
		}
		formula, err := f.file.GetCellFormula(f.sheet, cellName(column, f.room.first))
		if err == nil && formula == "" {
			heads = append(heads, "“"+strings.Join(strings.Fields(f.head.Heads[column]), "")+"”")
		}
	}
	if len(heads) > 0 {
		f.notes = append(f.notes, "模板里 "+strings.Join(heads, "、")+" 没有对应的内容，空着")
	}
}
