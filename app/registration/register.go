package registration

import (
	"context"
	"slices"
	"strings"
	"sync"

	"gongkao/app/office"
	"gongkao/data"
	"gongkao/data/spread"
	"gongkao/data/store"
)

// Register is this year's applicants, unsealed once and kept in memory, where
// they are searched: a scan of 100,000 takes milliseconds, and two-character
// names are found, which SQL's own indexes cannot do. It may be used from
// several goroutines at once, so that a paper can be made while a clerk types;
// an applicant it has handed out never changes, a newer one takes his place.
type Register struct {
	mu       sync.RWMutex
	year     int
	entries  []entry
	byNumber map[data.IDNumber]int
	byID     map[data.ApplicationID]int
	units    map[data.UnitID]string // what a unit is found by
}

// entry is an applicant and the text by which he is found.
type entry struct {
	applicant *data.Applicant
	text      string
}

// Query says whom to find. Its zero value finds everybody.
type Query struct {
	Text     string        // words for name, pinyin initials, tail of the ID number, unit; all must match
	Unit     string        // full name of the unit or of its supervising unit
	Level    data.Level    // 0: any
	Statuses []data.Status // none: any
	Numbers  []data.IDNumber
}

// Load reads the register of the office's year.
func Load(ctx context.Context, o *office.Office) (*Register, error) {
	r := &Register{year: o.Profile.Year}
	err := o.Store.View(ctx, func(rd *store.Reader) error {
		applicants, err := rd.Applicants(r.year)
		if err != nil {
			return err
		}
		if o.Looking() {
			if err := asThen(rd, r.year, applicants); err != nil {
				return err
			}
		}
		r.fill(ghosts(applicants))
		return nil
	})
	return r, err
}

// become takes over what another register has read.
func (r *Register) become(other *Register) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.year, r.entries, r.byNumber, r.byID, r.units = other.year, other.entries, other.byNumber, other.byID, other.units
}

func (r *Register) fill(applicants []*data.Applicant) {
	r.entries = make([]entry, 0, len(applicants))
	r.byNumber = make(map[data.IDNumber]int, len(applicants))
	r.byID = make(map[data.ApplicationID]int, len(applicants))
	r.units = map[data.UnitID]string{}
	for i, text := range findables(applicants) {
		r.replace(entry{applicants[i], text})
	}
}

// findables makes the texts by which so many are found, on all processors: it
// is a third of the time in which an office of 100,000 opens.
func findables(applicants []*data.Applicant) []string {
	return slices.Concat(spread.Over(len(applicants), func(from, to int) []string {
		texts := make([]string, 0, to-from)
		for _, a := range applicants[from:to] {
			texts = append(texts, findable(a))
		}
		return texts
	})...)
}

// put adds the applicant or takes the place of his earlier self.
func (r *Register) put(a *data.Applicant) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.replace(entry{a, findable(a)})
}

// replace is put for callers that hold the lock.
func (r *Register) replace(e entry) {
	a := e.applicant
	if _, known := r.units[a.Application.Unit]; !known {
		r.units[a.Application.Unit] = unitText(a.Unit, a.Supervising)
	}
	if at, known := r.byID[a.Application.ID]; known {
		delete(r.byNumber, r.entries[at].applicant.Person.IDNumber)
		r.entries[at] = e
		r.byNumber[a.Person.IDNumber] = at
		return
	}
	r.entries = append(r.entries, e)
	at := len(r.entries) - 1
	r.byID[a.Application.ID] = at
	r.byNumber[a.Person.IDNumber] = at
}

// unitText is what people are found by through their unit.
func unitText(name, supervising string) string {
	return strings.ToLower(name + "\n" + supervising + "\n" + strings.Join(Initials(name), "\n"))
}

func findable(a *data.Applicant) string {
	return strings.ToLower(a.Person.Name) + "\n" + strings.Join(Initials(a.Person.Name), "\n") + "\n" + strings.ToLower(string(a.Person.IDNumber)) + "\n"
}

// Len returns how many applicants the year has.
func (r *Register) Len() int {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return len(r.entries)
}

// ByNumber returns the applicant with the ID number.
func (r *Register) ByNumber(n data.IDNumber) (*data.Applicant, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	at, ok := r.byNumber[n]
	if !ok {
		return nil, false
	}
	return r.entries[at].applicant, true
}

// ByID returns the applicant of an application.
func (r *Register) ByID(id data.ApplicationID) (*data.Applicant, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	at, ok := r.byID[id]
	if !ok {
		return nil, false
	}
	return r.entries[at].applicant, true
}

// Find returns whom the query asks for, in the order of entry.
func (r *Register) Find(q Query) []*data.Applicant {
	r.mu.RLock()
	defer r.mu.RUnlock()
	m := r.matcher(q)
	var found []*data.Applicant
	for _, e := range r.entries {
		if m.matches(e) {
			found = append(found, e.applicant)
		}
	}
	return found
}

// matcher is a query prepared for many entries: units are few and matched
// once, people are many.
type matcher struct {
	query   Query
	words   []word
	numbers map[data.IDNumber]bool
}

type word struct {
	text  string
	tail  bool                 // digits: the tail of an ID number
	units map[data.UnitID]bool // units the word is found in
}

func (r *Register) matcher(q Query) matcher {
	m := matcher{query: q}
	for _, text := range strings.Fields(strings.ToLower(data.Narrow(q.Text))) {
		w := word{text: text, tail: isTail(text), units: map[data.UnitID]bool{}}
		if !w.tail {
			for id, unit := range r.units {
				if strings.Contains(unit, text) {
					w.units[id] = true
				}
			}
		}
		m.words = append(m.words, w)
	}
	if len(q.Numbers) > 0 {
		m.numbers = map[data.IDNumber]bool{}
		for _, n := range q.Numbers {
			m.numbers[n] = true
		}
	}
	return m
}

// isTail reports whether a word is part of an ID number: digits, x at the end.
func isTail(text string) bool {
	return strings.Trim(strings.TrimSuffix(text, "x"), "0123456789") == "" && text != "x"
}

func (m *matcher) matches(e entry) bool {
	a := e.applicant
	switch {
	case m.query.Level != 0 && a.Application.Level != m.query.Level,
		m.query.Unit != "" && a.Unit != m.query.Unit && a.Supervising != m.query.Unit,
		m.numbers != nil && !m.numbers[a.Person.IDNumber],
		len(m.query.Statuses) > 0 && !slices.Contains(m.query.Statuses, a.Application.Status):
		return false
	}
	for _, w := range m.words {
		if !w.matches(e) {
			return false
		}
	}
	return true
}

// longPart is the length from which digits are looked for anywhere in an ID
// number; shorter ones would match half of all birthdays.
const longPart = 6

func (w *word) matches(e entry) bool {
	if !w.tail {
		return w.units[e.applicant.Application.Unit] || strings.Contains(e.text, w.text)
	}
	if len(w.text) >= longPart {
		return strings.Contains(e.text, w.text)
	}
	return strings.HasSuffix(e.text, w.text+"\n")
}

// Replace takes in a new state of an application already in the register.
func (r *Register) Replace(id data.ApplicationID, now data.Application) {
	if known, ok := r.ByID(id); ok {
		a := *known
		a.Application = now
		r.put(&a)
	}
}
