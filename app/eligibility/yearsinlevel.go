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
		m.broken(r, "current_cert_date", fmt.Sprintf("%s 取得%s，%s，要求 %d 年；请核对证书上的时间，确实不足的请退回申报", since, held, sum(r, since), r.Years))
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
	case slices.ContainsFunc(r.TradeExempt, func(exempt string) bool { return m.Codes.SameTrade(exempt, held) }):
		m.unclear(r, "current_trade", "现工种"+held+"，申报"+asked+"；公车改革转岗的可以申报现从事工种，请核对转岗依据")
	default:
		m.broken(r, "current_trade", "现工种"+held+"，申报"+asked+"，要求同一工种；请核对证书上的工种")
	}
}
