package printing

import (
	"context"
	"fmt"

	"gongkao/app/registration"
	"gongkao/data"
)

// Skipped is somebody of the unit and the level asked for who is not on a paper.
type Skipped struct {
	*data.Applicant
	Why string
}

// narrow leaves out whom the order does not want again: those whose record still
// says what was last printed of it, and those before the person at whom a stopped
// batch goes on. It refuses a place behind the last one (from-unknown).
func (g *gathering) narrow(ctx context.Context) error {
	if g.order.Changed {
		if err := g.keepChanged(ctx); err != nil {
			return err
		}
	}
	n := g.order.From
	switch {
	case n <= 1:
		return nil
	case n > len(g.found):
		return data.Refuse("from-unknown", "", fmt.Sprintf("没有第 %d 人，这个范围里只有 %d 人", n, len(g.found)), "请从前面的人起印，或放宽范围")
	}
	g.leaveOut(g.found[:n-1], fmt.Sprintf("从第 %d 人起印", n))
	g.found = g.found[n-1:]
	return nil
}

// keepPart leaves out those of the scope whom the paper is not about.
func (g *gathering) keepPart() error {
	others, is, err := Only(g.desk, g.order.Paper)
	if err != nil || is == nil {
		return err
	}
	var kept, out []*data.Applicant
	for _, a := range g.found {
		if is(a) {
			kept = append(kept, a)
		} else {
			out = append(out, a)
		}
	}
	g.leaveOut(out, others)
	g.found = kept
	return nil
}

// keepChanged keeps those who were never printed on this paper or have changed
// since. Prints without sums, of older versions or of tables of counts, tell
// nothing, and those on them are printed again.
func (g *gathering) keepChanged(ctx context.Context) error {
	d := g.desk
	prints, err := d.Prints(ctx)
	if err != nil {
		return err
	}
	papers, err := Papers(d.Office.Folder)
	if err != nil {
		return err
	}
	printed := map[data.ApplicationID]last{}
	for _, p := range prints {
		if p.Paper != g.order.Paper {
			continue
		}
		now, err := Sums(d, papers, &p)
		if err != nil {
			return err
		}
		for i, id := range p.Records {
			if printed[id] = (last{}); len(p.Sums) == len(p.Records) {
				printed[id] = last{sum: p.Sums[i], now: now}
			}
		}
	}
	var kept, same []*data.Applicant
	for _, a := range g.found {
		if l := printed[a.Application.ID]; l.sum != "" && l.sum == l.now(a) {
			same = append(same, a)
			continue
		}
		kept = append(kept, a)
	}
	g.leaveOut(same, unchanged)
	g.found = kept
	return nil
}

// unchanged is why somebody is not printed again.
const unchanged = "上次印过以后没有改动"

// Same counts who was left out because nothing has changed since the last print.
func (r *Result) Same() (n int) {
	for _, s := range r.Skipped {
		if s.Why == unchanged {
			n++
		}
	}
	return n
}

// leaveOut notes why people are not printed.
func (g *gathering) leaveOut(people []*data.Applicant, why string) {
	for _, a := range people {
		g.skipped = append(g.skipped, Skipped{a, why})
	}
}

// left notes who is in the scope and in another status than those asked for.
func (g *gathering) left() {
	asked := g.order.Query
	on := make(map[*data.Applicant]bool, len(g.found))
	for _, a := range g.found {
		on[a] = true
	}
	asked.Statuses = nil
	for _, a := range registration.WithoutCarried(g.desk.Register.Find(asked)) {
		if !on[a] {
			g.skipped = append(g.skipped, Skipped{a, "状态是" + a.Application.Status.String()})
		}
	}
}
