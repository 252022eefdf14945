package sheets

import (
	"regexp"
	"strings"
)

// ledgerHeads are the heads of the year's books, as web sites, banks, exam
// centres and units write them. Where a sheet has several for one thing, the
// word that stands further to the left here wins: 实缴金额 before 金额, 支付时间
// before 交易时间. What is owed (应缴金额) and a bank's balance are nobody's.
var ledgerHeads = headsOf(ledgerWords)

var ledgerWords = []words{
	{"amount", "缴费金额", []string{"实缴金额", "实际缴费金额", "已缴金额", "入账金额", "到账金额", "实收金额", "支付金额", "付款金额", "交易金额", "订单金额", "贷方金额", "贷方发生额", "收入金额", "缴费额", "金额"}},
	{"paid_on", "缴费时间", []string{"缴费日期", "支付时间", "支付日期", "支付完成时间", "付款时间", "付款日期", "到账时间", "到账日期", "入账时间", "入账日期", "交易时间", "交易日期", "记账日期"}},
	{"reference", "流水号", []string{"支付流水号", "缴费流水号", "交易流水号", "银行流水号", "业务流水号", "交易流水", "订单号", "订单编号", "支付订单号", "缴费订单号", "商户订单号", "支付单号", "缴费单号", "交易号", "交易单号", "交易编号", "凭证号", "凭证号码", "票据号", "票据号码", "参考号"}},
	{"step", "缴费次数", []string{"缴费项目", "缴费阶段", "第几次缴费", "收费项目", "费用项目", "费用名称", "收费名称", "次数", "项目"}},
	{"status", "缴费状态", []string{"支付状态", "交易状态", "订单状态", "缴费情况", "是否缴费", "是否已缴费"}},

	{"score", "成绩", []string{"分数", "得分", "考试成绩", "考核成绩", "考试分数", "考试得分", "最终成绩", "总成绩", "总分"}},
	{"subject", "考试科目", []string{"科目", "科目名称", "考核科目", "考试项目", "考核项目"}},
	{"computer", "人机对话成绩", []string{"人机对话考试成绩", "人机对话考试", "人机对话得分", "人机对话", "机考成绩", "上机考试成绩", "上机成绩", "计算机考试成绩"}},
	{"theory", "理论成绩", []string{"理论考试成绩", "理论知识考试成绩", "理论知识成绩", "理论考试得分", "理论考试分数", "理论得分", "理论分数", "理论考试", "笔试成绩"}},
	{"evaluation", "综合评审成绩", []string{"评审成绩", "综合评审得分", "综合评审分数", "评审得分", "评审分数", "评审总分", "综合评审"}},

	{"book", "教材名称", []string{"书名", "教材书名", "图书名称", "教材", "课本"}},
	{"copies", "册数", []string{"征订册数", "订购册数", "征订数量", "订购数量", "征订数", "订购数", "订数", "需求数量", "本数", "份数", "数量"}},
	{"price", "单价", []string{"定价", "教材单价", "教材定价", "书价", "价格"}},

	{"name", "考生姓名", []string{"缴费人姓名", "缴费人", "付款人姓名", "付款人名称", "付款人户名", "付款人", "对方户名", "对方名称", "户名"}},
	{"id_number", "考生身份证号", []string{"考生证件号", "考生证件号码", "缴费人身份证号", "缴费人证件号码", "付款人身份证号"}},
	{"unit", "考生单位", []string{"报名单位", "征订单位", "订购单位", "所属单位"}},
}

// ledgerGroups are what a head above several heads can say of them: under 成绩
// the head 理论 is 理论成绩, under 缴费情况 the head 时间 is 缴费时间.
var ledgerGroups = []struct{ marks, before, after string }{
	{"成绩 分数 得分", "", "成绩"},
	{"缴费 支付", "缴费", ""},
	{"教材 图书", "教材", ""},
}

// otherUnits are in the bracket of a head whose numbers are no yuan.
var otherUnits = regexp.MustCompile(`[(（][^()（）]*(分|角|万|千)[^()（）]*[)）]`)

// claimLedger looks a head of the year's books up; first its own word, then with
// the word of its group.
func claimLedger(group, head string) (c claim, ok bool) {
	head = strings.ReplaceAll(squeeze(head), "交费", "缴费")
	group = strings.ReplaceAll(squeeze(group), "交费", "缴费")
	c, ok = claimOf(ledgerHeads, head)
	for _, g := range ledgerGroups {
		for _, mark := range strings.Fields(g.marks) {
			if !ok && strings.Contains(group, mark) {
				c, ok = claimOf(ledgerHeads, g.before+head+g.after)
			}
		}
	}
	if (c.key == "amount" || c.key == "price") && otherUnits.MatchString(head) {
		return claim{}, false
	}
	return c, ok
}

// commonHead looks up what every kind of sheet may say of whom a row means; the
// words of rosters win over the payer's name and the like.
func commonHead(group, head string) (c claim, ok bool) {
	c, byGroup, ok := claimUnder(group, head)
	if c.rank++; c.label || byGroup {
		c.rank = 0
	}
	return c, ok
}

// common are the keys that all kinds share with rosters.
var common = map[string]bool{"name": true, "id_number": true, "unit": true, "trade": true, "level": true}

// ledgerKind is a kind of sheet of the year's books: its own keys, and what its
// head must name at least.
type ledgerKind struct {
	kind string
	keys []string
	told func(has func(keys ...string) bool) bool
}

// ledgerKinds are asked in order. An order of books also has an amount, a sheet of
// scores may say who has paid: what tells them apart stands first. A catalogue of
// books names nobody. Money without a day or a number is only a payment where no
// roster can be meant: one that lacks trade and level.
var ledgerKinds = []ledgerKind{
	{Textbooks, []string{"book", "copies", "price", "amount"}, func(has func(...string) bool) bool {
		return has("copies") && has("book", "price", "trade") || has("book") && has("price") && !has("name", "id_number")
	}},
	{Payments, paymentKeys, func(has func(...string) bool) bool {
		return has("amount") && has("paid_on", "reference") && has("name", "id_number")
	}},
	{Scores, append([]string{"subject"}, scoreKeys...), func(has func(...string) bool) bool {
		return has(scoreKeys...) && has("name", "id_number")
	}},
	{Payments, paymentKeys, func(has func(...string) bool) bool {
		return has("amount") && has("name", "id_number") && !(has("trade") && has("level"))
	}},
}

var (
	paymentKeys = []string{"amount", "paid_on", "reference", "step", "status"}
	scoreKeys   = []string{"score", "computer", "theory", "evaluation"}
)

// rosterWeight is how much a field's column speaks for a roster: what is only
// asked of somebody who applies, twice; what exam centres list too, once. A
// ledger's own column weighs two.
var rosterWeight = map[string]int{
	"path": 2, "work_start": 2, "current_level": 2, "current_trade": 2, "current_cert_date": 2, "appointed_level": 2, "appointed_date": 2,
	"retirement_category": 2, "staff_kind": 2, "commitment": 2, "consent": 2, "honours": 2,
	"birth": 1, "ethnicity": 1, "education": 1, "political": 1, "address": 1, "post": 1,
}

const ownWeight = 2

// examMarks are heads of exam centres; they hold nothing that is taken in, but
// no roster has them.
var examMarks = map[string]bool{"准考证号": true, "准考证号码": true, "准考证": true, "考场": true, "考场号": true, "座位号": true, "座号": true, "考点": true, "考试日期": true, "考试时间": true}
