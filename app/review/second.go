package review

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"maps"
	"strings"

	"gongkao/data"
	"gongkao/data/store"
)

// mark is the hash of everything a conclusion rests on.
func (c *Case) mark() string { return digest(c.seen) }

// waiting returns the conclusion that another clerk has yet to share, unless
// what it rests on has changed since.
func waiting(r *data.Review, mark string) *data.Proposal {
	last := cmp.Or(r.Differs, r.First)
	if last == nil || last.Seen != mark {
		return nil
	}
	return last
}

// Second reports whether the office wants two clerks to agree on the
// application.
func (c *Case) Second() bool {
	options, level := c.desk.Office.Profile.Review, c.applicant.Application.Level
	switch options.Second {
	case data.SecondAll:
		return true
	case data.SecondTop:
		return level == 1 || level == 2
	case data.SecondShared:
		return drawn(c.id, "second", options.SecondShare)
	}
	return false
}

// drawn reports whether an application is in a share of so many of a hundred. It
// depends on nothing but the application, so nobody can choose.
func drawn(id data.ApplicationID, purpose string, share int) bool {
	sum := sha256.Sum256([]byte(purpose + " " + string(id)))
	return binary.BigEndian.Uint64(sum[:8])%100 < uint64(max(0, share))
}

// First returns the conclusion that waits for another clerk. Until he has
// concluded himself he learns only that there is one, and when it was made.
func (c *Case) First() (p data.Proposal, waits bool) {
	last := waiting(&c.review, c.mark())
	switch {
	case !c.Second() || last == nil:
		return p, false
	case last.By == c.desk.Office.Clerk || c.review.Differs != nil:
		return *last, true
	}
	return data.Proposal{At: last.At}, true
}

// Difference returns two conclusions that do not agree; the first reviewer has
// to look again.
func (c *Case) Difference() (first, second data.Proposal, differ bool) {
	if r := &c.review; r.First != nil && r.Differs != nil && waiting(r, c.mark()) != nil {
		return *r.First, *r.Differs, true
	}
	return first, second, false
}

// notMine refuses a clerk whose own conclusion waits for another one
// (second-same).
func (c *Case) notMine() error {
	if last := waiting(&c.review, c.mark()); c.Second() && last != nil && last.By == c.desk.Office.Clerk {
		return data.Refuse("second-same", "", "您已经提出结论（"+Decision(last.Decision).String()+"），要由另一位审核人再看", "请另一位用自己的口令登录后审查；要改，请先收回结论")
	}
	return nil
}

// TakeBack takes the clerk's own conclusion back while it waits for another one.
func (c *Case) TakeBack(ctx context.Context) error {
	if err := c.Refresh(ctx); err != nil {
		return err
	}
	clerk := c.desk.Office.Clerk
	if r := &c.review; r.First == nil || r.Differs != nil || r.First.By != clerk {
		return data.Refuse("proposal-none", "", "没有等着复核的结论可以收回", "请刷新后再看")
	}
	return c.write(ctx, data.OpTick, "收回结论", func(_ *store.Tx, r *data.Review) error {
		r.Ticks, r.First = maps.Clone(ticksOf(r, clerk)), nil
		return nil
	})
}

// proposal is what the clerk concludes, as a proposal.
func (c *Case) proposal(m move, d data.Decision) data.Proposal {
	clerk := c.desk.Office.Clerk
	return data.Proposal{Decision: string(m.decision), Reasons: d.Reasons, Overrides: d.Overrides, By: clerk,
		Ticks: maps.Clone(ticksOf(&c.review, clerk)), Seen: c.mark()}
}

// confer says what a conclusion comes to, and why, for the history: it stands
// alone, waits for another clerk, differs from his, or is the one they share.
func (c *Case) confer(a *act, mine data.Proposal) (Outcome, string) {
	alone, now := Outcome{Status: a.to}, c.applicant.Application.Status
	why := strings.Join(a.record.Reasons, "；")
	if !a.judged || !c.Second() {
		return alone, why
	}
	other := waiting(&c.review, c.mark())
	switch {
	case other == nil:
		return Outcome{Status: now, Proposed: true}, "提出结论，等另一位审核人"
	case other.Decision != mine.Decision:
		return Outcome{Status: now, Proposed: true, Differs: true}, "两位审核人结论不同：" + said(*other) + "；" + said(mine)
	}
	a.other = other
	a.record.Reasons = joined(other.Reasons, a.record.Reasons)
	if len(other.Overrides) > 0 {
		both := maps.Clone(other.Overrides)
		maps.Copy(both, a.record.Overrides)
		a.record.Overrides = both
	}
	return alone, strings.Join(a.record.Reasons, "；")
}

// said writes a conclusion with whose it is.
func said(p data.Proposal) string {
	text := fmt.Sprintf("%s认为应%s", p.By, Decision(p.Decision))
	if len(p.Reasons) > 0 {
		text += "（" + strings.Join(p.Reasons, "，") + "）"
	}
	return text
}

// propose lays a conclusion down for the other clerk. One that differs goes back
// to whoever concluded before, with his own ticks to go on from; when he insists,
// it is the other's turn again.
func propose(r *data.Review, mine data.Proposal, differs bool) {
	before := cmp.Or(r.Differs, r.First)
	r.Ticks = nil
	if before != nil && before.By != mine.By {
		r.Ticks = maps.Clone(before.Ticks)
	}
	if differs && r.Differs == nil {
		r.Differs = &mine
		return
	}
	r.First, r.Differs = &mine, nil
}
