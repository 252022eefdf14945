package eligibility

import (
	"fmt"
	"slices"

	"gongkao/app/policy"
)

// yearsInLevel: 取得同工种下一级后满 5 年. It is asked of people who go up one step;
// for others level-step has already spoken.
func yearsInLevel(m *matter, r *policy.Rule) {
	if !m.stepsUp() {
		return
	}
	held, since := m.person.CurrentLevel, m.person.CurrentCertDate
	if since.IsZero() {
		m.unclear(r, "current_cert_date", fmt.Sprintf("未填取得%s的时间，无法计算年限（要求 %d 年）；请核对证书后补填", held, r.Years))
	} else if yearsSince(r, since) < r.Years {
		m.broken(r, "current_cert_date", fmt.Sprintf("%s 取得%s，%s，要求 %d 年；%s；请核对证书上的时间，确实不足的请退回申报", since, held, sum(r, since), r.Years, m.chanceWords()))
	}
	if r.SameTrade {
		m.sameTrade(r)
	}
}

func (m *matter) sameTrade(r *policy.Rule) {
	held, asked := m.person.CurrentTrade, m.application.Trade
	switch {
	case held == "":
		m.unclear(r, "current_trade", "未填现工种，无法核对是否同一工种；请核对证书后补填")
	case !m.anotherTrade():
	case m.exempt(r):
		m.unclear(r, "current_trade", "现工种"+held+"，申报"+asked+"；公车改革转岗"+transferred(r)+"的可以申报现从事工种，请核对转岗依据")
	default:
		m.broken(r, "current_trade", "现工种"+held+"，申报"+asked+"，要求同一工种；请核对证书上的工种")
	}
}

// exempt reports whether people of the trade held may have been moved to
// another one by the reform of official cars (公车改革).
func (m *matter) exempt(r *policy.Rule) bool {
	return slices.ContainsFunc(r.TradeExempt, func(trade string) bool { return m.Codes.SameTrade(trade, m.person.CurrentTrade) })
}

// transferred says by when, where the policy knows.
func transferred(r *policy.Rule) string {
	if r.TransferredBy.IsZero() {
		return ""
	}
	return "（" + r.TransferredBy.String() + " 以前）"
}

func explainYearsInLevel(m *matter, r *policy.Rule, c *Clause) bool {
	if !m.stepsUp() {
		return false
	}
	held, since := m.person.CurrentLevel, m.person.CurrentCertDate
	c.use(m, "current_level", "current_cert_date", "current_cert_no")
	if since.IsZero() {
		c.Fact = "取得时间未填"
		c.bring(held.String() + "证书（看取得时间）")
	} else {
		c.sumYears(m, r, "取得"+held.String(), since)
	}
	if !r.SameTrade {
		return true
	}
	c.use(m, "current_trade", "trade")
	if m.person.CurrentTrade != "" && m.anotherTrade() {
		c.line("现工种", m.person.CurrentTrade)
		c.line("申报工种", m.application.Trade)
	}
	switch {
	case m.person.CurrentTrade == "":
		c.bring(held.String() + "证书（看工种）")
	case !m.anotherTrade():
	case m.exempt(r):
		c.bring("公车改革转岗的依据")
	default:
		c.bring(m.application.Trade + held.String() + "证书")
	}
	return true
}
