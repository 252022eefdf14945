package printing

import (
	"context"
	"slices"
	"strings"

	"gongkao/app/dossier"
	"gongkao/app/paper"
	"gongkao/app/registration"
	"gongkao/app/review"
	"gongkao/data"
)

// owing are those who have still to bring something and still can: once the
// notice's last day is over an application has lapsed, and is in the rejection.
var owing = &some{"不欠材料", func(d *registration.Desk) (func(*data.Applicant) bool, error) {
	folders, err := dossier.New(d)
	return func(a *data.Applicant) bool {
		return len(folders.Outstanding(a)) > 0 && review.Standing(d, a) != data.Lapsed
	}, err
}}

// reminders are letters about what the people found have still to bring.
func reminders(_ context.Context, g *gathering) error {
	folders, err := dossier.New(g.desk)
	if err != nil {
		return err
	}
	p, today := g.desk.Office.Policy, g.desk.Office.Today()
	owes := map[bool]map[data.ApplicationID]bool{true: {}, false: {}} // by whether it was promised
	var items []paper.Item
	for _, a := range g.found {
		item := paper.Item{Entry: entry(g.desk, a)}
		outstanding := folders.Outstanding(a)
		item.What = strings.Join(namesOf(outstanding), "；")
		for _, o := range outstanding {
			if !o.Due.IsZero() && (item.Until.IsZero() || o.Due.Before(item.Until)) {
				item.Until, item.Days = o.Due, today.DaysUntil(o.Due)
			}
			owes[o.Promised][a.Application.ID] = true
		}
		items = append(items, item)
	}
	due, _ := p.Deadline("commitment-due")
	g.letters(items, func(l *paper.Letter) {
		promised := slices.ContainsFunc(l.Items, func(i paper.Item) bool { return owes[true][i.Application.ID] })
		wanting := slices.ContainsFunc(l.Items, func(i paper.Item) bool { return owes[false][i.Application.ID] })
		other := slices.ContainsFunc(l.Items, func(i paper.Item) bool { return i.Until != due.To })
		if !wanting && !other {
			l.Until, l.Days = due.To, today.DaysUntil(due.To)
		}
		var texts []string
		if lapse := p.Only("commitment-lapsed"); promised && lapse.Confirmed() {
			l.Clause = due.Clause
			texts = append(texts, "依据"+g.cites(due.Clause, lapse.Clause)+"，"+lapse.Text)
		}
		if ground, ok := p.Ground("materials-missing"); wanting && ok {
			texts = append(texts, "没有作容缺承诺的材料，请依据"+g.cites(ground.Clause)+"上传。")
		}
		l.Text = strings.Join(texts, "")
	})
	return nil
}

func namesOf(outstanding []dossier.Outstanding) (names []string) {
	for _, o := range outstanding {
		names = append(names, o.Name)
	}
	return names
}
