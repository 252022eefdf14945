package review

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"gongkao/data"
	"gongkao/data/store"
)

// LastYearThen returns what LastYear returns, with the person as he was recorded
// when that year ended; nil when there is no such application. What was not on
// record yet is blank: it cannot be said whether it has changed.
func (c *Case) LastYearThen(ctx context.Context) (*data.Applicant, error) {
	if c.last == nil {
		return nil, nil
	}
	then := *c.last
	then.Person = data.Person{ID: c.last.Person.ID}
	end := time.Date(then.Application.Year+1, time.January, 1, 0, 0, 0, 0, c.desk.Office.Now().Location())
	err := c.desk.Office.Store.View(ctx, func(r *store.Reader) error {
		entries, err := r.History(data.KindPerson, string(then.Person.ID))
		if err != nil {
			return err
		}
		for _, e := range entries {
			if !e.At.Before(end) || len(e.After) == 0 {
				continue
			}
			then.Person = data.Person{}
			if err := json.Unmarshal(e.After, &then.Person); err != nil {
				return fmt.Errorf("review: history of person %s: %w", then.Person.ID, err)
			}
		}
		return nil
	})
	return &then, err
}
