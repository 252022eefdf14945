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
				return fmt.Errorf("page %d: {%s} has nobody to ask about on a paper per %s", i+1, n, d.Per)
			}
		}
	}
	return nil
}

// asksAbout tells on which papers a value can be answered.
func asksAbout(name string) map[subject]bool {
	switch {
	case sheetValues[name] != nil:
		return map[subject]bool{perEntry: true, perAdministrator: true, perJob: true, perTable: true, perLetter: true}
	case administratorValues[name] != nil:
		return map[subject]bool{perAdministrator: true}
	case countValues[name] != nil:
		return map[subject]bool{perJob: true}
	case tableValues[name] != nil:
		return map[subject]bool{perTable: true}
	case letterValues[name] != nil && strings.HasPrefix(name, "item."):
		return map[subject]bool{perItem: true}
	case letterValues[name] != nil:
		return map[subject]bool{perLetter: true}
	}
	return map[subject]bool{perEntry: true}
}

// names lists the values a page prints or depends on.
func (p *page) names() (names []string) {
	p.eachWords(func(w words) { names = append(names, w.names()...) })
	names = append(names, p.Foot.names()...)
	for _, t := range p.Text {
		if t.When.name != "" {
			names = append(names, t.When.name)
		}
	}
	return names
}
