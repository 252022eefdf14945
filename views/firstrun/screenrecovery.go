package firstrun

import (
	"context"
	"fmt"

	"gongkao/views/entrance"
	"gongkao/views/kit"
	"gongkao/views/wording"
)

// recoveryPage shows the code, prints it, and has two groups of it copied.
type recoveryPage struct {
	s            *Screen
	first, again *kit.Button // the first print is what one came for
	said         *entrance.Remark
}

func newRecoveryPage(s *Screen) recoveryPage {
	p := recoveryPage{s: s, said: &entrance.Remark{}}
	p.first = kit.NewButton("打印恢复码", "Ctrl+P", true, p.print)
	p.again = kit.NewButton("再打一份", "Ctrl+P", false, p.print)
	return p
}

// button is the one to print with now.
func (p recoveryPage) button() *kit.Button {
	if p.said.Mark == wording.Pass {
		return p.again
	}
	return p.first
}

func (p recoveryPage) buttons() []kit.Stop {
	if p.s.Print == nil {
		return nil
	}
	return []kit.Stop{p.first, p.again}
}

// print hands the sheet to the printer. It is made and printed in the
// background, and kept nowhere.
func (p recoveryPage) print() {
	s := p.s
	if s.model.Step() != Recovery || s.Print == nil || s.work.Busy() {
		return
	}
	printed := false
	kit.Run(s.work, kit.Task[struct{}]{
		Title: "正在打印",
		Work: func(context.Context, kit.Progress) (struct{}, error) {
			pdf, err := s.model.RecoverySheet()
			if err == nil {
				err = s.Print(pdf)
			}
			return struct{}{}, err
		},
		Done: func(struct{}) {
			printed = true
			*p.said = entrance.Remark{Mark: wording.Pass, Sentence: s.model.Printed()}
		},
		Ended: func() {
			if !printed {
				*p.said = entrance.Remark{Mark: wording.Warn, Sentence: "没有打印出来：再试一次，或者" + p.byHand()}
			}
			s.changed()
		},
	})
	s.changed()
}

func (p recoveryPage) byHand() string {
	return fmt.Sprintf("用笔把 %d 组抄在两张纸上", len(p.s.model.Groups()))
}

// draw returns where the page's line belongs.
func (p recoveryPage) draw(sheet *kit.Sheet, a entrance.Area, y float32) float32 {
	gap := float32(24)
	if a.Tight {
		gap = 10
	}
	y = p.drawCode(sheet, a, y) + gap
	p.drawPrint(sheet, a, y)
	y += kit.ButtonHeight + gap
	if !a.Tight {
		y += 16
	}
	sheet.Text("照纸上的抄两组，证明看得清", a.X, y, 20, kit.Strong())
	y += 28
	if !a.Tight {
		y += 4
	}
	const apart = 272
	for i, c := range p.s.model.Copies() {
		x := a.X + float32(i)*apart
		field := p.s.copies[i]
		field.SetFinding(kit.SignOf(c.Mark), "")
		sheet.Text(c.Label, x, y, kit.FieldHeight, kit.Quiet())
		sheet.Put(field, x+64, y, 176, kit.FieldHeight)
		if c.Mark != wording.Pass {
			c.Remark.Write(sheet, x+64, y+kit.FieldHeight+4, apart-64-8)
		}
	}
	return y + kit.FieldHeight + 48
}

// drawCode sets the groups four in a row, each with its number.
func (p recoveryPage) drawCode(sheet *kit.Sheet, a entrance.Area, y float32) float32 {
	const inRow = 4
	pitch, pad := float32(64), float32(20)
	if a.Tight {
		pitch, pad = 36, 8
	}
	groups := p.s.model.Groups()
	rows := (len(groups) + inRow - 1) / inRow
	height := float32(rows)*pitch + 2*pad
	sheet.Tint(a.X, y, a.Width, height, kit.Colors.Panel)
	column := kit.Whole((a.Width - 32) / inRow)
	for i, group := range groups {
		x, top := a.X+24+float32(i%inRow)*column, y+pad+float32(i/inRow)*pitch
		sheet.Text(fmt.Sprint(i+1), x, top, pitch, kit.Quiet())
		sheet.Text(group, x+20, top, pitch, kit.Title())
	}
	return y + height
}

func (p recoveryPage) drawPrint(sheet *kit.Sheet, a entrance.Area, y float32) {
	remark, x := *p.said, a.X
	if p.s.Print != nil {
		x += entrance.Put(sheet, p.button(), x, y) + 16
	} else {
		remark = entrance.Remark{Mark: wording.Warn, Sentence: "这台电脑打印不了：请" + p.byHand()}
	}
	if remark.Sentence != "" {
		remark.Write(sheet, x, y+6, a.X+a.Width-x)
	}
}
