// Package printing turns "this paper for these people" into a PDF and records
// the act: who printed what, when, with which values. The papers themselves
// are made by package paper. Callers want Print.
package printing

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"

	"gongkao/app/paper"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// Order says what to print.
type Order struct {
	Paper string
	Query registration.Query
	Going func(done, total int) // told how far it is; nil: nobody wants to know

	// By is what statistics are counted by (none: supervising unit and level), and
	// what a roster is by: level, trade, unit (or none).
	By      []string
	Check   data.SpotCheckID // spot-check: which; "": the year's latest
	ByUnit  bool             // people in the order of a roster, whatever the paper
	Changed bool             // only whom it was not printed for yet, or who has changed since
	From    int              // only from this person on, counted from 1 in the paper's order; 0: from the first
	// Until is a day: of a correction the last to mend, of a pass notice that on which
	// certificates are handed out. Zero: the last of the year's review; left to be
	// written by hand.
	Until data.Date

	only []*data.Applicant // whom a batch has chosen by the above; nil: the query says
}

// Result is what came out.
type Result struct {
	SHA256   string
	Pages    int
	Records  int
	Warnings []paper.Warning
	Notes    []string // of the machine: a face it lacks
	Scope    string   // for whom, in words
	Lines    []Line   // what became of each person and sheet
	Skipped  []Skipped
}

// Print makes the PDF, hands it to keep, and records the act when keep has it:
// a file that could not be written was not printed. It refuses an unknown
// paper (paper-unknown) and a scope without anybody (nobody).
func Print(ctx context.Context, d *registration.Desk, papers *paper.Papers, order Order, keep func(pdf []byte) error) (Result, error) {
	m, err := compose(ctx, d, papers, order)
	if err != nil {
		return Result{}, err
	}
	if err := keep(m.pdf); err != nil {
		return Result{}, err
	}
	// It is out of our hands: whoever cancels now is too late.
	_, err = d.Office.Store.Update(context.WithoutCancel(ctx), data.OpPrint, m.act.Scope, func(tx *store.Tx) error {
		m.act.ID, m.act.At = data.PrintID(tx.NewID()), tx.Now()
		return tx.PutPrint(m.act)
	})
	return m.result, err
}

// Preview makes the PDF that Print would make now, and records nothing: a clerk
// who looks has not printed. Refusals are those of Print.
func Preview(ctx context.Context, d *registration.Desk, papers *paper.Papers, order Order) ([]byte, Result, error) {
	m, err := compose(ctx, d, papers, order)
	return m.pdf, m.result, err
}

// made is a paper that is ready: the file, what is said of it, and the act that
// printing it would be.
type made struct {
	pdf    []byte
	result Result
	act    data.Print
}

func compose(ctx context.Context, d *registration.Desk, papers *paper.Papers, order Order) (made, error) {
	if err := papers.Ready(order.Paper); err != nil {
		return made{}, err
	}
	g, err := gather(ctx, d, order)
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return made{}, err
	}
	job := g.job
	job.Going = func(done, total int) error {
		if order.Going != nil {
			order.Going(done, total)
		}
		return ctx.Err()
	}
	var pdf bytes.Buffer
	printed, err := papers.Print(&pdf, job)
	if err != nil {
		return made{}, err
	}
	printed.Warnings = append(g.warnings, printed.Warnings...)
	sum := sha256.Sum256(pdf.Bytes())
	return made{
		pdf:    pdf.Bytes(),
		result: Result{hex.EncodeToString(sum[:]), printed.Pages, g.records(printed.Records), printed.Warnings, printed.Notes, job.Scope, linesOf(&job, printed), g.skipped},
		act:    g.act(printed),
	}, nil
}
