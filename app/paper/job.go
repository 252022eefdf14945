package paper

import (
	"time"

	"gongkao/data"
)

// Job says what to print: which paper, about whom, for which office.
type Job struct {
	Paper  string      // administrator-form, registration, roster
	Office data.Office // a practice county says 演练 on every page
	Year   int         // the policy year; 0: the office's
	Unit   string      // the supervising unit a roster is for; "": the whole county
	Scope  string      // the scope in words, for the file's title; may be ""
	Whose  string      // at the head of a list the office itself makes: 主管部门：…
	By     string      // the clerk
	Now    time.Time

	AuditHead string // 16 hex digits of the audit chain's head
	// Code returns the check code (核对码, 8 characters) of the values printed.
	Code func(paper string, values []byte) string

	Order  string // what the bands over those of the units are by: level, trade; "": there are none
	ByHand bool   // nobody is there yet: a sheet of empty rows to be filled in by hand
	Spot   *Spot  // spot-check

	Entries        []Entry              // registration, roster: in the order of printing
	Administrators []AdministratorEntry // administrator-form
	Tables         []Table              // summary, textbooks, statistics
	Letters        []Letter             // letters about several people
	Slips          []Slip               // custody-slip
	Changes        []Change             // unit-change

	// Going is told after each form how many are laid out; an error from it ends
	// the work. nil: nobody wants to know.
	Going func(done, total int) error
}

func (j *Job) going(done, total int) error {
	if j.Going == nil {
		return nil
	}
	return j.Going(done, total)
}

// Entry is one applicant with what rules have found out about him.
type Entry struct {
	*data.Applicant
	RetirementMonth data.Month
	AgeThisYear     bool    // reaches the retirement age within the year
	CommitmentNote  string  // what is owed and until when, without brackets
	Photo           []byte  // JPEG, PNG or GIF; nil: the person's own
	Fee             Fee     // payment-slip
	Promise         Promise // commitment
	Review          *Review // review-sheet

	Certificate data.Certificate // in force, of those who have one
	Archive     *Archive         // archive
	Spotted     *Spotted         // spot-check
	Now         *data.Applicant  // as known now, where the paper tells of him as he was; nil: the same
}

// Fee is what an applicant is to pay now.
type Fee struct {
	Step      int // 2: on entering the evaluation
	Fen       data.Fen
	Later     data.Fen // what a later step will take; 0: there is none
	Collector string   // who collects it, "" when the notice does not say
}

// AdministratorEntry is one account administrator and the full name of his
// unit.
type AdministratorEntry struct {
	data.Administrator
	Unit string
}

// Printed is the report of a print.
type Printed struct {
	Pages    int
	Records  int
	Code     string   // check code of the whole job, 8 characters
	Hash     string   // sha256 (hex) over the values printed
	Sums     []string // of each entry, see Sum
	Sheets   []PrintedSheet
	Warnings []Warning
	Notes    []string // of the machine, about the paper as a whole: a face it lacks
}

// PrintedSheet is one set of pages that belongs together: a form, or a whole
// roster.
type PrintedSheet struct {
	Title    string        // what it is about, as the outline has it
	IDNumber data.IDNumber // of the person, "" for a roster
	Code     string        // check code printed on it
	Hash     string        // sha256 (hex) over its values
	Pages    int
}

// Warning is something the clerk should look at before the stamp.
type Warning struct {
	Code     string
	IDNumber string
	Message  string
}

// Shrunk is how the message of TextShrunk ends.
const Shrunk = "字数较多，已用小号字打印"

// Codes of warnings.
const (
	GlyphMissing  = "glyph-missing"  // a character no font has was printed as 〓
	TextShrunk    = "text-shrunk"    // a value was set smaller than usual
	TextContinued = "text-continued" // a value goes on on the continuation sheet
	TextCut       = "text-cut"       // a value does not fit its place at all
	PhotoBad      = "photo-bad"      // the photo cannot be printed
	PhotoMissing  = "photo-missing"  // there is no photo
	NobodyYet     = "nobody-yet"     // there is nobody yet: it is an empty sheet
)
