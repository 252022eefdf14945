package registration

import (
	"slices"

	"gongkao/data"
	"gongkao/data/store"
)

// recordsOfSheets lists the records of a print's sheets that came back with the
// application on them. Each sheet names its own, except in older prints.
func recordsOfSheets(r *store.Reader, p *data.Print, id data.ApplicationID) (records []record, err error) {
	if len(p.Codes) > 0 {
		for _, sheet := range p.SheetsOf(id) {
			records = append(records, record{data.KindStampedSheet, string(data.StampedIDOf(p.Paper, sheet.Code))})
		}
		return records, nil
	}
	back, err := r.StampedSheetsOf(p.ID)
	for _, s := range back {
		if slices.Contains(p.Stamped(&s).People, id) {
			records = append(records, record{data.KindStampedSheet, string(s.ID)})
		}
	}
	return records, err
}

// tellStamped: a sheet came back with its stamp, or that was a mistake.
func tellStamped(t *teller, e *Event, _ *data.StampedSheet, is data.StampedSheet) []sentence {
	if is.People > 1 {
		e.bar(barSheet)
	}
	of := t.desk.PaperName(is.Paper) + "（核对码 " + data.Dashed(is.Code) + "）"
	if is.Void != "" {
		return []sentence{{EventStamped, "盖章件改回未回", of}}
	}
	return []sentence{{EventStamped, "盖章件已回", of}}
}

func findStamped(tx *store.Tx, s *data.StampedSheet) (data.StampedSheet, error) {
	now, _, err := tx.StampedSheet(s.ID)
	return now, err
}

func voidStamped(_ undoing, s data.StampedSheet) data.StampedSheet {
	s.Void = "撤销"
	return s
}
