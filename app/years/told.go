package years

import (
	"context"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// Told is somebody of whom an opening says something, by name.
type Told struct {
	Person data.Person
	Why    string
}

// Report is what became of everybody when a year was opened: whoever is not told
// of came over as he was, so People and Left together are everybody.
type Report struct {
	Act   data.YearOpening
	Left  []Told // who stayed behind, and why
	Owed  []Told // who came over and might have risen, and why not
	Risen []Told // who came over and stands higher
}

// ReportOf names the people of an opening.
func ReportOf(ctx context.Context, d *registration.Desk, act data.YearOpening) (Report, error) {
	rep := Report{Act: act}
	err := d.Office.Store.View(ctx, func(r *store.Reader) error {
		name := func(to *[]Told, id data.PersonID, why string) error {
			p, err := r.Person(id)
			*to = append(*to, Told{p, why})
			return err
		}
		for _, l := range act.Left {
			if err := name(&rep.Left, l.Person, l.Why); err != nil {
				return err
			}
		}
		for _, l := range act.Owed {
			if err := name(&rep.Owed, l.Person, l.Why); err != nil {
				return err
			}
		}
		for _, p := range act.Promoted {
			if err := name(&rep.Risen, p.Person, riseWords(p)); err != nil {
				return err
			}
		}
		return nil
	})
	return rep, err
}

func riseWords(r data.Rise) string {
	from := "无等级"
	if r.From != 0 {
		from = r.From.String()
	}
	return from + " → " + r.To.String()
}
