package settings

import "gongkao/views/shell"

// Help tells what the page is for.
func (s *Screen) Help() shell.Help {
	title, _ := s.m.Head(s.tab)
	return shell.Help{Title: title, For: "本机构的名称印在每张表上。政策条件逐条写着出处：没有对照原文的标“待核对”，只提醒不拦人；看到原文后改好数字，看过右边名单，填核对依据，按 F8 开始执行，从此不符的就拦下。通知本身写明的不能改。备份请每天存一份到 U 盘。",
		Keys: []shell.Key{
			{Cap: "← →", Does: "换一页"},
			{Cap: "↑ ↓", Does: "看另一条"},
			{Cap: "Enter", Does: "政策条件：到下面去改；名单里打开这个人"},
			{Cap: "F8", Does: "政策条件：核对无误，开始执行；年度：开启下一年度"},
			{Cap: "F7", Does: "政策条件：这一条改过什么；年度：开启时的名单"},
			{Cap: "F9", Does: "年度：退回上一年度；Enter 打开看以前的年度"},
			{Cap: "Ctrl+D", Does: "抄成下一年度的草稿"},
			{Cap: "Ctrl+U", Does: "审查：添加用户"},
			{Cap: "Ctrl+B", Does: "现在备份"},
			{Cap: "Ctrl+S", Does: "政策条件里只存草稿；别处存一份备份到 U 盘"},
			{Cap: "Ctrl+H", Does: "核验全部数据"},
			{Cap: "Ctrl+R", Does: "换恢复码；演练县没有"},
			{Cap: "Esc", Does: "停下核验；放弃这一条的改动；回去"},
		}}
}
