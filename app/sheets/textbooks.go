package sheets

import (
	"fmt"
	"strconv"

	"gongkao/data"
)

// BookLine is a book as a table of orders lists it.
type BookLine struct {
	Trade, Level, Title string
	Copies              int
	Price, Amount       data.Fen
}

// TextbookHeading is the heading of an office's table of the year's orders; unit
// is whose they are, "" the whole county.
func TextbookHeading(o data.Office, unit string) Heading {
	line := o.Name
	if unit != "" {
		line += "　" + unit
	}
	return Heading{Title: fmt.Sprintf("%d年机关事业单位工勤技能岗位等级考核教材征订汇总表", o.Year), Line: o.Marked(line)}
}

const textbookSheet = "教材征订"

// TextbookTable is orders by trade and level with their total, in figures and in
// capitals.
func TextbookTable(lines []BookLine, heading Heading) Table {
	t := Table{Kind: Textbooks, Name: textbookSheet, Heading: heading, Columns: []Column{
		SerialColumn,
		{Key: "trade", Head: "工种", Width: 10, Words: []string{"工种名称", "申报工种", "职业(工种)"}},
		{Key: "level", Head: "等级", Width: 5, Words: []string{"申报等级", "技术等级"}},
		{Key: "title", Head: "书名", Width: 24, Words: []string{"教材名称", "教材书名", "教材", "图书名称"}},
		{Key: "copies", Head: "册数", Width: 5, Words: []string{"征订册数", "订购册数", "征订数量", "数量", "订数", "本数"}},
		{Key: "price", Head: "单价（元）", Width: 7, Words: []string{"单价", "定价", "教材单价"}},
		{Key: "amount", Head: "金额（元）", Width: 8, Words: []string{"金额", "合计金额", "小计", "书款"}},
	}}
	copies, amount := 0, data.Fen(0)
	for i, l := range lines {
		t.Rows = append(t.Rows, []any{strconv.Itoa(i + 1), l.Trade, l.Level, l.Title, l.Copies, l.Price, l.Amount})
		copies, amount = copies+l.Copies, amount+l.Amount
	}
	t.Total = []any{"", "合计", "", "", copies, "", amount}
	t.Foot = "金额合计（大写）：" + amount.Capital()
	return t
}
