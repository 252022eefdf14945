package sheets

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRowsWithoutAPersonAreSkipped(t *testing.T) {
	heads := []any{"序号", "姓名", "身份证号", "工作单位", "申报工种", "申报等级", "联系电话", "参加工作时间"}
	id := person(1)[1]
	for name, c := range map[string]struct {
		row     []any
		skipped bool
	}{
		"serial number alone":             {[]any{26}, true},
		"serial number and unit prepared": {[]any{26, "", "", "罗山县实验幼儿园", "护理员"}, true},
		"subtotal":                        {[]any{"小 计", "五级6人"}, true},
		"total in the name column":        {[]any{"", "合　计", 25}, true},
		"total with a large count":        {[]any{"总计", "", "25人", "", "", "", 13800000000}, true},
		"note with an ID number in it":    {[]any{"注：身份证号须一致，例：411521197001010012"}, true},
		"note in brackets":                {[]any{"说明（必读）：黄色为待核实"}, true},
		"signature":                       {[]any{"单位负责人（签字）：", "", "", "经办人："}, true},
		"date at the foot":                {[]any{"2026年3月25日"}, true},
		"head repeated":                   {[]any{"序号", "姓　名", "身份证号", "工作单位"}, true},
		"note in the name column":         {[]any{"", "本表一式三份，各存一份"}, true},
		"long note without a mark":        {[]any{"", "请在三月底以前报送"}, true},
		"long name alone":                 {[]any{"", "阿卜杜热西提·吐尔逊"}, false},
		"rest left blank":                 {[]any{"以下空白"}, true},
		"dashes":                          {[]any{27, "—", "—", "—"}, true},
		"somebody":                        {[]any{1, "张伟", id, "罗山县实验幼儿园", "护理员", "三级"}, false},
		"name forgotten":                  {[]any{1, "", id, "罗山县实验幼儿园", "护理员", "三级"}, false},
		"ID number forgotten":             {[]any{1, "张伟", "", "罗山县实验幼儿园", "护理员", "三级"}, false},
		"name alone":                      {[]any{1, "张伟"}, false},
		"both forgotten":                  {[]any{1, "", "", "罗山县实验幼儿园", "护理员", "三级", "13800000000", "1998-07"}, false},
		"ID number in another column":     {[]any{"", "", "", id, "护理员", "三级"}, false},
		"ID number alone elsewhere":       {[]any{"", "", "", "", id}, false},
		"sum over somebody":               {[]any{"合计：", "张伟", "", "罗山县实验幼儿园", "护理员", "三级"}, false},
		"signatures in two columns":       {[]any{"填表人：", "张三", "审核人：", "李四"}, true},
		"sex and level without a name":    {[]any{3, "", "", "", "护理员", "三级", "13800000000", "1998-07"}, false},
		"title in the name column":        {[]any{"", "花名册"}, true},
		"title further down":              {[]any{"罗山县卫生健康系统2026年申报人员名册"}, true},
		"mangled ID number alone":         {[]any{"", "", "4.11521E+17"}, false},
	} {
		got := understood(t, bookOf(heads, c.row))
		if c.skipped && (len(got.SkippedRows) != 1 || got.SkippedRows[0].Why == "" || got.SkippedRows[0].Row != 2) {
			t.Errorf("%s: skipped rows %+v", name, got.SkippedRows)
		}
		if (got.Skipped == 1) != c.skipped || got.Skipped+len(got.Accepted)+len(got.Waiting) != 1 {
			t.Errorf("%s: skipped %d, accepted %d, waiting %d; want skipped %v", name, got.Skipped, len(got.Accepted), len(got.Waiting), c.skipped)
		}
	}
}

func TestEverySkippedRowSaysWhy(t *testing.T) {
	got := understood(t, bookOf(
		[]any{"2026年花名册"}, []any{"填报单位：罗山县实验幼儿园"}, []any{"注：红色为必填"}, []any{"一、姓名与身份证一致"}, personHeads, person(1),
		[]any{"小计", "1人"}, personHeads, []any{"单位：罗山县教育体育局"}, []any{"", "", "罗山县实验幼儿园", "护理员"}, []any{"—"},
		[]any{"说明：" + strings.Repeat("长", 60)}, []any{"填表人：张三", "", "审核人：李四"}, []any{"2026年3月25日"}))
	var why []string
	for _, row := range got.SkippedRows {
		why = append(why, fmt.Sprintf("%d %s %s", row.Row, row.Why, row.Text))
	}
	want := []string{"1 标题 2026年花名册", "2 单位行 填报单位：罗山县实验幼儿园", "3 说明 注：红色为必填", "4 说明 一、姓名与身份证一致", "7 合计 小计", "8 重复的表头 姓名",
		"9 单位行 单位：罗山县教育体育局", "10 没有填人 罗山县实验幼儿园", "11 空行 —", "12 说明 说明：" + strings.Repeat("长", 36) + "…", "13 签字 填表人：张三", "14 签字 2026年3月25日"}
	if diff := cmp.Diff(want, why); diff != "" {
		t.Error(diff)
	}
}
