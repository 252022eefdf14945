package paper

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gongkao/data"
)

// Value is a value that a paper prints of one entry, by the name a clerk knows it
// by.
type Value struct{ Name, Label, Text string }

// Values lists what a paper prints of one entry, so that what was printed can be
// laid beside what is on record: the values of Sum, each by itself. nil for a
// paper that there is not.
func (p *Papers) Values(job *Job, e *Entry) (all []Value) {
	d := p.papers[job.Paper]
	if d == nil {
		return nil
	}
	v := &view{job: job, paper: d, entry: e}
	for _, name := range d.known() {
		all = append(all, Value{name, labelOf(name), values[name](v)})
	}
	if d.Per == perLetter {
		return all
	}
	for _, l := range d.repeated {
		if told := toldLists[l]; told != nil {
			all = append(all, told(lists[l].items(v))...)
		}
	}
	return all
}

// known are the values of Sum: of a letter what its table says of somebody, of a
// form or a list what is known of him at any time, and nothing of papers that are
// not about single applicants.
func (d *definition) known() []string {
	switch d.Per {
	case perLetter:
		return d.personal
	case perEntry, perJob:
		return slices.DeleteFunc(slices.Clone(d.hashed), func(n string) bool { return beginsOneOf(n, unsummed) })
	}
	return nil
}

// toldLists are the items of lists as values: an appraisal is known by its year, a
// career is one story.
var toldLists = map[string]func([]listItem) []Value{
	"appraisals": func(items []listItem) (all []Value) {
		for _, item := range items {
			year := appraisalYear(&view{item: item})
			all = append(all, Value{"appraisal." + year, year + "度考核", string(item.grade)})
		}
		return all
	},
	"career": func(items []listItem) []Value {
		var steps []string
		for _, item := range items {
			steps = append(steps, fmt.Sprintf("%s %s %s", careerSpan(&view{item: item}), item.step.Where, item.step.As))
		}
		return []Value{{"career", "工作简历", strings.Join(steps, "；")}}
	},
}

// labels name the values that are no fields of an applicant.
var labels = map[string]string{
	"person.birth_month": "出生年月", "person.work_start": "参加工作时间", "person.current_level_full": "现等级", "person.retirement_age": "原法定退休年龄",
	"person.held": "现工种等级", "person.held_by": "现等级证书", "held.level": "现等级", "held.trade": "现工种", "held.date": "取得现等级时间", "held.number": "证书编号",
	"application.level_full": "申报等级", "entry.retirement_month": "法定退休年月", "entry.age_this_year": "本年到龄", "entry.commitment_words": "容缺承诺",
	"entry.remark": "备注", "fee.label": "缴费项目", "fee.words": "应缴金额", "fee.remark": "缴费说明", "office.year": "政策年度", "office.name": "机构名称", "job.head": "填报单位",
	"archive.box": "盒号", "archive.certificate": "证书编号", "archive.contents": "归档材料", "archive.filed": "归档日期", "certificate.number": "证书编号",
	"promise.list": "承诺补交的材料", "promise.inline": "承诺补交的材料", "promise.due": "补交期限", "promise.reason": "容缺原因", "promise.clause": "依据条款", "promise.holder": "承诺由谁保管",
}

// labelOf names a value: as a field is called, as its own row says, and else by
// what every value is.
func labelOf(name string) string {
	if f := data.FieldByKey(name); f != nil {
		return f.Label
	}
	return cmp.Or(labels[name], "所印内容")
}
