package seasontest

import (
	"fmt"
	"strings"

	"pgregory.net/rapid"

	"gongkao/app/intake"
	"gongkao/data"
)

// sheets are those of the year's books: a head, and what it says of a person.
var sheets = []struct {
	head string
	row  func(t *rapid.T, a *data.Applicant) string
}{
	{"姓名,身份证号,缴费金额,缴费时间,流水号", func(t *rapid.T, a *data.Applicant) string {
		yuan := rapid.SampledFrom([]string{"275.00", "320.00", "365.00", "470.00", "380.00", "130.00", "1.00"}).Draw(t, "yuan")
		return yuan + ",2026-12-01," + rapid.SampledFrom([]string{"", "甲", "乙", "丙"}).Draw(t, "reference")
	}},
	{"姓名,身份证号,人机对话成绩,理论成绩", func(t *rapid.T, a *data.Applicant) string {
		mark := rapid.SampledFrom([]string{"59.5", "78", "缺考", "101"}).Draw(t, "mark")
		if a.Application.Level == 1 {
			return "," + mark
		}
		return mark + ","
	}},
	{"姓名,身份证号,申报工种,申报等级,征订册数", func(t *rapid.T, a *data.Applicant) string {
		return fmt.Sprintf("%s,%s,%d", a.Application.Trade, a.Application.Level, rapid.IntRange(1, 3).Draw(t, "copies"))
	}},
}

// imports takes a sheet of some people in.
func (s *Season) imports(t *rapid.T) {
	kind := rapid.SampledFrom(sheets).Draw(t, "kind")
	lines := []string{kind.head}
	for range rapid.IntRange(1, 5).Draw(t, "rows") {
		a := s.anybody(t)
		lines = append(lines, fmt.Sprintf("%s,%s,%s", a.Person.Name, a.Person.IDNumber, kind.row(t, a)))
	}
	result, err := intake.Take(bg, s.Desk, []string{s.sheet(t, strings.Join(lines, "\n"))}, intake.Options{})
	if s.may(t, err); err != nil {
		return
	}
	for _, b := range result.Batches {
		s.batches = append(s.batches, b.ID)
	}
}

func (s *Season) takesBack(t *rapid.T) {
	if len(s.batches) > 0 {
		_, err := intake.TakeBack(bg, s.Desk, rapid.SampledFrom(s.batches).Draw(t, "batch"), "导错了")
		s.may(t, err)
	}
}
