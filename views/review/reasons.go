package review

import (
	"fmt"
	"slices"

	reviewing "gongkao/app/review"
)

// Choice is a reason with its key.
type Choice struct {
	Key, Label string
	Chosen     bool
}

// labels are the presets in as many characters as a key choice has room for; the
// whole sentence is said when one is ticked, and goes on paper.
var labels = map[string]string{
	"materials-missing": "材料不齐全", "materials-unclear": "材料不清晰", "information-wrong": "与原件不符", "identity-mismatch": "身份证不符",
	"years-short": "年限不够", "appraisals-missing": "考核不齐全", "seal-missing": "缺签字公章", "not-in-scope": "非考核对象", "over-age": "到龄或退休",
}

// Choices are the reasons of the keys 1…9, and 0 for any other.
func (m *Model) Choices() []Choice {
	var all []Choice
	for i, r := range reviewing.Reasons {
		label := labels[r.Code]
		if label == "" {
			label = r.Text
		}
		all = append(all, Choice{Key: fmt.Sprint(i + 1), Label: label, Chosen: m.isChosen(r.Text)})
	}
	return append(all, Choice{Key: "0", Label: "其他理由"})
}

// Others are the reasons given that are no presets.
func (m *Model) Others() []string {
	return slices.DeleteFunc(m.Reasons(), func(text string) bool {
		return slices.ContainsFunc(reviewing.Reasons, func(r reviewing.Reason) bool { return r.Text == text })
	})
}

// isChosen reports whether a reason is ticked, or follows from an objection.
func (m *Model) isChosen(text string) bool { return slices.Contains(m.Reasons(), text) }

// reasonAt returns the reason of a key 1…9.
func (m *Model) reasonAt(n int) (string, bool) {
	if n < 1 || n > min(len(reviewing.Reasons), 9) {
		return "", false
	}
	return reviewing.Reasons[n-1].Text, true
}
