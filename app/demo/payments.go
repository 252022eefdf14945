package demo

import (
	"context"
	"fmt"
	"time"

	"gongkao/app/fees"
	"gongkao/app/registration"
	"gongkao/data"
)

// mostPaying is how many people pay in the story; a county of 100,000 would take
// minutes.
const mostPaying = 60

// pay lets people who are approved sign their slips and pay. Most have; some have
// signed only, some nothing at all, one paid too little, one was written down for
// the wrong person, and one paid before his slip was back.
func (s *season) pay(ctx context.Context) error {
	desk, err := registration.NewDesk(ctx, s.office)
	if err != nil {
		return err
	}
	approved := desk.Register.Find(registration.Query{Statuses: []data.Status{data.Approved}})
	for i, a := range approved[:min(len(approved), mostPaying)] {
		s.tick(4 * time.Minute)
		if err := s.payFor(ctx, desk, a, i); err != nil {
			return err
		}
	}
	return nil
}

// payFor tells the story of the i-th person who is approved.
func (s *season) payFor(ctx context.Context, desk *registration.Desk, a *data.Applicant, i int) error {
	if i%9 == 7 { // has not been heard of yet
		return nil
	}
	if i != 3 { // who paid before he signed
		if err := fees.ReturnSlip(ctx, desk, a.Application.ID); err != nil {
			return err
		}
	}
	if i%5 == 4 { // has signed, and not paid yet
		return nil
	}
	owed := fees.Of(s.office.Policy, a, s.office.Today())
	p := data.Payment{Application: a.Application.ID, Fen: owed.Owing(), Reference: fmt.Sprintf("HN%s%06d", s.office.Now().Format("20060102"), 100_000+1000*i+s.IntN(1000))}
	why := ""
	if i == 2 {
		p.Fen, why = p.Fen-4500, "网站按低一级收的，已通知本人补足"
	}
	p, err := fees.Pay(ctx, desk, p, why)
	if err == nil && i == 6 {
		_, err = fees.Correct(ctx, desk, p.ID, "流水号是另一个同名人的，记错了人")
	}
	return err
}

// payRest lets everybody who owes a fee sign and pay, all but every twentieth. It
// comes twice: after the review, and when level 1 has entered the evaluation.
func (e *ending) payRest() error {
	for i, a := range e.approved() {
		owed := fees.Of(e.office.Policy, a, e.office.Today())
		if owed.Owing() == 0 || i%20 == 19 {
			continue
		}
		e.tick(2 * time.Minute)
		if !owed.Slip {
			if err := fees.ReturnSlip(e.ctx, e.desk, a.Application.ID); err != nil {
				return err
			}
		}
		step, _ := owed.Next()
		p := data.Payment{Application: a.Application.ID, Step: step.Step, Fen: step.Owing(), Reference: fmt.Sprintf("HN%s%06d", e.office.Now().Format("20060102"), 500_000+1000*i+e.IntN(1000))}
		if _, err := fees.Pay(e.ctx, e.desk, p, ""); err != nil {
			return err
		}
	}
	return nil
}
