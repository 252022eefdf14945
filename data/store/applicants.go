package store

import (
	"errors"
	"math"
	"runtime"
	"slices"
	"strings"
	"sync"

	"gongkao/data"
)

// Applicants returns everybody who applies in a year, with the names of his
// unit, his dossier and ledger, in the order of entry, without photos (see Photo). It is how the
// register is filled when a file is opened, so it reads on several connections
// at once where it can.
func (r *Reader) Applicants(year int) ([]*data.Applicant, error) {
	if r.keys == nil {
		return nil, errLocked()
	}
	names, err := r.unitNames()
	if err != nil {
		return nil, err
	}
	spans, err := r.spans(runtime.GOMAXPROCS(0))
	if err != nil {
		return nil, err
	}
	list, done, err := r.together(year, names, spans)
	if err == nil && !done {
		list, err = r.applicantsIn(year, names, span{math.MinInt64, math.MaxInt64})
	}
	if err != nil {
		return nil, err
	}
	if err := r.fillDossiers(list); err != nil {
		return nil, err
	}
	if err := r.fillLedgers(list); err != nil {
		return nil, err
	}
	slices.SortFunc(list, func(a, b *data.Applicant) int {
		return strings.Compare(string(a.Application.ID), string(b.Application.ID))
	})
	return list, nil
}

// span is a stretch of the applications table, by row numbers.
type span struct{ from, to int64 }

// fewRows are read faster by one than divided among several.
const fewRows = 2000

// spans divides the applications into at most n stretches.
func (r *Reader) spans(n int) ([]span, error) {
	var first, last int64
	err := r.each("SELECT coalesce(min(rowid), 0), coalesce(max(rowid), 0) FROM applications", nil, func(row []any) (err error) {
		if first, err = asNumber(row[0]); err != nil {
			return err
		}
		last, err = asNumber(row[1])
		return err
	})
	if err != nil {
		return nil, err
	}
	if last-first < fewRows {
		n = 1
	}
	n = min(n, readerConnections-1)
	var all []span
	for i := range int64(n) {
		step := (last - first + 1) / int64(n)
		all = append(all, span{first + i*step, first + (i+1)*step - 1})
	}
	all[n-1].to = last
	return all, nil
}

// errMoved says that records were written between the beginnings of two
// readings, so that they do not show the same moment.
var errMoved = errors.New("store: the records moved on")

// together reads all spans at once, each on a connection of its own. done is
// false where that cannot be: in an Update, whose writes other connections do
// not see; when somebody writes meanwhile; and when somebody else is at it, for
// two at once could each wait for the other's connections.
func (r *Reader) together(year int, names map[data.UnitID]unitName, spans []span) (list []*data.Applicant, done bool, err error) {
	if r.store == nil || len(spans) == 1 || !r.store.spreading.TryLock() {
		return nil, false, nil
	}
	defer r.store.spreading.Unlock()
	head, err := r.Head()
	if err != nil {
		return nil, false, err
	}
	parts, errs := make([][]*data.Applicant, len(spans)), make([]error, len(spans))
	var wait sync.WaitGroup
	for i, sp := range spans {
		wait.Go(func() {
			errs[i] = r.store.View(r.alive, func(other *Reader) error {
				now, err := other.Head()
				if err != nil {
					return err
				}
				if now != head {
					return errMoved
				}
				parts[i], err = other.applicantsIn(year, names, sp)
				return err
			})
		})
	}
	wait.Wait()
	err = errors.Join(errs...)
	if errors.Is(err, errMoved) {
		return nil, false, nil
	}
	return slices.Concat(parts...), err == nil, err
}

// applicantsQuery joins as it scans: one look-up for each application. The
// scan is by row number, because an index on the year would make ten years
// faster to skip and one year slower to read.
var applicantsQuery = "SELECT " + qualified("a", applications.names(false)) + ", " + qualified("p", persons.names(false)) +
	" FROM applications a CROSS JOIN persons p ON p.id = a.person WHERE a.rowid BETWEEN ? AND ? AND a.year = ?"

func qualified(alias, names string) string {
	return alias + "." + strings.ReplaceAll(names, ", ", ", "+alias+".")
}

func (r *Reader) applicantsIn(year int, names map[data.UnitID]unitName, sp span) ([]*data.Applicant, error) {
	var list []*data.Applicant
	cut := strings.Count(applications.names(false), ",") + 1
	err := r.each(applicantsQuery, []any{sp.from, sp.to, year}, func(row []any) (err error) {
		a := &data.Applicant{}
		if a.Application, err = applications.record(r.reading, row[:cut], false); err != nil {
			return err
		}
		if a.Person, err = persons.record(r.reading, row[cut:], false); err != nil {
			return err
		}
		a.Application.Person = a.Person.ID // the same text, kept once
		name := names[a.Application.Unit]
		a.Unit, a.Supervising = name.own, name.supervising
		list = append(list, a)
		return nil
	})
	return list, err
}

// unitName is what an applicant shows of his unit.
type unitName struct{ own, supervising string }

func (r *Reader) unitNames() (map[data.UnitID]unitName, error) {
	list, err := r.Units()
	if err != nil {
		return nil, err
	}
	own := map[data.UnitID]string{}
	for _, u := range list {
		own[u.ID] = u.Name
	}
	names := map[data.UnitID]unitName{}
	for _, u := range list {
		names[u.ID] = unitName{u.Name, own[u.Supervising]}
	}
	return names, nil
}
