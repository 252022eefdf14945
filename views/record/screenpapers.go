package record

import (
	"context"

	"gongkao/data"
	"gongkao/views/kit"
)

// toFolder goes to the papers beneath the form.
func (s *Screen) toFolder() {
	if s.model == nil || s.w.Searching() {
		return
	}
	s.commit()
	if s.form.folder.Skips() {
		s.w.Say(kit.SayPlain, "还没有要核的材料", "登记并填好申报等级后，这里列出要看哪些材料")
		return
	}
	if s.over {
		s.unroll(false)
	}
	s.w.Focus(s.form.folder)
}

// atPapers is the focus coming to a paper: the bar says what the figures do.
func (s *Screen) atPapers() {
	f := s.form.folder
	s.revealFolder()
	if f.at >= len(f.cells) {
		return
	}
	paper, ok := s.folder.Paper(f.cells[f.at].Slot)
	if !ok {
		return
	}
	what := paper.Name
	if paper.Look != "" {
		what += "：" + paper.Look
	}
	s.w.Say(kit.SayPlain, what, "1 见原件　2 有复印件　3 缺　0 收回　Enter 打开　← → 换一件")
	_, s.hint, _ = s.w.Message()
}

// revealFolder scrolls the papers into view.
func (s *Screen) revealFolder() {
	roll := s.form.scroll
	if end := roll.Content.MinSize().Height - roll.Size().Height; end > roll.Offset.Y {
		roll.Offset.Y = end
		roll.Refresh()
	}
}

// markPaper says what has been seen of a paper.
func (s *Screen) markPaper(slot string, state data.DocumentState) {
	left, err := s.folder.Mark(context.Background(), slot, state)
	s.wrote(left, err)
	s.said.What = ""
}
