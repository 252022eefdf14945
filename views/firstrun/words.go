package firstrun

import "gongkao/data"

// Head returns the question of the page shown, and what must be known to answer
// it.
func (m *Model) Head() (title string, words []string) {
	switch m.step {
	case Introduce:
		return "这台电脑归哪个机构用？", []string{"这几样印在表头和页脚，以后可以在“设置”里改。"}
	case Passphrase:
		return "给数据定一个口令", []string{"数据用它加密，每次打开都要输；用汉字、字母、数字都行。", "记不住的口令不是好口令：几个不相干的词连起来，又长又好记。"}
	case Recovery:
		if m.again {
			return "新的恢复码只显示这一次", []string{"以前的恢复码打不开现在的数据了，只打得开以前的备份：请在那张纸上写明“旧”。", "打印两份：一份锁在保险柜，一份交分管领导。不要存在这台电脑里。"}
		}
		return "恢复码只显示这一次", []string{"忘了口令，只有它能打开数据，谁也补不出来。", "打印两份：一份锁在保险柜，一份交分管领导。不要存在这台电脑里。"}
	case Units:
		return "把单位册导进来", []string{"单位名称、主管部门的表格就行（xlsx、xls、csv）；一次选一个文件，可以导几个。", "手头没有，以后再导也不迟：在任何一页按 Ctrl+O。"}
	case Backup:
		return "从备份恢复", []string{"换了电脑，或者数据坏了：选 U 盘或 backups 文件夹里的备份。", "先把备份从头核对一遍，没有问题才启用；原来的数据文件不会丢。"}
	}
	return "第一次打开，先做哪一样？", []string{"按数字键选，Enter 继续。先试演练县，以后照样能建立本县。"}
}

// Foot is what stands at the foot of the steps.
func (m *Model) Foot() string {
	switch m.step {
	case Passphrase, Recovery:
		return "口令和恢复码都不离开这台电脑。"
	}
	return "数据只放在这台电脑上，不联网，不向省网提交。"
}

// GoOn is the word on the button that goes on.
func (m *Model) GoOn() string {
	switch m.step {
	case Choose:
		return "继续"
	case Passphrase:
		return "建立数据"
	case Recovery:
		if m.again {
			return "开始工作"
		}
	case Units:
		return "开始工作"
	case Backup:
		return "核对并恢复"
	}
	return "下一步"
}

func errFounding() error {
	return data.Refuse("founding", "", "正在建立数据文件", "请等它建好，一两秒钟")
}
