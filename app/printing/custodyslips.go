package printing

import (
	"context"
	"fmt"
	"strings"

	"gongkao/app/dossier"
	"gongkao/app/paper"
	"gongkao/data"
)

// Slips of originals (原件收讫单、退还单): one for each person on a slip by which a unit
// handed originals over. The same sheet takes the signatures of their return, so it
// may be printed again then: what is back is ticked.

// original is where a piece of paper belongs.
type original struct {
	application data.ApplicationID
	slot        string
}

// custodySlips are the slips about the people found, oldest first.
func custodySlips(ctx context.Context, g *gathering) error {
	kept, err := dossier.New(g.desk)
	if err != nil {
		return err
	}
	all, err := kept.Slips(ctx)
	if err != nil {
		return err
	}
	wanted := map[data.ApplicationID]*data.Applicant{}
	for _, a := range g.found {
		wanted[a.Application.ID] = a
	}
	back, about := givenBack(all), map[data.ApplicationID]bool{}
	n := 0
	for _, c := range all {
		if c.Back {
			continue
		}
		n++
		if c.Void != "" {
			continue
		}
		people := peopleOn(c)
		for i, of := range people {
			id := of[0].Application
			originals := originalsOf(wanted[id], of, back)
			if wanted[id] == nil {
				continue
			}
			number := fmt.Sprintf("%d-%03d", g.desk.Office.Profile.Year, n)
			if len(people) > 1 {
				number += fmt.Sprintf("-%d", i+1)
			}
			g.job.Slips = append(g.job.Slips, paper.Slip{Entry: paper.Entry{Applicant: wanted[id]}, Number: number, At: c.At, Hand: c.Hand, By: c.By, Originals: originals})
			if !about[id] {
				about[id] = true
				g.about([]*data.Applicant{wanted[id]})
			}
		}
	}
	return nil
}

// peopleOn lists what each person of a slip has on it, in its order.
func peopleOn(c data.Custody) (people [][]data.CustodyItem) {
	at := map[data.ApplicationID]int{}
	for _, item := range c.Items {
		i, met := at[item.Application]
		if !met {
			i = len(people)
			at[item.Application] = i
			people = append(people, nil)
		}
		people[i] = append(people[i], item)
	}
	return people
}

// givenBack counts the pieces that went out again.
func givenBack(all []data.Custody) map[original]int {
	back := map[original]int{}
	for _, c := range all {
		if c.Back && c.Void == "" {
			for _, item := range c.Items {
				back[original{item.Application, item.Slot}] += item.Pieces
			}
		}
	}
	return back
}

// originalsOf lists a person's originals on a slip, appraisals in one line. back is
// used up by it: what came in first is back first.
func originalsOf(a *data.Applicant, items []data.CustodyItem, back map[original]int) (list []paper.Original) {
	lines := map[string]*line{}
	var order []string
	for _, item := range items {
		kind := item.Slot
		if _, yearly := yearOf(item.Slot); yearly {
			kind, _, _ = strings.Cut(item.Slot, "-")
		}
		l := lines[kind]
		if l == nil {
			l = &line{}
			lines[kind] = l
			order = append(order, kind)
		}
		l.slots = append(l.slots, item.Slot)
		l.pieces += item.Pieces
		at := original{item.Application, item.Slot}
		out := min(back[at], item.Pieces)
		back[at] -= out
		l.back += out
	}
	if a == nil {
		return nil
	}
	for _, kind := range order {
		list = append(list, lines[kind].written(a))
	}
	return list
}

// line is a line of a slip being added up.
type line struct {
	slots        []string
	pieces, back int
}

func (l *line) written(a *data.Applicant) paper.Original {
	var notes []string
	if of := particulars[l.slots[0]]; of != nil {
		if text := of(a); text != "" {
			notes = append(notes, text)
		}
	}
	for _, doc := range a.Dossier.Documents {
		for _, slot := range l.slots {
			if doc.Slot == slot && doc.Note != "" {
				notes = append(notes, doc.Note)
			}
		}
	}
	if 0 < l.back && l.back < l.pieces {
		notes = append(notes, fmt.Sprintf("已退 %d 份", l.back))
	}
	return paper.Original{Name: evidenceNames(l.slots), Pieces: l.pieces, Note: strings.Join(notes, "；"), Back: l.back == l.pieces}
}

// particulars tell an original from another one of its kind.
var particulars = map[string]func(*data.Applicant) string{
	"certificate": func(a *data.Applicant) string {
		return strings.TrimSpace(a.Person.CurrentLevel.Full() + " " + a.Person.CurrentCertNo)
	},
	"education":  func(a *data.Applicant) string { return a.Person.Education },
	"work-start": func(a *data.Applicant) string { return a.Person.WorkStart.String() },
	"appointment": func(a *data.Applicant) string {
		return strings.TrimSpace(a.Person.AppointedLevel.String() + " " + a.Person.AppointedDate.String())
	},
}
