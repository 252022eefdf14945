package terminal

import (
	"fmt"

	"gongkao/app/office"
	"gongkao/data"
)

// clockCommand says by what clock the office works, and that it is right.
type clockCommand struct {
	Right bool   `help:"现在的日期才对：以前那条记录是电脑快了的时候写的"`
	Why   string `help:"为什么，写进经过"`
}

// clockState is what the command answers.
type clockState struct {
	Now  string `json:"now"`
	Back bool   `json:"back"` // it stands before what is on record: nothing is written
}

func (k *clockCommand) run(c *call) (answer, error) {
	return c.inOffice(func(o *office.Office) (answer, error) {
		now := o.Now().Format(minute)
		if k.Right {
			if _, err := o.ClockIsRight(c.ctx, k.Why); err != nil {
				return answer{}, err
			}
			return answer{document: clockState{Now: now}, words: "已记下：现在的日期 " + now + " 才对，可以接着办了"}, nil
		}
		back := o.ClockBack(c.ctx)
		if refusal, ok := data.AsRefusal(back); ok && refusal.Code == "clock-back" {
			return answer{document: clockState{now, true}, words: fmt.Sprintf("%s。\n%s。", refusal.Message, refusal.Hint)}, nil
		}
		return answer{document: clockState{Now: now}, words: now}, back
	})
}
