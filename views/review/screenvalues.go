package review

import "gongkao/views/kit"

const (
	valueGap  float32 = 14
	valueSign float32 = 24 // what a change is marked in
)

// drawValues draws what is recorded and what was last year, from y.
func (s *Screen) drawValues(sheet *kit.Sheet, y, width float32, values []Value) {
	last := "上年"
	if !s.m.HasLastYear() {
		last = ""
	}
	drawTable(sheet, y, width, table{"登记的内容", "今年", last, values})
}

// table is values under three heads; without the third there is no last year.
type table struct {
	title, now, last string
	rows             []Value
}

// tracks are where the columns of this year and last year begin. Where both do not
// fit beside each other, what is the same is only said to be.
func (t *table) tracks(width float32) (now, last float32) {
	label, this, then := kit.Strong().Width(t.title), kit.Quiet().Width(t.now), kit.Quiet().Width(t.last)
	for _, v := range t.rows {
		label, this, then = max(label, kit.Quiet().Width(v.Label)), max(this, kit.Strong().Width(v.Now)), max(then, kit.Quiet().Width(v.Last))
	}
	now = max(kit.Whole(width*0.25), min(kit.Whole(label+valueGap), kit.Whole(width*0.4)))
	if t.last == "" {
		return now, width
	}
	if usual := kit.Whole(width * 0.625); now+this+valueGap <= usual && then <= width-usual-valueSign {
		return now, usual
	}
	then = kit.Quiet().Width(t.last)
	for i := range t.rows {
		v := &t.rows[i]
		if v.Last == v.Now {
			v.Last = "相同"
		}
		then = max(then, kit.Quiet().Width(v.Last))
	}
	return now, max(now+(width-now)*0.45, min(now+this+valueGap, width-then-valueSign))
}

func drawTable(sheet *kit.Sheet, y, width float32, t table) {
	now, last := t.tracks(width)
	sheet.TextIn(t.title, 0, y, now-8, valuePitch, kit.Strong())
	sheet.Text(t.now, now, y, valuePitch, kit.Quiet())
	if t.last != "" {
		sheet.Text(t.last, last, y, valuePitch, kit.Quiet())
	} else {
		sheet.TextR("上年没有申报", width, y, valuePitch, kit.Quiet())
	}
	sheet.Line(0, y+valuePitch-1, width, kit.Colors.HeadLine)
	for _, v := range t.rows {
		y += valuePitch
		sheet.TextIn(v.Label, 0, y, now-8, valuePitch, kit.Quiet())
		sheet.TextIn(v.Now, now, y, last-now-8, valuePitch, kit.Strong())
		if t.last != "" {
			then := v.Last
			if then == "" {
				then = "—"
			}
			sheet.TextIn(then, last, y, width-last-valueSign, valuePitch, kit.Quiet())
		}
		if v.Changed {
			sheet.Sign(kit.Warned, width-18, y+8, 16)
		}
		sheet.Line(0, y+valuePitch-1, width, kit.Colors.Hair)
	}
}

// drawYears draws the appraisals.
func (s *Screen) drawYears(sheet *kit.Sheet, width float32) {
	t := table{title: "年度考核", now: "今年登记"}
	if s.m.HasLastYear() {
		t.last = "上年登记"
	}
	for _, year := range s.m.Years() {
		v := Value{Label: year.Label, Now: year.Grade, Last: year.Last}
		if year.Promised {
			v.Now += "（承诺后补）"
		}
		v.Changed = v.Last != "" && v.Last != year.Grade
		t.rows = append(t.rows, v)
	}
	drawTable(sheet, tabsHeight+4, width, t)
}

// drawRecalled draws last year's application as far as there is room.
func (s *Screen) drawRecalled(sheet *kit.Sheet, width, bottom float32) {
	rows := s.m.Recalled()
	room := max(1, int((bottom-tabsHeight-4)/valuePitch)-1)
	drawTable(sheet, tabsHeight+4, width, table{"申报", "今年", "上年", rows[:min(len(rows), room)]})
}
