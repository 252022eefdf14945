package results

import (
	"slices"
	"strings"

	"gongkao/data"
)

// CertificateOf returns the certificate in force of an application: one whose
// record stands and that has not been revoked.
func CertificateOf(a *data.Applicant) (data.Certificate, bool) {
	c, ok := issued(a)
	if !ok || Revoked(a, c.Number) {
		return data.Certificate{}, false
	}
	return c, true
}

// issued returns the certificate whose record stands, revoked or not.
func issued(a *data.Applicant) (found data.Certificate, ok bool) {
	for _, c := range a.Ledger.Certificates {
		if c.Void == "" {
			found, ok = c, true
		}
	}
	return found, ok
}

// Issued returns the certificate whose record stands, and whether it has been
// revoked since.
func Issued(a *data.Applicant) (c data.Certificate, revoked, ok bool) {
	c, ok = issued(a)
	return c, ok && Revoked(a, c.Number), ok
}

// Revoked reports whether a certificate of the person has been revoked for a
// violation, which names its number (通知六（三）).
func Revoked(a *data.Applicant, number string) bool {
	for _, v := range a.Dossier.Violations {
		if v.Withdrawn.IsZero() && slices.ContainsFunc(v.Revoked, func(n string) bool { return plain(n) == plain(number) }) {
			return true
		}
	}
	return false
}

// plain gives a number the form in which two spellings compare.
func plain(number string) string { return strings.ToUpper(data.Squeeze(data.Narrow(number))) }

// Series proposes n numbers that follow each other: the first is written once, its
// last digits run on. ok is false when the first has no digits at its end.
func Series(first string, n int) (numbers []string, ok bool) {
	number := data.Squeeze(data.Narrow(first))
	prefix := strings.TrimRight(number, "0123456789")
	counter := []byte(number[len(prefix):])
	if len(counter) == 0 {
		return nil, false
	}
	for range n {
		numbers = append(numbers, prefix+string(counter))
		counter = next(counter)
	}
	return numbers, true
}

// next counts on; what is full grows by a digit: 0999 → 1000, 99 → 100.
func next(counter []byte) []byte {
	counter = slices.Clone(counter)
	for i := len(counter) - 1; i >= 0; i-- {
		if counter[i] != '9' {
			counter[i]++
			return counter
		}
		counter[i] = '0'
	}
	return append([]byte{'1'}, counter...)
}

// NextNumber proposes the number after the last that was given to a level this
// year; "" while none was.
func (b *Books) NextNumber(level data.Level) string {
	var last data.Certificate
	for _, a := range b.everybody() {
		if c, ok := issued(a); ok && a.Application.Level == level && c.ID > last.ID {
			last = c
		}
	}
	if numbers, ok := Series(last.Number, 2); ok {
		return numbers[1]
	}
	return ""
}
