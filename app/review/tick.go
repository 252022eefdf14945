package review

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"gongkao/app/eligibility"
	"gongkao/data"
	"gongkao/data/store"
)

// ticksOf returns the ticks a clerk goes by: where two conclude, each has his
// own and does not see the other's.
func ticksOf(r *data.Review, clerk string) map[string]data.Tick {
	switch {
	case r.Differs != nil && r.Differs.By == clerk:
		return r.Differs.Ticks
	case r.Differs == nil && r.First != nil && r.First.By == clerk:
		return r.First.Ticks
	}
	return r.Ticks
}

// Tick says that a clause is met on paper (Agrees), that it is not and why
// (Objects), or that its finding is set aside and why (Overrides). It refuses to
// agree to a clause that blocks (blocked), an objection or override without a
// reason (reason-missing), and to set aside what nobody may (override-refused)
// or what says nothing (override-idle).
func (c *Case) Tick(ctx context.Context, key string, mark data.TickMark, note string) error {
	return c.TickAll(ctx, []string{key}, mark, note)
}

// TickAll gives several clauses the same tick, all or none of them.
func (c *Case) TickAll(ctx context.Context, keys []string, mark data.TickMark, note string) error {
	if err := c.open(); err != nil {
		return err
	}
	ticks, words := map[string]data.Tick{}, []string{}
	for _, key := range keys {
		at, err := c.at(key)
		if err != nil {
			return err
		}
		clause := &c.clauses[at]
		tick, err := tickOn(clause, mark, note)
		if err != nil {
			return err
		}
		tick.Seen, tick.By = c.seen[at], c.desk.Office.Clerk
		ticks[key] = tick
		words = append(words, clause.Title)
	}
	why := strings.Join(words, "、") + "：" + mark.String()
	if note = strings.TrimSpace(note); note != "" {
		why += "，" + note
	}
	learnt := &lesson{office: c.desk.Office, applicant: c.applicant}
	err := c.write(ctx, data.OpTick, why, func(tx *store.Tx, r *data.Review) error {
		own := c.own(r)
		for key, tick := range ticks {
			tick.At = tx.Now()
			own[key] = tick
		}
		if mark == data.Overrides {
			return learnt.excuse(tx, note)
		}
		return nil
	})
	if err == nil {
		learnt.remember()
	}
	return err
}

// Untick takes what was said of a clause back.
func (c *Case) Untick(ctx context.Context, key string) error {
	if err := c.open(); err != nil {
		return err
	}
	title := key
	if at, err := c.at(key); err == nil {
		title = c.clauses[at].Title
	}
	return c.write(ctx, data.OpTick, title+"：收回", func(_ *store.Tx, r *data.Review) error {
		delete(c.own(r), key)
		return nil
	})
}

// own returns the ticks the clerk may write to. A proposal of his that other
// values have made void ends here, and its ticks are taken up again.
func (c *Case) own(r *data.Review) map[string]data.Tick {
	r.Ticks = maps.Clone(ticksOf(r, c.desk.Office.Clerk))
	if r.Ticks == nil {
		r.Ticks = map[string]data.Tick{}
	}
	if waits := waiting(r, c.mark()); waits == nil {
		r.First, r.Differs = nil, nil
	}
	return r.Ticks
}

// open refuses to go on with a review that is closed (review-closed) or whose
// proposal of the same clerk waits for another one (second-same).
func (c *Case) open() error {
	if err := c.look(); err != nil {
		return err
	}
	if s := c.applicant.Application.Status; s != data.Submitted && s != data.Returned {
		return data.Refuse("review-closed", "", "这份申报是“"+s.String()+"”，现在不能逐条核对", beforeReview[s])
	}
	return c.notMine()
}

// beforeReview is what has to come before somebody can tick.
var beforeReview = map[data.Status]string{
	data.Draft:     "请先交审",
	data.Carried:   "此人本年度还没有申报，请先填申报工种和等级，再交审",
	data.Approved:  "确要改动，请先办“更正”，写明理由",
	data.Rejected:  "确要改动，请先办“更正”，写明理由",
	data.Reported:  "确要改动，请先办“更正”，写明理由",
	data.Cancelled: "确要改动，请先办“更正”，写明理由",
	data.Withdrawn: "本人撤回的申报不再审查",
	data.Lapsed:    "已经失效的申报不再审查",
}

// at finds a clause.
func (c *Case) at(key string) (int, error) {
	at := slices.IndexFunc(c.clauses, func(clause eligibility.Clause) bool { return clause.Key == key })
	if at < 0 {
		return 0, data.Refuse("clause-unknown", "", "这份申报没有“"+key+"”这一条", "记录可能改过，请刷新后再核对")
	}
	return at, nil
}

// tickOn makes a tick of what a clerk says of a clause, or says why it cannot
// stand.
func tickOn(clause *eligibility.Clause, mark data.TickMark, note string) (data.Tick, error) {
	note, err := written(note)
	if err != nil {
		return data.Tick{}, err
	}
	tick := data.Tick{Mark: mark, Note: note}
	rule := markRules[mark]
	if rule == nil {
		return tick, data.Refuse("mark-unknown", "", "没有“"+string(mark)+"”这种核对结果", "请选相符、不符，或说明理由后通过")
	}
	return tick, rule(clause, &tick)
}

// markRules say what each mark asks of a clause and its note.
var markRules = map[data.TickMark]func(*eligibility.Clause, *data.Tick) error{
	data.Agrees: func(clause *eligibility.Clause, _ *data.Tick) error {
		if f := gravest(clause); clause.Severity == eligibility.Block {
			hint := "请改正记录，或标“不符”；确有依据的，写明理由后通过"
			if neverOverridden[clause.Rule] {
				hint = "请改正记录，或标“不符”"
			}
			return data.Refuse("blocked", f.Field, "“"+clause.Title+"”不能标相符："+f.Message, hint)
		}
		return nil
	},
	data.Objects: func(clause *eligibility.Clause, tick *data.Tick) error {
		if tick.Note == "" {
			tick.Note = gravest(clause).Message
		}
		if tick.Note == "" {
			return data.Refuse("reason-missing", "", "“"+clause.Title+"”标不符，要写明哪里不符", "请写一句，退回时单位才知道怎样补正")
		}
		return nil
	},
	data.Overrides: func(clause *eligibility.Clause, tick *data.Tick) error {
		f := gravest(clause)
		switch {
		case clause.Severity != eligibility.Block && clause.Severity != eligibility.Warning:
			return data.Refuse("override-idle", "", "“"+clause.Title+"”没有意见，不需要说明理由", "请直接标相符")
		case neverOverridden[clause.Rule]:
			return data.Refuse("override-refused", f.Field, "“"+clause.Title+"”谁也不能越过："+f.Message, "请先解决这一条，或标“不符”")
		case tick.Note == "":
			return data.Refuse("reason-missing", "", "越过“"+clause.Title+"”要写明理由", "请选一条常用理由，或写一句依据")
		}
		return nil
	},
}

// gravest returns the finding that decides of a clause; the zero Finding when it
// has none.
func gravest(clause *eligibility.Clause) eligibility.Finding {
	for _, f := range clause.Findings {
		if f.Severity == clause.Severity {
			return f
		}
	}
	return eligibility.Finding{}
}

// objections are the reasons that the objected clauses give.
func objections(steps []Step) (reasons []string) {
	for i := range steps {
		if s := &steps[i]; s.Done() && s.Tick.Mark == data.Objects && !slices.Contains(reasons, s.Tick.Note) {
			reasons = append(reasons, s.Tick.Note)
		}
	}
	return reasons
}

// setAside lists the rules that the ticks set aside, with the reasons.
func setAside(steps []Step) map[string]string {
	var rules map[string]string
	for i := range steps {
		s := &steps[i]
		if !s.Done() || s.Tick.Mark != data.Overrides {
			continue
		}
		if rules == nil {
			rules = map[string]string{}
		}
		switch had := rules[s.Rule]; {
		case had == "":
			rules[s.Rule] = s.Tick.Note
		case had != s.Tick.Note:
			rules[s.Rule] = had + "；" + s.Tick.Note
		}
	}
	return rules
}

// number is how a clause is called in a sentence: 第 7 条.
func number(i int) string { return fmt.Sprintf("第 %d 条", i+1) }
