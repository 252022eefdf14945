package results

import "gongkao/views/shell"

// Help tells what the page is for.
func (s *Screen) Help() shell.Help {
	return shell.Help{
		Title: "结果与证书", For: "考完以后的四步：录成绩，一级的办进入评审，发证和领取，归档。上面的数是全县的，下面列出这一步的人；成绩和发证不撤销，写明理由更正。",
		Keys: []shell.Key{
			{Cap: "0…9", Does: "录这个人的成绩；Enter 记下，到下一个没录的人"},
			{Cap: "−", Does: "缺考，Enter 记下"},
			{Cap: "*", Does: "更正成绩，或把证书记录作废，写明理由"},
			{Cap: "空格", Does: "选人；Shift+↑↓ 连选，Ctrl+A 全选"},
			{Cap: "F8", Does: "选中的人：进入评审、发证、归档"},
			{Cap: "F9", Does: "选中的证书已领取，谁签字"},
			{Cap: "Ctrl+←→", Does: "上一步、下一步：成绩、评审、证书、归档"},
			{Cap: "Alt+↓", Does: "找人：姓名、单位、工种、等级、合格；直接打字也行"},
			{Cap: "F6", Does: "只看待办的，再按看全部"},
			{Cap: "F5", Does: "去设置核对合格线"},
			{Cap: "Enter", Does: "打开这个人的登记；归档里逐项登记材料"},
			{Cap: "F7", Does: "打开这个人的登记"},
			{Cap: "Ctrl+O", Does: "导入成绩表：按身份证号，或姓名"},
			{Cap: "Ctrl+Z", Does: "撤销刚办的进入评审、领取、归档"},
			{Cap: "Esc", Does: "清除查找，返回"},
		},
	}
}
