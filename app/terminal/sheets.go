package terminal

import (
	"fmt"
	"runtime/debug"

	"gongkao/app/intake"
	"gongkao/app/registration"
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
	// A sheet of 100,000 people is some 250 MB of cells and records; at the usual
	// pace the collector would let as much again pile up.
	defer debug.SetGCPercent(debug.SetGCPercent(30))
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
