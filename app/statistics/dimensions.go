package statistics

import (
	"fmt"
	"slices"
	"strings"

	"gongkao/data"
)

// Dimension is something people are counted by.
type Dimension struct {
	Key   string // of the command line
	Label string

	value func(a *data.Applicant, year int) string // its code, "" when not given
	label func(code string) string                 // nil: the code is what people read
	code  func(code string) any                    // for the command line; nil: the code itself
	order []string                                 // its values in order, where they are known beforehand
}

// Dimensions is everything people may be counted by.
var Dimensions = []*Dimension{
	{Key: "level", Label: "等级", value: levelCode, order: levelCodes(), label: func(code string) string { return levelOf(code).String() },
		code: func(code string) any { return int(levelOf(code)) }},
	{Key: "trade", Label: "工种", value: func(a *data.Applicant, _ int) string { return a.Application.Trade }},
	{Key: "unit", Label: "单位", value: func(a *data.Applicant, _ int) string { return a.Unit }},
	{Key: "supervising_unit", Label: "主管部门", value: func(a *data.Applicant, _ int) string { return a.Supervising }},
	{Key: "sex", Label: "性别", value: func(a *data.Applicant, _ int) string { return string(a.Person.Sex) }, order: []string{string(data.Male), string(data.Female)}},
	{Key: "age", Label: "年龄段", value: ageBand, order: ageBands()},
	{Key: "path", Label: "途径", value: func(a *data.Applicant, _ int) string { return string(a.Application.Path) }, order: pathCodes(),
		label: func(code string) string { return data.Path(code).String() }},
	{Key: "status", Label: "状态", value: func(a *data.Applicant, _ int) string { return string(a.Application.Status) }, order: statusCodes(),
		label: func(code string) string { return data.Status(code).String() }},
}

// notGiven stands where somebody has no value.
const notGiven = "未填"

// shown is a value as it is read.
func (d *Dimension) shown(code string) Value {
	v := Value{Code: code, Label: code}
	if d.code != nil {
		v.Code = d.code(code)
	}
	if d.label != nil {
		v.Label = d.label(code)
	}
	if v.Label == "" {
		v.Label = notGiven
	}
	return v
}

// Keys lists the keys of all dimensions.
func Keys() (keys []string) {
	for _, d := range Dimensions {
		keys = append(keys, d.Key)
	}
	return keys
}

// Named returns the dimension of that key, nil when there is none.
func Named(key string) *Dimension {
	for _, d := range Dimensions {
		if d.Key == key {
			return d
		}
	}
	return nil
}

// dimensions looks the keys up.
func dimensions(keys []string) (by []*Dimension, err error) {
	for _, key := range keys {
		d := Named(key)
		if d == nil {
			return nil, data.Refuse("dimension-unknown", "by", "不能按“"+key+"”统计", "可以写："+strings.Join(Keys(), " "))
		}
		if slices.Contains(by, d) {
			return nil, data.Refuse("dimension-twice", "by", "“"+key+"”写了两遍", "每一项只写一遍")
		}
		by = append(by, d)
	}
	return by, nil
}

// levelCode writes a level as its digit.
func levelCode(a *data.Applicant, _ int) string {
	if l := a.Application.Level; l.Valid() {
		return string(rune('0' + int(l)))
	}
	return ""
}

func levelOf(code string) data.Level {
	if code == "" {
		return 0
	}
	return data.Level(code[0] - '0')
}

func levelCodes() (codes []string) {
	for _, l := range data.Levels() {
		codes = append(codes, fmt.Sprint(int(l)))
	}
	return codes
}

func pathCodes() (codes []string) {
	for _, p := range data.Paths() {
		codes = append(codes, string(p))
	}
	return codes
}

func statusCodes() (codes []string) {
	for _, s := range []data.Status{data.Draft, data.Submitted, data.Returned, data.Approved, data.Reported, data.Rejected, data.Cancelled, data.Lapsed} {
		codes = append(codes, string(s))
	}
	return codes
}

// bands are the bands of age and the first year of age beyond each. Age is the
// number of birthdays up to the last day of the year, so that a band holds whole
// years of birth.
var bands = []struct {
	name string
	to   int
}{{"30岁及以下", 31}, {"31至35岁", 36}, {"36至40岁", 41}, {"41至45岁", 46}, {"46至50岁", 51}, {"51至55岁", 56}}

const oldest = "56岁及以上"

func ageBand(a *data.Applicant, year int) string {
	if a.Person.Birth.IsZero() {
		return ""
	}
	for _, b := range bands {
		if year-a.Person.Birth.Year < b.to {
			return b.name
		}
	}
	return oldest
}

func ageBands() (names []string) {
	for _, b := range bands {
		names = append(names, b.name)
	}
	return append(names, oldest)
}
