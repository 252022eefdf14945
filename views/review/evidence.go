package review

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"gongkao/app/dossier"
	"gongkao/data"
	"gongkao/views/wording"
)

// Evidence is a tab in the middle.
type Evidence struct {
	Key, Name string
	Sort      Sort
}

// Sort says what is shown under a tab.
type Sort int

// The sorts.
const (
	APaper Sort = iota
	ThePhoto
	TheAppraisals
	LastYear
)

// Keys of the tabs that are no documents.
const (
	photoKey      = "photo"
	appraisalsKey = "appraisals"
	lastYearKey   = "last year"
)

// Evidences lists the tabs: the papers this person needs, the photo, the
// appraisals, last year's application.
func (m *Model) Evidences() []Evidence {
	var all []Evidence
	for _, h := range m.held() {
		all = append(all, Evidence{Key: h.Key, Name: tabName(&h)})
	}
	all = append(all, Evidence{Key: appraisalsKey, Name: "年度考核", Sort: TheAppraisals}, Evidence{Key: photoKey, Name: "照片", Sort: ThePhoto})
	if _, ok := m.c.LastYear(); ok {
		all = append(all, Evidence{Key: lastYearKey, Name: "上年记录", Sort: LastYear})
	}
	return all
}

// tabName is a document in as few words as a tab has room for.
func tabName(h *dossier.Held) string {
	if year, ok := strings.CutPrefix(h.Key, "appraisal-"); ok {
		return "考核表 " + year
	}
	return h.Name
}

func (m *Model) held() []dossier.Held { return m.folders.Of(m.c.Applicant()) }

// papersOf returns the papers of a slot that a clause names: appraisal means one
// of each year.
func (m *Model) papersOf(slot string) (found []dossier.Held) {
	for _, h := range m.held() {
		if h.Key == slot || strings.HasPrefix(h.Key, slot+"-") {
			found = append(found, h)
		}
	}
	return found
}

// keyedPapers are where fields to be typed again are read.
var keyedPapers = map[string]string{"name": "id-card", "id_number": "id-card", "current_cert_date": "certificate"}

// paperFor returns the tab that an item looks at first.
func (m *Model) paperFor(key string) string {
	var look []string
	if k, ok := m.keyed(key); ok {
		look = []string{keyedPapers[k.Key]}
	}
	if s, ok := m.step(key); ok {
		look = s.Look
	}
	for _, slot := range look {
		if papers := m.papersOf(slot); len(papers) > 0 {
			return papers[0].Key
		}
	}
	return ""
}

// Shown returns the tab that is shown and its place.
func (m *Model) Shown() (Evidence, int) {
	all := m.Evidences()
	at := max(0, slices.IndexFunc(all, func(e Evidence) bool { return e.Key == m.evident }))
	return all[at], at
}

// ShowEvidence shows a tab by its place, beginning again behind the last.
func (m *Model) ShowEvidence(at int) {
	all := m.Evidences()
	m.evident = all[(at+len(all))%len(all)].Key
}

// paper returns the document that is shown.
func (m *Model) paper() (dossier.Held, bool) {
	for _, h := range m.held() {
		if h.Key == m.evident {
			return h, true
		}
	}
	return dossier.Held{}, false
}

// Scans lists the scans of the document shown.
func (m *Model) Scans() []data.Scan {
	h, _ := m.paper()
	return h.Document.Scans
}

// Bare says what stands in the place of a scan.
func (m *Model) Bare() (what, look, standing string) {
	h, ok := m.paper()
	if !ok {
		return "", "", ""
	}
	if h.Look != "" {
		look = "看：" + h.Look
	}
	standing = h.Standing.String()
	if h.Promise != nil {
		standing += "，" + wording.Day(h.Promise.Due) + "前补"
	}
	return "没有扫描件，请看原件", look, standing
}

// NoteOf returns what was noted of the document shown, and by whom.
func (m *Model) NoteOf() (state data.DocumentState, by string) {
	h, ok := m.paper()
	if !ok || h.Document.State == data.DocumentOpen {
		return data.DocumentOpen, ""
	}
	return h.Document.State, h.Document.By + "　" + wording.When(h.Document.At, m.desk.Office.Now())
}

// Noted are the states that a key notes, in the order of their keys.
var Noted = []struct {
	Key   string
	State data.DocumentState
}{{"Y", data.DocumentSeen}, {"F", data.DocumentCopy}, {"Q", data.DocumentWanting}}

// Note writes what was seen of the document shown. The same once more takes it
// back.
func (m *Model) Note(ctx context.Context, state data.DocumentState) (wording.Done, error) {
	h, ok := m.paper()
	if !ok {
		return wording.Done{}, nil
	}
	if h.Document.State == state {
		state = data.DocumentOpen
	}
	if err := m.folders.Note(ctx, m.c.Applicant().Application.ID, h.Key, state, ""); err != nil {
		return wording.Done{}, err
	}
	return wording.Done{What: h.Name + "：" + state.String()}, m.c.Refresh(ctx)
}

// Photo returns the photo; nil when there is none.
func (m *Model) Photo(ctx context.Context) ([]byte, error) {
	return m.desk.Photo(ctx, m.c.Applicant().Person.ID)
}

// Year is an appraisal, this year's record and last year's.
type Year struct {
	Label, Grade, Last string
	Good               bool
	Promised           bool
}

// Years lists the appraisals, the latest first.
func (m *Model) Years() []Year {
	a := m.c.Applicant()
	var years []Year
	for year := a.Application.Year - 1; year >= a.Application.Year-5; year-- {
		grade, known := a.Person.Appraisals[year]
		y := Year{Label: fmt.Sprintf("%d 年度", year), Grade: wording.Or(string(grade), "未填"), Good: known}
		if m.then != nil {
			y.Last = string(m.then.Person.Appraisals[year])
		}
		for i := range a.Dossier.Commitments {
			y.Promised = y.Promised || a.Dossier.Commitments[i].Promises(year)
		}
		years = append(years, y)
	}
	return years
}

// recalled are the fields of last year's application that are shown.
var recalled = []string{"unit", "level", "trade", "path", "current_level", "current_cert_date", "education"}

// Recalled lists last year's application, each with how it is now.
func (m *Model) Recalled() []Value {
	last, ok := m.c.LastYear()
	if !ok {
		return nil
	}
	values := []Value{{Label: "年度", Now: fmt.Sprint(m.c.Applicant().Application.Year), Last: fmt.Sprint(last.Application.Year)},
		{Label: "状态", Now: m.c.Applicant().Application.Status.String(), Last: last.Application.Status.String()}}
	for _, key := range recalled {
		f := data.FieldByKey(key)
		if f == nil {
			continue
		}
		v := Value{Label: f.Label, Now: f.Get(m.c.Applicant()), Last: f.Get(m.then)}
		v.Changed = v.Last != "" && v.Last != v.Now
		values = append(values, v)
	}
	return values
}
