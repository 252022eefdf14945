package terminal

import (
	"fmt"
	"strings"

	"gongkao/app/export"
	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/app/textbooks"
	"gongkao/data"
)

// exportCommand writes a sheet, in our own look or into a template.
type exportCommand struct {
	Table    string            `arg:"" enum:"roster,summary,textbooks,tray" help:"roster 花名册，summary 汇总表，textbooks 教材征订汇总表，tray 待处理的行"`
	Out      string            `required:"" help:"写到哪个 .xlsx 文件" placeholder:"F.xlsx"`
	Template string            `help:"填进本单位的这个模板，保留它的样式" placeholder:"T.xlsx"`
	HeadRow  int               `help:"模板的表头在第几行（说一次就记住）" placeholder:"N"`
	Column   map[string]string `mapsep:"," help:"模板的哪一列填什么，- 空着（说一次就记住）" placeholder:"C=FIELD"`
	Batch    string            `help:"tray：只要这一批导入的" placeholder:"BATCH"`
	scope    `embed:""`
}

// exported is what a table was written with, as the command line tells it.
type exported struct {
	File   string    `json:"file"`
	Rows   int       `json:"rows"`
	Notes  []string  `json:"notes,omitempty"`
	Copies *int      `json:"copies,omitempty"`     // of textbooks
	Amount *data.Fen `json:"amount_fen,omitempty"` // likewise
}

// exports are the tables by name.
var exports = map[string]func(*exportCommand, *call, *registration.Desk, registration.Query) (sheets.Table, error){
	"roster": func(_ *exportCommand, _ *call, d *registration.Desk, q registration.Query) (sheets.Table, error) {
		return export.Roster(d, registration.WithoutCarried(d.Register.Find(q))), nil
	},
	"summary": func(_ *exportCommand, c *call, d *registration.Desk, q registration.Query) (sheets.Table, error) {
		return export.Summary(c.ctx, d, q)
	},
	"textbooks": func(e *exportCommand, c *call, d *registration.Desk, _ registration.Query) (sheets.Table, error) {
		return e.textbooks(c, d)
	},
	"tray": func(e *exportCommand, c *call, d *registration.Desk, q registration.Query) (sheets.Table, error) {
		return export.Tray(c.ctx, d, data.BatchID(e.Batch), q.Unit)
	},
}

func (e *exportCommand) run(c *call) (answer, error) {
	if err := e.check(); err != nil {
		return answer{}, err
	}
	return c.atDesk(func(d *registration.Desk) (answer, error) {
		q, err := e.scope.query(d)
		if err != nil {
			return answer{}, err
		}
		table, err := exports[e.Table](e, c, d, q)
		if err != nil {
			return answer{}, err
		}
		done, err := export.Save(c.ctx, d, table, export.Order{Out: e.Out, Unit: q.Unit, Template: e.Template, HeadRow: e.HeadRow, Columns: e.Column})
		if err != nil {
			return answer{}, err
		}
		document := exported{File: done.File, Rows: done.Rows, Notes: done.Notes}
		words := fmt.Sprintf("已导出 %d 行：%s", done.Rows, done.File)
		switch table.Kind {
		case sheets.People:
			words = fmt.Sprintf("已导出 %d 人：%s", done.Rows, done.File)
		case sheets.Textbooks:
			copies, amount := table.Total[table.ColumnByKey("copies")].(int), table.Total[table.ColumnByKey("amount")].(data.Fen)
			document.Copies, document.Amount = &copies, &amount
			words = fmt.Sprintf("已导出 %d 行，%d 册，%s 元：%s", done.Rows, copies, amount, done.File)
		}
		return answer{document: document, words: strings.Join(append([]string{words}, done.Notes...), "\n")}, nil
	})
}

// check refuses options that mean nothing together.
func (e *exportCommand) check() error {
	narrowed := e.Level != 0 || len(e.ID) > 0
	switch {
	case e.Template == "" && (e.HeadRow != 0 || len(e.Column) > 0):
		return &usageError{"--head-row 和 --column 说的是模板", "请同时用 --template 指明模板"}
	case e.HeadRow < 0:
		return &usageError{"没有这样的行", "--head-row 从 1 数起"}
	case e.Batch != "" && e.Table != sheets.Tray:
		return &usageError{"--batch 只用于 tray", "请去掉 --batch，或写 export tray"}
	case narrowed && (e.Table == sheets.Textbooks || e.Table == sheets.Tray):
		return &usageError{e.Table + " 不能按等级或人来分", "请去掉 --level 和 --id"}
	}
	return nil
}

// textbooks is the table of orders, of a supervising unit or the county.
func (e *exportCommand) textbooks(c *call, d *registration.Desk) (sheets.Table, error) {
	ledger, err := textbooks.Load(c.ctx, d)
	if err != nil {
		return sheets.Table{}, err
	}
	if e.Unit == "" {
		return export.Textbooks(d, ledger.County()), nil
	}
	u, err := d.UnitNamed(e.Unit)
	if err != nil {
		return sheets.Table{}, err
	}
	account, _ := ledger.Account(u.ID)
	return export.Textbooks(d, account), nil
}
