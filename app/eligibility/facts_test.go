package eligibility

import (
	"fmt"
	"strconv"
	"strings"

	"gongkao/data"
)

// set puts one fact into a question: a field by its key, the day, the status, or
// a record.
func set(q *Question, key, value string) error {
	if record := records[key]; record != nil {
		return record(q, partsOf(value))
	}
	switch field := data.FieldByKey(key); {
	case field != nil:
		return field.Set(q.Applicant, value)
	case key == "as_of":
		return q.AsOf.UnmarshalText([]byte(value))
	case key == "status":
		q.Applicant.Application.Status = data.Status(value)
		return nil
	}
	return fmt.Errorf("there is no fact of that name")
}

// records are the facts that are no fields. Each is written as parts name=value
// with blanks between.
var records = map[string]func(*Question, parts) error{
	"promise": func(q *Question, p parts) error {
		c := data.Commitment{Slots: p.list("slots"), Consent: p["consent"] == "yes", Made: p.date("made"), Due: p.date("due"),
			Fulfilled: p.date("fulfilled"), With: p["with"], Withdrawn: p.date("withdrawn")}
		for _, year := range p.list("years") {
			n, err := strconv.Atoi(year)
			if err != nil {
				return err
			}
			c.Years = append(c.Years, n)
		}
		q.Applicant.Dossier.Commitments = append(q.Applicant.Dossier.Commitments, c)
		return p.err(c.Made)
	},
	"notice": func(q *Question, p parts) error {
		n := &data.PublicNotice{From: p.date("from"), To: p.date("to"), Place: "单位公示栏", Objections: p["objections"], Settled: p["settled"], Proof: p["proof"] == "yes"}
		if q.Applicant.Dossier.Notice = n; n.From.IsZero() {
			q.Applicant.Dossier.Notice = nil // taken back
		}
		return nil
	},
	"violation": func(q *Question, p parts) error {
		v := data.Violation{Found: p.date("found"), Until: p.date("until"), What: p["what"], Basis: "豫人社罚〔2026〕3号", Revoked: p.list("revoked"), Withdrawn: p.date("withdrawn")}
		q.Applicant.Dossier.Violations = append(q.Applicant.Dossier.Violations, v)
		return p.err(v.Found)
	},
	"other": func(q *Question, p parts) error {
		level, ok := data.ReadLevel(p["level"])
		if !ok {
			return fmt.Errorf("no level %q", p["level"])
		}
		q.Others = append(q.Others, &data.Application{ID: "other", Trade: p["trade"], Level: level, Status: data.Status(p["status"])})
		return nil
	},
}

// parts is a record as it is written in a case.
type parts map[string]string

func partsOf(text string) parts {
	p := parts{}
	for _, part := range strings.Fields(text) {
		name, value, _ := strings.Cut(part, "=")
		p[name] = value
	}
	return p
}

// date reads a day; what is no day is none.
func (p parts) date(name string) data.Date {
	d, err := data.ParseISODate(p[name])
	if err != nil {
		return data.Date{}
	}
	return d
}

func (p parts) list(name string) []string {
	if p[name] == "" {
		return nil
	}
	return strings.Split(p[name], ",")
}

// err complains of a record without its first day.
func (p parts) err(first data.Date) error {
	if first.IsZero() {
		return fmt.Errorf("no day in %v", p)
	}
	return nil
}
