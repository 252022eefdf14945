package sheets

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestRostersAsOfficesSendThem reads heads in the words of county offices: row by
// row from the top, cells parted by |, and below them which field each column
// holds, - for none.
func TestRostersAsOfficesSendThem(t *testing.T) {
	for name, text := range map[string]string{
		"education": `序号|姓名|性别|民族|出生年月|身份证号（18位）|政治面貌|文化程度（学历）|参加工作年月日|工作单位（全称）|主管部门|现从事岗位工种|现技术等级|取得时间|拟申报工种|拟申报等级|申报途径|联系电话（手机）|备注
			-|name|sex|ethnicity|birth|id_number|political|education|work_start|unit|supervising_unit|current_trade|current_level|current_cert_date|trade|level|path|phone|note`,
		"health": `编号|单位名称|主管单位|姓名|公民身份号码|性别|现工种|现等级|等级证书编号|发证日期|申报工种|申报级别|2023年度考核|2024年度考核|2025年度考核|本人签字
			-|unit|supervising_unit|name|id_number|sex|current_trade|current_level|current_cert_no|current_cert_date|trade|level|appraisals.2023|appraisals.2024|appraisals.2025|-`,
		"transport": `序号|单位|姓名|身份证号码|工种|技术等级|取得年月|申报等级|年龄|工龄|证件类型
			-|unit|name|id_number|trade|current_level|current_cert_date|level|-|-|-`,
		"forestry": `序号|姓名|证件类型|证件号码|性别|族别|学历层次|人员类别|用人单位|现职业（工种）|现职业技能等级|证书编码|证书取得日期|报考职业（工种）|报考级别|报考条件|手机
			-|name|-|id_number|sex|ethnicity|education|staff_kind|unit|current_trade|current_level|current_cert_no|current_cert_date|trade|level|path|phone`,
		"combined": `姓名|居民身份证号|所在单位全称|参加工作|现工种及等级|现技术等级及取得时间|申报工种及等级|近三年年度考核情况|聘任时间|业绩荣誉
			name|id_number|unit|work_start|current_trade|current_cert_date|trade|appraisals|appointed_date|honours`,
		"group heads": `序号|基本情况||||现状况||||申报情况|||考核情况|||备注
			|姓名|性别|身份证号|单位|工种|等级|取得时间|证书编号|工种|等级|途径|2023|2024|2025|
			-|name|sex|id_number|unit|current_trade|current_level|current_cert_date|current_cert_no|trade|level|path|appraisals.2023|appraisals.2024|appraisals.2025|note`,
		"three rows": `申报人员基本情况|||现持证情况|||拟申报情况||岗位聘用情况|
			姓名|身份证|单位|职业|等级及|发证|职业|等级|等级|时间
			|号码|全称|（工种）|编号|日期|（工种）||
			name|id_number|unit|current_trade|-|current_cert_date|trade|level|appointed_level|appointed_date`,
		"stars and notes": `*姓名|*身份证号\n（18位，文本格式）|*工作单位\n（与公章一致）|*申报\n工种|*申报\n等级|是否容缺承诺\n（是/否）|原法定退休年龄\n（50/55/60）|到龄确认
			name|id_number|unit|trade|level|commitment|retirement_category|consent`,
		"everything twice": `姓名|身份证号|单位|工种|等级|拟报工种|拟报等级|电话|联系电话
			name|id_number|unit|current_trade|current_level|trade|level|-|phone`,
		"nobody's words": `姓名|身份证号|单位性质|主管部门|工作单位|编制|职务|职称|年龄|人员编号|户籍地址|单位电话|单位负责人|毕业院校|专业|岗位类别|申报工种|申报等级|审核意见
			name|id_number|-|supervising_unit|unit|-|-|-|-|-|-|-|-|-|-|-|trade|level|-`,
		"work and birth": `姓名|出生年月|参加工作时间|进入本单位时间|退休时间|身份证号|申报工种|申报等级|现聘岗位等级|现聘时间
			name|birth|work_start|-|-|id_number|trade|level|appointed_level|appointed_date`,
		"the exam's web site": `报名序号|姓名|有效身份证件号码|报名单位|所在单位|报名工种|报名等级|报名时间|审核状态
			-|name|id_number|-|unit|trade|level|-|-`,
		"water": `序号|姓名|男女|出生日|身份证|党派|家庭住址|参工时间|所在岗位|职业工种|技能等级|取证时间|申报职业工种|申报技能等级|晋升方式|奖励情况|说明
			-|name|sex|birth|id_number|political|address|work_start|post|current_trade|current_level|current_cert_date|trade|level|path|honours|note`,
		"English letters in heads": `NO.|姓 名|身份证号ID|ＩＤ|电话TEL|单位
			-|name|-|-|-|unit`,
	} {
		lines := strings.Split(text, "\n")
		var rows [][]any
		for _, line := range lines[:len(lines)-1] {
			var row []any
			for _, cell := range strings.Split(strings.TrimSpace(line), "|") {
				row = append(row, strings.ReplaceAll(cell, `\n`, "\n"))
			}
			rows = append(rows, row)
		}
		want := strings.Split(strings.TrimSpace(lines[len(lines)-1]), "|")
		got := make([]string, len(want))
		for _, h := range understood(t, bookOf(append(rows, person(1))...)).Heads {
			column, _ := columnOf(h.Column)
			got[column] = h.Field
		}
		for i := range got {
			if got[i] == "" {
				got[i] = "-"
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestEveryFieldIsSentUnderManyWords(t *testing.T) {
	for _, key := range slices.Sorted(maps.Keys(map[string]int{"name": 0, "id_number": 0, "unit": 0, "trade": 0, "level": 0, "current_level": 0, "work_start": 0})) {
		n := 0
		for _, c := range peopleHeads {
			if c.key == key {
				n++
			}
		}
		if n < 10 {
			t.Errorf("%s is known under %d words", key, n)
		}
	}
}
