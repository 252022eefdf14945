package paper

import (
	"cmp"
	"fmt"
	"strings"

	"gongkao/data"
)

// issueValues tell of a certificate and of who has collected it.
var issueValues = map[string]func(*view) string{
	"certificate.number": func(v *view) string { return v.entry.Certificate.Number },
	"collected.by":       collectedBy,
	"collected.on":       func(v *view) string { return v.entry.Certificate.Collected.String() },
}

// collectedBy stands where others sign, so that nobody signs twice. It begins with
// 已领, so that a printed name is not taken for a signature.
func collectedBy(v *view) string {
	c := &v.entry.Certificate
	if c.Collected.IsZero() {
		return ""
	}
	return "已领：" + c.Collector
}

// collectedWords say how many certificates were collected before; "" while none
// was, as on the day on which all of them are handed out.
func collectedWords(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("此前已领 %d 本，", n)
}

// Archive is what is in somebody's archive.
type Archive struct {
	In, Of  int       // so many of so many
	Missing []string  // what of it is not there, by name
	Box     string    // where it lies
	Filed   data.Date // the day on which it was closed; zero: it is open
}

// archiveValues tell of it.
var archiveValues = map[string]func(*view) string{
	"archive.contents":    archived(contents),
	"archive.box":         archived(func(a *Archive) string { return a.Box }),
	"archive.filed":       archived(func(a *Archive) string { return a.Filed.String() }),
	"archive.certificate": archiveCertificate,
}

// archived asks an archive.
func archived(tell func(*Archive) string) func(*view) string {
	return told(func(v *view) *Archive { return v.entry.Archive }, tell)
}

// contents is how many of how many are there, and what is not, by name.
func contents(a *Archive) string {
	if len(a.Missing) == 0 {
		return fmt.Sprintf("%d/%d　齐全", a.In, a.Of)
	}
	return fmt.Sprintf("%d/%d　缺 %d 件：\n%s", a.In, a.Of, len(a.Missing), strings.Join(a.Missing, "、"))
}

// archiveCertificate is the number of somebody's certificate; — when he has none.
func archiveCertificate(v *view) string {
	if v.entry.Archive == nil {
		return ""
	}
	return cmp.Or(v.entry.Certificate.Number, none)
}
