package terminal

import (
	"fmt"
	"strings"

	"gongkao/app/printing"
	"gongkao/app/registration"
	"gongkao/data"
)

// layoutCommand gives the office its own copy of a paper's layout, or tells how
// the layouts stand.
type layoutCommand struct {
	Paper string `arg:"" optional:"" help:"哪种表；不写就列出全部"`
}

// layoutRow is a paper as the command line writes it.
type layoutRow struct {
	Paper   string `json:"paper"`
	Name    string `json:"name"`
	Own     bool   `json:"own"`
	Mistake string `json:"mistake,omitempty"`
}

func (l *layoutCommand) run(c *call) (answer, error) {
	return c.atDesk(func(d *registration.Desk) (answer, error) {
		papers, err := printing.Papers(d.Office.Folder)
		if err != nil {
			return answer{}, err
		}
		if l.Paper != "" {
			file, made, err := printing.Layout(papers, d.Office.Folder, l.Paper)
			if err != nil {
				return answer{}, err
			}
			return answer{
				words: fmt.Sprintf("%s的版式在 %s，改好存盘，再打印就用它；移走它就用回程序自带的", papers.Name(l.Paper), file),
				document: struct {
					Paper string `json:"paper"`
					File  string `json:"file"`
					Made  bool   `json:"made"`
				}{l.Paper, file, made},
			}, nil
		}
		states, err := printing.Layouts(papers, d.Office.Folder)
		if err != nil {
			return answer{}, err
		}
		rows := []layoutRow{}
		var words strings.Builder
		for _, s := range states {
			row := layoutRow{Paper: s.ID, Name: s.Name, Own: s.Own}
			fmt.Fprintf(&words, "%s　%s", s.ID, s.Name)
			if s.Own {
				words.WriteString("　本单位的版式")
			}
			if refusal, ok := data.AsRefusal(s.Mistake); ok {
				row.Mistake = refusal.Message
				fmt.Fprintf(&words, "　%s", refusal.Message)
			}
			words.WriteByte('\n')
			rows = append(rows, row)
		}
		return answer{document: rows, words: words.String()}, nil
	})
}
