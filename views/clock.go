package views

import (
	"context"

	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/slip"
)

// askClock says that the clock was set back before anybody writes by it: nothing
// can be kept until it is right, or somebody says that it is.
func (p *program) askClock() {
	o := p.desk.Office
	back, refused := data.AsRefusal(o.ClockBack(context.Background()))
	if !refused {
		return
	}
	l := slip.New(p.window, "电脑的日期可能拨回去了", back.Message+"。",
		"多半是电脑的电池没电了。按 Esc，把电脑的日期和时间调准，接着办；不用重新打开。调准以前只能看，什么都存不上。",
		"要是现在的日期才对，是以前那次电脑快了，在下面写一句为什么，以后照现在的日期办。")
	why := l.Line("为什么", "例如：4月2日那天电脑的日期快了一个月")
	l.Button("现在的日期才对", func() error {
		if _, err := o.ClockIsRight(context.Background(), why.Value()); err != nil {
			return err
		}
		p.window.Wrote()
		p.window.Say(kit.SayDone, "已记下：现在的日期才对", "照常办理")
		return nil
	})
	l.Lay()
}
