package review

import "gongkao/views/shell"

// Help tells what the page is for.
func (s *Screen) Help() shell.Help {
	return shell.Help{Title: "资格审查", For: "一条一条往下看：左边是材料，右边是规定、怎么算的、差什么。看过材料，相符按 Enter，就到下一条；全部看完按 F8 通过，下一人自己打开。每一步都随时存下，关了再开接着审。",
		Keys: []shell.Key{
			{Cap: "Enter", Does: "相符，到下一条；有提醒的，写明理由再到下一条"},
			{Cap: "Ctrl+Enter", Does: "看同一份材料的几条都相符"},
			{Cap: "−", Does: "不符，写一句或选一条"},
			{Cap: "O 或 +", Does: "不符合但有依据的，写明理由后通过"},
			{Cap: "*", Does: "附注"},
			{Cap: "↑ ↓", Does: "上一条、下一条"},
			{Cap: "Ctrl+Z", Does: "收回刚才的核对；等另一位看的，收回结论"},
			{Cap: "Tab", Does: "下一份材料"},
			{Cap: "F6", Does: "到扫描件里：+ − 放大缩小，R 转向"},
			{Cap: "Y F Q", Does: "材料：见原件、有复印件、缺"},
			{Cap: "1…9  0", Does: "退回、不通过的理由；0 写其他"},
			{Cap: "F8 F9 F10", Does: "通过、退回补正、不通过"},
			{Cap: "Ctrl+P", Does: "打印这个人的资格审查表"},
			{Cap: "Ctrl+E", Does: "已审结的：写明理由，打开更正"},
			{Cap: "PgUp PgDn", Does: "上一人、下一人"},
			{Cap: "F7", Does: "抽查：从审过的人里抽一部分再查"},
			{Cap: "F4", Does: "换一批：单位、等级、有提醒的、退回的、等我复核的"},
		}}
}
