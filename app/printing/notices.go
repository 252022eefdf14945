package printing

import (
	"context"
	"regexp"

	"gongkao/app/dossier"
	"gongkao/app/paper"
	"gongkao/app/policy"
	"gongkao/app/registration"
	"gongkao/data"
)

// 公示 and 公示证明 hang on a board or go with what hung there: a unit's people by
// name, level and trade. Nothing that somebody has typed freely gets there.

// announced are those whom the notice wants on the board (三（二）: level 1).
var announced = &some{"不需要公示", func(d *registration.Desk) (func(*data.Applicant) bool, error) {
	folders, err := dossier.New(d)
	if err != nil {
		return nil, err
	}
	return folders.AsksNotice, nil
}}

// noticeEnded are those whose 公示 is on record and over.
var noticeEnded = &some{"没有期满的公示", func(d *registration.Desk) (func(*data.Applicant) bool, error) {
	today := d.Office.Today()
	return func(a *data.Applicant) bool {
		n := a.Dossier.Notice
		return n.Given() && !n.To.IsZero() && today.After(n.To)
	}, nil
}}

// posted is what one sheet says of all its people.
type posted struct {
	unit       string
	level      data.Level
	from, to   data.Date
	place      string
	objections string // letter.text
}

// publicNotices are a sheet for each unit, level and time on record. Where nothing
// is on record the time is left to be written.
func publicNotices(_ context.Context, g *gathering) error {
	return g.post(func(*data.PublicNotice) string { return "" })
}

// noticeProofs say that the sheets hung, and what came of it.
func noticeProofs(_ context.Context, g *gathering) error {
	return g.post(func(n *data.PublicNotice) string {
		switch {
		case n.Objections == "":
			return "公示期间未收到异议。"
		case n.Settled != "":
			return "公示期间收到异议，已调查处理完毕。"
		}
		return ""
	})
}

// post gathers the people found on sheets.
func (g *gathering) post(outcome func(*data.PublicNotice) string) error {
	d := g.desk
	asked := d.Office.Policy.Only(policy.NoticeDays)
	clause := and(asked.Source, under(d.Office.Policy, "public-notice")) // the province before the city
	at := map[posted]int{}
	for _, a := range g.found {
		p := posted{unit: a.Unit, level: a.Application.Level}
		if n := a.Dossier.Notice; n.Given() {
			p.from, p.to, p.place, p.objections = n.From, n.To, postable(n.Place), outcome(n)
		}
		i, known := at[p]
		if !known {
			i = len(g.job.Letters)
			at[p] = i
			l := paper.Letter{Title: p.unit, To: d.Office.Profile.Name, From: p.unit, Start: p.from, Until: p.to, Place: p.place, Clause: clause, Text: p.objections}
			switch {
			case !p.from.IsZero() && !p.to.IsZero():
				l.Days = p.from.DaysUntil(p.to) + 1
			case p.from.IsZero() && asked.Confirmed():
				l.Days = asked.Days
			}
			g.job.Letters = append(g.job.Letters, l)
		}
		l := &g.job.Letters[i]
		l.Items = append(l.Items, paper.Item{Entry: entry(d, a)})
	}
	g.aboutItems()
	return nil
}

// and joins two documents; either may be missing.
func and(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "和" + b
}

// aboutItems notes that the print is about the people of the letters, in their
// order.
func (g *gathering) aboutItems() {
	for _, l := range g.job.Letters {
		for _, item := range l.Items {
			g.people = append(g.people, item.Application.ID)
		}
	}
}

// number is what may be a telephone or an ID number.
var number = regexp.MustCompile(`[0-9０-９](?:[-－—\s]*[0-9０-９Xxｘ]){6,}`)

// postable is a place as a sheet on a board may name it: one that holds a number
// of somebody's is left to be written by hand.
func postable(place string) string {
	if number.MatchString(place) {
		return ""
	}
	return place
}
