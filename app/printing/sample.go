package printing

import (
	"context"

	"gongkao/app/paper"
	"gongkao/app/spotcheck"
	"gongkao/data"
)

// sample is a spot check: the one asked for, or the year's latest.
func sample(ctx context.Context, g *gathering) error {
	check, err := asked(ctx, g)
	if err != nil || check.ID == "" {
		return err
	}
	g.job.Scope = "抽查 " + check.At.Format("2006-01-02 15:04")
	g.job.Spot = &paper.Spot{
		Population: len(check.Population), Size: len(check.Sample), At: check.At, Seed: check.Seed,
		Sum: spotcheck.Checksum(check), Method: spotcheck.Method, From: spotcheck.Scope(check),
	}
	g.found = nil
	for i, place := range spotcheck.Places(check) {
		f := check.Sample[i]
		e := paper.Entry{Applicant: &data.Applicant{}} // whoever is on record no more was drawn all the same
		if a, known := g.desk.Register.ByID(f.Application); known {
			e = entry(g.desk, a)
			g.found = append(g.found, a)
		}
		e.Spotted = &paper.Spotted{Place: place, Finding: f}
		g.job.Entries = append(g.job.Entries, e)
	}
	g.about(g.found)
	return nil
}

// asked is the spot check of the order; the zero one when none was drawn this
// year.
func asked(ctx context.Context, g *gathering) (data.SpotCheck, error) {
	if g.order.Check != "" {
		return spotcheck.Open(ctx, g.desk, g.order.Check)
	}
	checks, err := spotcheck.List(ctx, g.desk)
	if err != nil || len(checks) == 0 {
		return data.SpotCheck{}, err
	}
	return checks[len(checks)-1], nil
}
