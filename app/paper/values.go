package paper

import (
	"fmt"
	"maps"
	"strings"

	"gongkao/data"
)

// view is what a value is asked about: the job, one person or administrator,
// the row and page it stands on.
type view struct {
	job     *Job
	paper   *definition
	entry   *Entry
	admin   *AdministratorEntry
	slip    *Slip // whose entry is the view's
	change  *Change
	table   *Table
	line    *Line    // of the table
	code    string   // check code of this set of pages
	page    int      // of this set, from 1
	pages   int      // of this set
	number  int      // of the row, from 1
	counted tally    // what a band or page counts
	total   tally    // the whole table
	item    listItem // of a list inside a form
	letter  *Letter
	about   *Item // of the letter
	sheet   int   // of a form whose pages come again for a list, from 1
}

// values is every value a definition may name. A field of data.Fields stands
// under its key; the others are named after what they tell of.
var values = allValues()

func allValues() map[string]func(*view) string {
	all := map[string]func(*view) string{}
	for _, f := range data.Fields {
		all[f.Key] = func(v *view) string { return f.Get(v.entry.Applicant) }
	}
	for _, more := range []map[string]func(*view) string{sheetValues, personValues, feeValues, administratorValues, countValues, tableValues, letterValues, promiseValues, itemValues, clauseValues, originalValues,
		reviewValues, slipValues, changeValues, issueValues, archiveValues, spotValues, spottedValues, orderValues} {
		maps.Copy(all, more)
	}
	return all
}

// sheetValues tell of the job and the page.
var sheetValues = map[string]func(*view) string{
	"paper.name":  func(v *view) string { return v.paper.Name },
	"page.number": func(v *view) string { return fmt.Sprint(v.page) },
	"page.count":  func(v *view) string { return fmt.Sprint(v.pages) },
	"row.number":  func(v *view) string { return fmt.Sprint(v.number) },
	"office.name": func(v *view) string { return v.job.Office.Name },
	"office.year": func(v *view) string { return fmt.Sprint(v.job.Year) },
	"print.at":    func(v *view) string { return v.job.Now.Format("2006-01-02 15:04") },
	"print.date":  func(v *view) string { return data.DateOf(v.job.Now).Chinese() },
	"print.by":    func(v *view) string { return v.job.By },
	"print.head":  func(v *view) string { return inFours(v.job.AuditHead, " ") },
	"print.code":  func(v *view) string { return inFours(v.code, "-") },
	"job.head":    jobHead,
	"job.whose":   func(v *view) string { return v.job.Whose },
	"order.title": orderTitle,
}

// told asks what not every view has; "" where it has none, as on a row to be
// filled in by hand.
func told[T any](of func(*view) *T, tell func(*T) string) func(*view) string {
	return func(v *view) string {
		if t := of(v); t != nil {
			return tell(t)
		}
		return ""
	}
}

// jobHead says whose roster it is: a supervising unit's or the whole county's.
func jobHead(v *view) string {
	if v.job.Unit != "" {
		return "主管部门：" + v.job.Unit
	}
	return "填报单位：" + v.job.Office.Name
}

// inFours sets blanks (or dashes) between groups of four, to be read aloud.
func inFours(s, between string) string {
	var groups []string
	for ; len(s) > 4; s = s[4:] {
		groups = append(groups, s[:4])
	}
	return strings.Join(append(groups, s), between)
}

// administratorValues tell of an account administrator.
var administratorValues = map[string]func(*view) string{
	"admin.unit":         func(v *view) string { return v.admin.Unit },
	"admin.name":         func(v *view) string { return v.admin.Name },
	"admin.sex":          func(v *view) string { return string(v.admin.Sex) },
	"admin.department":   func(v *view) string { return v.admin.Department },
	"admin.post":         func(v *view) string { return v.admin.Post },
	"admin.office_phone": func(v *view) string { return v.admin.OfficePhone },
	"admin.mobile":       func(v *view) string { return v.admin.Mobile },
	"admin.filled_by":    func(v *view) string { return v.admin.FilledBy },
	"admin.filled_year":  func(v *view) string { return orNothing(v.admin.FilledOn.Year) },
	"admin.filled_month": func(v *view) string { return orNothing(v.admin.FilledOn.Month) },
	"admin.filled_day":   func(v *view) string { return orNothing(v.admin.FilledOn.Day) },
}

func orNothing(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}
