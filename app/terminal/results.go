package terminal

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"gongkao/app/registration"
	"gongkao/app/results"
	"gongkao/data"
)

// resultKeys adds to a person of `list` what he has come to.
func resultKeys(person map[string]any, d *registration.Desk, a *data.Applicant) {
	r := results.Of(d.Office.Policy, a)
	c, _ := results.CertificateOf(a)
	person["score"], person["result"], person["certificate_no"] = deciding(&r), r.Outcome, c.Number
}

// deciding is the score on which a result rests so far, "" while there is none and
// for somebody who was absent.
func deciding(r *results.Result) string {
	t, ok := r.Deciding()
	if !ok || t.Score.Absent {
		return ""
	}
	return t.Score.Points.String()
}

// resulted is what somebody has come to, as the command line writes it.
type resulted struct {
	IDNumber      data.IDNumber   `json:"id_number"`
	Name          string          `json:"name"`
	Unit          string          `json:"unit"`
	Trade         string          `json:"trade"`
	Level         data.Level      `json:"level"`
	Score         string          `json:"score"`
	Result        results.Outcome `json:"result"`
	Confirmed     bool            `json:"confirmed"` // the pass marks are signed off
	Subjects      []subjectResult `json:"subjects"`
	Admitted      data.Date       `json:"admitted"` // to the evaluation; "" when not
	CertificateNo string          `json:"certificate_no"`
	Issued        data.Date       `json:"issued"`
	Collected     data.Date       `json:"collected"`
	Collector     string          `json:"collector"`
	Revoked       bool            `json:"revoked"`
	Archive       []string        `json:"archive"`
	Box           string          `json:"box"`
	Filed         data.Date       `json:"filed"`
}

// subjectResult is one subject of somebody's.
type subjectResult struct {
	Subject string          `json:"subject"`
	Score   string          `json:"score"`
	Absent  bool            `json:"absent"`
	Result  results.Outcome `json:"result"`
	Pass    string          `json:"pass"` // what is enough
}

func resultedOf(d *registration.Desk, a *data.Applicant) resulted {
	r := results.Of(d.Office.Policy, a)
	one := resulted{IDNumber: a.Person.IDNumber, Name: a.Person.Name, Unit: a.Unit, Trade: a.Application.Trade, Level: a.Application.Level,
		Score: deciding(&r), Result: r.Outcome, Confirmed: r.Confirmed, Subjects: []subjectResult{}, Archive: []string{}}
	for _, t := range r.Subjects {
		s := subjectResult{Subject: t.ID, Result: t.Outcome, Pass: t.Pass.String(), Absent: t.Score != nil && t.Score.Absent}
		if t.Score != nil && !t.Score.Absent {
			s.Score = t.Score.Points.String()
		}
		one.Subjects = append(one.Subjects, s)
	}
	if a.Ledger.Evaluation != nil {
		one.Admitted = a.Ledger.Evaluation.Entered
	}
	if c, revoked, ok := results.Issued(a); ok {
		one.CertificateNo, one.Issued, one.Collected, one.Collector, one.Revoked = c.Number, c.Issued, c.Collected, c.Collector, revoked
	}
	if f := a.Ledger.Archive; f != nil {
		one.Archive, one.Box, one.Filed = append(one.Archive, f.Items...), f.Box, f.Filed
	}
	return one
}

// line says it in a row of a table.
func (r *resulted) line() string {
	var scores []string
	for _, s := range r.Subjects {
		if s.Score != "" {
			scores = append(scores, s.Score)
		}
	}
	word := r.Result.String()
	if !r.Confirmed && (r.Result == results.Passed || r.Result == results.Failed) {
		word += "（合格线待核对）"
	}
	return strings.Join([]string{r.Name, r.IDNumber.Masked(), r.Unit, r.Trade, r.Level.String(), strings.Join(scores, "、"), word, r.CertificateNo}, "\t")
}

// resultsCommand lists what people have come to; with --result passed, the pass list.
type resultsCommand struct {
	Result string `help:"只列：pending 未出、passed 合格、failed 不合格、absent 缺考" placeholder:"R"`
	Trade  string `help:"只列一个工种" placeholder:"T"`
	scope  `embed:""`
}

func (l *resultsCommand) run(c *call) (answer, error) {
	if l.Result != "" && results.Outcome(l.Result).String() == "" {
		return answer{}, &usageError{"没有“" + l.Result + "”这种结果", "请写 pending、passed、failed 或 absent"}
	}
	return c.atDesk(func(d *registration.Desk) (answer, error) {
		q, err := l.scope.query(d)
		if err != nil {
			return answer{}, err
		}
		q.Statuses = []data.Status{data.Approved, data.Reported}
		found := d.Register.Find(q)
		if results.Outcome(l.Result) == results.Passed {
			found = results.PassList(d, found)
		}
		all := []resulted{}
		var words strings.Builder
		table := tabwriter.NewWriter(&words, 0, 4, 2, ' ', 0)
		for _, a := range found {
			one := resultedOf(d, a)
			if l.Result != "" && string(one.Result) != l.Result || l.Trade != "" && one.Trade != l.Trade {
				continue
			}
			all = append(all, one)
			fmt.Fprintln(table, one.line())
		}
		if err := table.Flush(); err != nil {
			return answer{}, err
		}
		n := results.Count(d.Office.Policy, found)
		fmt.Fprintf(&words, "共 %d 人：合格 %d，不合格 %d，缺考 %d，未出 %d；证书已发 %d，已领 %d；已归档 %d", len(all), n.Passed, n.Failed, n.Absent, n.Pending, n.Issued, n.Collected, n.Filed)
		return answer{document: all, words: words.String()}, nil
	})
}
