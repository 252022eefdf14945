package terminal

import (
	"bytes"
	"fmt"
	"strings"

	"gongkao/app/intake"
	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/data/disk"
)

// importCommand takes in units' sheets.
type importCommand struct {
	Files       []string `arg:"" name:"file" help:"花名册、单位库、缴费、成绩或教材征订的表格"`
	Unit        string   `help:"表里没有写单位时用这个单位" placeholder:"NAME"`
	DryRun      bool     `help:"只读、只说，不录入"`
	CreateUnits bool     `help:"单位库里没有的单位直接新建"`
	Marked      string   `help:"把原表标上批注和颜色另存，退给单位改；几个文件时各带原名" placeholder:"OUT.xlsx"`
}

func (i *importCommand) run(c *call) (answer, error) {
	c.founds = true
	if err := i.mayMark(); err != nil {
		return answer{}, err
	}
	return c.atDesk(func(d *registration.Desk) (answer, error) {
		result, err := intake.Take(c.ctx, d, i.Files, intake.Options{DefaultUnit: i.Unit, CreateUnits: i.CreateUnits, DryRun: i.DryRun})
		if err != nil {
			return answer{}, err
		}
		if result.Unread() {
			first := result.Files[0].Error
			fmt.Fprintf(c.machine.Err, "%s。\n%s。\n", first.Message, first.Hint)
		}
		imported := importDocument{Result: result}
		if i.Marked != "" {
			if imported.Marked, err = i.mark(result); err != nil {
				return answer{}, err
			}
		}
		return answer{document: imported, words: importWords(result, i.DryRun) + markedWords(imported.Marked), refused: result.Unread()}, nil
	})
}

// importDocument is what became of the files, and the copies that answer them.
type importDocument struct {
	intake.Result
	Marked []markedFile `json:"marked,omitempty"`
}

func importWords(result intake.Result, dry bool) string {
	var words strings.Builder
	for _, f := range result.Files {
		if f.Error != nil {
			fmt.Fprintf(&words, "%s：%s。%s\n", f.File, f.Error.Message, f.Error.Hint)
			continue
		}
		if !f.Before.IsZero() {
			fmt.Fprintf(&words, "%s：这个文件 %s 已经导入过，已有的行不会重复进入\n", f.File, f.Before)
		}
		for _, s := range f.Sheets {
			fmt.Fprintf(&words, "%s%s%s：可录入 %d 行，待处理 %d 行，跳过 %d 行\n", f.File, bracketed(s.Sheet), sheets.KindName(s.Kind), s.Good(), len(s.Waiting), s.Skipped)
			for _, p := range s.Problems {
				fmt.Fprintf(&words, "    %s %s。%s\n", p.Cell, p.Message, p.Hint)
			}
		}
	}
	accepted, waiting := result.Counts()
	done := "已录入"
	if dry {
		done = "（试读，没有录入）可录入"
	}
	fmt.Fprintf(&words, "%s %d 行，待处理 %d 行", done, accepted, waiting)
	if before := result.Before(); before > 0 {
		fmt.Fprintf(&words, "，其中 %d 行以前已经录入，不用再管", before)
	}
	for _, b := range result.Batches {
		if b.Accepted > 0 && b.Kind != sheets.People && b.Kind != sheets.Units {
			fmt.Fprintf(&words, "\n%s批次 %s（导错了用 undo-import 撤销）", sheets.KindName(b.Kind), b.ID)
		}
	}
	return words.String()
}

// bracketed is the name of a sheet beside that of its file; a CSV has none.
func bracketed(sheet string) string {
	if sheet == "" {
		return " "
	}
	return "［" + sheet + "］"
}

// exportCommand writes a sheet.
type exportCommand struct {
	Table string `arg:"" enum:"roster,textbooks" help:"roster 花名册，textbooks 教材征订汇总表"`
	Out   string `required:"" help:"写到哪个 .xlsx 文件" placeholder:"F.xlsx"`
	scope `embed:""`
}

func (e *exportCommand) run(c *call) (answer, error) {
	if e.Table == sheets.Textbooks {
		return e.exportTextbooks(c)
	}
	return c.atDesk(func(d *registration.Desk) (answer, error) {
		q, err := e.scope.query(d)
		if err != nil {
			return answer{}, err
		}
		found := registration.WithoutCarried(d.Register.Find(q))
		var file bytes.Buffer
		if err := sheets.ExportRoster(&file, found, sheets.RosterHeading(d.Office.Profile)); err != nil {
			return answer{}, err
		}
		if err := disk.Save(e.Out, file.Bytes()); err != nil {
			return answer{}, err
		}
		return answer{
			document: struct {
				File string `json:"file"`
				Rows int    `json:"rows"`
			}{e.Out, len(found)},
			words: fmt.Sprintf("已导出 %d 人：%s", len(found), e.Out),
		}, nil
	})
}
