package inspection

import (
	"maps"
	"slices"
	"time"

	"gongkao/app/review"
	"gongkao/data"
	"gongkao/data/store"
)

// Decision is a decision with its findings as they stood, and whether the policy
// file it was made under is kept, so that it can be explained.
type Decision struct {
	data.Decision
	PolicyKept bool `json:"policy_kept"`
}

// Tick is what was said of a clause. It is no longer valid when the values it saw
// are others now (Stale) or the clause is no longer asked (Gone).
type Tick struct {
	Clause   string        `json:"clause"`
	Title    string        `json:"title"`
	Mark     data.TickMark `json:"mark"`
	MarkName string        `json:"mark_name"`
	Note     string        `json:"note,omitempty"`
	By       string        `json:"by"`
	At       time.Time     `json:"at"`
	Stale    bool          `json:"stale,omitempty"`
	Gone     bool          `json:"gone,omitempty"`
}

func tickOf(clause, title string, t data.Tick) Tick {
	return Tick{Clause: clause, Title: title, Mark: t.Mark, MarkName: t.Mark.String(), Note: t.Note, By: t.By, At: t.At}
}

// Keying is a field typed a second time.
type Keying struct {
	data.Keying
	Label string `json:"label"`
}

// Spot is a spot check in whose sample the application is, and what was found;
// neither Sound nor Found while nobody has looked.
type Spot struct {
	Check data.SpotCheckID `json:"check"`
	Drawn time.Time        `json:"drawn"`
	Seed  uint64           `json:"seed"`
	Sound bool             `json:"sound"`
	Found string           `json:"found,omitempty"`
	By    string           `json:"by,omitempty"`
	At    time.Time        `json:"at,omitzero"`
}

// TickOn returns what was said of a clause.
func (f *File) TickOn(clause string) (Tick, bool) {
	at := slices.IndexFunc(f.Ticks, func(t Tick) bool { return t.Clause == clause })
	if at < 0 {
		return Tick{}, false
	}
	return f.Ticks[at], true
}

// readReview writes down how far the review has come, as the signed-in clerk may
// see it: of two reviewers neither sees the other's ticks and conclusion before
// both have concluded.
func (f *File) readReview(kept data.Review, k *review.Case) {
	f.Ticks, f.Keyings = []Tick{}, []Keying{}
	asked := map[string]bool{}
	for _, s := range k.Steps() {
		asked[s.Key] = true
		if s.Tick.Mark != "" {
			tick := tickOf(s.Key, s.Title, s.Tick)
			tick.Stale = s.Stale
			f.Ticks = append(f.Ticks, tick)
		}
	}
	if kept.First == nil && kept.Differs == nil {
		for _, key := range slices.Sorted(maps.Keys(kept.Ticks)) {
			if !asked[key] {
				tick := tickOf(key, key, kept.Ticks[key])
				tick.Gone = true
				f.Ticks = append(f.Ticks, tick)
			}
		}
	}
	f.Proposals = []data.Proposal{}
	if first, second, differ := k.Difference(); differ {
		f.Proposals = append(f.Proposals, first, second)
	} else if first, waits := k.First(); waits {
		f.Proposals = append(f.Proposals, first)
	}
	for _, typed := range kept.Keyed {
		label := typed.Field
		if field := data.FieldByKey(typed.Field); field != nil {
			label = field.Label
		}
		f.Keyings = append(f.Keyings, Keying{typed, label})
	}
	f.Reopened, f.Asks, f.Remarks = kept.Reopen, listed(kept.Asks), listed(kept.Remarks)
}

func (f *File) readDecisions(r *store.Reader) error {
	f.Decisions = []Decision{}
	decisions, err := r.Decisions(f.Application)
	if err != nil {
		return err
	}
	for _, d := range decisions {
		_, kept, err := r.PolicyFile(d.PolicyHash)
		if err != nil {
			return err
		}
		f.Decisions = append(f.Decisions, Decision{d, kept})
	}
	return nil
}

func (f *File) readSpots(r *store.Reader, kept data.Review) error {
	f.Spots = []Spot{}
	checks, err := r.SpotChecks(f.Year)
	if err != nil {
		return err
	}
	for _, c := range checks {
		if !slices.ContainsFunc(c.Sample, func(s data.SpotFinding) bool { return s.Application == f.Application }) {
			continue
		}
		found := kept.Spots[c.ID]
		f.Spots = append(f.Spots, Spot{c.ID, c.At, c.Seed, found.Sound, found.Found, found.By, found.At})
	}
	return nil
}
