package tray

import (
	"context"
	"fmt"
	"slices"
	"strings"

	trays "gongkao/app/tray"
	"gongkao/app/unitbook"
	"gongkao/app/units"
	"gongkao/data"
	"gongkao/views/wording"
)

// mostOffers is how many answers stand beneath a row; each has its figure.
const mostOffers = 4

// mostWords is how many there may be of a short list: all levels.
const mostWords = 6

// Offer is an answer that may be chosen with its figure.
type Offer struct {
	Text, Why string
	Return    bool                                        // the row goes back to the sender
	Do        func(context.Context) (wording.Done, error) // what it does, where it is no text for the field
}

// Offers are the answers for the row one is at: what is likely, or once something
// is typed, what that may mean.
func (m *Model) Offers(typed string) []Offer {
	l, field, ok := m.open()
	if !ok {
		return m.decisions(l)
	}
	offers, most := m.months(l, field, typed), mostWords
	if m.groups[l.group].Ask == trays.AskUnit {
		most = mostOffers
	}
	for _, o := range m.tray.OffersFor(l.row, field, typed) {
		if len(offers) < most {
			offers = append(offers, Offer{Text: o.Text, Why: o.Why})
		}
	}
	if typed == "" && len(offers) > 0 && m.groups[l.group].Ask == trays.AskUnit {
		offers = append(offers, Offer{Text: "不是以上，退给单位", Return: true})
	}
	return offers
}

// months are the two that a cell may mean of which a spreadsheet has dropped the last
// zero.
func (m *Model) months(l line, field, typed string) []Offer {
	year, _, cut := strings.Cut(m.tray.Row(l.row).Written[field], ".")
	if m.groups[l.group].Ask != trays.AskMonth || m.groups[l.group].Field != field || typed != "" || !cut {
		return nil
	}
	return []Offer{{Text: year + "-01", Why: "1 月"}, {Text: year + "-10", Why: "10 月"}}
}

// open is the row one is at and what is asked of it; false on a head, and where
// nothing can be written.
func (m *Model) open() (l line, field string, ok bool) {
	if l, ok = m.current(); !ok || l.row == head {
		return l, "", false
	}
	r := m.tray.Row(l.row)
	field, _, waits := m.asked(r)
	ask := m.groups[l.group].Ask
	return l, field, field != "" && !(waits && (ask == trays.AskResend || ask == trays.AskBeside))
}

// likely is the best guess of what a row might have meant, for showing where the
// two differ; "" for none.
func (m *Model) likely(row int, field string) string {
	if field != "unit" {
		return ""
	}
	if offers := m.tray.Offers(row, field); len(offers) > 0 {
		return offers[0].Text
	}
	return ""
}

// listed reports whether a text is one of the words of a field's list.
func (m *Model) listed(row int, field, text string) bool {
	for _, o := range m.tray.OffersFor(row, field, text) {
		if o.Text == text {
			return true
		}
	}
	return false
}

// Listed reports whether the row one is at is answered from a list, so that
// figures choose and are not typed.
func (m *Model) Listed() bool {
	_, field, ok := m.open()
	return ok && fromList(field)
}

// Beside is a row and the other side of the same person.
type Beside struct {
	Here, There string
	Differing   []trays.Side
	Same        []string // labels of what both sides say alike
}

// Beside returns both sides of the row one is at; ok is false where there is no
// other.
func (m *Model) Beside() (b Beside, ok bool) {
	l, there := m.current()
	if !there || l.row == head || m.groups[l.group].Ask != trays.AskBeside {
		return b, false
	}
	sides, ok := m.tray.Beside(l.row)
	if !ok {
		return b, false
	}
	b.Here, b.There = sides.Here, sides.There
	for _, side := range sides.Fields {
		if side.Differs {
			b.Differing = append(b.Differing, side)
			continue
		}
		b.Same = append(b.Same, side.Label)
	}
	return b, true
}

// decisions are what may be done with a row in which nothing can be written.
func (m *Model) decisions(l line) []Offer {
	if _, ok := m.current(); !ok || l.row == head || m.groups[l.group].Ask != trays.AskBeside {
		return nil
	}
	sides, ok := m.tray.Beside(l.row)
	if !ok {
		return []Offer{{Text: "这一行不要", Do: m.dropping(l.row, "同一人在另一批导入里")}, {Text: "退给单位核实", Return: true}}
	}
	keep := "保留已登记的那一份，这一行不要"
	if sides.Registered == "" {
		keep = "保留" + sides.There + "，这一行不要"
	}
	offers := []Offer{{Text: keep, Do: m.dropping(l.row, "")}}
	differ := slices.ContainsFunc(sides.Fields, func(s trays.Side) bool { return s.Differs && s.Here != "" })
	switch {
	case sides.Registered != "" && sides.Amendable && differ:
		offers = append(offers, Offer{Text: "用这一行改已登记的那一份", Why: "不同的各项都照这一行", Do: m.amending(l.row)})
	case sides.Registered == "":
		other := m.tray.Row(sides.Row)
		offers = append(offers, Offer{Text: fmt.Sprintf("保留这一行，第 %d 行不要", other.Number), Do: m.dropping(sides.Row, fmt.Sprintf("同一人只录一份：保留%s", sides.Here))})
	}
	return append(offers, Offer{Text: "退给单位核实", Return: true})
}

// dropping is leaving a row out.
func (m *Model) dropping(row int, why string) func(context.Context) (wording.Done, error) {
	return func(ctx context.Context) (wording.Done, error) { return m.drop(ctx, row, why) }
}

// amending is changing the registered application to what a row says.
func (m *Model) amending(row int) func(context.Context) (wording.Done, error) {
	return func(ctx context.Context) (wording.Done, error) {
		r := m.tray.Row(row)
		if err := m.tray.Amend(ctx, row, nil); err != nil {
			return wording.Done{}, err
		}
		m.arrange()
		return wording.Done{What: fmt.Sprintf("%s已登记的那一份按第 %d 行改了，这一行不再放入", r.Name, r.Number), Next: "Ctrl+Z 撤销。"}, nil
	}
}

// Unknown is the unit that the row one is at names and the register lacks; false
// where that is not what is asked.
func (m *Model) Unknown() (name string, ok bool) {
	l, field, ok := m.open()
	if !ok || field != "unit" {
		return "", false
	}
	r := m.tray.Row(l.row)
	_, problem, waits := m.asked(r)
	return wording.Or(r.Mended[field], r.Written[field]), waits && problem.Code == "unit-unknown"
}

// Supervising are the units that may be the one above a new unit.
func (m *Model) Supervising() (names []string) {
	for _, u := range m.desk.AllUnits() {
		names = append(names, u.Name)
	}
	return names
}

// Register enters a new unit in the register, and reads the rows again. It refuses
// what unitbook.New refuses, and a supervising unit that there is none of.
func (m *Model) Register(ctx context.Context, name, above, document string) (wording.Done, error) {
	u := data.Unit{Name: strings.TrimSpace(name)}
	if above = strings.TrimSpace(above); above != "" {
		match := m.desk.Units().Match(above)
		if match.Kind != units.Exact {
			return wording.Done{}, data.Refuse("unit-unknown", "supervising_unit", "单位库里没有主管部门“"+above+"”", "从列表里选；没有主管部门就空着")
		}
		u.Supervising = match.Unit.ID
	}
	if _, err := unitbook.New(ctx, m.desk, u, unitbook.Basis{Document: document}); err != nil {
		return wording.Done{}, err
	}
	if err := m.tray.Renew(ctx); err != nil {
		return wording.Done{}, err
	}
	m.arrange()
	return wording.Done{What: "单位“" + u.Name + "”登记了，写着它的行都重新看过", Next: "其他各项在“单位”里补。"}, nil
}
