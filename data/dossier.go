package data

import (
	"slices"
	"time"
)

// Dossier is what lies in an application's folder besides the form: the papers
// somebody has seen, what was promised, the public notice, and what the person
// has been found guilty of. It is kept in records of its own; the register
// carries it along, because rules, lists and screens ask for it.
type Dossier struct {
	Documents   []Document
	Commitments []Commitment
	Notice      *PublicNotice // nil: none on record
	Violations  []Violation   // of the person, of every year
}

// Empty reports whether nothing is on record.
func (d *Dossier) Empty() bool {
	return len(d.Documents) == 0 && len(d.Commitments) == 0 && d.Notice == nil && len(d.Violations) == 0
}

// DocumentID names a document of an application: application and slot.
type DocumentID string

// Document is one slot of an application's papers, as far as somebody has said
// anything of it. Which slots an application has stands in the office's matrix
// (app/dossier), not here.
type Document struct {
	ID          DocumentID    `json:"id"`
	Application ApplicationID `json:"application"`
	Slot        string        `json:"slot"` // key of the matrix: certificate, id-card, appraisal-2025 …
	State       DocumentState `json:"state"`
	By          string        `json:"by"`
	At          time.Time     `json:"at"`
	Note        string        `json:"note,omitempty"`
	Scans       []Scan        `json:"scans,omitempty"`
}

// DocumentState says what has been seen of a document.
type DocumentState string

// The states of a document. Not needed, covered by a commitment and scan
// attached follow from other records and are not states of their own.
const (
	DocumentOpen    DocumentState = ""         // nothing yet, or taken back
	DocumentSeen    DocumentState = "original" // 见原件
	DocumentCopy    DocumentState = "copy"     // 有复印件
	DocumentWanting DocumentState = "wanting"  // 缺: looked for and not there
)

var documentStateNames = map[DocumentState]string{DocumentOpen: "未核", DocumentSeen: "见原件", DocumentCopy: "有复印件", DocumentWanting: "缺"}

// String returns the word screens show.
func (s DocumentState) String() string { return documentStateNames[s] }

// Scan is a picture or PDF of a document. The file lies sealed beside the
// database under the hash of its content.
type Scan struct {
	SHA256 string    `json:"sha256"` // of the content as kept, before sealing
	Name   string    `json:"name"`   // of the file it came from
	Type   string    `json:"type"`   // image/jpeg, application/pdf
	Bytes  int       `json:"bytes"`
	Pages  int       `json:"pages"`
	At     time.Time `json:"at"`
	By     string    `json:"by"`
}

// CommitmentID names a commitment.
type CommitmentID string

// Commitment is a promise to bring something by a day (容缺承诺). Whether it has
// lapsed follows from Due and from what was brought; nobody clicks it.
type Commitment struct {
	ID          CommitmentID  `json:"id"`
	Application ApplicationID `json:"application"`
	Years       []int         `json:"years,omitempty"` // appraisals promised
	Slots       []string      `json:"slots,omitempty"` // documents promised besides
	Reason      string        `json:"reason"`
	Consent     bool          `json:"consent"` // the unit has agreed (审核同意)
	Made        Date          `json:"made"`
	Due         Date          `json:"due"`
	Fulfilled   Date          `json:"fulfilled"`      // zero: not yet
	With        string        `json:"with,omitempty"` // what was brought
	Withdrawn   Date          `json:"withdrawn"`      // zero: it stands
	By          string        `json:"by"`
}

// Open reports whether the promise stands and nothing has been brought.
func (c *Commitment) Open() bool { return c.Fulfilled.IsZero() && c.Withdrawn.IsZero() }

// Lapsed reports whether the day has passed with nothing brought.
func (c *Commitment) Lapsed(today Date) bool { return c.Open() && today.After(c.Due) }

// Promises reports whether the commitment speaks of the year's appraisal.
func (c *Commitment) Promises(year int) bool {
	return c.Withdrawn.IsZero() && slices.Contains(c.Years, year)
}

// PublicNotice is the 公示 of an application to level 1.
type PublicNotice struct {
	ID         ApplicationID `json:"id"` // one an application
	From       Date          `json:"from"`
	To         Date          `json:"to"` // the last day
	Place      string        `json:"place"`
	Objections string        `json:"objections"` // "": none raised
	Settled    string        `json:"settled"`    // how objections were settled
	Proof      bool          `json:"proof"`      // 公示证明, stamped, is on file
	By         string        `json:"by"`
}

// Given reports whether a notice is on record at all.
func (n *PublicNotice) Given() bool { return n != nil && !n.From.IsZero() }

// ViolationID names a violation.
type ViolationID string

// Violation is what a person was found to have done (违规), and until when he
// may not apply.
type Violation struct {
	ID        ViolationID `json:"id"`
	Person    PersonID    `json:"person"`
	Found     Date        `json:"found"` // 查实之日
	Until     Date        `json:"until"` // the last day of the ban
	What      string      `json:"what"`
	Basis     string      `json:"basis"`             // 处理依据、文号
	Revoked   []string    `json:"revoked,omitempty"` // numbers of certificates revoked
	Withdrawn Date        `json:"withdrawn"`         // zero: it stands
	By        string      `json:"by"`
}

// Bans reports whether nobody may accept an application of the person on the day.
func (v *Violation) Bans(day Date) bool {
	return v.Withdrawn.IsZero() && !day.Before(v.Found) && !day.After(v.Until)
}

// CustodyID names a slip of originals received or given back.
type CustodyID string

// Custody is one handing over of originals (原件收退): a slip with a signature.
type Custody struct {
	ID    CustodyID     `json:"id"`
	Back  bool          `json:"back"` // given back; else received
	At    time.Time     `json:"at"`
	Unit  UnitID        `json:"unit"`
	Hand  string        `json:"hand"` // who handed them over or took them, and signed
	By    string        `json:"by"`   // the clerk
	Items []CustodyItem `json:"items"`
	Void  string        `json:"void,omitempty"` // why the slip does not count; "": it does
}

// CustodyItem is an original on a slip.
type CustodyItem struct {
	Application ApplicationID `json:"application"`
	Slot        string        `json:"slot"`
	Pieces      int           `json:"pieces"`
}
