package policy

import (
	"fmt"
	"strings"

	"gongkao/data"
)

// evidence are the slots of documents that rows may name; what is to be seen in
// each stands in the matrix of app/dossier.
var evidence = map[string]string{
	"certificate": "等级证书", "id-card": "身份证", "education": "毕业证", "appraisal": "考核登记表", "appointment": "聘用文件",
	"unit-opinion": "单位意见", "consent": "到龄确认", "commitment": "容缺承诺书", "public-notice": "公示证明", "work-start": "参加工作时间的材料",
	"honours": "荣誉、业绩证书", "transfer": "转岗依据",
}

// EvidenceName is what sentences call a document, an appraisal's with its year; a
// slot that no row may name is its own name.
func EvidenceName(slot string) string {
	if year, ok := strings.CutPrefix(slot, "appraisal-"); ok {
		return year + " 年度" + evidence["appraisal"]
	}
	if name := evidence[slot]; name != "" {
		return name
	}
	return slot
}

// IsEvidence reports whether a slot is one that rows may name.
func IsEvidence(slot string) bool { return evidence[slot] != "" }

// Promised names what a commitment promises: 2025 年度考核、毕业证.
func Promised(c *data.Commitment) string {
	var things []string
	for _, year := range c.Years {
		things = append(things, fmt.Sprintf("%d 年度考核", year))
	}
	for _, slot := range c.Slots {
		things = append(things, EvidenceName(slot))
	}
	return strings.Join(things, "、")
}
