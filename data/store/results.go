package store

import (
	"time"

	"gongkao/data"
)

var scores = &table[data.Score]{kind: data.KindScore, name: "scores", columns: []column[data.Score]{
	text("id", func(s *data.Score) *data.ScoreID { return &s.ID }),
	text("application", func(s *data.Score) *data.ApplicationID { return &s.Application }),
	word("subject", func(s *data.Score) *string { return &s.Subject }),
	number("points", func(s *data.Score) *data.Points { return &s.Points }),
	yesNo("absent", func(s *data.Score) *bool { return &s.Absent }),
	reference("batch", func(s *data.Score) *data.BatchID { return &s.Batch }),
	word("clerk", func(s *data.Score) *string { return &s.By }),
	moment("at", func(s *data.Score) *time.Time { return &s.At }),
	sealedTexts(data.KindScore, func(s *data.Score) string { return string(s.ID) },
		func(s *data.Score) []*string { return []*string{&s.Void} }),
}}

var evaluations = &table[data.Evaluation]{kind: data.KindEvaluation, name: "evaluations", columns: []column[data.Evaluation]{
	text("id", func(e *data.Evaluation) *data.ApplicationID { return &e.ID }),
	day("entered", func(e *data.Evaluation) *data.Date { return &e.Entered }),
	word("clerk", func(e *data.Evaluation) *string { return &e.By }),
	moment("at", func(e *data.Evaluation) *time.Time { return &e.At }),
}}

var certificates = &table[data.Certificate]{kind: data.KindCertificate, name: "certificates", columns: []column[data.Certificate]{
	text("id", func(c *data.Certificate) *data.CertificateID { return &c.ID }),
	text("application", func(c *data.Certificate) *data.ApplicationID { return &c.Application }),
	day("issued", func(c *data.Certificate) *data.Date { return &c.Issued }),
	day("collected", func(c *data.Certificate) *data.Date { return &c.Collected }),
	sealedJSON(data.KindCertificate, func(c *data.Certificate) string { return string(c.ID) }),
}}

var archives = &table[data.Archive]{kind: data.KindArchive, name: "archives", columns: []column[data.Archive]{
	text("id", func(a *data.Archive) *data.ApplicationID { return &a.ID }),
	jsonText("items", func(a *data.Archive) *[]string { return &a.Items }),
	text("box", func(a *data.Archive) *string { return &a.Box }),
	day("filed", func(a *data.Archive) *data.Date { return &a.Filed }),
	word("clerk", func(a *data.Archive) *string { return &a.By }),
	moment("at", func(a *data.Archive) *time.Time { return &a.At }),
}}

// PutScore writes an entry of a score.
func (tx *Tx) PutScore(s data.Score) error { return put(tx, scores, s) }

// PutEvaluation writes whether an application has entered the evaluation.
func (tx *Tx) PutEvaluation(e data.Evaluation) error { return put(tx, evaluations, e) }

// PutCertificate writes a certificate.
func (tx *Tx) PutCertificate(c data.Certificate) error { return put(tx, certificates, c) }

// PutArchive writes what of an application is in the archive.
func (tx *Tx) PutArchive(a data.Archive) error { return put(tx, archives, a) }

// Certificates returns the certificates of every year, oldest first: their numbers
// are given once.
func (r *Reader) Certificates() ([]data.Certificate, error) {
	return all(r, certificates, "ORDER BY id")
}
