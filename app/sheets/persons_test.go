package sheets

import "testing"

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
		"mangled ID number alone":         {[]any{"", "", "4.11521E+17"}, false},
	} {
		got := understood(t, bookOf(heads, c.row))
		if (got.Skipped == 1) != c.skipped || got.Skipped+len(got.Accepted)+len(got.Waiting) != 1 {
			t.Errorf("%s: skipped %d, accepted %d, waiting %d; want skipped %v", name, got.Skipped, len(got.Accepted), len(got.Waiting), c.skipped)
		}
	}
}
