package printing

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"gongkao/app/dossier"
	"gongkao/app/paper"
	"gongkao/app/registration"
	"gongkao/app/statistics"
	"gongkao/data"
)

// The papers that count: every figure is summed from the same people that the
// roster lists, so that papers never disagree.

// Summary is the table that the paper of that name prints, before it is paper; who
// gives the same figures out otherwise takes them from here. It refuses what Print
// refuses.
func Summary(ctx context.Context, d *registration.Desk, q registration.Query) (paper.Table, error) {
	g, err := gather(ctx, d, Order{Paper: "summary", Query: q})
	if err != nil {
		return paper.Table{}, err
	}
	return g.job.Tables[0], nil
}

// summary is the table unit × level of the people found.
func summary(ctx context.Context, g *gathering) error {
	if len(g.found) == 0 {
		return nil
	}
	d, q := g.desk, g.order.Query
	kept, err := originals(ctx, d)
	if err != nil {
		return err
	}
	t := paper.Table{Title: scopeWords(d, q), Head: headOf(d, q), Note: summaryNote(d, q)}
	units := map[string]int{} // under each supervising unit
	at := map[string]int{}
	for _, a := range g.found {
		i, known := at[a.Unit]
		if !known {
			i = len(t.Lines)
			at[a.Unit] = i
			t.Lines = append(t.Lines, paper.Line{Group: a.Supervising, Name: a.Unit})
			units[a.Supervising]++
		}
		addTo(&t.Lines[i], statistics.CountOf(d.Office.Policy, a))
		if a.Application.Level.Valid() {
			t.Lines[i].Levels[a.Application.Level]++
		}
		if a.Application.Commitment {
			t.Lines[i].Commitments++
		}
		if kept[a.Application.ID] {
			t.Lines[i].Originals++
		}
	}
	for i := range t.Lines {
		l := &t.Lines[i]
		if len(units) == 1 || units[l.Group] == 1 && l.Group == l.Name {
			l.Group = "" // the total, or the line itself, says it already
		}
	}
	g.about(g.found)
	g.job.Tables = []paper.Table{t}
	return nil
}

func addTo(l *paper.Line, c statistics.Count) {
	l.People += c.People
	l.Approved += c.Approved
	l.Due += c.Due
	l.Paid += c.Paid
}

// originals are the applications of which originals lie in the office.
func originals(ctx context.Context, d *registration.Desk) (map[data.ApplicationID]bool, error) {
	folders, err := dossier.New(d)
	if err != nil {
		return nil, err
	}
	lying, err := folders.Held(ctx, d.Office.Today())
	kept := map[data.ApplicationID]bool{}
	for _, l := range lying {
		kept[l.Applicant.Application.ID] = true
	}
	return kept, err
}

// headOf says whose table it is.
func headOf(d *registration.Desk, q registration.Query) string {
	if q.Unit == "" {
		return "填报单位：" + d.Office.Profile.Name
	}
	for _, u := range d.AllUnits() {
		if u.Name == q.Unit && u.Supervising != u.ID {
			return "申报单位：" + q.Unit
		}
	}
	return "主管部门：" + q.Unit
}

// summaryNote says what the fees are, what is counted, and who is not.
func summaryNote(d *registration.Desk, q registration.Query) string {
	var fees, first []string
	collector, later := "", ""
	for _, l := range data.Levels() {
		for _, fee := range d.Office.Policy.Fee(l) {
			if fee.Step > 1 {
				later = fmt.Sprintf("，评审费%s元在进入评审环节后另缴", whole(fee.Fen))
				continue
			}
			fees = append(fees, l.String()+whole(fee.Fen))
			if fee.Collector != "" {
				collector = fee.Collector
				first = append(first, l.String())
			}
		}
	}
	note := "注：应缴考核费在审查通过后产生，按" + strings.Join(fees, "、") + "元／人计算"
	if collector != "" {
		note += "；" + strings.Join(first, "、") + "由" + collector + "收缴" + later
	}
	return note + "。“原件在管”为原件尚未退回单位的人数。" + left(d, q)
}

func whole(f data.Fen) string { return strings.TrimSuffix(f.String(), ".00") }

// left says who has applied and is on no roster any more, with the money that
// nobody gets back: with them the table agrees with the statistics.
func left(d *registration.Desk, q registration.Query) string {
	if len(q.Statuses)+len(q.Numbers) > 0 {
		return ""
	}
	q.Statuses = []data.Status{data.Rejected, data.Cancelled, data.Lapsed}
	var c statistics.Count
	for _, a := range d.Register.Find(q) {
		c = c.Plus(statistics.CountOf(d.Office.Policy, a))
	}
	switch {
	case c.People == 0:
		return ""
	case c.Paid == 0:
		return fmt.Sprintf("另有不通过、取消、失效 %d 人，不在表内。", c.People)
	}
	return fmt.Sprintf("另有不通过、取消、失效 %d 人，已缴 %s 元，不在表内。", c.People, whole(c.Paid))
}

// usual is what a statistic is by when nothing else is asked.
var usual = []string{"supervising_unit", "level"}

// statistic is the table of the people found, counted by one thing or several.
func statistic(ctx context.Context, g *gathering) error {
	if len(g.found) == 0 {
		return nil
	}
	d, o := g.desk, g.order
	by := o.By
	if len(by) == 0 {
		by = usual
	}
	q := statistics.Ask(d, by)
	before, err := statistics.Earlier(ctx, d)
	if err != nil {
		return err
	}
	q.People, q.Before = g.found, within(before, o.Query)
	counted, err := statistics.Of(q)
	if err != nil {
		return err
	}
	var labels []string
	for _, dimension := range counted.By {
		labels = append(labels, dimension.Label)
	}
	what := strings.Join(labels, "、")
	t := paper.Table{Title: what, Head: headOf(d, o.Query) + "　按" + what, What: what, Note: "注：人数为已申报的人，不含已撤回的；黑条为本年人数，长短以人数最多的一行为准。"}
	if counted.Year {
		t.Note = fmt.Sprintf("注：人数为已申报的人，不含已撤回的；黑条为本年人数，下面的框为 %d 年人数，长短以人数最多的一行为准。", d.Office.Profile.Year-1)
	}
	t.Lines = statisticLines(counted)
	g.about(g.found)
	g.job.Tables = []paper.Table{t}
	return nil
}

// within keeps those of the year before who are of the unit and the level asked
// for; statuses and selected people are of this year.
func within(before []*data.Applicant, q registration.Query) []*data.Applicant {
	if len(q.Numbers) > 0 {
		return nil
	}
	return slices.DeleteFunc(before, func(a *data.Applicant) bool {
		return q.Level != 0 && a.Application.Level != q.Level || q.Unit != "" && a.Unit != q.Unit && a.Supervising != q.Unit
	})
}

// statisticLines are the lines of a statistic; those that sum others up are added
// by the paper itself.
func statisticLines(t statistics.Table) (lines []paper.Line) {
	all := t.Lines()
	group, most := "", statistics.Largest(all)
	for _, l := range all {
		if l.Sum {
			group = l.Label
			continue
		}
		name := l.Label
		if group != "" {
			name = "　" + name // beneath its group's name
		}
		line := paper.Line{Group: group, Name: name, Last: l.Before, Bar: float64(l.People) / float64(most), BarBefore: float64(l.Before) / float64(most)}
		addTo(&line, l.Count)
		lines = append(lines, line)
	}
	return lines
}
