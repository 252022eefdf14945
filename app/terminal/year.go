package terminal

import (
	"fmt"
	"io"
	"os"
	"strings"

	"gongkao/app/registration"
	"gongkao/app/years"
	"gongkao/data"
)

// yearCommand lists the years and opens the next.
type yearCommand struct {
	List yearListCommand `cmd:"" default:"1" help:"列出各年度"`
	Open yearOpenCommand `cmd:"" help:"开启下一个年度；--take-back 退回上一年度"`
}

// yearListCommand lists the years of the office.
type yearListCommand struct{}

// yearLine is a year as the command line writes it.
type yearLine struct {
	Year      int    `json:"year"`
	From      int    `json:"from,omitempty"` // the year it was opened from
	Working   bool   `json:"working"`
	TakenBack bool   `json:"taken_back,omitempty"`
	People    int    `json:"people,omitempty"` // who came over when it was opened
	Left      int    `json:"left,omitempty"`
	At        string `json:"at,omitempty"`
}

func (y *yearListCommand) run(c *call) (answer, error) {
	return c.atDesk(func(d *registration.Desk) (answer, error) {
		all, err := years.List(c.ctx, d)
		if err != nil {
			return answer{}, err
		}
		first, lines := d.Office.Working(), []yearLine{}
		for _, act := range all {
			first = min(first, act.From)
			lines = append(lines, yearLine{act.Year, act.From, act.Year == d.Office.Working() && act.Withdrawn == "", act.Withdrawn != "", act.People, len(act.Left), act.At.Format(minute)})
		}
		lines = append([]yearLine{{Year: first, Working: first == d.Office.Working()}}, lines...)
		var words strings.Builder
		for _, l := range lines {
			fmt.Fprintf(&words, "%d 年度　%s\n", l.Year, l.words())
		}
		return answer{document: lines, words: words.String()}, nil
	})
}

func (l *yearLine) words() string {
	state := "已结束，用 --year 查看"
	switch {
	case l.Working:
		state = "正在办理"
	case l.TakenBack:
		state = "开启后又退回"
	}
	if l.From != 0 {
		state += fmt.Sprintf("；%s 由 %d 年度带入 %d 人，%d 人没有带入", l.At, l.From, l.People, l.Left)
	}
	return state
}

// yearOpenCommand opens the next year, or takes it back.
type yearOpenCommand struct {
	Year     int  `arg:"" help:"年度，如 2027"`
	TakeBack bool `help:"退回上一年度（新年度还没有录入内容时）"`
}

// leftLine is somebody an opening says something of.
type leftLine struct {
	IDNumber data.IDNumber `json:"id_number"`
	Why      string        `json:"why"`
}

func (y *yearOpenCommand) run(c *call) (answer, error) {
	return c.atDesk(func(d *registration.Desk) (answer, error) {
		work := years.Open
		if y.TakeBack {
			work = years.TakeBack
		}
		act, err := work(c.ctx, d, y.Year, c.progress("已写 %d / %d 人"))
		if err != nil {
			return answer{}, err
		}
		report, err := years.ReportOf(c.ctx, d, act)
		if err != nil {
			return answer{}, err
		}
		return answer{words: openedWords(d, report), document: struct {
			Year      int        `json:"year"`
			People    int        `json:"people"`
			Units     int        `json:"units"`
			Left      []leftLine `json:"left"`
			Promoted  []leftLine `json:"promoted"`
			Owed      []leftLine `json:"owed"`
			TakenBack bool       `json:"taken_back"`
			Working   int        `json:"working"`
		}{act.Year, act.People, act.Units, leftLines(report.Left), leftLines(report.Risen), leftLines(report.Owed), act.Withdrawn != "", d.Office.Working()}}, nil
	})
}

func leftLines(all []years.Told) []leftLine {
	lines := make([]leftLine, 0, len(all))
	for _, t := range all {
		lines = append(lines, leftLine{t.Person.IDNumber, t.Why})
	}
	return lines
}

func openedWords(d *registration.Desk, r years.Report) string {
	if r.Act.Withdrawn != "" {
		return fmt.Sprintf("%d 年度已退回，现在办理 %d 年度；人员都回到原来的样子", r.Act.Year, d.Office.Working())
	}
	var words strings.Builder
	fmt.Fprintf(&words, "已开启 %d 年度：%d 个单位，带入 %d 人，%d 人没有带入，%d 人升了等级\n", r.Act.Year, r.Act.Units, r.Act.People, len(r.Left), len(r.Risen))
	for _, list := range [][]years.Told{r.Left, r.Owed} {
		for i, t := range list {
			if i == mostWarnings {
				fmt.Fprintf(&words, "  还有 %d 人，加 --json 列出全部\n", len(list)-i)
				break
			}
			fmt.Fprintf(&words, "  %s %s：%s\n", t.Person.Name, t.Person.IDNumber.Masked(), t.Why)
		}
	}
	if d.Office.Policy.Provisional() {
		fmt.Fprintf(&words, "%d 年度的通知还没有录入：请照通知填好 %s\n", r.Act.Year, d.Office.PolicyPath(r.Act.Year, ""))
	}
	return words.String()
}

// progress tells how far a long work is, where somebody looks at a terminal; nil
// elsewhere.
func (c *call) progress(format string) years.Progress {
	if !isTerminal(c.machine.Err) {
		return nil
	}
	return func(done, total int) { fmt.Fprintf(c.machine.Err, "\r"+format, done, total) }
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
