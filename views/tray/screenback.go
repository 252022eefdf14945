package tray

import (
	"context"
	"path/filepath"
	"strings"

	"gongkao/app/intake"
	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/slip"
	"gongkao/views/wording"
)

// writeMarked writes the sender's own file with what is wrong marked in it. One
// that is no longer kept is asked for.
func (s *Screen) writeMarked() {
	s.keep()
	if s.m.Empty() && s.m.Batch() == "" {
		return
	}
	name := s.m.MarkedName()
	ask := kit.FileAsk{Title: "标注好的表写到哪里", Name: name, Kinds: []kit.FileKind{kit.ExcelFiles}}
	s.w.Files.Save(ask, func(path string) { s.writeMarkedTo(path, "") })
}

// writeMarkedTo writes the marked copy, of the original that is kept, or of one the clerk
// has chosen.
func (s *Screen) writeMarkedTo(path, original string) {
	work := s.m.Mark(path, original)
	kit.Run(s.marking, kit.Task[markedCopy]{
		Title: "正在标注原表",
		Work: func(ctx context.Context, _ kit.Progress) (markedCopy, error) {
			marks, err := work(ctx)
			if data.HasCode(err, "sent-file-gone") {
				return markedCopy{gone: true}, nil
			}
			return markedCopy{marks: marks}, err
		},
		Done: func(c markedCopy) {
			if !c.gone {
				s.w.Done(s.m.MarkedDone(c.marks, path))
				return
			}
			ask := kit.FileAsk{Title: "单位发来的原表没有留存，请选原来的文件", Kinds: []kit.FileKind{kit.SheetFiles}}
			s.w.Files.Open(ask, func(original string) { s.writeMarkedTo(path, original) })
		},
	})
}

// markedCopy is what came of writing one.
type markedCopy struct {
	marks int
	gone  bool // the original is no longer kept
}

// toTakeBack says what taking the whole batch back would do, and asks why.
func (s *Screen) toTakeBack() {
	s.keep()
	if s.m.Batch() == "" {
		return
	}
	told := s.m.Told()
	kit.Run(s.marking, kit.Task[intake.Taken]{
		Title: "正在看这一批有谁改动过",
		Work:  func(ctx context.Context, _ kit.Progress) (intake.Taken, error) { return told(ctx) },
		Done:  s.askTakeBack,
	})
}

func (s *Screen) askTakeBack(told intake.Taken) {
	title, words := s.m.TakeBackWords(told)
	l := slip.New(s.w, title, words...)
	usual := []string{"选错了文件", "单位重新报了", "列对应错了"}
	which := l.Choose("为什么", false, usual...)
	own := l.Line("另写", "别的理由，写了就以它为准")
	l.Button("撤回整批", func() error {
		why := own.Value()
		if at := which.Chosen(); strings.TrimSpace(why) == "" && at >= 0 {
			why = usual[at]
		}
		if strings.TrimSpace(why) == "" {
			return data.Refuse("reason-missing", "", "没有写撤回的理由", "选一个或写一句，记录会带着理由留下")
		}
		s.w.Close()
		s.takeBack(why)
		return nil
	})
	l.Lay()
}

// takeBack takes the batch back; who stays is listed.
func (s *Screen) takeBack(why string) {
	work := s.m.TakeBack(why)
	s.entering = true
	kit.Run(s.lane, kit.Task[intake.Taken]{
		Title: "正在撤回整批",
		Work:  func(ctx context.Context, _ kit.Progress) (intake.Taken, error) { return work(ctx) },
		Done: func(taken intake.Taken) {
			s.w.Wrote()
			s.w.Done(s.m.TakenBack(taken))
			s.read("")
			if len(taken.Stay) > 0 {
				s.showStay(taken.Stay)
			}
		},
		Ended: func() { s.entering = false },
	})
}

// showStay lists who stays, and why.
func (s *Screen) showStay(stay []intake.Stay) {
	list := kit.NewRows([]kit.Column{{Key: "name", Head: "姓名", Width: 160}, {Key: "why", Head: "导入以后", Width: 280, Rest: true}},
		func(row int, column string) kit.RowCell {
			if column == "name" {
				return kit.Words(stay[row].Name)
			}
			return kit.Styled(stay[row].Why, kit.Quiet())
		})
	list.SetCount(len(stay))
	list.Join(s.w.Keys, func(bool) {})
	list.OnOpen = func(int) { s.w.Close() }
	s.w.Lay(560, nil, func(p *kit.Sheet, x, y, width float32) float32 {
		p.TextIn("留下的 "+wording.Count(len(stay))+" 人", x, y, width-60, 28, kit.Title())
		p.KeyCapR("Esc", x+width, y+3)
		p.TextIn("导入以后有人改动过，没有撤回；要撤回请在“申报人员”里逐个办。", x, y+34, width, 22, kit.Quiet())
		room := int((s.w.Layer.Size().Height-200)/kit.RowPitch) - 1
		high := kit.HeadHeight + kit.RowPitch*float32(max(2, min(len(stay), room, 12)))
		p.Put(list, x, y+64, width+kit.RowsBar, high)
		return 64 + high
	})
	s.w.Canvas().Focus(list)
}

// base is a file's name without its folder and ending.
func base(path string) string {
	name := filepath.Base(path)
	return strings.TrimSuffix(name, filepath.Ext(name))
}
