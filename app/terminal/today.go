package terminal

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"gongkao/app/registration"
	"gongkao/app/today"
	"gongkao/data"
)

// todayCommand is the morning page.
type todayCommand struct {
	AsOf string `help:"哪一天的（默认今天）" placeholder:"DATE"`
}

// dayLeft is a deadline as the command line writes it.
type dayLeft struct {
	ID          string    `json:"id"`
	Date        data.Date `json:"date"`
	From        data.Date `json:"from,omitzero"`
	DaysLeft    int       `json:"days_left"`
	WorkingLeft int       `json:"working_days_left"`
	Name        string    `json:"name"`
	Who         string    `json:"who"`
	Clause      string    `json:"clause"`
	Confirmed   bool      `json:"confirmed"`
	Open        int       `json:"open"` // how many stand in the way
	Way         string    `json:"way,omitempty"`
	Clash       string    `json:"clash,omitempty"`
}

// waiting is a queue as the command line writes it.
type waiting struct {
	ID     string    `json:"id"`
	Count  int       `json:"count"`
	Name   string    `json:"name"`
	Oldest data.Date `json:"oldest,omitzero"`
	Words  string    `json:"words,omitempty"`
}

// morningPage is what the command answers.
type morningPage struct {
	Day       data.Date `json:"day"`
	Holidays  string    `json:"holidays"` // where working days are from; "": weekends only
	Confirmed bool      `json:"holidays_confirmed"`
	Deadlines []dayLeft `json:"deadlines"`
	Queues    []waiting `json:"queues"`
	Note      string    `json:"note,omitempty"` // written by hand on the day
}

func (t *todayCommand) run(c *call) (answer, error) {
	return c.atDesk(func(d *registration.Desk) (answer, error) {
		day := d.Office.Today()
		if t.AsOf != "" {
			var err error
			if day, err = data.ParseISODate(t.AsOf); err != nil {
				return answer{}, err
			}
		}
		page, err := today.Morning(c.ctx, d, day)
		if err != nil {
			return answer{}, err
		}
		words, err := wordsOf(page)
		return answer{document: documentOf(page), words: words}, err
	})
}

func documentOf(p today.Page) morningPage {
	m := morningPage{Day: p.Day, Holidays: p.Holidays.Source, Confirmed: p.Holidays.Confirmed(), Deadlines: []dayLeft{}, Queues: []waiting{}, Note: p.Written}
	for _, d := range p.Deadlines {
		m.Deadlines = append(m.Deadlines, dayLeft{d.ID, d.To, d.From, d.DaysLeft, d.WorkingLeft, d.Name, d.Who, d.Clause, !d.Unconfirmed, d.Open, d.Way, d.Clash})
	}
	for _, q := range p.Queues {
		w := waiting{ID: q.ID, Count: q.Count, Name: q.Name, Words: q.Words}
		if q.Count > 0 && !q.Earliest.IsZero() {
			w.Oldest = data.DateOf(q.Earliest)
		}
		m.Queues = append(m.Queues, w)
	}
	return m
}

func wordsOf(p today.Page) (string, error) {
	var words strings.Builder
	fmt.Fprintln(&words, p.Day.Chinese())
	table := tabwriter.NewWriter(&words, 0, 4, 2, ' ', 0)
	for _, d := range p.Deadlines {
		fmt.Fprintf(table, "%s\t%s\t还有 %d 天，工作日 %d 天\t%s\n", d.To, d.Name, d.DaysLeft, d.WorkingLeft, strings.Join(d.Notes(), "；"))
	}
	for _, q := range p.Queues {
		fmt.Fprintf(table, "\t%s\t%s\t%s\n", q.Name, data.Commas(q.Count), q.Words)
	}
	err := table.Flush()
	if p.Written != "" {
		fmt.Fprintf(&words, "今日便条\n  %s\n", strings.ReplaceAll(p.Written, "\n", "\n  "))
	}
	return words.String(), err
}
