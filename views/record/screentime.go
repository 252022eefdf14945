package record

import (
	"context"
	"fmt"

	"gongkao/views/kit"
	"gongkao/views/wording"
)

const (
	recentMoments         = 4
	whenRoom      float32 = 64 // least; an earlier year is written out and wants more
	whenGap       float32 = 12
	momentPitch   float32 = 28
)

// readTimeline reads in the background what happened to the person.
func (s *Screen) readTimeline() {
	p := s.panel
	if s.model == nil || s.model.IsNew() {
		p.lane.Leave()
		p.moments = nil
		return
	}
	work, mark := s.model.Timeline(s.papers), s.model.MarkPrinted()
	kit.Run(p.lane, kit.Task[[]Moment]{
		Title: "正在读",
		Work: func(ctx context.Context, _ kit.Progress) ([]Moment, error) {
			if err := mark(ctx); err != nil {
				return nil, err
			}
			return work(ctx)
		},
		Done: func(all []Moment) {
			p.moments = all
			s.head.Refresh()
			p.object.Refresh()
		},
	})
}

// progress says in the section's head that the timeline is still being read.
func (p *panelPart) progress(shown *kit.ProgressShown) {
	p.reading = ""
	if shown != nil {
		p.reading = shown.Title + "…"
	}
	p.object.Refresh()
}

// drawRecent writes the last things that happened.
func (p *panelPart) drawRecent(sheet *kit.Sheet, y, right float32) {
	if len(p.moments) == 0 && p.reading == "" {
		return
	}
	sheet.Head("经过", "", panelPad, y, right-panelPad)
	if p.reading != "" {
		sheet.TextR(p.reading, right, y+6, 24, kit.Quiet())
	} else {
		all := p.s.link(fmt.Sprintf("全部 %s 条", wording.Count(len(p.moments))), "F7", p.s.toWhole)
		wide := all.MinSize().Width
		sheet.Put(all, right-wide, y+7, wide, kit.SmallHeight)
	}
	y += kit.HeadHeight + 3
	recent := p.moments[:min(recentMoments, len(p.moments))]
	room := roomOfWhen(recent)
	for _, m := range recent {
		sheet.Text(m.When, panelPad, y, momentPitch, kit.Quiet())
		end := p.drawUndo(sheet, m, y, right)
		p.drawWords(sheet, m, y, [2]float32{panelPad + room, end})
		y += momentPitch
	}
}

// roomOfWhen is how wide the column of days is for some moments.
func roomOfWhen(moments []Moment) float32 {
	room := whenRoom
	for _, m := range moments {
		room = max(room, kit.Whole(kit.Quiet().Width(m.When))+whenGap)
	}
	return room
}

// drawUndo puts 撤销 where it can be done and returns where it begins.
func (p *panelPart) drawUndo(sheet *kit.Sheet, m Moment, y, right float32) float32 {
	switch {
	case m.Undone:
		return right - sheet.TextR("已撤销", right, y, momentPitch, kit.Faint()).Size().Width - 12
	case !m.CanUndo || p.s.present != nil:
		return right
	}
	undo := p.s.link("撤销", "", func() { p.s.takeBack(m) })
	wide := undo.MinSize().Width
	sheet.Put(undo, right-wide, y+3, wide, kit.SmallHeight)
	return right - wide - 12
}

// drawWords writes what happened in one line, the new value bold.
func (p *panelPart) drawWords(sheet *kit.Sheet, m Moment, y float32, room [2]float32) {
	x, end := room[0], room[1]
	plain, strong := kit.Style{}, kit.Strong()
	if m.Undone {
		plain, strong = kit.Faint(), kit.Faint()
	}
	if m.Strong == "" {
		sheet.TextIn(m.Words, x, y, end-x, momentPitch, plain)
		return
	}
	words := m.Words
	if plain.Width(words)+4+strong.Width(m.Strong) > end-x {
		words = m.Brief
	}
	x += sheet.TextIn(words, x, y, end-x, momentPitch, plain).Size().Width + 4
	sheet.TextIn(m.Strong, x, y, end-x, momentPitch, strong)
}

func (p *panelPart) drawWholeHead(sheet *kit.Sheet, right float32) {
	sheet.Text("经过", panelPad, 14, 28, kit.Title())
	back := p.s.link("回到审核意见", "F7", p.s.toWhole)
	wide := back.MinSize().Width
	sheet.Put(back, right-wide, 17, wide, kit.SmallHeight)
	if p.s.present == nil {
		note := p.s.link("记一笔", "", p.s.toNote)
		room := note.MinSize().Width
		sheet.Put(note, right-wide-20-room, 17, room, kit.SmallHeight)
	}
}

// drawWhole writes everything that happened, and by whom; long values take as
// many lines as they need.
func (p *panelPart) drawWhole(sheet *kit.Sheet, right float32) {
	y := float32(0)
	if p.reading != "" {
		sheet.Text(p.reading, panelPad, y, momentPitch, kit.Quiet())
		return
	}
	room := roomOfWhen(p.moments)
	for i, m := range p.moments {
		if i > 0 {
			sheet.Line(panelPad, y, right-panelPad, kit.Colors.Hair)
		}
		y += 6
		sheet.TextIn(m.When, panelPad, y, room-4, 20, kit.Quiet())
		x := panelPad + room
		end := p.drawUndo(sheet, m, y-4, right)
		style := kit.Style{}
		if m.Undone {
			style = kit.Faint()
		}
		y += sheet.Para(m.Words, x, y, end-x, 20, style)
		if m.Strong != "" {
			strong := style
			strong.Bold = !m.Undone
			y += sheet.Para(m.Strong, x, y, right-x, 20, strong)
		}
		y += sheet.Para(m.By, x, y, right-x, 20, kit.Faint()) + 6
	}
}
