package terminal

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"gongkao/app/registration"
	"gongkao/app/statistics"
	"gongkao/data"
)

// statsCommand counts the year's people and their money.
type statsCommand struct {
	By       []string `help:"按什么分：level trade unit supervising_unit sex age path status，可写几项，用逗号隔开；不写是全县一行" placeholder:"level,trade,unit"`
	LastYear bool     `help:"同时列出上年人数"`
}

func (s *statsCommand) run(c *call) (answer, error) {
	if _, err := statistics.Of(statistics.Question{By: s.By}); err != nil {
		r, _ := data.AsRefusal(err)
		return answer{}, &usageError{r.Message, r.Hint}
	}
	return c.atDesk(func(d *registration.Desk) (answer, error) {
		q := statistics.Ask(d, s.By)
		if s.LastYear {
			var err error
			if q.Before, err = statistics.Earlier(c.ctx, d); err != nil {
				return answer{}, err
			}
		}
		table, err := statistics.Of(q)
		if err != nil {
			return answer{}, err
		}
		rows := []statsRow{}
		for _, row := range table.Rows {
			rows = append(rows, statsRow{table.By, row, s.LastYear})
		}
		words := s.words(table)
		if s.LastYear && !table.Year {
			words += fmt.Sprintf("\n%d 年没有登记过人，无从比较", d.Office.Profile.Year-1)
		}
		return answer{document: rows, words: words}, nil
	})
}

// statsRow is a row as the command line writes it: the keys asked by, in the
// order asked, then the figures.
type statsRow struct {
	by []*statistics.Dimension
	statistics.Row
	lastYear bool
}

// MarshalJSON keeps the order of the keys, which a map would lose.
func (r statsRow) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	put := func(key string, value any) error {
		text, err := json.Marshal(value)
		fmt.Fprintf(&b, ",%q:%s", key, text)
		return err
	}
	for i, d := range r.by {
		if err := put(d.Key, r.Values[i].Code); err != nil {
			return nil, err
		}
	}
	figures := []struct {
		key   string
		value any
	}{{"people", r.People}, {"approved", r.Approved}, {"due_fen", r.Due}, {"paid_fen", r.Paid}}
	for _, f := range figures {
		if err := put(f.key, f.value); err != nil {
			return nil, err
		}
	}
	if r.lastYear {
		if err := put("last_year_people", r.Before); err != nil {
			return nil, err
		}
	}
	return append([]byte{'{'}, append(b.Bytes()[1:], '}')...), nil
}

// words is the table with aligned columns, the total under it.
func (s *statsCommand) words(table statistics.Table) string {
	var lines [][]string
	head := []string{}
	for _, d := range table.By {
		head = append(head, d.Label)
	}
	lines = append(lines, append(head, s.figureHeads()...))
	for _, row := range table.Rows {
		var line []string
		for _, v := range row.Values {
			line = append(line, v.Label)
		}
		lines = append(lines, append(line, s.figures(row.Count)...))
	}
	total := make([]string, len(table.By))
	if len(total) > 0 {
		total[0] = "合计"
	}
	return aligned(append(lines, append(total, s.figures(table.Total)...)), len(table.By))
}

func (s *statsCommand) figureHeads() []string {
	heads := []string{"人数", "通过", "应缴", "已缴"}
	if s.LastYear {
		heads = append(heads, "上年")
	}
	return heads
}

func (s *statsCommand) figures(c statistics.Count) []string {
	figures := []string{strconv.Itoa(c.People), strconv.Itoa(c.Approved), c.Due.String(), c.Paid.String()}
	if s.LastYear {
		figures = append(figures, strconv.Itoa(c.Before))
	}
	return figures
}

// aligned sets lines of cells in columns: the first few to the left, figures to
// the right. A hanzi is as wide as two letters.
func aligned(lines [][]string, left int) string {
	widths := make([]int, len(lines[0]))
	for _, line := range lines {
		for i, cell := range line {
			widths[i] = max(widths[i], columnsOf(cell))
		}
	}
	var out strings.Builder
	for _, line := range lines {
		var text strings.Builder
		for i, cell := range line {
			blanks := strings.Repeat(" ", widths[i]-columnsOf(cell))
			if i > 0 {
				text.WriteString("  ")
			}
			if i < left {
				text.WriteString(cell + blanks)
			} else {
				text.WriteString(blanks + cell)
			}
		}
		out.WriteString(strings.TrimRight(text.String(), " ") + "\n")
	}
	return out.String()
}

func columnsOf(cell string) (n int) {
	for _, r := range cell {
		if n++; utf8.RuneLen(r) > 2 {
			n++
		}
	}
	return n
}
