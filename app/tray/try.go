package tray

import (
	"slices"

	"gongkao/app/sheets"
)

// Try says what would hold a row of people back if a text stood in a field, and
// writes nothing: a screen asks while the clerk types. good is true when nothing
// would. Rows of other kinds are judged with those beside them, so of them nothing
// is said (ok is false).
func (t *Tray) Try(row int, field, text string) (first sheets.Problem, good, ok bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if row < 0 || row >= len(t.rows) || t.rows[row].kind != sheets.People || !t.rows[row].open() {
		return first, false, false
	}
	instead := put(t.rows[row].answer.Texts, t.batch.Tray[row].Texts, field, text)
	numbers := slices.DeleteFunc(slices.Clone(t.numbers(row)), func(key string) bool { return key == field })
	person, found := t.again.Person(overlaid(t.batch.Tray[row].Texts, instead), numbers)
	for _, p := range found {
		if _, answered := instead[p.Field]; unanswerable(p, answered) {
			return p, false, true
		}
	}
	if n := person.Person.IDNumber; n != t.number(row) {
		if _, taken := t.registered(n); taken {
			return sheets.Problem{Field: "id_number", Code: inRegister, Message: "此人本年度已经登记"}, false, true
		}
	}
	return first, true, true
}
