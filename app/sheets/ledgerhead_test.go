package sheets

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLedgersAreToldByTheirHeads(t *testing.T) {
	for name, c := range map[string]struct {
		rows    [][]any
		kind    string
		columns map[string]string
		unknown []string
	}{
		"payments of the web site": {
			[][]any{{"2026年缴费明细"}, {"序号", "姓名", "身份证号", "工作单位", "申报工种", "申报等级", "应缴金额", "缴费金额（元）", "缴费时间", "订单号", "缴费状态"}},
			Payments, map[string]string{"name": "B", "id_number": "C", "unit": "D", "trade": "E", "level": "F", "amount": "H", "paid_on": "I", "reference": "J", "status": "K"},
			[]string{"应缴金额"}},
		"payments of a bank": {
			[][]any{{"交易日期", "入账日期", "凭证号", "借方金额", "贷方金额", "余额", "对方户名", "摘要"}},
			Payments, map[string]string{"paid_on": "B", "reference": "C", "amount": "E", "name": "G"}, []string{"交易日期", "借方金额", "余额", "摘要"}},
		"payments under a head": {
			[][]any{{"姓名", "身份证号", "交费情况", "", ""}, {"", "", "金额", "时间", "次数"}},
			Payments, map[string]string{"name": "A", "id_number": "B", "amount": "C", "paid_on": "D", "step": "E"}, nil},
		"payments without a day": {
			[][]any{{"姓名", "身份证号", "实缴金额", "备注"}},
			Payments, map[string]string{"name": "A", "id_number": "B", "amount": "C"}, []string{"备注"}},
		"payments in fen are not taken for yuan": {
			[][]any{{"姓名", "身份证号", "金额(分)", "交易金额", "交易时间"}},
			Payments, map[string]string{"name": "A", "id_number": "B", "amount": "D", "paid_on": "E"}, []string{"金额(分)"}},
		"scores of one subject": {
			[][]any{{"准考证号", "姓名", "性别", "身份证号", "单位", "工种", "等级", "理论考试成绩"}},
			Scores, map[string]string{"name": "B", "id_number": "D", "unit": "E", "trade": "F", "level": "G", "theory": "H"}, []string{"准考证号", "性别"}},
		"scores with a subject column": {
			[][]any{{"姓名", "身份证号码", "科目", "得分"}},
			Scores, map[string]string{"name": "A", "id_number": "B", "subject": "C", "score": "D"}, nil},
		"scores of subjects with their sum": {
			[][]any{{"考生姓名", "证件号码", "成绩", "", ""}, {"", "", "理论", "综合评审", "总成绩"}},
			Scores, map[string]string{"name": "A", "id_number": "B", "theory": "C", "evaluation": "D"}, []string{"总成绩"}},
		"scores, with what an exam centre prints": {
			[][]any{{"姓名", "性别", "出生年月", "文化程度", "身份证号", "准考证号", "考场", "座位号", "人机对话成绩"}},
			Scores, map[string]string{"name": "A", "id_number": "E", "computer": "I"}, []string{"性别", "出生年月", "文化程度", "准考证号", "考场", "座位号"}},
		"orders of people": {
			[][]any{{"序号", "姓名", "身份证号", "单位", "工种", "等级", "教材名称", "册数", "单价（元）", "金额（元）"}},
			Textbooks, map[string]string{"name": "B", "id_number": "C", "unit": "D", "trade": "E", "level": "F", "book": "G", "copies": "H", "price": "I", "amount": "J"}, nil},
		"orders of units": {
			[][]any{{"教材征订单"}, {"填报单位：罗山县实验幼儿园"}, {"主管部门", "工种", "等级", "书名", "定价", "订数", "备注"}},
			Textbooks, map[string]string{"trade": "B", "level": "C", "book": "D", "price": "E", "copies": "F"}, []string{"主管部门", "备注"}},
	} {
		t.Run(name, func(t *testing.T) {
			got := understood(t, bookOf(append(c.rows, []any{"x", "y"})...))
			if got.Kind != c.kind || got.HeaderRow != len(c.rows) {
				t.Errorf("%s with the header in row %d; want %s, %d", got.Kind, got.HeaderRow, c.kind, len(c.rows))
			}
			hasColumns(t, got, c.columns, c.unknown)
		})
	}
}

func TestARosterWithAColumnOfALedgerStaysARoster(t *testing.T) {
	for name, heads := range map[string][]any{
		"a fee":                 {"姓名", "身份证号", "单位", "工种", "等级", "缴费金额"},
		"a fee and whether":     {"姓名", "身份证号", "单位", "申报工种", "申报等级", "缴费金额", "是否缴费"},
		"a fee and its day":     {"姓名", "性别", "身份证号", "出生年月", "民族", "文化程度", "参加工作时间", "单位", "申报工种", "申报等级", "缴费金额", "缴费时间"},
		"last year's points":    {"姓名", "身份证号", "单位", "现等级", "申报工种", "申报等级", "成绩"},
		"points beside a birth": {"姓名", "性别", "出生年月", "民族", "文化程度", "身份证号", "单位", "工种", "等级", "理论成绩"},
		"books wanted":          {"姓名", "身份证号", "单位", "现等级", "现工种", "申报工种", "申报等级", "申报途径", "教材", "册数"},
		"appraisals":            {"姓名", "身份证号", "单位", "工种", "等级", "2024年考核成绩", "2025年考核成绩", "考核成绩"},
		"a remark on books":     {"姓名", "身份证号", "单位", "工种", "等级", "教材"},
		"a way and a score":     {"姓名", "身份证号", "单位", "工种", "等级", "申报途径", "成绩"},
	} {
		if got := understood(t, bookOf(heads, []any{"张伟"})); got.Kind != People {
			t.Errorf("%s: the sheet is taken for %s", name, got.Kind)
		}
	}
	if got := understood(t, bookOf([]any{"单位全称", "单位简称", "主管部门", "人事联系人", "电话"}, []any{"某局"})); got.Kind != Units {
		t.Errorf("a unit register is taken for %s", got.Kind)
	}
}

func TestTwoEqualHeadsOfALedgerAreNobodys(t *testing.T) {
	got := understood(t, bookOf([]any{"姓名", "身份证号", "金额", "金额", "缴费时间"}, []any{"张伟", person(1)[1], 365, 365, "2026-04-20"}))
	if diff := cmp.Diff([]string{"1 amount header-twice", "2 amount required-missing"}, codes(got)); diff != "" || got.Kind != Payments {
		t.Errorf("%s: %s", got.Kind, diff)
	}
}
