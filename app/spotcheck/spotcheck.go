// Package spotcheck draws people whose applications are looked at again (抽查)
// and keeps what was found. Callers want Draw, which takes a Plan and stores a
// sample that anybody can draw again from the printed seed, and Find, which
// writes what was found of one person; Open and List read both back.
package spotcheck

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
	"time"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// Plan says how many are drawn, and from whom. Size and Share exclude each
// other.
type Plan struct {
	Seed     uint64        // 0: the office takes one
	Size     int           // people
	Share    int           // of a hundred, rounded up to whole people
	Strata   []string      // unit, level: each is drawn from in proportion; none: everybody in one
	Statuses []data.Status // who is drawn from; none: Usual
}

// Usual are the statuses of those whom the office has let through.
var Usual = []data.Status{data.Approved, data.Reported}

// stratum is a way to divide the population.
type stratum struct {
	key, name string
	of        func(*data.Applicant) string
}

// strata are all ways, in the order in which they are named together.
var strata = []stratum{
	{"unit", "单位", func(a *data.Applicant) string { return a.Unit }},
	{"level", "等级", func(a *data.Applicant) string { return cmp.Or(a.Application.Level.String(), "未填等级") }},
}

// StratumName is what sentences and papers call a key of Plan.Strata.
func StratumName(key string) string {
	for _, s := range strata {
		if s.key == key {
			return s.name
		}
	}
	return key
}

// Draw draws a sample and stores it with the population it was drawn from. It
// refuses a plan with neither or both of size and share (size-or-share), a size
// below one (size), a share that is none of a hundred (share), strata and
// statuses that there are none of (stratum-unknown, status-unknown), a population
// of nobody (population-empty) and a size above it (size).
func Draw(ctx context.Context, d *registration.Desk, p Plan) (data.SpotCheck, error) {
	p, err := p.settled()
	if err != nil {
		return data.SpotCheck{}, err
	}
	o := d.Office
	check := data.SpotCheck{
		ID: data.SpotCheckID(o.Store.NewID()), By: o.Clerk, Year: o.Profile.Year,
		Seed: p.Seed, Size: p.Size, Share: p.Share, Strata: p.Strata, Statuses: p.Statuses,
		Population: p.population(d),
	}
	if check.Seed == 0 {
		check.Seed = seedOf(check.ID, o.Now())
	}
	size, err := p.sizeOf(len(check.Population))
	if err != nil {
		return data.SpotCheck{}, err
	}
	check.Sample = sample(check.Population, size, check.Seed)
	why := fmt.Sprintf("从 %d 人中抽 %d 人，种子 %d", len(check.Population), size, check.Seed)
	_, err = o.Store.Update(ctx, data.OpSpotCheck, why, func(tx *store.Tx) error {
		check.At = tx.Now()
		return tx.PutSpotCheck(check)
	})
	if err != nil {
		return data.SpotCheck{}, err
	}
	return check, nil
}

// settled checks the plan and writes it as it is stored: strata and statuses in
// their own order, each once.
func (p Plan) settled() (Plan, error) {
	switch {
	case (p.Size == 0) == (p.Share == 0):
		return p, data.Refuse("size-or-share", "", "抽查人数和比例要给出一个，也只能给出一个", "请填写抽多少人，或者抽百分之几")
	case p.Size < 0:
		return p, data.Refuse("size", "", fmt.Sprintf("不能抽 %d 人", p.Size), "请填 1 以上的人数")
	case p.Share < 0 || p.Share > 100:
		return p, data.Refuse("share", "", fmt.Sprintf("抽查比例不能是 %d%%", p.Share), "请填 1 到 100")
	}
	var keys []string
	for _, s := range strata {
		keys = append(keys, s.key)
	}
	var ok bool
	var stranger string
	if p.Strata, stranger, ok = ordered(p.Strata, keys); !ok {
		return p, data.Refuse("stratum-unknown", "", "不能按“"+stranger+"”分层", "请写 unit（单位）、level（等级），或者不分层")
	}
	if len(p.Statuses) == 0 {
		p.Statuses = Usual
	}
	var unknown data.Status
	if p.Statuses, unknown, ok = ordered(p.Statuses, registration.Statuses()); !ok {
		return p, data.Refuse("status-unknown", "", "没有“"+string(unknown)+"”这种状态", "请写 approved（通过）、reported（已上报）等")
	}
	return p, nil
}

// ordered returns the values in the order of all, each once; ok is false when
// one of them is a stranger.
func ordered[T comparable](values, all []T) (in []T, stranger T, ok bool) {
	for _, v := range values {
		if !slices.Contains(all, v) {
			return nil, v, false
		}
	}
	for _, v := range all {
		if slices.Contains(values, v) {
			in = append(in, v)
		}
	}
	return in, stranger, true
}

// population lists everybody with one of the statuses, by application, so that
// it is the same however the register was sorted.
func (p Plan) population(d *registration.Desk) []data.SpotPerson {
	found := d.Register.Find(registration.Query{Statuses: p.Statuses})
	people := make([]data.SpotPerson, len(found))
	for i, a := range found {
		people[i] = data.SpotPerson{Application: a.Application.ID, Stratum: p.stratumOf(a)}
	}
	slices.SortFunc(people, func(a, b data.SpotPerson) int { return cmp.Compare(a.Application, b.Application) })
	return people
}

// stratumOf names the stratum of an applicant: 罗山县人民医院·三级.
func (p Plan) stratumOf(a *data.Applicant) (name string) {
	for _, s := range strata {
		if !slices.Contains(p.Strata, s.key) {
			continue
		}
		if name != "" {
			name += "·"
		}
		name += s.of(a)
	}
	return name
}

// sizeOf is how many the plan draws from a population.
func (p Plan) sizeOf(population int) (int, error) {
	size := p.Size
	if p.Share != 0 {
		size = (population*p.Share + 99) / 100
	}
	switch {
	case population == 0:
		return 0, data.Refuse("population-empty", "", "没有可以抽查的人", "请先完成资格审查，或另选状态")
	case size > population:
		return 0, data.Refuse("size", "", fmt.Sprintf("可以抽查的只有 %d 人，抽不出 %d 人", population, size), fmt.Sprintf("请填不超过 %d 的人数", population))
	}
	return size, nil
}

// seedOf takes a seed from the office's ids and clock. It has at most nine
// digits and is never 0, so that it can be read out and typed from a paper.
func seedOf(id data.SpotCheckID, at time.Time) uint64 {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %d", id, at.UnixNano()))
	return binary.BigEndian.Uint64(sum[:8])%999_999_999 + 1
}
