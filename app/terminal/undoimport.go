package terminal

import (
	"fmt"

	"gongkao/app/intake"
	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/data"
)

// undoCommand takes a batch of an import back.
type undoCommand struct {
	Batch  string `arg:"" help:"import 给出的批次号"`
	Reason string `help:"为什么撤销，随记录留下" default:"导错了表" placeholder:"WHY"`
}

func (u *undoCommand) run(c *call) (answer, error) {
	return c.atDesk(func(d *registration.Desk) (answer, error) {
		taken, err := intake.TakeBack(c.ctx, d, data.BatchID(u.Batch), u.Reason)
		if err != nil {
			return answer{}, err
		}
		return answer{document: taken, words: fmt.Sprintf("已撤销这一批%s：%d 笔作废，记录和理由留着可查", sheets.KindName(taken.Kind), taken.Removed)}, nil
	})
}
