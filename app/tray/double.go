package tray

import (
	"fmt"
	"slices"

	"gongkao/app/sheets"
	"gongkao/data"
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
func (t *Tray) elsewhere(i int) (sheets.Problem, bool) {
	w, n := &t.batch.Tray[i], t.number(i)
	p := sheets.Problem{Row: w.Row, Cell: w.Cells["id_number"], Field: "id_number", Code: t.double(i), Value: t.rows[i].texts["id_number"]}
	switch p.Code {
	case "":
		return p, false
	case inRegister:
		a, _ := t.registered(n)
		p.Message = fmt.Sprintf("此人本年度已经登记：%s，%s，%s", a.Person.Name, a.Unit, a.Application.Status)
		p.Hint = "请两边并排看：这一行不要，或用它改已登记的那一份"
		return p, true
	}
	first, waits := t.earlier[n]
	if !waits {
		o := &t.batch.Tray[t.claims[n][0]]
		first = sheets.Place{File: o.File, Sheet: o.Sheet, Row: o.Row}
	}
	p.Message = "同一身份证号在" + first.From(sheets.Place{File: w.File, Sheet: w.Sheet, Row: w.Row}) + "已经有了"
	p.Hint = "请确认是不是同一人、以哪个单位申报为准，只留一行"
	return p, true
}

// claimed returns where open rows of people of earlier imports wait.
func (t *Tray) claimed(before []data.Batch, answers map[data.BatchID]map[int]data.TrayAnswer) map[data.IDNumber]sheets.Place {
	earlier := map[data.IDNumber]sheets.Place{}
	for _, b := range before {
		for i, w := range b.Tray {
			a := answers[b.ID][i]
			if b.Void != "" || a.State != data.TrayOpen || kindOf(&b, i) != sheets.People {
				continue
			}
			id := data.ReadID(overlaid(w.Texts, a.Texts)["id_number"], t.desk.Office.Codes.Region)
			if _, met := earlier[id.Normalised]; id.Valid() && !met {
				earlier[id.Normalised] = sheets.Place{File: w.File, Sheet: w.Sheet, Row: w.Row}
			}
		}
	}
	return earlier
}
