package data

import (
	"fmt"
	"time"
)

// Points are tenths of a point of an examination: 785 is 78.5.
type Points int

// String writes 78.5, and 80 without a fraction.
func (p Points) String() string {
	if p%10 == 0 {
		return fmt.Sprint(int(p / 10))
	}
	return fmt.Sprintf("%d.%d", p/10, p%10)
}

// ScoreID names an entry of a score.
type ScoreID string

// Score is what an application reached in one subject (成绩). An entry that was
// wrong is made void with the reason and stays to be read.
type Score struct {
	ID          ScoreID       `json:"id"`
	Application ApplicationID `json:"application"`
	Subject     string        `json:"subject"` // id of the policy's subject
	Points      Points        `json:"points"`
	Absent      bool          `json:"absent,omitempty"` // 缺考: no points at all
	Batch       BatchID       `json:"batch,omitempty"`
	Void        string        `json:"void,omitempty"` // why it does not count; "": it does
	By          string        `json:"by"`
	At          time.Time     `json:"at"`
}

// Evaluation is the entry of a level 1 application into the 综合评审; its second
// fee is due from then on.
type Evaluation struct {
	ID      ApplicationID `json:"id"`      // one an application
	Entered Date          `json:"entered"` // zero: taken back
	By      string        `json:"by"`
	At      time.Time     `json:"at"`
}

// Admitted reports whether the application has entered the evaluation.
func (e *Evaluation) Admitted() bool { return e != nil && !e.Entered.IsZero() }

// CertificateID names a certificate's record.
type CertificateID string

// Certificate is a certificate that an application earned. Whether it is revoked
// follows from the person's violations, which name its number.
type Certificate struct {
	ID          CertificateID `json:"id"`
	Application ApplicationID `json:"application"`
	Number      string        `json:"number"`
	Issued      Date          `json:"issued"`
	Collected   Date          `json:"collected"` // zero: it lies in the office
	Collector   string        `json:"collector,omitempty"`
	Void        string        `json:"void,omitempty"` // why the record does not count; "": it does
	By          string        `json:"by"`
	At          time.Time     `json:"at"`
}

// Archive is what of an application has been put into the archive (归档).
type Archive struct {
	ID    ApplicationID `json:"id"`              // one an application
	Items []string      `json:"items,omitempty"` // keys of the archive list (assets/results)
	Box   string        `json:"box,omitempty"`   // where it lies
	Filed Date          `json:"filed"`           // zero: not closed yet
	By    string        `json:"by"`
	At    time.Time     `json:"at"`
}
