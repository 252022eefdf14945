package paper

import (
	"strings"
	"testing"
	"testing/fstest"

	"gongkao/data"
)

// notice is a 公示 of n people, all on record.
func notice(n int) Letter {
	l := Letter{Title: "罗山县农业农村局", From: "罗山县农业农村局", On: data.MustDate(2026, 3, 13), Start: data.MustDate(2026, 3, 16), Until: data.MustDate(2026, 3, 20), Place: "单位公示栏",
		Days: 5, Clause: "豫人社办〔2024〕19号和信人技考函〔2026〕1号三（二）", To: "罗山县工考管理机构", Text: "公示期间未收到异议。"}
	for _, e := range crowd(n) {
		e.Application.Level = 1
		l.Items = append(l.Items, Item{Entry: e})
	}
	return l
}

// worstNotice is one of the longest unit, the last of its people with everything too
// long, and nothing on record.
func worstNotice(n int) Letter {
	l := notice(n)
	e := worst()
	l.From, l.Title = e.Unit, e.Unit
	l.Items = append(l.Items, Item{Entry: e})
	l.On, l.Start, l.Until, l.Days, l.Place, l.Text = data.Date{}, data.Date{}, data.Date{}, 0, "", ""
	return l
}

// objected is a notice that has ended and was objected to.
func objected(l Letter) Letter {
	n := notice(1)
	l.Start, l.Until, l.Days, l.Place, l.Text = n.Start, n.Until, n.Days, n.Place, ""
	return l
}

// promised is somebody who has promised n documents, each by a day of its own when
// there are several.
func promised(e Entry, n int) Entry {
	e.Promise = Promise{Reason: "2025年度考核结果未经组织人事部门备案", Clause: "信人技考函〔2026〕1号二（五）"}
	for i := range n {
		e.Promise.Items = append(e.Promise.Items, PromisedItem{"2025年度考核登记表（备案件）1份", data.MustDate(2026, 9, 30-i)})
	}
	return e
}

// correction is a letter about n people with something to mend.
func correction(n int) Letter {
	l := notice(n)
	l.To, l.Number, l.From = "罗山县教育体育局", "罗工考补〔2026〕12号", "罗山县人事技能考试中心"
	for i := range l.Items {
		l.Items[i].What = "“参加工作时间”与档案不一致（申报1998年7月，档案1999年12月），请核对" + strings.Repeat("，并附上档案复印件", i%3)
		l.Items[i].Clause = "信人技考函\n〔2026〕1号\n二（三）"
	}
	return l
}

func letterJob(paper string, letters ...Letter) Job {
	job := jobFor(paper)
	job.Letters = letters
	return job
}

// everything is a letter that has all a definition can ask for.
const everything = `name = "补正通知"
kind = "TRY"
per = "letter"
left = 28.0
right = 26.0
outline = "{letter.title}"
[type]
column-head = { face = "Bold", size = 11, leading = 1.2 }
cell = { face = "Song", size = 11, least = 9, leading = 1.16 }
[letter]
number = "{letter.number}"
title = "申报材料补正通知"
to = "{letter.to}："
attach = 4
attached = "需要补正的申报材料"
from = "{letter.from}"
on = "{letter.on}"
note = "联系电话：0376-7600000"
[[letter.part]]
when = "!letter.attached"
text = "你单位报送的下列申报材料经审查需要补正，请于{letter.until}前补齐，由单位统一报送。"
[[letter.part]]
when = "letter.attached"
text = "你单位报送的{letter.count}人的申报材料经审查需要补正，请于{letter.until}前补齐，由单位统一报送。"
[[letter.part]]
table = true
[letter.receipt]
h = 28
[letter.receipt.hand]
text = [
  { x = 90, y = 0, w = 32, h = 6, text = "回　执", type = "letter-receipt-head" },
  { x = 28, y = 7, w = 156, h = 10.2, text = "已收到{letter.number}补正通知。", type = "letter-receipt", align = "left" },
]
line = [
  { from = [28, 3], to = [90, 3], width = 0.3, dash = [2, 1.5] },
  { from = [122, 3], to = [184, 3], width = 0.3, dash = [2, 1.5] },
]
sign = [{ x = 28, y = 23, label = "签收人：", at = 48, rule = 40, type = "letter-receipt" }]
date = [{ x = 140, y = 23, w = 44, type = "letter-receipt" }]
[letter.table]
head = 9.5
row = 15.5
frame = 0.5
pad = 1.2
[[letter.table.column]]
head = "姓名"
w = 24
text = "{name}"
type = "cell"
[[letter.table.column]]
head = "需要补正的内容"
w = 94
text = "{item.what}"
type = "cell"
align = "left"
[[letter.table.column]]
head = "依据条款"
w = 38
text = "{item.clause}"
type = "cell"
align = "left"
`

// letterFrom loads a definition.
func letterFrom(t *testing.T, text string) *Papers {
	t.Helper()
	p, err := Load(fstest.MapFS{"papers/house.toml": houseFile(t), "papers/try/paper.toml": {Data: []byte(text)}})
	if err != nil {
		t.Fatal(err)
	}
	return p
}
