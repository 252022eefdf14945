package sheets

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"gongkao/data"
)

// claim is a head's claim to a field: 申报工种 is the field's own label, 工种 is
// a word that people also use for it. rank is the place of the word in the
// field's list, 0 for the label.
type claim struct {
	key   string
	label bool
	rank  int
}

// peopleHeads are the words of data.Fields, unitHeads those of a unit sheet;
// both as squeeze writes them.
var (
	peopleHeads = headsOfFields()
	unitHeads   = headsOf(unitWords)
	unitWords   = []words{
		{"unit", "单位全称", []string{"单位名称", "单位", "全称", "机构名称"}},
		{"short", "单位简称", []string{"简称"}},
		{"former", "曾用名", []string{"曾用名称", "原名称", "原单位名称"}},
		{"supervising_unit", "主管部门", []string{"主管单位", "上级主管部门", "上级主管单位", "主管部门名称", "主管局"}},
		{"kind", "单位性质", []string{"性质", "单位类别", "机构类型"}},
		{"contact", "人事联系人", []string{"联系人", "人事负责人", "经办人"}},
		{"phone", "联系电话", []string{"电话", "办公电话", "联系方式"}},
		{"into", "并入单位", []string{"撤并", "撤并入", "并入", "并入到", "撤并至", "撤并单位", "合并到", "归并单位", "承接单位"}},
		{"change", "变更类型", []string{"变动情况", "变更情况", "变动类型", "变化情况", "变更"}},
	}
	// serialHeads number the rows; they are neither fields nor worth a word.
	serialHeads = map[string]bool{"序号": true, "编号": true, "序": true, "号": true, "no": true, "no.": true, "行号": true}
)

type words struct {
	key, label string
	synonyms   []string
}

func headsOfFields() map[string]claim {
	var all []words
	for _, f := range data.Fields {
		all = append(all, words{f.Key, f.Label, f.Synonyms})
	}
	return headsOf(all)
}

func headsOf(all []words) map[string]claim {
	heads := map[string]claim{}
	for _, w := range all {
		for i, synonym := range w.synonyms {
			heads[squeeze(synonym)] = claim{key: w.key, rank: i + 1}
		}
	}
	for _, w := range all {
		heads[squeeze(w.label)] = claim{key: w.key, label: true}
	}
	return heads
}

var headBrackets = regexp.MustCompile(`\([^()]*\)`)

// squeeze gives a head the form in which heads compare: ordinary characters,
// no blanks or line breaks, small letters, no stars and colons.
func squeeze(head string) string {
	return strings.Trim(strings.ToLower(data.Squeeze(data.Narrow(head))), "*:;,、。")
}

var noBrackets = strings.NewReplacer("(", "", ")", "")

// claimOf looks a head up: as it is, without what stands in brackets (申报途径
// （类别）), without the brackets themselves.
func claimOf(heads map[string]claim, head string) (claim, bool) {
	head = squeeze(head)
	if c, ok := heads[head]; ok || !strings.Contains(head, "(") {
		return c, ok
	}
	if c, ok := heads[headBrackets.ReplaceAllString(head, "")]; ok {
		return c, true
	}
	c, ok := heads[noBrackets.Replace(head)]
	return c, ok
}

// claims reports whether a text is a roster's head of a field.
func claims(text, key string) bool {
	c, ok := claimOf(peopleHeads, text)
	return ok && c.key == key
}

// groups are what a head above several heads can say of them: under 现岗位情况
// 工种 is 现工种, under 申报情况 it is 申报工种.
var groups = []struct{ marks, prefix string }{
	{"现聘 聘任 聘用", "聘任"},
	{"现 已取得 持证 原", "现"},
	{"申报 拟 报考", "申报"},
}

// claimUnder looks a head up that stands under another; byGroup says that the
// group decided what it means.
func claimUnder(group, head string) (c claim, byGroup, ok bool) {
	group, head = squeeze(group), squeeze(head)
	for _, g := range groups {
		for _, mark := range strings.Fields(g.marks) {
			if !strings.Contains(group, mark) {
				continue
			}
			if c, ok := claimOf(peopleHeads, g.prefix+head); ok {
				return c, true, true
			}
		}
	}
	c, ok = claimOf(peopleHeads, head)
	for i := range group { // 身份证 over 号码, 发证 over 日期 below 现持证情况
		if !ok && utf8.RuneCountInString(group[i:]) > 1 {
			c, ok = claimOf(peopleHeads, group[i:]+head)
		}
	}
	if !ok && len(yearsOf(head)) > 1 { // 2023-2025年度考核情况
		c, ok = claimOf(peopleHeads, spanOfYears.ReplaceAllString(dashes.Replace(head), "年度"))
		ok = ok && c.key == "appraisals"
	}
	return c, false, ok
}

var (
	yearIn      = regexp.MustCompile(`(19|20)\d\d`)
	spanOfYears = regexp.MustCompile(`^\(?(?:(?:19|20)\d\d[年度\-至到~、,和]*)+\)?(?:年?度)?`)
	yearAlone   = regexp.MustCompile(`^(19|20)\d\d(年度?)?$`)
)

// appraisalYear returns the year of an 年度考核 column: 2023年度考核, 考核等次2023,
// or 2023年 under a head that speaks of 考核; 0 for any other head.
func appraisalYear(group, head string) int {
	head = squeeze(head)
	about := strings.Contains(head, "考核") || strings.Contains(squeeze(group), "考核") && yearAlone.MatchString(head)
	if !about || len(yearIn.FindAllString(head, 2)) != 1 {
		return 0
	}
	year := 0
	for _, r := range yearIn.FindString(head) {
		year = year*10 + int(r-'0')
	}
	return year
}
