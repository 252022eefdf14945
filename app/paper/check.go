package paper

import (
	"errors"
	"fmt"
	"slices"

	"gongkao/app/paper/pdf"
)

// The words a definition may use where a word decides.
var (
	subjects    = []subject{perEntry, perAdministrator, perJob, perTable, perLetter, perSlip, perChange}
	alignments  = []string{"", "left", "right", "justify", "label"}
	vertical    = []string{"", "top"}
	fits        = []string{"", "line", "wrap", "name"}
	tablePages  = []string{"", "every", "first", "rest", "inner", "last"}
	tableSource = map[subject]string{perJob: "entries", perTable: "lines"}
)

// check finds what the decoder cannot: words outside the lists above, unknown
// types, boxes that leave the sheet.
func (d *definition) check() error {
	if d.Name == "" || len(d.Kind) != 3 || !slices.Contains(subjects, d.Per) {
		return errors.New("要有 name、三个大写字母的 kind，per 是 entry、administrator、job、table、letter、slip、change 之一")
	}
	if d.Each != "" && (lists[d.Each].of != d.Per || d.Most < 1) {
		return fmt.Errorf("each = %q 不是 per = %s 的列表，或缺 most", d.Each, d.Per)
	}
	if len(d.Page) > 0 && d.Page[0].Same {
		return errors.New("第 1 页前面没有页，不能写 same")
	}
	for i := range d.Page {
		if err := d.checkPage(fmt.Sprintf("第 %d 页", i+1), &d.Page[i]); err != nil {
			return err
		}
	}
	for name, p := range map[string]*page{"continuation": d.Continuation, "blank": d.Blank} {
		if p == nil {
			continue
		}
		if err := d.checkPage(name, p); err != nil {
			return err
		}
	}
	if d.Table != nil {
		if err := d.checkTable(); err != nil {
			return err
		}
	}
	if err := d.checkLetter(); err != nil {
		return err
	}
	return d.checkSubjects()
}

func (d *definition) checkPage(where string, p *page) error {
	if !slices.Contains(tablePages, p.On) {
		return fmt.Errorf("%s：on = %q 不是 every、first、rest、inner、last 之一", where, p.On)
	}
	for _, t := range p.Text {
		if err := d.checkBox(where, t); err != nil {
			return err
		}
	}
	if p.Grid == nil {
		return nil
	}
	for i, r := range p.Grid.Row {
		row := fmt.Sprintf("%s，第 %d 行格", where, i+1)
		if r.Each != "" && (lists[r.Each].of != d.Per || len(r.Strip) == 0) {
			return fmt.Errorf("%s：each = %q 不是已有的列表，或缺 strip", row, r.Each)
		}
		if r.Each == "" && r.H <= 0 {
			return fmt.Errorf("%s：没有高度 h", row)
		}
		for _, c := range r.Cell {
			if err := d.checkBox(row, c); err != nil {
				return err
			}
		}
		for _, s := range r.Strip {
			for _, c := range s.Cell {
				if err := d.checkBox(row, c); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (d *definition) checkBox(where string, t textBox) error {
	where = d.place(where, t.Text)
	width, height := d.size()
	switch {
	case t.Type != "" && d.styles[t.Type] == (pdf.Style{}):
		return fmt.Errorf("%s：没有“%s”这种字", where, t.Type)
	case !slices.Contains(alignments, t.Align), !slices.Contains(vertical, t.Valign), !slices.Contains(fits, t.Fit):
		return fmt.Errorf("%s：没有这种 align、valign 或 fit", where)
	case t.W <= 0, t.X < d.Left-1e-6, t.X+t.W > width-d.Right+1e-6, t.Y < 0, t.Y+t.H > height:
		return fmt.Errorf("%s：超出了页边", where)
	}
	return nil
}

// size is the sheet's.
func (d *definition) size() (width, height float64) {
	if d.Landscape {
		return 297, 210
	}
	return 210, 297
}

// newPage returns an empty page of the paper.
func (d *definition) newPage() *pdf.Page {
	if d.Landscape {
		return pdf.Landscape()
	}
	return pdf.Portrait()
}
