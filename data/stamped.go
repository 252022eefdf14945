package data

import (
	"slices"
	"time"
)

// A print consists of sheets: sets of pages that belong together and carry one
// 核对码. A form is one, a whole roster is one, the order form of a unit is one.

// PrintedSheet is one of them.
type PrintedSheet struct {
	Print  *Print
	At     int // which of the print's, from 0
	Code   string
	Unit   UnitID // of a paper about units; "" otherwise
	People []ApplicationID
	Sums   []string // of them, as Print.Sums; none where the print has none
}

// SheetAbout says whom a sheet is about: People of the print's records, from the
// place First on, or a unit.
type SheetAbout struct {
	First  int    `json:"first,omitempty"`
	People int    `json:"people,omitempty"`
	Unit   UnitID `json:"unit,omitempty"`
}

// PrintAsked is what was asked to be printed, so that it can be asked again.
type PrintAsked struct {
	Year     int      `json:"year"`
	Unit     UnitID   `json:"unit,omitempty"`
	Level    Level    `json:"level,omitempty"`
	Statuses []Status `json:"statuses,omitempty"`
	Chosen   bool     `json:"chosen,omitempty"` // people were picked one by one: the print's records
	By       []string `json:"by,omitempty"`     // what a statistic is by
}

// Sheets lists the sheets. A print of a version that kept only the code of the
// whole job is taken for one sheet about everybody, which it was for a roster
// and for the form of one person.
func (p *Print) Sheets() []PrintedSheet {
	if len(p.Codes) == 0 {
		return []PrintedSheet{p.sheet(0, p.Code, SheetAbout{People: len(p.Records)})}
	}
	all := make([]PrintedSheet, len(p.Codes))
	for i, code := range p.Codes {
		about := SheetAbout{First: i, People: 1}
		if len(p.About) > 0 {
			about = p.About[i]
		}
		all[i] = p.sheet(i, code, about)
	}
	return all
}

// SheetsOf lists the sheets on which an application stands.
func (p *Print) SheetsOf(id ApplicationID) (its []PrintedSheet) {
	if at := slices.Index(p.Records, id); at >= 0 && len(p.Codes) > at && len(p.About) == 0 {
		return []PrintedSheet{p.sheet(at, p.Codes[at], SheetAbout{First: at, People: 1})}
	}
	for _, s := range p.Sheets() {
		if slices.Contains(s.People, id) {
			its = append(its, s)
		}
	}
	return its
}

// Stamped returns the sheet of the print that came back. Of a print of an older
// version the place of a form is that of its person.
func (p *Print) Stamped(s *StampedSheet) PrintedSheet {
	if len(p.Codes) == 0 && s.People == 1 {
		return p.sheet(s.Sheet, s.Code, SheetAbout{First: s.Sheet, People: 1})
	}
	return p.Sheets()[s.Sheet]
}

func (p *Print) sheet(at int, code string, a SheetAbout) PrintedSheet {
	s := PrintedSheet{Print: p, At: at, Code: code, Unit: a.Unit, People: p.Records[a.First : a.First+a.People]}
	if len(p.Sums) == len(p.Records) {
		s.Sums = p.Sums[a.First : a.First+a.People]
	}
	return s
}

// StampedID names a stamped sheet: paper and 核对码, for printing the same values
// twice gives the same sheet.
type StampedID string

// StampedIDOf is the id of a sheet.
func StampedIDOf(paper, code string) StampedID { return StampedID(paper + "/" + code) }

// StampedSheet is a sheet that came back with its stamp (盖章件已回).
type StampedSheet struct {
	ID     StampedID `json:"id"`
	Year   int       `json:"year"`
	Print  PrintID   `json:"print"`
	Sheet  int       `json:"sheet"` // which of the print's, from 0
	Paper  string    `json:"paper"`
	Code   string    `json:"code"`
	People int       `json:"people"` // how many people stand on it
	At     time.Time `json:"at"`
	By     string    `json:"by"`
	Void   string    `json:"void,omitempty"` // why it does not count; "": it is back
}

// Back reports whether the sheet is back.
func (s *StampedSheet) Back() bool { return s != nil && s.ID != "" && s.Void == "" }

// Dashed writes a 核对码 as papers do: K7M2-9QX4.
func Dashed(code string) string {
	if len(code) != 8 {
		return code
	}
	return code[:4] + "-" + code[4:]
}
