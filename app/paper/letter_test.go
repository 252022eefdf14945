package paper

import (
	"strings"
	"testing"
	"testing/fstest"

	"gongkao/data"
)

// notice is a 公示 of n people.
func notice(n int) Letter {
	l := Letter{Title: "罗山县农业农村局", From: "罗山县农业农村局", On: data.MustDate(2026, 3, 13), Start: data.MustDate(2026, 3, 16), Until: data.MustDate(2026, 3, 20), Place: "单位公示栏", Days: 5, Clause: "信人技考函〔2026〕1号三（二）", To: "罗山县工考管理机构", Text: "公示期间未收到异议。"}
	for _, e := range crowd(n) {
		e.Application.Level = 1
		l.Items = append(l.Items, Item{Entry: e})
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

// letterFrom loads a definition and lays out letters by it.
func letterFrom(t *testing.T, text string) (*Papers, error) {
	t.Helper()
	return Load(fstest.MapFS{"papers/house.toml": houseFile(t), "papers/try/paper.toml": {Data: []byte(text)}})
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

func TestLetterGoesOnWhereAPageIsFullAndAttachesALongTable(t *testing.T) {
	p, err := letterFrom(t, everything)
	if err != nil {
		t.Fatal(err)
	}
	for n, pages := range map[int]int{1: 1, 4: 1, 5: 2, 15: 3} {
		sheet, report, _, err := p.layOut(letterJob("try", correction(n)))
		if err != nil {
			t.Fatal(err)
		}
		if report.Pages != pages || report.Records != n || len(report.Sums) != n || len(report.Warnings) > 0 {
			t.Errorf("%d people: %+v, want %d pages", n, report, pages)
		}
		if says := strings.Contains(sheet.Text(), "附件：需要补正的申报材料"); says != (n > 4) {
			t.Errorf("%d people: the letter speaks of an attachment: %v", n, says)
		}
	}
}
