// Package export gives the year's tables out as sheets: the roster, the summary,
// the orders of textbooks, what waits in the trays. Tables says what is in them,
// Save writes one, in our own look or into a template of the office's, and keeps
// what a clerk has said of that template, so that he says it once.
//
// One table is one file, whoever it is about: a template is a form for one list,
// and the supervising unit is a column of every table. Who wants a file a unit
// exports with the unit named.
package export

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/app/sheets/template"
	"gongkao/data"
	"gongkao/data/disk"
	"gongkao/data/store"
)

// Order says where a table goes, and how.
type Order struct {
	Out      string            // the .xlsx to be written
	Unit     string            // whom the table is about; "": the county
	Template string            // the office's own .xlsx to be filled; "": our own look
	HeadRow  int               // of the template, said by a clerk; 0: not said
	Columns  map[string]string // likewise, column letters → key or head of the table's column, "-" to leave alone
}

// said reports whether a clerk says something of the template's columns.
func (o *Order) said() bool { return o.HeadRow != 0 || len(o.Columns) > 0 }

// Result is what was written.
type Result struct {
	File  string
	Rows  int
	Notes []string // what is to be looked at
}

// Save writes a table into a file. It refuses a file that is no .xlsx (output), the
// template itself (template-target), what package template refuses, and what a
// disk can refuse. Nothing is written then.
func Save(ctx context.Context, d *registration.Desk, table sheets.Table, o Order) (Result, error) {
	if !strings.EqualFold(filepath.Ext(o.Out), ".xlsx") {
		return Result{}, data.Refuse("output", "", "导出的文件应当是 .xlsx：“"+filepath.Base(o.Out)+"”不是", "请把文件名写成以 .xlsx 结尾")
	}
	result := Result{File: o.Out, Rows: len(table.Rows)}
	content, err := func() ([]byte, error) {
		if o.Template != "" {
			return fill(ctx, d, table, &o, &result)
		}
		var file bytes.Buffer
		err := sheets.Export(&file, table)
		return file.Bytes(), err
	}()
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return Result{}, err
	}
	return result, disk.Save(o.Out, content)
}

// fill fills the template, and remembers what was said of it.
func fill(ctx context.Context, d *registration.Desk, table sheets.Table, o *Order, result *Result) ([]byte, error) {
	t, err := Open(o.Template)
	if err != nil {
		return nil, err
	}
	defer t.Close()
	if same(o.Template, o.Out) {
		return nil, data.Refuse("template-target", "", "导出的文件就是模板本身，会把模板盖掉", "请换一个文件名或文件夹")
	}
	said, err := remembered(ctx, d)
	if err != nil {
		return nil, err
	}
	var layout data.SheetLayout
	if o.said() {
		if layout, err = o.layout(t, &table); err != nil {
			return nil, err
		}
		said[layout.ID] = layout
	}
	done, err := t.Fill(template.Order{Table: table, Said: said, Words: template.Words(d.Office.Profile, d.Office.Today(), o.Unit, len(table.Rows))})
	if err != nil {
		return nil, err
	}
	result.Notes = append(result.Notes, done.Notes...)
	if o.said() {
		result.Notes = append(result.Notes, keep(ctx, d, layout))
	}
	return done.Content, nil
}

// Open opens a template. Refusals are those of template.Open, and of a file that
// cannot be read.
func Open(path string) (*template.Template, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, data.RefuseBecause(err, "template-missing", fmt.Sprintf("读不到模板“%s”", filepath.Base(path)), "请检查文件是否被移走、改名，或者是文件夹")
	}
	return template.Open(filepath.Base(path), content)
}

// same reports whether two paths are one file.
func same(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}

// layout is what a clerk says of the template, to be remembered.
func (o *Order) layout(t *template.Template, table *sheets.Table) (data.SheetLayout, error) {
	sheet, err := t.Choice(table)
	if err != nil {
		return data.SheetLayout{}, err
	}
	layout := data.SheetLayout{ID: sheet.LayoutID, File: t.Name, HeadRow: o.HeadRow, Columns: map[string]string{}}
	for letters, field := range o.Columns {
		layout.Columns[strings.ToUpper(letters)] = template.KeyOf(table, field)
	}
	return layout, nil
}

// remembered is what has been said of templates before.
func remembered(ctx context.Context, d *registration.Desk) (said template.Said, err error) {
	err = d.Office.Store.View(ctx, func(r *store.Reader) (err error) {
		said, err = r.SheetLayouts()
		return err
	})
	return said, err
}

// keep remembers what was said of a template and says so. Where nothing can be
// written (a year that is over), the table is given out all the same.
func keep(ctx context.Context, d *registration.Desk, layout data.SheetLayout) string {
	layout.By = d.Office.Clerk
	_, err := d.Office.Store.Update(ctx, data.OpTemplate, layout.File, func(tx *store.Tx) error {
		layout.At = tx.Now()
		return tx.PutSheetLayout(layout)
	})
	if err != nil {
		return "这个模板的栏目没有记住：" + err.Error()
	}
	return "已记住这个模板的栏目，下次不用再说"
}
