package tray

import (
	"strings"

	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/data"
)

// Offer is a text that may be meant.
type Offer struct {
	Text string
	Why  string // 简称“罗山二中”; "" where it needs no word
}

// mostOffers bounds what is shown below a field.
const mostOffers = 6

// Offers returns what may be meant in a field of a row, the likeliest first: units
// and trades that are near to what stands there, and all words of a short list.
func (t *Tray) Offers(row int, field string) []Offer { return t.OffersFor(row, field, "") }

// OffersFor is Offers while a clerk types: what begins with the text, has it in it
// or has it as the initials of its pinyin. Nothing typed yet is Offers.
func (t *Tray) OffersFor(row int, field, typed string) []Offer {
	t.mu.Lock()
	defer t.mu.Unlock()
	if row < 0 || row >= len(t.rows) {
		return nil
	}
	typed = strings.TrimSpace(typed)
	switch field {
	case "unit", "supervising_unit":
		return t.unitsOffered(row, field, typed)
	case "trade", "current_trade":
		return t.tradesOffered(row, field, typed)
	}
	var all []Offer
	for _, o := range choices(t.rows[row].kind, field) {
		if typed == "" || matches(o.Text, typed) || strings.Contains(o.Why, typed) {
			all = append(all, o)
		}
	}
	return all
}

// unitsOffered offers the units that are near first, then those that have the text
// in a name of theirs; nothing typed yet, those that are alike.
func (t *Tray) unitsOffered(row int, field, typed string) (all []Offer) {
	written := typed
	if typed == "" {
		written = t.rows[row].texts[field]
	}
	add := func(text, why string) {
		for _, o := range all {
			if o.Text == text {
				return
			}
		}
		if len(all) < mostOffers {
			all = append(all, Offer{text, why})
		}
	}
	for _, near := range t.desk.Units().Offers(written) {
		add(near.Unit.Name, near.Brief)
	}
	if typed == "" {
		for _, o := range t.nearUnits(written) {
			add(o.Text, o.Why)
		}
		return all
	}
	for _, u := range t.desk.AllUnits() {
		switch {
		case matches(u.Name, typed):
			add(u.Name, "")
		case u.Short != "" && matches(u.Short, typed):
			add(u.Name, "简称“"+u.Short+"”")
		}
		for _, former := range u.Former {
			if matches(former, typed) {
				add(u.Name, "曾用名“"+former+"”")
			}
		}
	}
	return all
}

// matches reports whether a name has the text in it, or its initials have: most
// begin with the county.
func matches(name, typed string) bool {
	typed = strings.ToLower(data.Squeeze(data.Narrow(typed)))
	if strings.Contains(strings.ToLower(data.NormaliseUnit(name)), typed) {
		return true
	}
	for _, initials := range registration.Initials(name) {
		if strings.Contains(initials, typed) {
			return true
		}
	}
	return false
}

// choices are the words of the fields that have few.
func choices(kind, field string) (all []Offer) {
	year := strings.HasPrefix(field, "appraisals.")
	switch {
	case field == "level" || field == "current_level" || field == "appointed_level":
		for l := data.Level(1); l.Valid(); l++ { // the figure beside an offer is its level
			all = append(all, Offer{l.String(), l.Title()})
		}
	case field == "path":
		for _, p := range data.Paths() {
			all = append(all, Offer{p.String(), ""})
		}
	case field == "sex":
		all = []Offer{{string(data.Male), ""}, {string(data.Female), ""}}
	case field == "retirement_category":
		for _, c := range []data.Category{data.M60, data.F55, data.F50} {
			all = append(all, Offer{c.String(), ""})
		}
	case year:
		for _, a := range []data.Appraisal{data.Excellent, data.Qualified, data.Basic, data.Unqualified, data.NoGrade, data.Unrecorded} {
			all = append(all, Offer{string(a), ""})
		}
	case kind == sheets.Payments && field == "step":
		all = []Offer{{"1", "第一次"}, {"2", "第二次，只有一级"}}
	case kind == sheets.Payments && field == "status":
		all = []Offer{{"已缴费", "钱确实到了"}}
	case kind == sheets.Scores && field == "subject":
		all = []Offer{{"人机对话", ""}, {"理论", ""}, {"综合评审", ""}}
	}
	return all
}
