package fees

import (
	"fmt"
	"strings"

	"gongkao/app/sheets"
	"gongkao/data"
)

// read reads the cells of a row. It refuses a cell that is wrong (pay-amount,
// pay-date, pay-step, pay-reference); noted is what may be entered all the same.
func (s *Sheet) read(row *sheets.LedgerRow) (p data.Payment, noted []sheets.Problem, err error) {
	if p.Fen, err = sheets.ReadAmount(row.Texts["amount"]); err != nil {
		refusal, _ := data.AsRefusal(err)
		return p, nil, data.Refuse("pay-amount", "amount", refusal.Message, refusal.Hint)
	}
	if p.Paid, err = day(row.Texts["paid_on"], s.today); err != nil {
		return p, nil, err
	}
	if row.Texts["paid_on"] == "" {
		noted = append(noted, row.Problem("paid_on", "pay-undated", "没有写缴费日期，按今天 "+s.today.String()+" 登记", "知道日期的，请更正后按原日期重新登记"))
	}
	if p.Step, err = step(row.Texts["step"]); err != nil {
		return p, nil, err
	}
	p.Reference = row.Texts["reference"]
	return p, noted, tidy(&p)
}

// day reads 2026-05-08, and takes no notice of an hour after it; "" is today.
func day(text string, today data.Date) (data.Date, error) {
	text = strings.TrimSpace(strings.ReplaceAll(text, "T", " "))
	if text == "" {
		return today, nil
	}
	if fields := strings.Fields(text); len(fields) > 1 && strings.Contains(fields[1], ":") {
		text = fields[0]
	}
	written, err := data.ReadDate(text)
	if err != nil {
		return today, data.Refuse("pay-date", "paid_on", fmt.Sprintf("读不出缴费日期“%s”", text), "请写成 "+today.String())
	}
	d, whole := written.Date()
	if !whole {
		return today, data.Refuse("pay-date", "paid_on", fmt.Sprintf("缴费日期“%s”没有写是哪一天", text), "请写成 "+today.String())
	}
	return d, nil
}

// steps are the words for which of level 1's two fees is meant.
var steps = map[string]int{
	"": 0, "1": 1, "第一次": 1, "第1次": 1, "一": 1, "首次": 1, "报名费": 1, "考核费": 1,
	"2": 2, "第二次": 2, "第2次": 2, "二": 2, "评审费": 2, "综合评审费": 2,
}

func step(text string) (int, error) {
	n, known := steps[data.Squeeze(data.Narrow(text))]
	if !known {
		return 0, data.Refuse("pay-step", "step", "看不出“"+text+"”是第几次缴费", "请写 1 或 2；只有一级缴两次")
	}
	return n, nil
}
