package record

import (
	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/shell"
)

// newKeys is what the keys do on this screen. Handing in is Ctrl+Enter, for F8
// is the reviewer's.
func (s *Screen) newKeys() *kit.Keys {
	k := kit.NewKeys()
	k.On(0, fyne.KeyPageUp, func() { s.neighbour(-1) })
	k.On(0, fyne.KeyPageDown, func() { s.neighbour(1) })
	k.On(0, fyne.KeyF2, s.toActs)
	k.On(0, fyne.KeyF5, s.toTwin)
	k.On(0, fyne.KeyF6, s.toFinding)
	k.On(0, fyne.KeyF7, s.toWhole)
	k.On(0, fyne.KeyF9, s.toHistory)
	k.On(0, fyne.KeyF10, s.toFolder)
	k.On(0, fyne.KeyEscape, s.escape)
	k.On(fyne.KeyModifierControl, fyne.KeyZ, s.undo)
	k.On(fyne.KeyModifierControl, fyne.KeyP, s.toPaper)
	k.On(fyne.KeyModifierControl, fyne.KeyT, s.toPhoto)
	k.On(fyne.KeyModifierControl, fyne.KeyE, s.correct)
	k.On(fyne.KeyModifierControl, fyne.KeyD, s.throwAway)
	k.On(fyne.KeyModifierControl, fyne.KeyReturn, s.handIn)
	return k
}

// Help tells what the screen is for, and its keys.
func (s *Screen) Help() shell.Help {
	return shell.Help{
		Title: "一个人的登记",
		For:   "照着申报表从身份证号填起，离开一栏就存一栏；右边随时写明够不够条件、缺什么、怎么补。栏里的灰字是多数人填的，还没有填上：Enter 填上它，Tab 空着。材料在表的下面：← → 换一件，Enter 打开看扫描件。",
		Keys: []shell.Key{
			{Cap: "Enter", Does: "存下这一栏，到下一栏"},
			{Cap: "Tab", Does: "到下一栏，灰字不填"},
			{Cap: "F6", Does: "到下一个有问题的栏"},
			{Cap: "F10", Does: "材料：1 原件 2 复印件 3 缺 0 收回"},
			{Cap: "F2", Does: "另办：容缺、公示、违规、记一笔…"},
			{Cap: "F7", Does: "全部经过：谁在什么时候改了什么"},
			{Cap: "F9", Does: "历年：以前各年度报过什么、结果怎样"},
			{Cap: "Ctrl+Z", Does: "撤销最近一次改动"},
			{Cap: "PgUp PgDn", Does: "列表里的上一人、下一人"},
			{Cap: "Ctrl+Enter", Does: "交审"},
			{Cap: "Ctrl+P", Does: "打印申报表"},
			{Cap: "Ctrl+T", Does: "照片：放上、换掉或取下"},
			{Cap: "Ctrl+E", Does: "已审结的：写明理由，打开更正"},
			{Cap: "Ctrl+D", Does: "放弃还没有登记的这一人"},
			{Cap: "F5", Does: "号码已登记时，打开已有的那一份"},
		},
	}
}
