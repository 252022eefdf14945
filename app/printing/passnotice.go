package printing

import (
	"context"
	"slices"

	"gongkao/app/paper"
	"gongkao/app/registration"
	"gongkao/app/results"
	"gongkao/data"
)

// unsigned stands in a letter that rests on a pass mark nobody has signed off.
const unsigned = "合格线尚待核对，以正式公布的考核考评结果为准。"

// passed are those who passed and have not lapsed since.
var passed = &some{"没有合格", func(d *registration.Desk) (func(*data.Applicant) bool, error) {
	return func(a *data.Applicant) bool { return results.Passes(d, a) }, nil
}}

// passNotices are letters about who passed. When certificates are handed out is
// what was asked for; the office's records do not know it beforehand.
func passNotices(_ context.Context, g *gathering) error {
	day, err := g.lastDay(data.Date{})
	if err != nil {
		return err
	}
	p := g.desk.Office.Policy
	publishing, _ := p.Deadline("evaluation")
	var items []paper.Item
	for _, a := range byUnit(g.desk, results.PassList(g.desk, g.found)) {
		items = append(items, paper.Item{Entry: entry(g.desk, a)})
	}
	g.letters(items, func(l *paper.Letter) {
		l.Until, l.Clause = day, publishing.Clause
		open := slices.ContainsFunc(l.Items, func(i paper.Item) bool {
			_, certified := results.CertificateOf(i.Applicant)
			r := results.Of(p, i.Applicant)
			return !certified && !r.Confirmed
		})
		if open {
			l.Text = unsigned
		}
	})
	return nil
}
