package eligibility

import (
	"strings"

	"gongkao/app/policy"
	"gongkao/data"
)

// retiredWords are what units write for somebody who has retired already. The
// two characters alone will not do: 临近退休 is still in post.
var retiredWords = []string{"已退休", "已办理退休", "退休人员", "退休返聘", "离休人员", "离退休"}

// retired: 本通知下发前已办理退休手续……的人员不再列入考核范围. What the record says of it
// is 人员性质.
func retired(m *matter, r *policy.Rule) {
	kind := m.application.StaffKind
	if strings.Contains(kind, "未退休") || strings.Contains(kind, "非退休") {
		return
	}
	said := kind == "退休" || kind == "离休"
	for _, word := range retiredWords {
		said = said || strings.Contains(kind, word)
	}
	if said {
		m.broken(r, "staff_kind", "人员性质填为“"+data.Squeeze(kind)+"”，已办理退休手续的不列入考核范围；填错的请改正，确已退休的请退回申报")
	}
}

func explainRetired(m *matter, _ *policy.Rule, c *Clause) bool {
	c.use(m, "staff_kind")
	if c.Fact = data.Squeeze(m.application.StaffKind); c.Fact == "" {
		c.Fact = "人员性质未填"
	}
	return true
}
