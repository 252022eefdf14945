package tray

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"

	"gongkao/app/sheets"
	"gongkao/data"
)

// Row is a row of a tray as it stands now.
type Row struct {
	Index    int
	Kind     string // of its sheet: sheets.People …
	File     string
	Sheet    string
	Number   int    // as the sender's program counts it
	Name     string // of whom it is about; the unit's where it is about a unit
	Problems []sheets.Problem
	Written  map[string]string // by field key
	Mended   map[string]string // what counts instead; "" where a cell was emptied
	Cells    map[string]string // addresses by field key; none in imports of older versions
	Other    map[string]string // by head, of columns nobody knows
	State    data.TrayState
	Why      string    // of a row sent back or dropped
	By       string    // who answered last, and when; "" nobody yet
	At       time.Time // likewise
	Ready    bool      // it would enter
}

// Row returns the row at a place of the tray.
func (t *Tray) Row(i int) Row {
	t.mu.Lock()
	defer t.mu.Unlock()
	w, r := &t.batch.Tray[i], &t.rows[i]
	return Row{
		Index: i, Kind: r.kind, File: w.File, Sheet: w.Sheet, Number: w.Row, Name: t.name(i), Problems: t.problems(i),
		Written: w.Texts, Mended: r.answer.Texts, Cells: w.Cells, Other: w.Other,
		State: r.answer.State, Why: r.answer.Why, By: r.answer.By, At: r.answer.At, Ready: t.ready(i),
	}
}

// Len returns how many rows the tray has, settled or not.
func (t *Tray) Len() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return len(t.rows)
}

// name is whom a row is about.
func (t *Tray) name(i int) string {
	r := &t.rows[i]
	if name := strings.TrimSpace(r.texts["name"]); name != "" || r.kind == sheets.People {
		return name
	}
	return strings.TrimSpace(r.texts["unit"])
}

// unitKeys are columns that only sheets of units have.
var unitKeys = []string{"short", "former", "kind", "contact"}

// kindOf returns of what kind the sheet of a row was. Imports of older versions do
// not say it row by row: people and units may have come in one import.
func kindOf(b *data.Batch, i int) string {
	w, kind, header := &b.Tray[i], "", -1
	for _, s := range b.Sheets {
		if s.File == w.File && s.Sheet == w.Sheet && s.HeaderRow < w.Row && s.HeaderRow > header {
			kind, header = s.Kind, s.HeaderRow
		}
	}
	if kind != "" {
		return kind
	}
	if b.Kind == sheets.People && slices.ContainsFunc(unitKeys, func(key string) bool { return w.Texts[key] != "" }) {
		return sheets.Units
	}
	return b.Kind
}

// overlaid returns written texts with what was put instead.
func overlaid(written, instead map[string]string) map[string]string {
	texts := maps.Clone(written)
	if texts == nil {
		texts = map[string]string{}
	}
	for key, text := range instead {
		if text == "" {
			delete(texts, key)
			continue
		}
		texts[key] = text
	}
	return texts
}

// tenOrOne is a year and a month of which a spreadsheet may have dropped the last
// zero.
var tenOrOne = regexp.MustCompile(`^(19|20)\d\d\.1$`)

// numbers returns the keys of the cells that hold a number: what was typed instead
// stands as it was typed. Imports of older versions did not note them; there the
// problems found say of which cells it must have been so.
func (t *Tray) numbers(i int) []string {
	w := &t.batch.Tray[i]
	all := w.Numbers
	if len(w.Cells) == 0 {
		all = guessed(w)
	}
	mended := t.rows[i].answer.Texts
	if len(mended) == 0 {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(key string) bool { _, put := mended[key]; return put })
}

func guessed(w *data.WaitingRow) (keys []string) {
	if slices.Contains(w.Problems, "date-ambiguous") {
		for key, text := range w.Texts {
			if tenOrOne.MatchString(strings.TrimSpace(text)) {
				keys = append(keys, key)
			}
		}
	}
	if slices.Contains(w.Problems, "id-mangled") {
		keys = append(keys, "id_number")
	}
	return keys
}

// firstError returns the first of the codes that holds a row back.
func firstError(codes []string) string {
	for _, code := range codes {
		if !(sheets.Problem{Code: code}).Warning() {
			return code
		}
	}
	return ""
}
