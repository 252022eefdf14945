package intake

import (
	"maps"
	"slices"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// past is what the imports of the year have left.
type past struct {
	batches []data.Batch              // that stand, oldest first
	before  map[string]data.Date      // when files were taken in, by their hash
	waits   map[place]data.WaitingRow // rows of their trays
}

// place is a row of a file, by the file's hash.
type place struct {
	sha256, sheet string
	row           int
}

func (p *past) read(r *store.Reader, d *registration.Desk) error {
	all, err := r.Batches()
	if err != nil {
		return err
	}
	openings, err := r.YearOpenings()
	p.before, p.waits = map[string]data.Date{}, map[place]data.WaitingRow{}
	p.batches = slices.DeleteFunc(registration.ImportsOf(d.Office.Profile.Year, all, openings), func(b data.Batch) bool { return b.Void != "" })
	for _, b := range p.batches {
		hashes := map[string]string{}
		for _, f := range b.Files {
			p.before[f.SHA256] = data.DateOf(b.At.In(d.Office.Now().Location()))
			hashes[f.Name] = f.SHA256
		}
		for _, w := range b.Tray {
			p.waits[place{hashes[w.File], w.Sheet, w.Row}] = w
		}
	}
	return err
}

// leave forgets a batch that is being taken back.
func (p *past) leave(gone data.Batch) {
	p.batches = slices.DeleteFunc(p.batches, func(b data.Batch) bool { return b.ID == gone.ID })
	for _, f := range gone.Files {
		delete(p.before, f.SHA256)
		maps.DeleteFunc(p.waits, func(at place, _ data.WaitingRow) bool { return at.sha256 == f.SHA256 })
	}
}

// gather puts the rows that wait into the trays of their batches, notes how every
// sheet was understood, and lets go of ledgers to which nothing comes.
func (t *taking) gather(files []File) {
	for _, b := range t.batches() {
		for _, s := range b.sheets {
			again := b.take(s, t.past.waits)
			for i := range files {
				if files[i].sha256 == s.file.SHA256 {
					files[i].InTray += again
				}
			}
		}
		b.Waiting = len(b.Tray)
	}
	t.roster.Accepted = len(t.people)
	t.books = slices.DeleteFunc(t.books, func(b *book) bool { return b.batch.Accepted+b.batch.Waiting == 0 })
}

// take notes a sheet in its batch, and its rows that wait in the tray. A row of
// the same file that waits already, as it stands here, does not wait twice; again
// is how many those are.
func (b *batch) take(s readSheet, waits map[place]data.WaitingRow) (again int) {
	if !slices.Contains(b.Files, s.file) {
		b.Files = append(b.Files, s.file)
	}
	b.Sheets = append(b.Sheets, data.BatchSheet{File: s.file.Name, Sheet: s.read.Sheet, Kind: s.read.Kind, HeaderRow: s.read.HeaderRow, Layout: s.read.Layout,
		Columns: s.read.Heads, Accepted: s.read.Good(), Skipped: s.read.SkippedRows, Notes: s.read.Notes})
	for _, w := range s.read.Waiting {
		if w.Entered() {
			continue // nothing of it is to be mended
		}
		if before, met := waits[place{s.file.SHA256, s.read.Sheet, w.Row}]; met && maps.Equal(before.Texts, w.Texts) {
			again++
			continue
		}
		row := data.WaitingRow{File: s.file.Name, Sheet: s.read.Sheet, Row: w.Row, Texts: w.Texts, Other: w.Other, Cells: w.Cells, Numbers: w.Numbers}
		for _, p := range w.Problems {
			row.Problems = append(row.Problems, p.Code)
		}
		b.Tray = append(b.Tray, row)
	}
	return again
}
