package firstrun

import (
	"gongkao/views/entrance"
	"gongkao/views/kit"
	"gongkao/views/wording"
)

// drawPage draws the question of the page, its answers, and the buttons.
func (s *Screen) drawPage(sheet *kit.Sheet, a entrance.Area) {
	y := a.Y
	if s.model.Step() != Choose {
		title, words := s.model.Head()
		y = entrance.Head(sheet, a, title, words)
	}
	switch s.model.Step() {
	case Choose:
		y = s.drawCards(sheet, a)
	case Recovery:
		y = entrance.Rule(sheet, a, s.recovery.draw(sheet, a, y))
	case Units:
		y = entrance.Rule(sheet, a, s.drawUnits(sheet, a, y))
	default:
		y = entrance.Rule(sheet, a, s.drawFields(sheet, a, y))
	}
	buttons := []*kit.Button{s.goOnButton()}
	if b := s.backButton(); b != nil {
		buttons = append(buttons, b)
	}
	entrance.Buttons(sheet, a, y, s.beside(), buttons...)
}

func (s *Screen) drawFields(sheet *kit.Sheet, a entrance.Area, y float32) float32 {
	var all []entrance.Asked
	for _, f := range s.model.Fields() {
		asked := entrance.Asked{Label: f.Label, At: s.fields[f.Key], Remark: f.Remark}
		if f.Key == BackupField {
			asked.Beside = s.choose
		}
		all = append(all, asked)
	}
	y = entrance.Fields(sheet, a, y, all)
	if s.hasSecret() {
		y = entrance.Under(sheet, a, y, s.secrets.Button)
	}
	return y
}

// drawUnits draws what was imported so far.
func (s *Screen) drawUnits(sheet *kit.Sheet, a entrance.Area, y float32) float32 {
	x := a.X + entrance.Put(sheet, s.choose, a.X, y) + 16
	if len(s.model.Imported()) == 0 {
		sheet.Text("还没有导入", x, y, kit.ButtonHeight, kit.Quiet())
	}
	y += kit.ButtonHeight + 16
	for _, said := range s.model.Imported() {
		y += entrance.Remark{Mark: wording.Pass, Sentence: said}.Write(sheet, a.X, y, a.Width) + 4
	}
	return y + 12
}

// beside is what stands beside the buttons: what is being done, or missing.
func (s *Screen) beside() string {
	p := s.progress
	switch {
	case p != nil && p.Stopping:
		return "正在停下…"
	case p != nil && s.model.Step() == Backup:
		return p.Title + "…　Esc 取消"
	case p != nil:
		return p.Title + "…"
	}
	_, why := s.model.MayGoOn()
	return why
}
