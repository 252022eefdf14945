package registration

import (
	"encoding/json"
	"fmt"

	"gongkao/data"
	"gongkao/data/store"
)

// asThen gives people of a year that is over the level they held in it: whoever rose
// when the next year was opened applied, and was printed, from the level below.
// Everything else about a person is what is known now.
func asThen(r *store.Reader, year int, people []*data.Applicant) error {
	openings, err := r.YearOpenings()
	if err != nil {
		return err
	}
	then := map[data.PersonID]data.YearOpening{}
	for _, act := range openings {
		for _, rise := range act.Promoted {
			if _, met := then[rise.Person]; !met && act.Withdrawn == "" && act.From >= year {
				then[rise.Person] = act
			}
		}
	}
	for _, a := range people {
		act, rose := then[a.Person.ID]
		if !rose {
			continue
		}
		before, err := PersonBefore(r, a.Person.ID, act)
		if err != nil {
			return err
		}
		p := &a.Person
		p.CurrentLevel, p.CurrentTrade, p.CurrentCertDate, p.CurrentCertNo = before.CurrentLevel, before.CurrentTrade, before.CurrentCertDate, before.CurrentCertNo
	}
	return nil
}

// PersonBefore returns a person as the opening of a year found him, one of those who
// rose by it.
func PersonBefore(r *store.Reader, id data.PersonID, act data.YearOpening) (before data.Person, err error) {
	entries, err := r.History(data.KindPerson, string(id))
	if err != nil {
		return before, err
	}
	for _, e := range entries {
		if e.Op != data.OpYear || !e.At.Equal(act.At) || e.Before == nil {
			continue
		}
		if err := json.Unmarshal(e.Before, &before); err != nil {
			return before, fmt.Errorf("registration: entry %d of the history: %w", e.Seq, err)
		}
		return before, nil
	}
	return before, fmt.Errorf("registration: nothing on record of how person %s stood before %d", id, act.Year)
}
