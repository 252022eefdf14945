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

func explainTradeCatalogue(m *matter, _ *policy.Rule, c *Clause) bool {
	name := m.application.Trade
	c.use(m, "trade")
	trade, known := m.Codes.Trade(name)
	switch {
	case name == "":
		c.Fact = "未填"
		c.bring("申报工种")
		return true
	case !known:
		c.Fact = "不在表内"
		return true
	}
	c.Fact = trade.Name
	c.cite("trade", trade.Name+"，"+string(trade.Status), "工种表（"+trade.Source+"）")
	return true
}
