package data

import "time"

// PaymentID names an entry of money paid.
type PaymentID string

// Payment is money that one application has paid at one step (缴费), as the web
// site or the bank reports it. The notice pays nothing back: an entry that was
// wrong is made void with the reason and stays to be read.
type Payment struct {
	ID          PaymentID     `json:"id"`
	Application ApplicationID `json:"application"`
	Step        int           `json:"step"` // 1; level 1 pays a second time on entering evaluation
	Fen         Fen           `json:"fen"`
	Paid        Date          `json:"paid"`
	Reference   string        `json:"reference,omitempty"` // 流水号 of the site or bank
	Batch       BatchID       `json:"batch,omitempty"`     // the sheet it came with; "": typed
	Void        string        `json:"void,omitempty"`      // why it does not count; "": it does
	By          string        `json:"by"`
	At          time.Time     `json:"at"`
}

// PaymentSlip is the 缴费前信息确认单 of an application: printed before paying,
// because no fee is ever paid back, and returned with the person's signature.
type PaymentSlip struct {
	ID     ApplicationID `json:"id"` // one an application
	Signed Date          `json:"signed"`
	By     string        `json:"by"`
	At     time.Time     `json:"at"`
}

// Returned reports whether the signed slip is on file.
func (s *PaymentSlip) Returned() bool { return s != nil && !s.Signed.IsZero() }
