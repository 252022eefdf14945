package paper

import (
	"fmt"

	"gongkao/data"
)

// Change is a change of a unit, or (without a kind) a form to be filled in by hand
// for a unit that has none on record.
type Change struct {
	data.UnitChange
	Supervising string // full name
	Phone       string // of the contact
}

// changeValues tell of a change of a unit.
var changeValues = map[string]func(*view) string{
	"change.unit":        changeUnit,
	"change.new":         func(v *view) string { return v.change.New },
	"change.old":         changeOld,
	"change.supervising": func(v *view) string { return v.change.Supervising },
	"change.basis":       func(v *view) string { return v.change.Basis },
	"change.contact":     func(v *view) string { return v.change.Contact },
	"change.phone":       func(v *view) string { return v.change.Phone },
	"change.date":        changeDate,
	"change.moved":       changeMoved,
	"change.is_new":      changed(data.UnitNew),
	"change.is_renamed":  changed(data.UnitRenamed),
	"change.is_merged":   changed(data.UnitMerged),
}

func changed(k data.UnitChangeKind) func(*view) string {
	return func(v *view) string { return yes(v.change.Kind == k) }
}

// changeUnit is the name by which the form is found.
func changeUnit(v *view) string {
	if v.change.Old != "" {
		return v.change.Old
	}
	return v.change.New
}

// changeOld is the name before; a unit that was made had none.
func changeOld(v *view) string {
	if v.change.Kind == data.UnitNew {
		return none
	}
	return v.change.Old
}

func changeDate(v *view) string {
	if v.change.On.IsZero() {
		return ""
	}
	return v.change.On.Chinese()
}

// changeMoved counts the people who go along with a merger; by other changes
// nobody moves.
func changeMoved(v *view) string {
	switch {
	case v.change.Kind == "":
		return ""
	case v.change.Kind != data.UnitMerged:
		return none
	}
	return fmt.Sprintf("%d 人", v.change.Moved)
}
