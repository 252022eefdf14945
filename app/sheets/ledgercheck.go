package sheets

import (
	"fmt"
	"strings"

	"gongkao/app/sheets/grid"
	"gongkao/data"
)

// unpaid are the states of an order that no money has come of: its row is no
// payment. paid are those of one that it has; any other state is asked about.
var (
	unpaid = wordSet("未缴费 未缴 未交费 未支付 未付款 未到账 待缴费 待支付 待付款 支付中 处理中 支付失败 缴费失败 交易失败 失败 超时 已超时 已取消 取消 已关闭 关闭 交易关闭 订单关闭 否 × N n 0")
	paid   = wordSet("已缴费 已缴 已交费 已支付 已付款 已到账 已入账 支付成功 缴费成功 交费成功 交易成功 付款成功 成功 支付完成 缴费完成 交易完成 已完成 完成 是 √ ✓ Y y 1")
)

func wordSet(text string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(text) {
		set[word] = true
	}
	return set
}

// check says what is wrong with a row whatever the register says.
func (d *ledgerDesk) check(row grid.Row, r *LedgerRow) (problems []Problem) {
	problems = d.checkID(row, r)
	switch d.header.kind {
	case Payments:
		problems = append(problems, d.checkPayment(row, r)...)
	case Scores:
		if !d.any(row, scoreKeys...) {
			problems = append(problems, r.Problem(d.scored(), "required-missing", "没有填成绩", "请补上成绩；没有参加考试的写“缺考”"))
		}
	}
	return problems
}

// scored is the first score column of the sheet.
func (d *ledgerDesk) scored() string {
	for _, key := range scoreKeys {
		if d.header.has(key) {
			return key
		}
	}
	return "score"
}

// checkID reads the ID number as that of a roster. A number with digits hidden by
// the web site still tells people of one name apart; it goes on as it is.
func (d *ledgerDesk) checkID(row grid.Row, r *LedgerRow) (problems []Problem) {
	text := r.Texts["id_number"]
	if text == "" || strings.Contains(data.Narrow(text), "*") && r.Texts["name"] != "" {
		return nil
	}
	_, notes := readID(row.At(d.header.columns["id_number"]), d.know.Codes.Region)
	for _, n := range notes {
		problems = append(problems, r.Problem("id_number", n.Code, n.Message, n.Hint))
	}
	return problems
}

func (d *ledgerDesk) checkPayment(row grid.Row, r *LedgerRow) (problems []Problem) {
	if r.Texts["amount"] == "" {
		problems = append(problems, r.Problem("amount", "required-missing", "没有填缴费金额", "请补上缴费金额，没有它不能录入"))
	}
	if state := r.Texts["status"]; state != "" && !paid[data.Squeeze(state)] {
		problems = append(problems, r.Problem("status", "pay-status", fmt.Sprintf("缴费状态是“%s”，看不出钱到了没有", state), "请向收费单位核实；确实缴了的，把状态改成“已缴费”"))
	}
	if column, ok := d.header.columns["reference"]; ok && lostDigits(row.At(column)) {
		p := r.Problem("reference", "value-mangled", "流水号被表格软件变成了数字，后几位已丢失", "这一行不带流水号进入；要对账，请让收费单位用文本格式导出")
		problems = append(problems, p)
		delete(r.Texts, "reference")
	}
	return problems
}
