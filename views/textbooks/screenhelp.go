package textbooks

import (
	"gongkao/data"
	"gongkao/views/shell"
)

// noOrderer refuses an order of nobody.
func noOrderer(typed string) error {
	if typed == "" {
		return data.Refuse("not-found", "", "没有写是谁订的", "请按 F4 选，姓名可以打拼音首字母")
	}
	return data.Refuse("not-found", "", "“"+typed+"”不在这个单位的申报人员里", "请按 F4 选；已撤回、不通过的人不在里面")
}

// Help tells what the page is for.
func (s *Screen) Help() shell.Help {
	if s.catalogue || s.empty() {
		return shell.Help{
			Title: "教材目录", For: "本年可以订的教材，按工种和等级，书名和单价照书目登记。不再订的写明理由，留着不删。",
			Keys: []shell.Key{
				{Cap: "Ctrl+N", Does: "登记一本教材"},
				{Cap: "Ctrl+O", Does: "导入书目表：工种、等级、书名、单价"},
				{Cap: "−", Does: "这本不再订，写明理由"},
				{Cap: "F2 Esc", Does: "回到征订"},
				{Cap: "F6", Does: "到缴费"},
			},
		}
	}
	return shell.Help{
		Title: "教材征订", For: "教材自愿征订，由主管部门统一汇总上缴。左边是各主管部门订了多少、该缴多少、还有多少没发，右边是一个单位的订单、收款和发书。",
		Keys: []shell.Key{
			{Cap: "↑ ↓", Does: "换一个单位；直接打拼音首字母就跳到"},
			{Cap: "Enter Tab", Does: "到右边；再按 Enter：征订单里看逐笔，逐笔里打开这个人，单子上看全文"},
			{Cap: "F7", Does: "换：征订单、逐笔订单、收款与发书"},
			{Cap: "Ctrl+N", Does: "订教材：一个人或单位自己"},
			{Cap: "−", Does: "作废这一笔，写明理由"},
			{Cap: "F8", Does: "收单位统一上缴的书款"},
			{Cap: "F9", Does: "发书，有人签字"},
			{Cap: "Ctrl+P", Does: "打印征订单，金额带大写"},
			{Cap: "Ctrl+O", Does: "导入单位报来的征订表"},
			{Cap: "F2", Does: "教材目录：登记、作废、导入"},
			{Cap: "F6", Does: "到缴费"},
			{Cap: "Esc", Does: "回到左边；返回"},
		},
	}
}
