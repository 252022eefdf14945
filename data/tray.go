package data

import (
	"strconv"
	"time"
)

// BatchID names an import.
type BatchID string

// Batch is one import of one or more files. The rows that could not enter
// wait in its tray, as they were written.
type Batch struct {
	ID       BatchID      `json:"id"`
	Kind     string       `json:"kind"` // people, units, payments, scores, textbooks, year
	At       time.Time    `json:"at"`
	Files    []BatchFile  `json:"files"`
	Accepted int          `json:"accepted"` // rows that entered at once; what is mended later is a TrayAnswer
	Waiting  int          `json:"waiting"`  // rows of Tray that nobody has settled yet, as counted when it is read
	Tray     []WaitingRow `json:"tray,omitempty"`
	Sheets   []BatchSheet `json:"sheets,omitempty"` // none in batches of older versions
	Void     string       `json:"void,omitempty"`   // why it was taken back; "": it stands
}

// BatchFile is a file of an import, known again by its hash.
type BatchFile struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
}

// BatchSheet is how a sheet of an import was understood.
type BatchSheet struct {
	File      string        `json:"file"`
	Sheet     string        `json:"sheet"`
	Kind      string        `json:"kind"`
	HeaderRow int           `json:"header_row"` // last row of the header
	Layout    string        `json:"layout"`     // names the SheetLayout of its head
	Columns   []SheetColumn `json:"columns"`    // that have a head, from the left
	Accepted  int           `json:"accepted"`
	Skipped   []SkippedRow  `json:"skipped,omitempty"`
	Notes     []string      `json:"notes,omitempty"` // what else is to be said: 第 3、5 行是隐藏的，也读了
}

// SheetColumn is a column of a sheet and the field that was read from it.
type SheetColumn struct {
	Column string `json:"column"` // E
	Head   string `json:"head"`   // as the sender wrote it, without line breaks
	Field  string `json:"field"`  // field key, appraisals.2025; "" where nothing claims it, "-" where it is left alone (序号)
}

// SkippedRow is a row that is nobody: a title, a note, a sum, a signature.
type SkippedRow struct {
	Row  int    `json:"row"`
	Why  string `json:"why"`  // 标题, 合计, 说明, 签字, 单位行, 空行, 重复的表头
	Text string `json:"text"` // what it begins with
}

// SheetLayout is what a clerk said of the columns of a sender's sheets. It is
// asked for by the head, so that the next sheet with the same head is read alike;
// likewise what he said of a template of the office's own, whose ids begin otherwise.
type SheetLayout struct {
	ID      string            `json:"id"`
	File    string            `json:"file"` // in which it was met
	At      time.Time         `json:"at"`
	By      string            `json:"by"`
	Columns map[string]string `json:"columns"`            // column letters → field key, "-" to leave alone; those not named are told by their heads
	HeadRow int               `json:"head_row,omitempty"` // of a template of the office's own; 0: it is found
}

// SentFile is a file of a sender, kept while rows of it wait so that it can be
// given back with marks.
type SentFile struct {
	SHA256  string `json:"sha256"`
	Name    string `json:"name"`
	Content []byte `json:"content,omitempty"` // empty: no longer kept
}

// WaitingRow is a row of a sheet that waits to be mended, kept whole as it was
// written. It is never changed; what becomes of it is its TrayAnswer.
type WaitingRow struct {
	File     string            `json:"file"`
	Sheet    string            `json:"sheet"`
	Row      int               `json:"row"`
	Texts    map[string]string `json:"texts"`             // as written, by field key; years as appraisals.2025
	Other    map[string]string `json:"other,omitempty"`   // as written, by head, of columns nobody knows
	Cells    map[string]string `json:"cells,omitempty"`   // addresses by field key: E42; none in batches of older versions
	Numbers  []string          `json:"numbers,omitempty"` // keys of the cells that held a number: 2001.1 typed as text is January
	Problems []string          `json:"problems"`
}

// TrayRowID names a row of a tray: the batch and the place in it.
type TrayRowID string

// TrayRow is the name of the row at a place of a batch's tray.
func TrayRow(batch BatchID, place int) TrayRowID {
	return TrayRowID(string(batch) + "/" + strconv.Itoa(place))
}

// TrayState says what became of a waiting row.
type TrayState string

// The states of a row.
const (
	TrayOpen     TrayState = ""        // still to be settled, mended or not
	TrayEntered  TrayState = "entered" // it is in
	TraySentBack TrayState = "sent"    // the sender has to mend it
	TrayDropped  TrayState = "dropped" // it is not to enter: the same person stands elsewhere
)

// TrayAnswer is what a clerk has said of a waiting row.
type TrayAnswer struct {
	ID          TrayRowID         `json:"id"`
	Batch       BatchID           `json:"batch"`
	Row         int               `json:"row"` // place in Batch.Tray, from 0
	At          time.Time         `json:"at"`
	By          string            `json:"by"`
	Texts       map[string]string `json:"texts,omitempty"` // what counts instead of what was written, by field key
	State       TrayState         `json:"state,omitempty"`
	Why         string            `json:"why,omitempty"`         // of a row sent back or dropped
	Application ApplicationID     `json:"application,omitempty"` // what a person's row became
}
