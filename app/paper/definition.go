package paper

import "gongkao/app/paper/pdf"

// definition is a paper as its file describes it. All lengths are millimetres
// from the upper left corner of the sheet.
type definition struct {
	ID           string `toml:"-"` // the folder's name
	Name         string
	Short        string  // how the desk calls it; "": by its name
	Kind         string  // three capitals, first part of the QR code's content
	Per          subject // what one set of pages is about
	Landscape    bool
	Duplex       bool // two-sided: each set of pages fills whole sheets of paper
	Left, Right  float64
	Outline      words // title of an outline entry: per form, or per band of a table
	Type         map[string]typeRow
	Page         []page
	Continuation *page // what does not fit a form goes on here
	Blank        *page // back of a last odd page
	Table        *table
	Letter       *letter

	Each string // a list of which one sheet holds no more than Most items: the pages
	Most int    // come again for the others

	text     string   // of its file
	hashed   []string // values that make its hash, in order
	itemised []string // likewise, of each item of a letter
	personal []string // of them, those of the person
	common   []string // likewise, of the job as a whole
	repeated []string // lists, likewise
	styles   map[string]pdf.Style
}

// subject is what one set of pages is about.
type subject string

const (
	perEntry         subject = "entry"
	perAdministrator subject = "administrator"
	perJob           subject = "job"
	perTable         subject = "table"
	perLetter        subject = "letter"
	perSlip          subject = "slip"
	perChange        subject = "change"
	perItem          subject = "" // a row of a letter
)

// typeRow is a named kind of type. Face is Song, Bold, Hei, Fang or Kai; Leading
// is the distance of lines in em; Least 0 never shrinks.
type typeRow struct {
	Face                 string
	Size, Least, Leading float64
}

// page is what stands on one side of paper. The pages of a form are its sides
// in order; those of a table are furniture for the pages On names, whose grid may
// stand above the table or, After, below it.
type page struct {
	On    string // of a table: every, first, rest (all but the first), inner (all but the last), last
	After bool   // of a table: y counts from the lower edge of the table
	Foot  words  // first line of the foot when it is not the paper's name
	Text  []textBox
	Line  []ruleLine
	Photo []photoPlace
	Seal  []sealPlace
	Sign  []signLine
	Date  []handDate
	Grid  *grid

	Same  bool    // of a form: it stands on the side of the page before; with a foot of its own it is a part to be torn off
	FootY float64 `toml:"foot-y"` // of the foot's rule; 0: at the lower edge
	MarkY float64 `toml:"mark-y"` // of a practice county's mark; 0: at the upper edge
}

// textBox is words in a box.
type textBox struct {
	X, Y, W, H   float64
	Text         words
	Type         string  // kind of type; "": value
	Align        string  // left, right, justify, label; "": centre
	Valign       string  // top: the first line begins at the top; "": middle
	Fit          string  // line, wrap, name; "": shrink, then wrap
	Tick         bool    // a box to tick by hand stands before the words, or alone
	Indent, Hang float64 // em
	When         condition
	Over         string // label under which it goes on on the continuation sheet

	Ticked condition // a box like that of Tick, ticked where this holds
}

// ruleLine is a line of the drawing.
type ruleLine struct {
	From, To [2]float64
	Width    float64
	Dash     [2]float64 // of ink and gap; none: solid
}

// photoPlace is where a photo goes; the words stand there when there is none.
type photoPlace struct {
	X, Y, W, H float64
	Text       words
	Type       string
}

// sealPlace is the square around a seal of Ø 42 mm that must stay free. Over
// says that the seal is meant to reach over the words below it.
type sealPlace struct {
	X, Y float64
	Text words
	Over bool
}

// signLine is a label at X and a rule of the length Rule from At, to be signed
// by hand; Y is the middle of the line.
type signLine struct {
	X, Y, At, Rule float64
	Label          words
	Type           string
}

// handDate is 年 月 日 with room to write, W wide; Y is the middle of the line.
type handDate struct {
	X, Y, W float64
	Year    float64 // room before 年; 0: 11.5
	Gap     float64 // before 月 and 日; 0: 7.5
	Type    string
}

// grid is a ruled block of rows with a frame.
type grid struct {
	X, W, Y, Bottom float64
	Frame           float64
	Row             []gridRow
}

// gridRow is one row of cells, or (Each) bands of strips for a list: Across
// items side by side at Pitch, at least Least and at most Most bands, or (Fill)
// as many as the grid has room for.
type gridRow struct {
	H      float64
	Rule   float64 // above it; 0: 0.25
	When   condition
	Cell   []textBox
	Each   string
	Across int
	Pitch  float64
	Least  int
	Most   int
	Fill   bool
	Latest bool // when there are more than Most bands hold, the last items stay
	Label  *textBox
	Over   string
	Head   *strip
	Strip  []strip

	Blank words // in the second cell of the first place left empty, so that nobody adds an item
}

// strip is one line of cells.
type strip struct {
	H    float64
	Cell []textBox
}

// table is many records over many pages: entries (applicants), lines (counts) or
// the items of a list of the one whom the paper is about.
type table struct {
	Each      string
	X, Y      float64
	Bottom    float64 // how far it may reach down
	Last      float64 // likewise, on the last page
	Head, Row float64 // heights
	Frame     float64
	Pad       float64 // at the rule beside which words stand; 0: 0.4
	Blank     words   // in an empty row after the last record, so that nobody adds one
	ByHand    int     `toml:"by-hand"` // empty rows of the sheet that is printed when there is nobody; 0: there is none
	Over      *band   // over the bands, where its By says something
	Band      *band
	Page      *countRow
	Total     *countRow
	Closing   []closingRow // under the total
	Column    []column

	Least float64 // height of a row where all of them stand on one page by it; 0: never lower than Row
}

// band opens each run of records that agree in By; a run without By has none.
// Span is as of a countRow.
type band struct {
	By, Text, Again words
	Under           words // instead of Text where a band stands over it
	ByHand          words `toml:"by-hand"` // on a sheet to be filled in by hand; "": there it has none
	H               float64
	Type            string
	Span            int
}

// countRow closes a page or the table. With Span its words stand over so many
// columns, and under the others what their Sum says; without it, over all.
type countRow struct {
	H    float64
	Text words
	Type string
	Span int
	Many bool // only when the table has several pages
}

// closingRow is a label and words under the total.
type closingRow struct {
	H, W      float64 // W: of the label
	Label     words
	LabelType string `toml:"label-type"`
	Text      words
	Type      string
}

// column is one column of a table. Below is the label under which a text too
// long for its cell is printed in full across the table under its row.
type column struct {
	Head  words
	Group words // head over this and the next columns of the same group
	W     float64
	Text  words
	Sum   words // in rows of counts with a span
	Bar   bool  // a bar as long as the line's part of the longest, instead of words
	Type  string
	Align string
	Fit   string
	Rule  float64 // before it; 0: 0.25
	Below string

	Under     words  // a second text in the cell, under the first
	UnderType string `toml:"under-type"`

	Tick []tickBox // instead of words
	Hand string    // what is written into it by hand: signature, date, words
}

// tickBox is a box to be ticked by hand with the words behind it, ticked already
// where Ticked says something. The boxes of a cell stand one above the other.
type tickBox struct {
	Text   words
	Ticked condition
}

// house is the style all papers share.
type house struct {
	Type     map[string]typeRow
	Foot     footStyle
	Practice practiceMark
}

// footStyle is the foot of every page.
type footStyle struct {
	Portrait, Landscape float64 // y of its rule
	Rule, QR, Quiet     float64
	Middles             []float64 // of its lines, below the rule
	CountRoom           float64   `toml:"count-room"`
	Lines               []words
	Count               words
}

// practiceMark keeps anybody from stamping a sheet of an invented county.
type practiceMark struct {
	Text    words
	Y, W, H float64
	Frame   float64
}
