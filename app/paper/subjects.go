package paper

import (
	"fmt"
	"strings"
)

// checkSubjects finds values that ask about somebody the paper is not about: a
// person's name in the head of a roster, an administrator on a form.
func (d *definition) checkSubjects() error {
	for i := range d.Page {
		for _, n := range d.Page[i].names() {
			if !asksAbout(n)[d.Per] {
				return fmt.Errorf("%s第 %d 页：{%s} 在 per = %s 的表上没有可问的人", d.lines("{"+n+"}"), i+1, n, d.Per)
			}
		}
	}
	return nil
}

// asksAbout tells on which papers a value can be answered.
func asksAbout(name string) map[subject]bool {
	switch {
	case sheetValues[name] != nil:
		return map[subject]bool{perEntry: true, perAdministrator: true, perJob: true, perTable: true, perLetter: true, perSlip: true, perChange: true}
	case administratorValues[name] != nil:
		return map[subject]bool{perAdministrator: true}
	case countValues[name] != nil, spotValues[name] != nil:
		return map[subject]bool{perJob: true}
	case tableValues[name] != nil:
		return map[subject]bool{perTable: true}
	case letterValues[name] != nil && strings.HasPrefix(name, "item."):
		return map[subject]bool{perItem: true}
	case letterValues[name] != nil:
		return map[subject]bool{perLetter: true}
	case changeValues[name] != nil:
		return map[subject]bool{perChange: true}
	case slipValues[name] != nil, originalValues[name] != nil:
		return map[subject]bool{perSlip: true}
	case reviewValues[name] != nil, clauseValues[name] != nil:
		return map[subject]bool{perEntry: true}
	}
	return map[subject]bool{perEntry: true, perSlip: true} // a slip is about an applicant
}

// names lists the values a page prints or depends on.
func (p *page) names() (names []string) {
	condition := func(c condition) {
		if c.name != "" {
			names = append(names, c.name)
		}
	}
	box := func(t textBox) {
		names = append(names, t.Text.names()...)
		condition(t.When)
		condition(t.Ticked)
	}
	p.eachBox(box)
	names = append(names, p.Foot.names()...)
	if p.Grid == nil {
		return names
	}
	for _, r := range p.Grid.Row {
		condition(r.When)
		for _, s := range r.Strip {
			for _, c := range s.Cell {
				box(c)
			}
		}
	}
	return names
}
