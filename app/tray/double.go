package tray

import (
	"fmt"
	"slices"

	"gongkao/app/sheets"
	"gongkao/app/units"
	"gongkao/data"
	"gongkao/data/store"
)

// The codes for a person who stands elsewhere.
const (
	inRegister = "id-duplicate-register"
	inSheet    = "id-duplicate-sheet"
)

// number returns the ID number by which a row of people claims its person, "" when
// it cannot be used.
func (t *Tray) number(i int) data.IDNumber {
	if t.rows[i].kind != sheets.People {
		return ""
	}
	return t.rows[i].person.Person.IDNumber
}

// claim notes that an open row claims its person. The first row has him, whether
// it can enter or not; when it is settled otherwise the next one does.
func (t *Tray) claim(i int) {
	n := t.number(i)
	if n == "" || !t.rows[i].open() {
		return
	}
	at, there := slices.BinarySearch(t.claims[n], i)
	if !there {
		t.claims[n] = slices.Insert(t.claims[n], at, i)
	}
}

func (t *Tray) unclaim(i int) {
	n := t.number(i)
	if at, there := slices.BinarySearch(t.claims[n], i); there {
		t.claims[n] = slices.Delete(t.claims[n], at, at+1)
	}
}

// double returns the code for where else the person of a row stands, "" when
// nowhere.
func (t *Tray) double(i int) string {
	n := t.number(i)
	if n == "" || !t.rows[i].open() {
		return ""
	}
	if _, registered := t.registered(n); registered {
		return inRegister
	}
	if _, waits := t.earlier[n]; waits || t.claims[n][0] != i {
		return inSheet
	}
	return ""
}

func (t *Tray) registered(n data.IDNumber) (*data.Applicant, bool) {
	a, known := t.desk.Register.ByNumber(n)
	return a, known && !a.Application.Vacant()
}

// elsewhere says where else the person of a row stands.
func (t *Tray) elsewhere(i int) (p sheets.Problem, found bool) {
	n := t.number(i)
	switch t.double(i) {
	case "":
		return p, false
	case inRegister:
		a, _ := t.registered(n)
		p = sheets.Problem{Code: inRegister, Message: fmt.Sprintf("此人本年度已经登记：%s，%s，%s", a.Person.Name, a.Unit, a.Application.Status),
			Hint: "请两边并排看：这一行不要，或用它改已登记的那一份"}
	default:
		first, waits := t.earlier[n]
		if !waits {
			first = placeOf(&t.batch.Tray[t.claims[n][0]], t.rows[t.claims[n][0]].texts)
		}
		p = first.Twice(placeOf(&t.batch.Tray[i], t.rows[i].texts))
	}
	w := &t.batch.Tray[i]
	p.Row, p.Cell, p.Field, p.Value = w.Row, w.Cells["id_number"], "id_number", t.rows[i].texts["id_number"]
	return p, true
}

// placeOf is where a row stands, and whom it names.
func placeOf(w *data.WaitingRow, texts map[string]string) sheets.Place {
	return sheets.Place{File: w.File, Sheet: w.Sheet, Row: w.Row, Name: data.NormaliseName(texts["name"]), Unit: units.Trim(texts["unit"])}
}

// claimed returns where open rows of people of earlier imports wait.
func (t *Tray) claimed(r *store.Reader, before []data.Batch) (map[data.IDNumber]sheets.Place, error) {
	earlier := map[data.IDNumber]sheets.Place{}
	for _, b := range before {
		if b.Void != "" || b.Waiting == 0 {
			continue
		}
		answers, err := r.TrayAnswers(b.ID)
		if err != nil {
			return nil, err
		}
		for i, w := range b.Tray {
			a := answers[i]
			if a.State != data.TrayOpen || kindOf(&b, i) != sheets.People {
				continue
			}
			texts := overlaid(w.Texts, a.Texts)
			id := data.ReadID(texts["id_number"], t.desk.Office.Codes.Region)
			if _, met := earlier[id.Normalised]; id.Valid() && !met {
				earlier[id.Normalised] = placeOf(&w, texts)
			}
		}
	}
	return earlier, nil
}
