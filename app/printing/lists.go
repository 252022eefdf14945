package printing

import (
	"gongkao/app/paper"
	"gongkao/app/registration"
	"gongkao/app/results"
	"gongkao/data"
)

// What lists of people say of each beyond his record: certificates and what is in
// the archives.

// whose says whose people a list holds that the office makes for itself.
func whose(d *registration.Desk, q registration.Query) string {
	if q.Unit == "" {
		return "范围：" + scopeWords(d, q)
	}
	if q.Level != 0 {
		return headOf(d, q) + "　" + q.Level.String()
	}
	return headOf(d, q)
}

// adding returns what the paper adds to an entry.
func (k kind) adding(d *registration.Desk) (adding, error) {
	if k.adds == nil {
		return func(*paper.Entry) {}, nil
	}
	return k.adds(d)
}

// certified are those with a certificate that counts.
var certified = &some{"还没有登记证书", func(*registration.Desk) (func(*data.Applicant) bool, error) {
	return func(a *data.Applicant) bool {
		_, ok := results.CertificateOf(a)
		return ok
	}, nil
}}

// archived are those of whom something lies in the archive.
var archived = &some{"还没有登记归档", func(*registration.Desk) (func(*data.Applicant) bool, error) {
	return func(a *data.Applicant) bool {
		filed := a.Ledger.Archive
		return filed != nil && (len(filed.Items) > 0 || !filed.Filed.IsZero())
	}, nil
}}

func addCertificate(*registration.Desk) (adding, error) {
	return func(e *paper.Entry) { e.Certificate, _ = results.CertificateOf(e.Applicant) }, nil
}

// addArchive counts by the list as it is now; what is in an archive and no more on
// the list counts for nothing.
func addArchive(d *registration.Desk) (adding, error) {
	books, err := results.New(d)
	if err != nil {
		return nil, err
	}
	return func(e *paper.Entry) {
		e.Certificate, _ = results.CertificateOf(e.Applicant)
		items, in := books.ArchiveOf(e.Applicant)
		e.Archive = &paper.Archive{Of: len(items)}
		for _, i := range items {
			if in[i.Key] {
				e.Archive.In++
			} else {
				e.Archive.Missing = append(e.Archive.Missing, i.Name)
			}
		}
		if filed := e.Ledger.Archive; filed != nil {
			e.Archive.Box, e.Archive.Filed = filed.Box, filed.Filed
		}
	}, nil
}
