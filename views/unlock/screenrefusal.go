package unlock

import (
	"gongkao/views/entrance"
	"gongkao/views/kit"
)

// drawRefusal says in large letters why the office cannot be opened, and where
// help lies.
func (s *Screen) drawRefusal(sheet *kit.Sheet, a entrance.Area) {
	r, _ := s.model.Refusal()
	sign := kit.Warned
	if r.Damaged {
		sign = kit.Blocked
	}
	sheet.Sign(sign, a.X, a.Y+3, 22)
	x, wide := a.X+34, a.Width-34
	y := a.Y + sheet.Para(r.Title, x, a.Y, wide, 28, kit.Title()) + 12
	y += sheet.Para(r.Next+"。", x, y, wide, 24, kit.Style{Size: kit.Large}) + 16
	if r.Damaged {
		y = s.drawBackups(sheet, entrance.Area{X: x, Y: y, Width: wide, Tight: a.Tight}, r)
	}
	if !a.Tight {
		y += 16
	}
	shown := []*kit.Button{s.buttons.again}
	if s.offersRestore() {
		shown = append(shown, s.buttons.restore)
	}
	entrance.Buttons(sheet, entrance.Area{X: x, Width: wide}, min(y, a.Bottom-kit.ButtonHeight-8), s.running(), shown...)
}

// drawBackups says where the backups lie and when the latest were made, and
// returns where the next thing belongs.
func (s *Screen) drawBackups(sheet *kit.Sheet, a entrance.Area, r Refusal) float32 {
	y := a.Y
	if len(r.Backups) == 0 {
		y += sheet.Para("这台电脑上没有找到自动备份；请找 U 盘上的备份。自动备份本该在：", a.X, y, a.Width, 22, kit.Style{})
		return y + sheet.Para(r.Folder, a.X, y, a.Width, 22, kit.Quiet()) + 16
	}
	sheet.Head("最近的备份", "", a.X, y, a.Width)
	y += kit.HeadHeight + 4
	for _, b := range r.Backups {
		sheet.Text(b.Words, a.X, y, 28, kit.Style{})
		sheet.TextIn(b.Path[len(r.Folder)+1:], a.X+160, y, a.Width-160, 28, kit.Quiet())
		y += 28
	}
	y += 8
	y += sheet.Para("都在这个文件夹里："+r.Folder, a.X, y, a.Width, 22, kit.Quiet())
	return y + 16
}

// foot is what stands at the foot of the bar.
func (s *Screen) foot() string {
	const sealed = "数据在本机，已加密；U 盘丢了也打不开。"
	if s.page == refused {
		return sealed
	}
	return s.model.LastBackup() + "。\n" + sealed
}
