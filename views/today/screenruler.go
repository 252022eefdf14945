package today

import (
	"gongkao/views/kit"
	"gongkao/views/shell"
)

// drawRuler sets the next days side by side under their lines and returns how
// many there was room for.
func (s *Screen) drawRuler(sheet *kit.Sheet, g kit.Grid, low bool) int {
	columns := 4
	if s.w.Shape() == shell.Narrow {
		columns = max(2, min(3, s.model.Ahead()+1))
	}
	all, _ := s.model.Deadlines(columns)
	span := kit.Columns / columns
	if over := s.model.Over(); over != "" {
		sheet.Line(g.Left, rulerTopOf(low), g.Right-g.Left, kit.Colors.HeadLine)
		sheet.Text(over, g.Left, rulerTopOf(low)+16, 24, kit.Lead())
	}
	for i, d := range all {
		x, w := g.X(i*span), g.Span(span)
		if low {
			drawLowDeadline(sheet, d, x, w)
		} else {
			drawDeadline(sheet, d, x, w)
		}
	}
	if words := s.model.Last(columns); words != "" {
		x := g.X(len(all) * span)
		sheet.Line(x, rulerTopOf(low), g.Right-x, kit.Colors.HeadLine)
		y := rulerTop + 77
		if low {
			y = compactTop + 25
		}
		sheet.Text(words, x, y, 24, kit.Quiet())
	}
	return columns
}

// rulerTopOf is where the lines of the ruler lie.
func rulerTopOf(low bool) float32 {
	if low {
		return compactTop - 6
	}
	return rulerTop
}

func drawDeadline(sheet *kit.Sheet, d Deadline, x, w float32) {
	end := drawDays(sheet, d, x, w, rulerTop)
	if kit.Quiet().Width(d.Date) <= x+w-end {
		sheet.TextR(d.Date, x+w, rulerTop+28, 24, kit.Quiet())
	}
	room := w
	if quiet := kit.Quiet().Width(d.Working); d.Working != "" && kit.Strong().Width(d.Name)+12+quiet <= w {
		sheet.TextR(d.Working, x+w, rulerTop+53, 24, kit.Quiet())
		room -= quiet + 12
	}
	sheet.TextIn(d.Name, x, rulerTop+53, room, 24, kit.Strong())
	at := x
	if d.Mark != 0 {
		sheet.Sign(kit.SignOf(d.Mark), x, rulerTop+80, 16)
		at += 20
	}
	sheet.TextIn(d.Words, at, rulerTop+77, x+w-at, 24, kit.Quiet())
}

// drawLowDeadline sets days and name side by side: a low window keeps its rows
// for the queues.
func drawLowDeadline(sheet *kit.Sheet, d Deadline, x, w float32) {
	at := drawDays(sheet, d, x, w, rulerTopOf(true)) + 12
	sheet.TextIn(d.Name, at, compactTop+7, x+w-at, 20, kit.Strong())
	date := d.Date
	if d.Mark != 0 {
		sheet.Sign(kit.SignOf(d.Mark), at, compactTop+29, 16)
		at += 20
	}
	sheet.TextIn(date, at, compactTop+27, x+w-at, 20, kit.Quiet())
}

// drawDays draws the line and the days that are left and returns where they
// end.
func drawDays(sheet *kit.Sheet, d Deadline, x, w, top float32) (end float32) {
	days, unit := kit.Style{Size: kit.Days, Bold: true}, kit.Quiet()
	if d.First {
		sheet.Rect(x, top, w, 3, kit.Colors.Accent)
		days, unit = days.In(kit.Colors.Accent), unit.In(kit.Colors.Accent)
	} else {
		sheet.Line(x, top, w, kit.Colors.HeadLine)
	}
	end = x + sheet.Text(d.Days, x, top+9, 40, days).MinSize().Width
	if d.Unit == "" {
		return end
	}
	return end + 6 + sheet.Text(d.Unit, end+6, top+28, 24, unit).MinSize().Width
}
