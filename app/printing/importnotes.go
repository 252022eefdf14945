package printing

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"gongkao/app/paper"
	"gongkao/app/tray"
	"gongkao/data"
)

// Notes on imports (花名册退回修改通知) go to the units that rows name which could not
// enter, one a unit, about what is still wrong with them. They are about nobody on
// record: whoever the rows name has not come in.

// whoSent stands for the unit of rows of which it cannot be told.
const whoSent = "报送单位"

// importNotes are the notes of all imports of which rows wait or were sent back, to
// the unit asked for and those it supervises, or to all.
func importNotes(ctx context.Context, g *gathering) error {
	until, err := g.lastDay(data.Date{})
	if err != nil {
		return err
	}
	said, err := senderTold(ctx, g)
	if err != nil {
		return err
	}
	of := map[string][]tray.Told{}
	units := map[string]data.Unit{whoSent: {}}
	order := []string{}
	for _, one := range said {
		u := g.desk.Units().Match(one.Unit).Unit
		if u.ID == "" {
			u.Name = whoSent
		}
		if !g.asksFor(u) {
			continue
		}
		if len(of[u.Name]) == 0 {
			order = append(order, u.Name)
		}
		units[u.Name] = u
		of[u.Name] = append(of[u.Name], one)
	}
	place := map[string]int{whoSent: len(g.desk.AllUnits())}
	for i, u := range g.desk.AllUnits() {
		place[u.Name] = i
	}
	slices.SortStableFunc(order, func(a, b string) int { return place[a] - place[b] })
	for _, name := range order {
		g.job.Letters = append(g.job.Letters, g.importNote(name, until, of[name]))
		g.abouts = append(g.abouts, data.SheetAbout{Unit: units[name].ID})
	}
	return nil
}

// asksFor reports whether the order is about a unit.
func (g *gathering) asksFor(u data.Unit) bool {
	asked := g.order.Query.Unit
	return asked == "" || u.Name == asked || UnitName(g.desk, u.Supervising) == asked
}

// senderTold is what senders are told, the latest import first.
func senderTold(ctx context.Context, g *gathering) (all []tray.Told, err error) {
	imports, err := tray.Answerable(ctx, g.desk)
	for _, id := range imports {
		if err != nil {
			return nil, err
		}
		var t *tray.Tray
		if t, err = tray.Open(ctx, g.desk, id); err == nil {
			all = append(all, t.Told()...)
		}
	}
	return all, err
}

// importNote is the letter to one unit.
func (g *gathering) importNote(unit string, until data.Date, told []tray.Told) paper.Letter {
	o := g.desk.Office
	l := paper.Letter{Title: unit, To: unit, From: o.Profile.Name, On: o.Today(), Until: until}
	type place struct{ file, sheet string }
	var places []place
	rows := map[string]bool{}
	for _, t := range told {
		if at := (place{t.File, t.Sheet}); !slices.Contains(places, at) {
			places = append(places, at)
		}
		rows[fmt.Sprint(t.File, t.Sheet, t.Row)] = true
	}
	for _, t := range told {
		spot := paper.SheetSpot{Row: t.Row, Cell: t.Cell, Written: covered(data.FirstRunes(strings.TrimSpace(t.Value), mostWritten)), Advice: t.Advice}
		if len(places) > 1 {
			spot.Cell = strings.TrimSpace(t.Sheet + "\n" + t.Cell)
		}
		l.Items = append(l.Items, paper.Item{Entry: paper.Entry{Applicant: &data.Applicant{Person: data.Person{Name: t.Name}}}, What: t.Text, Spot: spot})
	}
	var names []string
	for i, p := range places {
		switch {
		case i > 0 && p.file == places[i-1].file:
			names[len(names)-1] += "、“" + p.sheet + "”"
		case p.sheet == "":
			names = append(names, "《"+p.file+"》")
		default:
			names = append(names, "《"+p.file+"》中的工作表“"+p.sheet+"”")
		}
	}
	l.Text = fmt.Sprintf("你单位报送的%s，经核对有%d行不能录入，需要修改%d处。", strings.Join(names, "，"), len(rows), len(told))
	return l
}

// mostWritten is how much of a cell is quoted, in characters.
const mostWritten = 60

// longNumber is what may be an ID number, whole or broken.
var longNumber = regexp.MustCompile(`[0-9０-９Xxｘ]{13,}`)

// covered leaves of a long number its first four and last four characters.
func covered(text string) string {
	return longNumber.ReplaceAllStringFunc(text, func(number string) string {
		runes := []rune(number)
		return fmt.Sprintf("%s…%s（%d位）", string(runes[:4]), string(runes[len(runes)-4:]), len(runes))
	})
}
