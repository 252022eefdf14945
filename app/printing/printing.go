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

	By []string // statistics: what is counted by; none: supervising unit and level
}

// Result is what came out.
type Result struct {
	SHA256   string
	Pages    int
	Records  int
	Warnings []paper.Warning
	Scope    string // for whom, in words
}

// Statuses are those of the people on a paper when none is asked for: everybody
// who may still be assessed. Fees are due once the review is passed; books are
// ordered and not lost, and statistics count, whatever became of somebody.
func Statuses(paper string) []data.Status {
	switch paper {
	case "payment-slip":
		return []data.Status{data.Approved, data.Reported}
	case "textbooks":
		return nil
	case "statistics":
		return append([]data.Status{data.Rejected, data.Cancelled, data.Lapsed}, registration.Running...)
	}
	return registration.Running
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
	job, people, err := prepare(ctx, d, order)
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return made{}, err
	}
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
	sum := sha256.Sum256(pdf.Bytes())
	return made{
		pdf:    pdf.Bytes(),
		result: Result{hex.EncodeToString(sum[:]), printed.Pages, counted(order.Paper, printed.Records, people), printed.Warnings, job.Scope},
		act:    data.Print{By: job.By, Paper: order.Paper, Scope: job.Scope, Code: printed.Code, Hash: printed.Hash, Pages: printed.Pages, Records: people, Sums: printed.Sums},
	}, nil
}

// counted is how many records a paper is about: one table of counts is about all
// the people it counts.
func counted(paper string, records int, people []data.ApplicationID) int {
	if paper == "summary" || paper == "statistics" {
		return len(people)
	}
	return records
}

// prepare gathers what the paper needs.
func prepare(ctx context.Context, d *registration.Desk, order Order) (job paper.Job, people []data.ApplicationID, err error) {
	o := d.Office
	job = paper.Job{Paper: order.Paper, Office: o.Profile, Unit: order.Query.Unit, Scope: scopeWords(d, order.Query), By: o.Clerk, Now: o.Now(), Code: o.Store.CheckCode}
	asked := order.Query
	if len(order.Query.Statuses) == 0 {
		order.Query.Statuses = Statuses(order.Paper)
	}
	found := registration.WithoutCarried(d.Register.Find(order.Query))
	if order.Paper == "roster" || order.Paper == "summary" {
		found = byUnit(d, found)
	}
	if order.Paper == "summary" && len(found) > 0 {
		if job.Tables, err = summary(ctx, d, found, asked); err != nil {
			return job, nil, err
		}
	}
	if order.Paper == "statistics" && len(found) > 0 {
		if job.Tables, err = statistic(ctx, d, found, order); err != nil {
			return job, nil, err
		}
	}
	if order.Paper == "textbooks" {
		if job.Tables, people, err = orders(ctx, d, order.Query); err != nil {
			return job, nil, err
		}
	}
	err = o.Store.View(ctx, func(r *store.Reader) error {
		if job.AuditHead, err = r.RecordHead(); err != nil {
			return err
		}
		if order.Paper == "administrator-form" {
			job.Administrators, err = administrators(d, r, order.Query.Unit)
			return err
		}
		if order.Paper == "textbooks" {
			return nil
		}
		for _, a := range found {
			people = append(people, a.Application.ID)
			if len(job.Tables) > 0 {
				continue
			}
			e := entry(d, a)
			if order.Paper == "registration" {
				if e.Photo, err = r.Photo(a.Person.ID); err != nil {
					return err
				}
			}
			job.Entries = append(job.Entries, e)
		}
		return nil
	})
	if err == nil && len(job.Entries)+len(job.Administrators)+len(job.Tables) == 0 {
		err = nobody(order.Paper)
	}
	return job, people, err
}

// nobody refuses a scope in which there is nothing to print.
func nobody(paper string) error {
	switch paper {
	case "textbooks":
		return data.Refuse("nobody", "", "这个范围里没有教材征订", "请先登记征订，或放宽单位、等级的条件再打印")
	case "payment-slip":
		return data.Refuse("nobody", "", "这个范围里没有审查通过的人", "审查通过以后再印缴费前信息确认单，或放宽单位、等级的条件")
	}
	return data.Refuse("nobody", "", "没有人符合这个打印范围", "请放宽单位、等级或人员的条件再打印")
}
