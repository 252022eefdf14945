package printing

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"

	"gongkao/app/paper"
	"gongkao/data"
)

// Letters to supervising units: one letter a unit, about all of its people whom
// the paper is about and the scope takes in. What is the same in every letter
// stands in the paper's definition; here is what is particular to each.

// letters lays items into letters, in the order of the roster, and lets each be
// filled in with what follows from its own items.
func (g *gathering) letters(items []paper.Item, fill func(*paper.Letter)) {
	o, at := g.desk.Office, map[string]int{}
	for _, item := range items {
		to := cmp.Or(item.Supervising, item.Unit)
		i, begun := at[to]
		if !begun {
			i = len(g.job.Letters)
			at[to] = i
			g.job.Letters = append(g.job.Letters, paper.Letter{Title: to, To: to, From: o.Profile.Name, On: o.Today()})
		}
		g.job.Letters[i].Items = append(g.job.Letters[i].Items, item)
	}
	for i := range g.job.Letters {
		l := &g.job.Letters[i]
		for _, item := range l.Items {
			g.people = append(g.people, item.Application.ID)
		}
		fill(l)
	}
}

// cites writes clauses of the year's notice as prose does: 二（四）, 二（五） →
// 信人技考函〔2026〕1号第二部分第（四）、（五）项.
func (g *gathering) cites(clauses ...string) string {
	words, part := g.desk.Office.Policy.Notice.Number, ""
	for _, c := range clauses {
		section, item, _ := strings.Cut(c, "（")
		if section != part {
			words += fmt.Sprintf("第%s部分第", section)
		} else {
			words += "、"
		}
		words, part = words+"（"+item, section
	}
	return words + "项"
}

// lists writes several reasons, or clauses, of one person in one cell: numbered
// when there are more than one, so that each finds its other half.
func lists(texts []string) string {
	if len(texts) == 1 {
		return texts[0]
	}
	var lines []string
	for i, text := range texts {
		lines = append(lines, fmt.Sprintf("%d. %s", i+1, text))
	}
	return strings.Join(lines, "\n")
}

// inProse gives what a rule has found the form of official prose: days in words, no
// blanks around figures. What a clerk has written stays as it is.
func inProse(found string) string {
	return data.Squeeze(days.ReplaceAllStringFunc(found, func(text string) string {
		if day, err := data.ParseISODate(text); err == nil {
			return day.Chinese()
		}
		if month, err := data.ParseISOMonth(text); err == nil {
			return fmt.Sprintf("%d年%d月", month.Year, month.Month)
		}
		return text
	}))
}

// unadvised leaves out what a finding advises the clerk to do about it: of a decision
// that has been made a unit is told the ground.
func unadvised(found string) string {
	if at := strings.LastIndex(found, "；"); at > 0 && strings.Contains(found[at:], "请") {
		return found[:at]
	}
	return found
}

var days = regexp.MustCompile(`\b\d{4}-\d{2}(-\d{2})?\b`)

// lastDay is the day asked for, or else the one proposed unless it is past: then
// it is left to be written by hand. It refuses a day asked for that is past (until).
func (g *gathering) lastDay(proposed data.Date) (data.Date, error) {
	today := g.desk.Office.Today()
	switch day := g.order.Until; {
	case day.IsZero() && proposed.Before(today):
		return data.Date{}, nil
	case day.IsZero():
		return proposed, nil
	case day.Before(today):
		return day, data.Refuse("until", "until", "通知上的日期 "+day.String()+" 已经过了", "请写今天（"+today.String()+"）或以后的日子")
	default:
		return day, nil
	}
}
