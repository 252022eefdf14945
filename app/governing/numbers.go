package governing

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"gongkao/app/policy"
	"gongkao/data"
)

// Number is a number of a row as a clerk sees and types it: 要求 5 年.
type Number struct {
	Key     string
	Label   string
	Text    string
	Choices []string // nil: typed freely
	Date    bool
	Wide    bool // words rather than a number
}

// sort is what all numbers of one key have in common.
type sort struct {
	key, label string
	unit       string            // 年, 岁
	words      map[string]string // value → word; choices in the order of order
	order      []string
	wide       bool
}

var (
	countings = map[string]string{string(policy.FullYears): "满整年", string(policy.CalendarDifference): "年份相减", string(policy.InclusiveYears): "年头，首尾都算"}
	levels    = map[string]string{"5": "五级", "4": "四级", "3": "三级", "2": "二级", "1": "一级"}
)

// sorts is the form, in the order of Enter. The step of level-step is not among
// them: it is which rule a row is, not a number of it.
var sorts = []sort{
	{key: "years", label: "要求", unit: "年"}, {key: "below", label: "未满", unit: "年"},
	{key: "days", label: "公示天数", unit: "天"}, {key: "due", label: "截止日期"},
	{key: "pass", label: "合格线", unit: "分"}, {key: "full", label: "满分", unit: "分"},
	{key: "education", label: "文化程度"}, {key: "relaxed_education", label: "可放宽到"},
	{key: "relaxed_age_men", label: "男满", unit: "周岁"}, {key: "relaxed_age_women", label: "女满", unit: "周岁"},
	{key: "as_of", label: "算到"}, {key: "last_year", label: "算到", unit: "年度"},
	{key: "counting", label: "怎么算", words: countings, order: []string{"full-years", "calendar-difference", "inclusive-years"}},
	{key: "same_trade", label: "同工种"}, {key: "excellent", label: "其中优秀", unit: "年"},
	{key: "appointed", label: "聘在", words: levels, order: []string{"5", "4", "3", "2", "1"}},
	{key: "honours_waive", label: "荣誉免除"}, {key: "trade_exempt", label: "转岗除外"}, {key: "transferred_by", label: "转岗早于"},
	{key: "grades", label: "合格等次", wide: true}, {key: "relaxed_note", label: "放宽还要", wide: true},
	{key: "excellent_alternatives", label: "抵作优秀", wide: true}, {key: "waivers", label: "哪些荣誉", wide: true},
	{key: "wording", label: "印在通知上", wide: true},
}

// asked are the numbers that a row may lack and that its form asks for all the
// same: the notice leaves them open.
var asked = []string{"excellent", "days", "due", "pass", "wording"}

// Numbers returns the numbers of a row that the screen may change, in the order
// of the form: those its rule must have, and those the row has besides.
func Numbers(r *policy.Rule) []Number {
	has := map[string]bool{}
	for _, key := range policy.Keys(r.ID) {
		given := !reflect.ValueOf(value(r, key)).IsZero()
		has[key] = given || policy.Needs(r.ID, key) || key == "transferred_by" && len(r.TradeExempt) > 0 || slices.Contains(asked, key)
	}
	var all []Number
	for _, s := range sorts {
		if !has[s.key] {
			continue
		}
		n := Number{Key: s.key, Label: s.label, Text: s.say(value(r, s.key)), Wide: s.wide}
		switch value(r, s.key).(type) {
		case bool:
			n.Choices = []string{"是", "否"}
		case data.Date:
			n.Date = true
		default:
			for _, code := range s.order {
				n.Choices = append(n.Choices, s.words[code])
			}
		}
		all = append(all, n)
	}
	return all
}

// value returns what a row has under a key of the file.
func value(r *policy.Rule, key string) any {
	return under(reflect.ValueOf(r).Elem(), key)
}

func under(v reflect.Value, key string) any {
	for i := range v.NumField() {
		field := v.Type().Field(i)
		if field.Anonymous {
			if found := under(v.Field(i), key); found != nil {
				return found
			}
			continue
		}
		if tag, _, _ := strings.Cut(field.Tag.Get("table"), ","); tag == key {
			return plain(v.Field(i))
		}
	}
	return nil
}

// plain is a value in the kinds that policy.Change knows.
func plain(v reflect.Value) any {
	switch {
	case v.Type() == reflect.TypeFor[data.Date]():
		return v.Interface()
	case v.Kind() == reflect.Bool:
		return v.Bool()
	case v.CanInt():
		return int(v.Int())
	case v.Kind() == reflect.Slice:
		texts := []string(nil)
		for i := range v.Len() {
			texts = append(texts, v.Index(i).String())
		}
		return texts
	}
	return v.String()
}

func sortOf(key string) sort {
	for _, s := range sorts {
		if s.key == key {
			return s
		}
	}
	return sort{}
}

// say writes a value as the form shows it.
func (s sort) say(v any) string {
	switch v := v.(type) {
	case bool:
		if v {
			return "是"
		}
		return "否"
	case int:
		if word := s.words[strconv.Itoa(v)]; word != "" || v == 0 {
			return word
		}
		return fmt.Sprintf("%d %s", v, s.unit)
	case data.Date:
		return v.String()
	case []string:
		return strings.Join(v, "、")
	case string:
		if word := s.words[v]; word != "" {
			return word
		}
		return v
	}
	return ""
}

// Read turns what was typed for a number of a row into its value; an empty text
// takes the number out where the rule can do without it.
func Read(r *policy.Rule, key, text string) (any, error) {
	s, text := sortOf(key), strings.TrimSpace(data.Narrow(text))
	wrong := func(how string) (any, error) {
		return nil, data.Refuse("policy-number", key, "“"+s.label+"”看不懂："+text, how)
	}
	if text == "" {
		if policy.Needs(r.ID, key) {
			return nil, data.Refuse("policy-number", key, "“"+s.label+"”不能空着", "请照原文填写")
		}
		return nil, nil
	}
	for code, word := range s.words {
		if word == text {
			if n, err := strconv.Atoi(code); err == nil {
				return n, nil
			}
			return code, nil
		}
	}
	switch value(r, key).(type) {
	case bool:
		if text == "是" || text == "否" {
			return text == "是", nil
		}
		return wrong("请填 是 或 否")
	case int:
		n, err := strconv.Atoi(strings.TrimSpace(strings.TrimSuffix(text, s.unit)))
		if s.words != nil || err != nil || n < 1 || n > 9999 {
			return wrong("请填数字，如 5" + " " + s.unit)
		}
		return n, nil
	case data.Date:
		written, err := data.ReadDate(text)
		if err != nil {
			return wrong("请填日期，如 2026-09-30")
		}
		if d, whole := written.Date(); whole {
			return d, nil
		}
		return written.Month.Add(1).First().AddDays(-1), nil // a month is counted to its end
	case []string:
		return strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune("、，,；; ", c) }), nil
	}
	if s.words != nil {
		return wrong("请从列表里选")
	}
	return text, nil
}

// besides are the keys of every row that an edit may change: where it comes
// from, and the document that it was held against.
var besides = []string{"source", "clause", "basis"}

// Differing returns the values by which another edition of a row differs, as
// policy.Change takes them. Who signed it, and when, does not count.
func Differing(now, next *policy.Rule) map[string]any {
	values := map[string]any{}
	for _, key := range append(policy.Keys(now.ID), besides...) {
		was, is := value(now, key), value(next, key)
		switch {
		case reflect.DeepEqual(was, is):
		case reflect.ValueOf(is).IsZero() && !policy.Needs(now.ID, key):
			values[key] = nil
		default:
			values[key] = is
		}
	}
	return values
}
