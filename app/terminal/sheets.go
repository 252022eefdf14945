package terminal

import (
	"fmt"

	"gongkao/app/intake"
	"gongkao/app/registration"
)

// importCommand takes in units' sheets.
type importCommand struct {
	Files       []string `arg:"" name:"file" help:"花名册、单位库、缴费、成绩或教材征订的表格"`
	Unit        string   `help:"表里没有写单位时用这个单位" placeholder:"NAME"`
	DryRun      bool     `help:"只读、只说，不录入"`
	CreateUnits bool     `help:"单位库里没有的单位直接新建"`
}

func (i *importCommand) run(c *call) (answer, error) {
	c.founds = true
	return c.atDesk(func(d *registration.Desk) (answer, error) {
		result, err := intake.Take(c.ctx, d, i.Files, intake.Options{DefaultUnit: i.Unit, CreateUnits: i.CreateUnits, DryRun: i.DryRun})
		if err != nil {
			return answer{}, err
		}
		if result.Unread() {
			first := result.Files[0].Error
			fmt.Fprintf(c.machine.Err, "%s。\n%s。\n", first.Message, first.Hint)
		}
		return answer{document: result, words: importWords(result, i.DryRun), refused: result.Unread()}, nil
	})
}
