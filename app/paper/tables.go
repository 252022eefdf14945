package paper

import (
	"bytes"
	"fmt"
	"strings"

	"gongkao/app/paper/pdf"
	"gongkao/data"
)

// Table is one table of counts, with its own pages, code and hash: the summary of
// a scope, the order of a unit, a statistic.
type Table struct {
	Title   string // of its entry in the outline
	Head    string // the line above it, left: 主管部门：罗山县农业农村局
	Note    string // under it; "": none
	Contact string // 联系人、电话
	Seal    string // whose seal closes it: 主管部门人事部门章
	What    string // what its first column counts by, where that is chosen
	Lines   []Line
}

// Line is a line of such a table. Group is what it stands under, "" when under
// nothing. Figures a paper does not name stay zero.
type Line struct {
	Group, Name string

	Levels                 [6]int // people by level
	People, Approved, Last int    // who apply, whose review is passed, who applied the year before
	Commitments, Originals int    // people
	Due, Paid              data.Fen

	Trade, Level, Title string // of a textbook
	Copies              int
	Price, Amount       data.Fen

	Bar, BarBefore float64 // 0…1, how long the line's bar is, and that of the year before
}

// Sum adds the lines of the table up, as its last line does.
func (t *Table) Sum() (sum Line) {
	for i := range t.Lines {
		sum.add(&t.Lines[i])
	}
	return sum
}

// add adds the figures of another line. Prices are no figures to be added.
func (l *Line) add(o *Line) {
	for i := range l.Levels {
		l.Levels[i] += o.Levels[i]
	}
	l.People, l.Approved, l.Last = l.People+o.People, l.Approved+o.Approved, l.Last+o.Last
	l.Commitments, l.Originals = l.Commitments+o.Commitments, l.Originals+o.Originals
	l.Due, l.Paid = l.Due+o.Due, l.Paid+o.Paid
	l.Copies, l.Amount = l.Copies+o.Copies, l.Amount+o.Amount
}

// figures are what a line or a sum of lines can tell.
var figures = map[string]func(*Line) string{
	"level5":      func(l *Line) string { return count(l.Levels[5]) },
	"level4":      func(l *Line) string { return count(l.Levels[4]) },
	"level3":      func(l *Line) string { return count(l.Levels[3]) },
	"level2":      func(l *Line) string { return count(l.Levels[2]) },
	"level1":      func(l *Line) string { return count(l.Levels[1]) },
	"people":      func(l *Line) string { return count(l.People) },
	"approved":    func(l *Line) string { return count(l.Approved) },
	"last":        func(l *Line) string { return count(l.Last) },
	"commitments": func(l *Line) string { return count(l.Commitments) },
	"originals":   func(l *Line) string { return count(l.Originals) },
	"due":         func(l *Line) string { return yuan(l.Due) },
	"paid":        func(l *Line) string { return yuan(l.Paid) },
	"copies":      func(l *Line) string { return count(l.Copies) },
	"amount":      func(l *Line) string { return l.Amount.String() },
	"capital":     func(l *Line) string { return l.Amount.Capital() },
}

// tableValues tell of a table, its lines (line.…) and what rows of counts sum up
// (sum.…).
var tableValues = allTableValues()

func allTableValues() map[string]func(*view) string {
	all := map[string]func(*view) string{
		"table.head":    func(v *view) string { return v.table.Head },
		"table.title":   func(v *view) string { return v.table.Title },
		"table.note":    func(v *view) string { return v.table.Note },
		"table.contact": func(v *view) string { return v.table.Contact },
		"table.seal":    func(v *view) string { return v.table.Seal },
		"table.what":    func(v *view) string { return v.table.What },
		"line.group":    func(v *view) string { return v.line.Group },
		"line.name":     func(v *view) string { return v.line.Name },
		"line.trade":    func(v *view) string { return v.line.Trade },
		"line.level":    func(v *view) string { return v.line.Level },
		"line.title":    func(v *view) string { return v.line.Title },
		"line.price":    func(v *view) string { return v.line.Price.String() },
	}
	for name, of := range figures {
		all["line."+name] = func(v *view) string { return of(v.line) }
		all["sum."+name] = func(v *view) string { return of(&v.counted.lines) }
	}
	return all
}

// count writes a number of people or books; none is a dash.
func count(n int) string {
	if n == 0 {
		return none
	}
	return fmt.Sprint(n)
}

// yuan writes whole yuan without decimals, as the fees of the notice are; none is
// a dash.
func yuan(f data.Fen) string {
	if f == 0 {
		return none
	}
	return strings.TrimSuffix(f.String(), ".00")
}

// tables adds the tables of the job, one after the other.
func (b *batch) tables() error {
	for i := range b.job.Tables {
		if err := b.countTable(&b.job.Tables[i]); err != nil {
			return err
		}
		if err := b.job.going(i+1, len(b.job.Tables)); err != nil {
			return err
		}
	}
	return nil
}

func (b *batch) countTable(t *Table) error {
	if len(t.Lines) == 0 {
		return nil
	}
	var values bytes.Buffer
	records := make([]record, len(t.Lines))
	for i := range t.Lines {
		records[i].line = &t.Lines[i]
		b.paper.canon(&values, &view{job: b.job, paper: b.paper, table: t, line: &t.Lines[i]})
	}
	v := &view{job: b.job, paper: b.paper, table: t, code: b.job.Code(b.paper.ID, values.Bytes())}
	pages, marks, err := b.rows(v, records)
	if err != nil {
		return err
	}
	b.sheet.Outline = append(b.sheet.Outline, pdf.Mark{Title: t.Title, Page: len(b.sheet.Pages)})
	for _, m := range marks {
		b.sheet.Outline = append(b.sheet.Outline, pdf.Mark{Title: m.Title, Page: m.Page + len(b.sheet.Pages)})
	}
	b.sheet.Pages = append(b.sheet.Pages, pages...)
	b.printed.Records++
	b.printed.Sheets = append(b.printed.Sheets, PrintedSheet{Title: t.Title, Code: v.code, Hash: sum(values.Bytes()), Pages: len(pages)})
	b.values.Write(values.Bytes())
	return nil
}
