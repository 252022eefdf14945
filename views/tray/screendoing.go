package tray

import (
	"context"

	trays "gongkao/app/tray"
	"gongkao/views/kit"
	"gongkao/views/slip"
	"gongkao/views/wording"
)

// done shows what a command did, or why it did not.
func (s *Screen) done(done wording.Done, err error) {
	if err != nil {
		s.w.Errors.Show(err)
		s.refresh()
		return
	}
	if done.What != "" {
		s.w.Wrote()
		s.w.Done(done)
	}
	s.settle()
}

// answerHead answers the question of a group's head.
func (s *Screen) answerHead(choice int) {
	done, err := s.m.Choose(context.Background(), choice)
	s.done(done, err)
}

// toSendBack sends the open row back, or all of its group. The reason is asked for
// once in a group; undone, it is asked for again.
func (s *Screen) toSendBack(all bool) {
	if s.m.Empty() {
		return
	}
	s.keep()
	if why := s.m.Reason(); why != "" && !all {
		done, err := s.m.SendBack(context.Background(), why, false)
		s.done(done, err)
		return
	}
	title, button := s.m.SendTitle(all)
	usual := s.m.Why()
	l := slip.New(s.w, title, "退回的行不进入；理由写进标注的表里，单位照着改好再报。")
	which := l.Choose("为什么", false, usual...)
	which.Choose(0)
	own := l.Line("另写", "别的理由，写了就以它为准")
	l.Button(button, func() error {
		why := own.Value()
		if at := which.Chosen(); why == "" && at >= 0 {
			why = usual[at]
		}
		done, err := s.m.SendBack(context.Background(), why, all)
		if err == nil {
			s.w.Close()
			s.done(done, nil)
		}
		return err
	})
	l.Lay()
}

// drop asks why the open row is not wanted, and leaves it out.
func (s *Screen) drop() {
	s.keep()
	if s.m.Empty() || s.m.Asks() {
		return
	}
	if _, both := s.m.Beside(); both {
		done, err := s.m.Drop(context.Background(), "")
		s.done(done, err)
		return
	}
	usual := []string{"同一人在别处已经报了", "不是要录的行", "本人不报了"}
	l := slip.New(s.w, s.m.DropTitle(), "这一行不放入，也不退给单位；理由留在记录里，可以撤销。")
	which := l.Choose("为什么", false, usual...)
	own := l.Line("另写", "别的理由，写了就以它为准")
	l.Button("不放入", func() error {
		why := own.Value()
		if at := which.Chosen(); why == "" && at >= 0 {
			why = usual[at]
		}
		done, err := s.m.Drop(context.Background(), why)
		if err == nil {
			s.w.Close()
			s.done(done, nil)
		}
		return err
	})
	l.Lay()
}

// toRegister asks what is to be known of a unit that the register lacks, and enters
// it.
func (s *Screen) toRegister() {
	s.keep()
	name, ok := s.m.Unknown()
	if !ok {
		return
	}
	l := slip.New(s.w, "登记新单位", "单位建了不能删去：名称要与公章一字不差。写错的名称，选列出的单位，或退给单位。")
	full := l.Line("全称", "与公章一致")
	full.SetValue(name)
	above := l.Lookup("主管部门", s.m.Supervising()...)
	document := l.Line("依据", "文件名称和文号；原来就有、只是没登记的，写“补登记”")
	l.Button("登记", func() error {
		done, err := s.m.Register(context.Background(), full.Value(), above.Value(), document.Value())
		if err == nil {
			s.w.Close()
			s.done(done, nil)
		}
		return err
	})
	l.Lay()
}

// undo takes the last answer back.
func (s *Screen) undo() {
	s.keep()
	done, err := s.m.Undo(context.Background())
	s.done(done, err)
}

// takeIn takes in what is ready.
func (s *Screen) takeIn() {
	s.keep()
	if s.m.Empty() {
		return
	}
	work := s.m.Enter()
	s.entering = true
	kit.Run(s.lane, kit.Task[trays.Entered]{
		Title: "正在放入",
		Work: func(ctx context.Context, progress kit.Progress) (trays.Entered, error) {
			return work(ctx, progress)
		},
		Done: func(e trays.Entered) {
			s.w.Wrote()
			s.w.Done(s.m.Entered(e))
			s.read(s.m.Batch())
		},
		Ended: func() { s.entering = false },
	})
}

// toWaits shows the batches that wait, to choose one.
func (s *Screen) toWaits() {
	s.keep()
	waits := s.m.Waits()
	if len(waits) < 2 {
		s.w.Say(kit.SayPlain, "只有这一批在等", "")
		return
	}
	list := kit.NewRows([]kit.Column{
		{Key: "when", Head: "导入时间", Width: 120}, {Key: "file", Head: "表", Width: 280, Rest: true},
		{Key: "open", Head: "待处理", Width: 80, Right: true}, {Key: "ready", Head: "已改好", Width: 80, Right: true},
	}, func(row int, column string) kit.RowCell {
		w := waits[row]
		switch column {
		case "when":
			return kit.Styled(w.When, kit.Quiet())
		case "file":
			return kit.Styled(w.File, kit.Style{Bold: w.Shown})
		case "open":
			return kit.Words(w.Open)
		}
		return kit.Styled(w.Ready, kit.Quiet())
	})
	list.SetCount(len(waits))
	for row, w := range waits {
		if w.Shown {
			list.GoTo(row)
		}
	}
	list.OnOpen = func(row int) {
		s.w.Close()
		s.read(waits[row].ID)
	}
	list.Join(s.w.Keys, func(bool) {})
	s.w.Lay(720, nil, func(p *kit.Sheet, x, y, width float32) float32 {
		p.Text("哪一批", x, y, 28, kit.Title())
		p.KeyCapR("Esc", x+width, y+3)
		room := int((s.w.Layer.Size().Height-180)/kit.RowPitch) - 1
		high := kit.HeadHeight + kit.RowPitch*float32(min(len(waits), max(2, min(room, 12))))
		p.Put(list, x, y+40, width+kit.RowsBar, high)
		p.Text("Enter 打开", x, y+48+high, 22, kit.Quiet())
		return 70 + high
	})
	s.w.Canvas().Focus(list)
}
