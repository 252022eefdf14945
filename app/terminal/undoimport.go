package terminal

import (
	"fmt"
	"strings"

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
		return answer{document: taken, words: takenWords(taken)}, nil
	})
}

// takenWords says what taking a batch back did, and who and what stays, and why.
func takenWords(taken intake.Taken) string {
	var words strings.Builder
	fmt.Fprintf(&words, "已撤销这一批%s", sheets.KindName(taken.Kind))
	switch taken.Kind {
	case sheets.People:
		fmt.Fprintf(&words, "：%d 人不再登记，%d 人后来办过事，保留", taken.Removed, len(taken.Kept))
	case sheets.Units:
	default:
		fmt.Fprintf(&words, "：%d 笔作废，记录和理由留着可查", taken.Removed)
	}
	for _, s := range taken.Stay {
		fmt.Fprintf(&words, "\n    %s %s（%s）", s.Name, s.IDNumber, s.Why)
	}
	if taken.Units == nil {
		return words.String()
	}
	fmt.Fprintf(&words, "\n单位：%d 个改回原样，%d 个保留", len(taken.Units.PutBack), len(taken.Units.Stay))
	for _, s := range taken.Units.Stay {
		fmt.Fprintf(&words, "\n    %s（%s）", s.Name, s.Why)
	}
	return words.String()
}
