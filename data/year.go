package data

import "time"

// ConfirmationID names a yearly confirmation.
type ConfirmationID string

// UnitConfirmation says that a supervising unit has checked its name and those of
// its units for a year (notice, 四（一）).
type UnitConfirmation struct {
	ID        ConfirmationID `json:"id"`
	Year      int            `json:"year"`
	Unit      UnitID         `json:"unit"` // the supervising unit
	On        Date           `json:"on"`
	Who       string         `json:"who"` // who at the unit confirmed it
	Withdrawn string         `json:"withdrawn,omitempty"`
	By        string         `json:"by"`
	At        time.Time      `json:"at"`
}

// UnitChangeID names a change of a unit.
type UnitChangeID string

// UnitChange is a unit made, renamed or merged into another (单位信息变更), with
// what it rests on.
type UnitChange struct {
	ID      UnitChangeID   `json:"id"`
	Year    int            `json:"year"`
	Kind    UnitChangeKind `json:"kind"`
	Unit    UnitID         `json:"unit"`
	Into    UnitID         `json:"into,omitempty"` // of a merger
	Old     string         `json:"old,omitempty"`  // name before; "" of a new unit
	New     string         `json:"new"`            // name after, or of the unit merged into
	Basis   string         `json:"basis"`          // 依据: document and number
	Contact string         `json:"contact,omitempty"`
	On      Date           `json:"on"`
	Moved   int            `json:"moved,omitempty"` // people of the year who went along
	By      string         `json:"by"`
	At      time.Time      `json:"at"`

	People    []ApplicationID `json:"people,omitempty"`    // who went along
	Below     []UnitID        `json:"below,omitempty"`     // units that the merged one had supervised
	Withdrawn string          `json:"withdrawn,omitempty"` // why it was taken back; "": it stands
}

// UnitChangeKind is one of three.
type UnitChangeKind string

// The kinds of changes, the words themselves.
const (
	UnitNew     UnitChangeKind = "新增"
	UnitRenamed UnitChangeKind = "更名"
	UnitMerged  UnitChangeKind = "撤并"
)

// AdministratorForm is how far the 登记表 of an account administrator has come:
// returned with the stamp, account handed out. Passwords are not kept.
type AdministratorForm struct {
	ID       string    `json:"id"` // year and administrator
	Year     int       `json:"year"`
	Unit     UnitID    `json:"unit"`
	Holder   string    `json:"holder"`   // whom the form names; another one needs a new form
	Returned Date      `json:"returned"` // with the stamp; zero: not yet
	Account  Date      `json:"account"`  // handed out; zero: not yet
	Hand     string    `json:"hand,omitempty"`
	By       string    `json:"by"`
	At       time.Time `json:"at"`
}

// YearOpening is the act of opening a year from the one before it.
type YearOpening struct {
	ID        string    `json:"id"` // UUIDv7; a year taken back may be opened again
	Year      int       `json:"year"`
	From      int       `json:"from"`
	Closed    string    `json:"closed"` // hash of the policy by which From ended
	Batch     BatchID   `json:"batch"`  // names the applications that were carried over
	People    int       `json:"people"`
	Units     int       `json:"units"`
	Left      []Left    `json:"left,omitempty"`
	Promoted  []Rise    `json:"promoted,omitempty"`  // who stands at a new level by last year's certificate
	Owed      []Left    `json:"owed,omitempty"`      // who came over and might have risen, and why not
	Withdrawn string    `json:"withdrawn,omitempty"` // why it was taken back; "": it stands
	By        string    `json:"by"`
	At        time.Time `json:"at"`
}

// Left is somebody who was not carried over, and why.
type Left struct {
	Person PersonID `json:"person"`
	Why    string   `json:"why"`
}

// Rise is somebody who begins the new year at a higher level.
type Rise struct {
	Person PersonID `json:"person"`
	From   Level    `json:"from"` // 0: none held
	To     Level    `json:"to"`
}
