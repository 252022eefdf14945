package data

// Ledger is what the year's books say of one application: money, textbooks,
// results. It is kept in records of its own; the register carries it along, so
// that every list and every total is summed from the same people.
type Ledger struct {
	Payments     []Payment // void ones too, oldest first
	Slip         *PaymentSlip
	Orders       []BookOrder // of the person's own; void ones too
	Scores       []Score     // void ones too
	Evaluation   *Evaluation
	Certificates []Certificate // void ones too
	Archive      *Archive
}

// Empty reports whether nothing is on record.
func (l *Ledger) Empty() bool {
	return len(l.Payments)+len(l.Orders)+len(l.Scores)+len(l.Certificates) == 0 && l.Slip == nil && l.Evaluation == nil && l.Archive == nil
}
