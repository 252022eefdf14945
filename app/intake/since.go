package intake

import (
	"slices"
	"strings"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// since is what was done with the people of a batch after it brought them in.
type since struct {
	began int64 // entry of the history that wrote the batch
	// came is the entry by which each came in, and person the one that wrote his
	// person record on that occasion; 0 where nothing of it was new.
	came, person map[data.ApplicationID]int64
	done         map[data.ApplicationID][]data.Op // each once, in their order
	units        map[data.UnitID]int64            // entries by which the import wrote units
	amended      map[data.UnitID]bool             // units that somebody has written since
	changes      []data.UnitChangeID              // that the import wrote
	printed      map[data.ApplicationID]bool      // whose papers were printed
	past         bool                             // what is taken in is no longer of the import's own writing
}

// of is a record of the store.
type of struct {
	kind data.Kind
	id   string
}

// readSince reads what was done since a batch was written. Whoever has a typed
// but unfinished change waiting counts as touched as well.
func readSince(r *store.Reader, d *registration.Desk, batch *data.Batch, drafts *registration.Drafts) (*since, error) {
	s := &since{came: map[data.ApplicationID]int64{}, person: map[data.ApplicationID]int64{}, done: map[data.ApplicationID][]data.Op{},
		units: map[data.UnitID]int64{}, amended: map[data.UnitID]bool{}, printed: map[data.ApplicationID]bool{}}
	var err error
	if s.began, err = r.WrittenAt(data.KindBatch, string(batch.ID)); err != nil {
		return nil, err
	}
	written, err := r.Since(s.began)
	if err != nil {
		return nil, err
	}
	about := map[of]data.ApplicationID{}
	for _, a := range brought(d, batch.ID) {
		registration.EachRecord(a, func(kind data.Kind, id string) { about[of{kind, id}] = a.Application.ID })
	}
	for _, w := range written {
		if err := s.take(r, w, about); err != nil {
			return nil, err
		}
	}
	return s, s.takeOthers(r, d, about, drafts)
}

// take takes an entry of the history in. Somebody comes in by the first entry of
// an import or of its tray; what is written about him later touches him.
func (s *since) take(r *store.Reader, w store.Written, about map[of]data.ApplicationID) error {
	app, theirs := about[of{w.Kind, w.Record}]
	s.past = s.past || w.Op != data.OpImport || w.Kind == data.KindBatch // an import writes its units right after its batch
	switch {
	case w.Kind == data.KindUnit && s.past:
		s.amended[data.UnitID(w.Record)] = true
	case w.Kind == data.KindUnit:
		s.units[data.UnitID(w.Record)] = w.Seq
	case w.Kind == data.KindUnitChange && !s.past:
		s.changes = append(s.changes, data.UnitChangeID(w.Record))
	case w.Kind == data.KindPrint:
		return s.takePrint(r, w)
	case !theirs:
	case s.came[app] != 0:
		s.touch(app, w.Op)
	case w.Kind == data.KindPerson:
		s.person[app] = w.Seq
	case w.Kind == data.KindApplication && (w.Op == data.OpImport || w.Op == data.OpTray):
		s.came[app] = w.Seq
		if s.person[app] != w.Seq-1 { // written on another occasion
			delete(s.person, app)
		}
	}
	return nil
}

func (s *since) touch(app data.ApplicationID, op data.Op) {
	if !slices.Contains(s.done[app], op) {
		s.done[app] = append(s.done[app], op)
	}
}

func (s *since) takePrint(r *store.Reader, w store.Written) error {
	p, err := r.Print(data.PrintID(w.Record))
	if err != nil {
		return err
	}
	for _, app := range p.Records {
		s.printed[app] = true
		s.touch(app, data.OpPrint)
	}
	return nil
}

// takeOthers takes in the records that name several people at once, and what was
// typed and not taken yet.
func (s *since) takeOthers(r *store.Reader, d *registration.Desk, about map[of]data.ApplicationID, drafts *registration.Drafts) error {
	slips, err := r.Custodies()
	if err != nil {
		return err
	}
	for _, slip := range slips {
		for _, item := range slip.Items {
			s.touch(item.Application, data.OpCustody)
		}
	}
	checks, err := r.SpotChecks(d.Office.Profile.Year)
	if err != nil {
		return err
	}
	for _, check := range checks {
		for _, p := range check.Population {
			s.touch(p.Application, data.OpSpotCheck)
		}
	}
	for _, app := range about {
		if drafts.Has(app) {
			s.touch(app, data.OpEnter)
		}
	}
	return nil
}

// why says what was done with somebody since, in a few words; "" where nothing
// was.
func (s *since) why(app data.ApplicationID) string {
	var said []string
	for _, op := range s.done[app] {
		said = append(said, op.String())
	}
	if s.came[app] == 0 && len(said) == 0 {
		return "来历不在这一批的记录里"
	}
	return strings.Join(said, "、")
}

// changesOf lists the renamings and mergers of units that the import recorded.
func (s *since) changesOf(tx *store.Tx, d *registration.Desk) ([]data.UnitChange, error) {
	if len(s.changes) == 0 {
		return nil, nil
	}
	all, err := tx.UnitChanges(d.Office.Profile.Year)
	return slices.DeleteFunc(all, func(c data.UnitChange) bool { return !slices.Contains(s.changes, c.ID) }), err
}
