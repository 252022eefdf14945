package store

import (
	"time"

	"gongkao/data"
)

var reviews = &table[data.Review]{kind: data.KindReview, name: "reviews", columns: []column[data.Review]{
	text("id", func(r *data.Review) *data.ApplicationID { return &r.ID }),
	sealedJSON(data.KindReview, func(r *data.Review) string { return string(r.ID) }),
}}

var spotChecks = &table[data.SpotCheck]{kind: data.KindSpotCheck, name: "spot_checks", columns: []column[data.SpotCheck]{
	text("id", func(s *data.SpotCheck) *data.SpotCheckID { return &s.ID }),
	number("year", func(s *data.SpotCheck) *int { return &s.Year }),
	sealedJSON(data.KindSpotCheck, func(s *data.SpotCheck) string { return string(s.ID) }),
}}

var policyFiles = &table[data.PolicyFile]{kind: data.KindPolicyFile, name: "policy_files", columns: []column[data.PolicyFile]{
	text("id", func(p *data.PolicyFile) *string { return &p.ID }),
	number("year", func(p *data.PolicyFile) *int { return &p.Year }),
	text("content", func(p *data.PolicyFile) *string { return &p.Text }),
	moment("in_force", func(p *data.PolicyFile) *time.Time { return &p.From }),
	word("clerk", func(p *data.PolicyFile) *string { return &p.By }),
}}

var policyChanges = &table[data.PolicyChange]{kind: data.KindPolicyChange, name: "policy_changes", columns: []column[data.PolicyChange]{
	text("id", func(p *data.PolicyChange) *data.PolicyChangeID { return &p.ID }),
	number("year", func(p *data.PolicyChange) *int { return &p.Year }),
	text("policy_row", func(p *data.PolicyChange) *string { return &p.Row }),
	text("what", func(p *data.PolicyChange) *string { return &p.What }),
	text("basis", func(p *data.PolicyChange) *string { return &p.Basis }),
	text("was", func(p *data.PolicyChange) *string { return &p.Before }),
	text("became", func(p *data.PolicyChange) *string { return &p.After }),
	text("file", func(p *data.PolicyChange) *string { return &p.File }),
	moment("at", func(p *data.PolicyChange) *time.Time { return &p.At }),
	word("clerk", func(p *data.PolicyChange) *string { return &p.By }),
}}

// Review returns how far the review of an application has come; the zero Review
// before anybody began.
func (r *Reader) Review(id data.ApplicationID) (data.Review, error) {
	review, _, err := one(r, reviews, "WHERE id = ?", string(id))
	return review, err
}

// Reviews returns all reviews begun, by application.
func (r *Reader) Reviews() (map[data.ApplicationID]data.Review, error) {
	begun := map[data.ApplicationID]data.Review{}
	err := eachOf(r, reviews, func(v data.Review) { begun[v.ID] = v })
	return begun, err
}

// PutReview writes how far a review has come.
func (tx *Tx) PutReview(r data.Review) error { return put(tx, reviews, r) }

// SpotChecks returns the spot checks of a year, oldest first.
func (r *Reader) SpotChecks(year int) ([]data.SpotCheck, error) {
	return all(r, spotChecks, "WHERE year = ? ORDER BY id", year)
}

// PutSpotCheck writes a spot check.
func (tx *Tx) PutSpotCheck(s data.SpotCheck) error { return put(tx, spotChecks, s) }

// PolicyFile returns the policy file of a hash.
func (r *Reader) PolicyFile(hash string) (p data.PolicyFile, found bool, err error) {
	return one(r, policyFiles, "WHERE id = ?", hash)
}

// KeptPolicy returns the newest text that was kept of a year's policy.
func (r *Reader) KeptPolicy(year int) (p data.PolicyFile, found bool, err error) {
	return one(r, policyFiles, "WHERE year = ? ORDER BY in_force DESC, rowid DESC LIMIT 1", year)
}

// PutPolicyFile keeps the text of a policy file.
func (tx *Tx) PutPolicyFile(p data.PolicyFile) error { return put(tx, policyFiles, p) }

// PolicyChanges returns the changes of a year's policy, oldest first.
func (r *Reader) PolicyChanges(year int) ([]data.PolicyChange, error) {
	return all(r, policyChanges, "WHERE year = ? ORDER BY id", year)
}

// PutPolicyChange writes a change of the policy.
func (tx *Tx) PutPolicyChange(p data.PolicyChange) error { return put(tx, policyChanges, p) }
