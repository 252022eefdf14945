package intake

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"

	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/app/sheets/grid"
	"gongkao/app/units"
	"gongkao/data"
	"gongkao/data/store"
)

// taking is an import while it goes on.
type taking struct {
	desk    *registration.Desk
	opts    Options
	known   []data.Unit               // the unit register, with what this import adds
	touched map[data.UnitID]data.Unit // units to be written
	changes []data.UnitChange         // renamings and mergers to be recorded
	people  []*data.Applicant
	roster  batch // of people and units
	books   []*book
	past    past
	layouts map[string]data.SheetLayout
	only    string                      // kind of the sheets to be taken in; "": all
	leaving map[data.ApplicationID]bool // who is taken back by the same Update
	seen    sheets.Seen
	looked  int // rows of the file that is read, of total
	total   int
	done    int // people and rows written so far
	settled int // rows of earlier trays whose people came in
}

// batch is a batch of records while it is gathered.
type batch struct {
	data.Batch
	sheets []readSheet
	kept   []data.SentFile // of which rows wait
}

// readSheet is a sheet and the file it stands in.
type readSheet struct {
	file data.BatchFile
	read *sheets.SheetReading
}

// source is a file to be taken in: from the disk, or as it was kept.
type source struct {
	path string
	kept *data.SentFile // nil: it lies at the path
}

func fromDisk(paths []string) []source {
	all := make([]source, len(paths))
	for i, path := range paths {
		all[i] = source{path: path}
	}
	return all
}

func (s source) book() (*grid.Book, error) {
	if s.kept != nil {
		return grid.Decode(s.kept.Name, s.kept.Content)
	}
	return grid.Read(s.path)
}

// mostKept is how large a sender's file may be to be kept. Rosters have some ten
// thousand bytes; what is larger holds pictures.
const mostKept = 4 << 20

// content returns the file to be kept, nil when it is too large or no longer what
// was read.
func (s source) content(sha256 string) []byte {
	if s.kept != nil {
		return s.kept.Content
	}
	if info, err := os.Stat(s.path); err != nil || info.Size() > mostKept {
		return nil
	}
	content, err := os.ReadFile(s.path)
	if err != nil || hashOf(content) != sha256 {
		return nil
	}
	return content
}

func newTaking(ctx context.Context, d *registration.Desk, opts Options) (*taking, error) {
	t := &taking{desk: d, opts: opts, known: d.EveryUnit(), touched: map[data.UnitID]data.Unit{}, seen: sheets.Seen{}}
	t.roster.Kind = sheets.Units
	err := d.Office.Store.View(ctx, func(r *store.Reader) (err error) {
		if t.layouts, err = r.SheetLayouts(); err != nil {
			return err
		}
		if opts.Layout != nil {
			t.layouts[opts.Layout.ID] = *opts.Layout
		}
		return t.past.read(r, d)
	})
	return t, err
}

// look reads the files, and lets every ledger say which of its rows may enter.
func (t *taking) look(ctx context.Context, files []source) (Result, error) {
	// While the cells of 100,000 rows and the people made of them are both there, the
	// collector must not let anything pile up.
	defer debug.SetGCPercent(debug.SetGCPercent(20))
	result := Result{Files: []File{}}
	for _, s := range files {
		if err := ctx.Err(); err != nil {
			return Result{}, err
		}
		file, err := t.read(s)
		if err != nil {
			return Result{}, err
		}
		result.Files = append(result.Files, file)
	}
	if err := t.judge(); err != nil {
		return Result{}, err
	}
	t.gather(result.Files)
	return result, ctx.Err()
}

// read reads one file and collects what will be entered.
func (t *taking) read(s source) (File, error) {
	file := File{File: s.path, Sheets: []sheets.SheetReading{}}
	grid, err := s.book()
	var reading *sheets.Reading
	if err == nil {
		t.begin(grid)
		reading, err = sheets.Understand(grid, t.knowledge())
	}
	if refusal, ok := data.AsRefusal(err); ok {
		file.Error = &Error{refusal.Code, refusal.Message, refusal.Hint}
		return file, nil
	}
	if err != nil {
		return File{}, err
	}
	t.register(reading.NewUnits, readSheet{})
	named := data.BatchFile{Name: reading.File, SHA256: reading.SHA256}
	file.sha256, file.Before, file.Sheets = reading.SHA256, t.past.before[reading.SHA256], reading.Sheets
	for i := range reading.Sheets {
		if err := t.collect(readSheet{named, &reading.Sheets[i]}); err != nil {
			return File{}, err
		}
	}
	t.keep(s, named)
	return file, nil
}

// begin begins to count the rows of a file.
func (t *taking) begin(book *grid.Book) {
	t.looked, t.total = 0, 0
	for _, s := range book.Sheets {
		t.total += len(s.Rows)
	}
	t.lookedAt(0)
}

// toldEvery is how many rows are read between two words of it.
const toldEvery = 500

func (t *taking) lookedAt(rows int) {
	if t.looked += rows; t.opts.Reading != nil && t.looked%toldEvery == 0 {
		t.opts.Reading(t.looked, t.total)
	}
}

func (t *taking) knowledge() sheets.Knowledge {
	return sheets.Knowledge{
		Codes: t.desk.Office.Codes, Units: units.NewMatcher(t.known), DefaultUnit: t.opts.DefaultUnit, CreateUnits: t.opts.CreateUnits,
		Seen: t.seen, Layouts: t.layouts, Registered: t.registered, Where: t.where,
	}
}

// registered reports whether a person of a row has an application that stays; it
// is asked once for every row of people, and so tells how far the reading is.
func (t *taking) registered(n data.IDNumber) bool {
	t.lookedAt(1)
	a, registered := t.desk.Register.ByNumber(n)
	return registered && !a.Application.Vacant() && !t.leaving[a.Application.ID]
}

// where names the application of somebody who has one: 罗山县图书馆，护理员三级，待审.
func (t *taking) where(n data.IDNumber) string {
	a, registered := t.desk.Register.ByNumber(n)
	if !registered {
		return ""
	}
	return fmt.Sprintf("%s，%s%s，%s", a.Unit, a.Application.Trade, a.Application.Level, a.Application.Status)
}

// collect lays a sheet to those of its kind. A sheet of notes is none.
func (t *taking) collect(s readSheet) error {
	switch {
	case s.read.HeaderRow == 0 || t.only != "" && isRoster(s.read.Kind) != isRoster(t.only):
		return nil
	case t.only != "" && !isRoster(t.only) && s.read.Kind != t.only:
		return nil
	case !isRoster(s.read.Kind):
		return t.open(s)
	}
	t.register(s.read.Lines, s)
	if s.read.Kind == sheets.People {
		t.roster.Kind = sheets.People
	}
	for i := range s.read.Accepted {
		t.people = append(t.people, &s.read.Accepted[i].Applicant)
	}
	t.roster.sheets = append(t.roster.sheets, s)
	return nil
}

// keep holds a sender's file ready for the batches of which rows of it wait.
func (t *taking) keep(s source, file data.BatchFile) {
	content := s.content(file.SHA256)
	if content == nil {
		return
	}
	kept := data.SentFile{SHA256: file.SHA256, Name: filepath.Base(file.Name), Content: content}
	for _, b := range t.batches() {
		if b.holds(file) {
			b.kept = append(b.kept, kept)
		}
	}
}

// batches lists the batches that are gathered, empty or not.
func (t *taking) batches() []*batch {
	all := []*batch{&t.roster}
	for _, b := range t.books {
		all = append(all, &b.batch)
	}
	return all
}

func (b *batch) holds(file data.BatchFile) bool {
	for _, s := range b.sheets {
		if s.file == file {
			return true
		}
	}
	return false
}

// nothing reports whether no batch is to be written.
func (t *taking) nothing() bool { return !t.bringsPeople() && len(t.books) == 0 }

// bringsPeople reports whether the roster holds anything new: people, units, or
// rows that wait.
func (t *taking) bringsPeople() bool {
	return len(t.people)+len(t.touched)+len(t.roster.Tray) > 0
}

// rows returns how many people and rows are to be written.
func (t *taking) rows() int {
	n := len(t.people)
	for _, b := range t.books {
		n += b.batch.Accepted
	}
	return n
}
