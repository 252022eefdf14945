package paper

import (
	"cmp"
	"errors"
	"fmt"

	"gongkao/app/paper/pdf"
)

// handRoom is how wide a column has to be for what is written into it by hand.
var handRoom = map[string]float64{"signature": 26, "date": 16, "words": 30}

// handHeight is how high a place to write is at least.
const handHeight = 8.0

func (d *definition) checkTable() error {
	t := d.Table
	if t.Each != tableSource[d.Per] && lists[t.Each].of != d.Per || len(t.Column) == 0 || t.Row <= 0 || t.Head <= 0 {
		return fmt.Errorf("表：要有 each = %s、head、row 和 column", cmp.Or(tableSource[d.Per], string(d.Per)+" 的列表"))
	}
	if err := d.checkColumns("表", t); err != nil {
		return err
	}
	return t.checkBands()
}

// checkColumns checks the columns of a table and their width.
func (d *definition) checkColumns(where string, t *table) error {
	var width float64
	for _, c := range t.Column {
		width += c.W
		box := textBox{X: t.X, Y: t.Y, W: c.W, H: t.Row, Text: c.Text, Type: c.Type, Align: c.Align, Fit: c.Fit}
		if err := d.checkBox(where, box); err != nil {
			return err
		}
	}
	for where, kind := range t.rowTypes() {
		if kind != "" && d.styles[kind] == (pdf.Style{}) {
			return fmt.Errorf("%s表的 %s：没有“%s”这种字", d.lines(written(kind)), where, kind)
		}
	}
	if page, _ := d.size(); t.X+width > page-d.Right+1e-6 {
		return fmt.Errorf("%s：各列共宽 %g 毫米，超出了页边", where, width)
	}
	for i := range t.Column {
		if err := t.checkHand(&t.Column[i]); err != nil {
			return fmt.Errorf("%s%s，列“%s”：%w", d.lines(written(t.Column[i].Head.source)), where, oneLine(t.Column[i].Head.source), err)
		}
	}
	return nil
}

// rowTypes are the types of the rows that are no records.
func (t *table) rowTypes() map[string]string {
	types := map[string]string{}
	if t.Band != nil {
		types["band"] = t.Band.Type
	}
	if t.Over != nil {
		types["over"] = t.Over.Type
	}
	if t.Page != nil {
		types["page"] = t.Page.Type
	}
	if t.Total != nil {
		types["total"] = t.Total.Type
	}
	for i, c := range t.Closing {
		types[fmt.Sprintf("closing %d", i+1)] = c.Type
		types[fmt.Sprintf("label of closing %d", i+1)] = c.LabelType
	}
	return types
}

// checkBands finds a band that cannot be drawn, one over others that there are
// not, and empty rows that are more than a page.
func (t *table) checkBands() error {
	for name, b := range map[string]*band{"band": t.Band, "over": t.Over} {
		if b != nil && (b.H <= 0 || b.By.empty()) {
			return fmt.Errorf("表的 %s：要有 by 和 h", name)
		}
	}
	if t.Over != nil && t.Band == nil {
		return errors.New("表的 over：下面要有 band")
	}
	used := float64(t.ByHand) * t.Row
	if t.Band != nil && !t.Band.ByHand.empty() {
		used += t.Band.H
	}
	s := sheet{table: t}
	if t.ByHand < 0 || used > s.room(t.Last, true)+hair {
		return fmt.Errorf("表：by-hand = %d 行一页放不下", t.ByHand)
	}
	return nil
}

// checkHand finds places to write that nobody can write in, and boxes to tick
// that say nothing.
func (t *table) checkHand(c *column) error {
	least, known := handRoom[c.Hand]
	high := float64(len(c.Tick)) * tickPitch
	switch {
	case c.Hand != "" && !known:
		return fmt.Errorf("hand = %q 不是 signature、date、words 之一", c.Hand)
	case c.Hand != "" && (c.W < least || t.Row < handHeight):
		return fmt.Errorf("hand = %q 至少要 %g × %g 毫米", c.Hand, least, handHeight)
	case len(c.Tick) > 0 && !c.Text.empty():
		return errors.New("有选框的列不能再写 text")
	case high > t.Row:
		return fmt.Errorf("%d 个选框要 %g 毫米高的行", len(c.Tick), high)
	}
	for _, b := range c.Tick {
		if b.Ticked.value == nil || b.Text.empty() {
			return errors.New("tick 要有 text 和 ticked")
		}
	}
	return nil
}
