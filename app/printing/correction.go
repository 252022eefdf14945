package printing

import (
	"context"
	"slices"
	"strings"

	"gongkao/app/dossier"
	"gongkao/app/eligibility"
	"gongkao/app/paper"
	"gongkao/app/policy"
	"gongkao/app/registration"
	"gongkao/app/review"
	"gongkao/data"
	"gongkao/data/store"
)

// unmended are those who were sent back, have not answered all that was asked, and
// have not lapsed meanwhile.
var unmended = &some{"各条都已补正", func(d *registration.Desk) (func(*data.Applicant) bool, error) {
	settled := map[data.ApplicationID]bool{}
	err := d.Office.Store.View(context.Background(), func(r *store.Reader) error {
		for _, a := range d.Register.Find(registration.Query{Statuses: []data.Status{data.Returned}}) {
			begun, err := r.Review(a.Application.ID)
			if err != nil {
				return err
			}
			settled[a.Application.ID] = review.Settled(&begun)
		}
		return nil
	})
	return func(a *data.Applicant) bool { return !settled[a.Application.ID] && !deemed(d, a) }, err
}}

// corrections are letters about who was sent back, with the reasons recorded at
// the decision that nobody has answered yet. One day for all: the one asked for, or else the last of the year's review.
func corrections(ctx context.Context, g *gathering) error {
	reviewing, _ := g.desk.Office.Policy.Deadline("review")
	until, err := g.lastDay(reviewing.To)
	if err != nil {
		return err
	}
	items, err := g.decided(ctx, inProse)
	if err != nil {
		return err
	}
	g.letters(items, func(l *paper.Letter) { l.Until = until })
	return nil
}

// rejections are letters about who was rejected, and about who is deemed so because
// what was promised did not come. How to object is what the office has signed off.
func rejections(ctx context.Context, g *gathering) error {
	items, err := g.decided(ctx, func(found string) string { return inProse(unadvised(found)) })
	if err != nil {
		return err
	}
	how := g.desk.Office.Policy.Only(policy.Objection)
	g.letters(items, func(l *paper.Letter) {
		if how.Confirmed() {
			l.Text = how.Wording
		}
	})
	return nil
}

// refused are those who were rejected and those who have lapsed by rule (未按时补充上传……
// 视为报名资格审查不通过); whoever has not paid has given up and was not refused.
var refused = &some{"没有不通过", func(d *registration.Desk) (func(*data.Applicant) bool, error) {
	return func(a *data.Applicant) bool { return a.Application.Status == data.Rejected || deemed(d, a) }, nil
}}

// deemed reports whether an application in the running is deemed rejected.
func deemed(d *registration.Desk, a *data.Applicant) bool {
	o := d.Office
	running := slices.Contains(registration.Running, a.Application.Status)
	return running && d.Has(a, registration.Committed) && eligibility.Lapsed(eligibility.Question{Applicant: a, Policy: o.Policy, Codes: o.Codes, AsOf: o.Today()})
}

// decided are the people found with why they stand where they do; found gives what
// a rule had found the words of the letter.
func (g *gathering) decided(ctx context.Context, found func(string) string) (items []paper.Item, err error) {
	folders, err := dossier.New(g.desk)
	if err != nil {
		return nil, err
	}
	err = g.desk.Office.Store.View(ctx, func(r *store.Reader) error {
		for _, a := range g.found {
			item := paper.Item{Entry: entry(g.desk, a)}
			if deemed(g.desk, a) {
				item.What, item.Clause = lapse(g.desk.Office.Policy, folders.Outstanding(a))
				items = append(items, item)
				continue
			}
			grounds, err := review.Grounds(r, g.desk.Office.Policy, a)
			if err != nil {
				return err
			}
			item.What, item.Clause = told(grounds, found)
			items = append(items, item)
		}
		return nil
	})
	return items, err
}

// told are the reasons with their clauses beside them; one clause for all is named
// once.
func told(grounds []review.Ground, found func(string) string) (what, clause string) {
	var reasons, clauses []string
	for _, ground := range grounds {
		if ground.Found {
			ground.Reason = found(ground.Reason)
		}
		reasons, clauses = append(reasons, ground.Reason), append(clauses, strings.TrimSpace(ground.Source+"\n"+ground.Clause))
	}
	if len(slices.Compact(slices.Clone(clauses))) == 1 {
		clauses = clauses[:1]
	}
	return lists(reasons), lists(clauses)
}

// lapse says what was promised and did not come in time.
func lapse(p *policy.Policy, promised []dossier.Outstanding) (what, clause string) {
	due, _ := p.Deadline("commitment-due")
	rule := p.Only("commitment-lapsed")
	missing := "承诺后补的材料" // brought too late, nothing is outstanding
	if len(promised) > 0 {
		missing = strings.Join(namesOf(promised), "、")
	}
	return missing + "未在" + due.To.Chinese() + "前补充上传", rule.Source + "\n" + rule.Clause
}
