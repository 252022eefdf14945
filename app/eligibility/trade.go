package eligibility

import "gongkao/app/policy"

// tradeCatalogue: 《河南省机关事业单位工勤技能岗位工种设置目录》. Whoever signs this row says that the
// table of trades is the catalogue; from then on an unlisted trade blocks.
func tradeCatalogue(m *matter, r *policy.Rule) {
	name, level := m.application.Trade, m.application.Level
	trade, known := m.Codes.Trade(name)
	switch {
	case name == "":
		m.unclear(r, "trade", "未填申报工种；请补填")
	case !known:
		m.broken(r, "trade", "申报工种“"+name+"”不在工种表内；请对照目录核对名称")
	case !trade.ValidOn(m.Policy.Notice.Issued):
		m.broken(r, "trade", "工种“"+trade.Name+"”不在有效期内；请对照现行目录核对名称")
	case level.Valid() && !trade.AssessedAt(level):
		m.broken(r, "trade", "工种“"+trade.Name+"”不开展"+level.String()+"考核；请对照目录核对等级")
	}
}
