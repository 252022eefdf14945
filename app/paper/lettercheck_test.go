package paper

import (
	"testing"
)

func TestMistakeInALetterNamesItsPlace(t *testing.T) {
	mistaken(t, everything, []mistake{
		{"unknown key", "attach = 4", "attachments = 4", `第 14 行：没有“letter.attachments”这个键`},
		{"unknown value", "{letter.until}前补齐，由", "{letter.untill}前补齐，由", `第 24 行：letter.part.text：没有 {letter.untill} 这个值`},
		{"person outside the table", "申报材料补正通知\"", "{name}补正通知\"", `公函：{name} 在 per = letter 的表上没有可问的人`},
		{"row outside the table", "{letter.number}补正", "{item.what}补正", `公函：{item.what} 在 per = letter 的表上没有可问的人`},
		{"condition nobody can answer", `"!letter.attached"`, `"!name"`, `公函：{name} 在 per = letter 的表上没有可问的人`},
		{"administrator in the table", "{item.clause}", "{admin.name}", `公函的表：{admin.name} 在这里没有可问的人`},
		{"part that is two things", "table = true", "table = true\ntext = \"下表\"", `第 27 行：公函第 3 段，框“下表”：只能是 text、table、hand 之一`},
		{"part that is nothing", "table = true", "gap = 3", `公函第 3 段：只能是 text、table、hand 之一`},
		{"unknown type", "[[letter.part]]\nwhen = \"letter.attached\"", "[[letter.part]]\ntype = \"huge\"\nwhen = \"letter.attached\"", `第 25 行：公函第 2 段，框“你单位报送的{letter.count}人的申报材料经审查需要补正，请于{letter.until}前补齐，由单位统一报送。”：没有“huge”这种字`},
		{"block without a height", "h = 28\n", "", `公函的 receipt：高度 h 要有，并且一页放得下`},
		{"box in a block off the sheet", "x = 90, y = 0", "x = 190, y = 0", `第 31 行：公函的 receipt，框“回　执”：超出了页边`},
		{"columns wider than the letter", "w = 94", "w = 95", `公函的表：各列共宽 157 毫米，超出了页边`},
		{"attachment without a title", "attached = \"需要补正的申报材料\"\n", "", `公函：表列的是 per = letter 的人；写了 attach 就要写 attached（附件的标题）`},
		{"letter without a title", "title = \"申报材料补正通知\"\n", "", `公函：要有 title 和 part，不能再有 page 和 table`},
		{"per without a letter", `per = "letter"`, `per = "horoscope"`, `要有 name、三个大写字母的 kind，per 是 entry、administrator、job、table、letter、slip、change 之一`},
	})
}
