package terminal

import (
	"fmt"
	"strings"

	"gongkao/app/codes"
	"gongkao/app/retirement"
	"gongkao/assets"
	"gongkao/data"
)

// retireCommand computes a statutory retirement month; it needs no office.
type retireCommand struct {
	Birth    string `required:"" help:"出生年月，YYYY-MM 或 YYYY-MM-DD"`
	Category string `required:"" help:"原法定退休年龄：m60、f55 或 f50"`
}

func (r *retireCommand) run(*call) (answer, error) {
	written, err := data.ReadDate(r.Birth)
	if err != nil {
		return answer{}, err
	}
	category, ok := data.ReadCategory(r.Category)
	if !ok {
		return answer{}, &usageError{"没有“" + r.Category + "”这一类", "请用 m60（男 60）、f55（女 55）或 f50（女 50）"}
	}
	found := retirement.Of(written.Month, category)
	return answer{
		document: struct {
			Birth           string        `json:"birth"`
			Category        data.Category `json:"category"`
			DelayMonths     int           `json:"delay_months"`
			AgeYears        int           `json:"age_years"`
			AgeMonths       int           `json:"age_months"`
			RetirementMonth data.Month    `json:"retirement_month"`
		}{written.String(), category, found.DelayMonths, found.AgeYears, found.AgeMonths, found.Month},
		words: fmt.Sprintf("%s 出生，原 %s：法定退休年龄 %d 周岁 %d 个月（延迟 %d 个月），退休年月 %s", written, category, found.AgeYears, found.AgeMonths, found.DelayMonths, found.Month),
	}, nil
}

// idCommand reads an ID number; right or wrong, it always has an answer.
type idCommand struct {
	Number string `arg:"" help:"身份证号"`
}

func (i *idCommand) run(*call) (answer, error) {
	tables, err := codes.Load(assets.Files)
	if err != nil {
		return answer{}, err
	}
	r := data.ReadID(i.Number, tables.Region)
	problems := r.Problems
	if problems == nil {
		problems = []string{}
	}
	words := fmt.Sprintf("%s：有效，%s，%s 出生，%s", r.Normalised.Grouped(), r.Sex, r.Birth, r.RegionName)
	if !r.Valid() {
		words = fmt.Sprintf("%s：无效（%s）", i.Number, strings.Join(problems, "，"))
	}
	return answer{words: words, document: struct {
		Input      string        `json:"input"`
		Normalised data.IDNumber `json:"normalised"`
		Valid      bool          `json:"valid"`
		Birth      data.Date     `json:"birth"`
		Sex        data.Sex      `json:"sex"`
		Region     string        `json:"region"`
		RegionName string        `json:"region_name"`
		Problems   []string      `json:"problems"`
	}{r.Input, r.Normalised, r.Valid(), r.Birth, r.Sex, r.Region, r.RegionName, problems}}, nil
}
