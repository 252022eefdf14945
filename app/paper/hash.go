package paper

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
)

// A sheet's code and hash are over the values printed on it and nothing else:
// not the clock, the clerk or the page, so that printing the same record twice
// gives the same code and a changed record another one.

// unhashed are the beginnings of names that tell of the printing, or only sum
// up what is hashed anyway.
var unhashed = []string{"print.", "page.", "paper.", "row.", "count.", "total.", "sum.", "appraisal.", "career."}

// valuesNamed lists the values a definition prints, in order.
func (d *definition) valuesNamed() (names []string) {
	d.eachWords(func(w words) { names = append(names, w.names()...) })
	return hashable(names)
}

// itemNames lists the values a definition prints of each item of a letter.
func (d *definition) itemNames() (names []string) {
	if d.Letter == nil || d.Letter.Table == nil {
		return nil
	}
	for _, c := range d.Letter.Table.Column {
		names = append(names, c.Text.names()...)
	}
	return hashable(names)
}

// hashable are the names that count for a hash, each once and in order.
func hashable(names []string) []string {
	names = slices.DeleteFunc(names, func(n string) bool {
		return slices.ContainsFunc(unhashed, func(p string) bool { return strings.HasPrefix(n, p) })
	})
	slices.Sort(names)
	return slices.Compact(names)
}

// listsNamed lists the lists a definition repeats rows for, in order.
func (d *definition) listsNamed() (names []string) {
	for _, p := range d.Page {
		if p.Grid == nil {
			continue
		}
		for _, r := range p.Grid.Row {
			if r.Each != "" {
				names = append(names, r.Each)
			}
		}
	}
	return names
}

// eachWords visits all words of the definition that print about the subject.
func (d *definition) eachWords(visit func(words)) {
	for i := range d.Page {
		d.Page[i].eachWords(visit)
	}
	if d.Letter != nil {
		d.Letter.eachWords(visit)
	}
	if d.Table != nil {
		for _, c := range d.Table.Column {
			visit(c.Text)
		}
		if d.Table.Band != nil {
			visit(d.Table.Band.By)
		}
		for _, c := range d.Table.Closing {
			visit(c.Text)
		}
	}
}

func (p *page) eachWords(visit func(words)) {
	for _, t := range p.Text {
		visit(t.Text)
	}
	if p.Grid == nil {
		return
	}
	for _, r := range p.Grid.Row {
		for _, c := range r.Cell {
			visit(c.Text)
		}
	}
}

// canon writes a view's values in one form: name, value, separators no value
// can hold after cleaning.
func (d *definition) canon(b *bytes.Buffer, v *view) {
	writeValues(b, v, d.hashed)
	for _, l := range d.repeated {
		for _, item := range lists[l](v) {
			v.item = item
			for _, n := range []string{"appraisal.year", "appraisal.grade", "career.span", "career.where", "career.as"} {
				b.WriteString(values[n](v))
				b.WriteByte(0x1F)
			}
			b.WriteByte(0x1E)
		}
		v.item = listItem{}
	}
	b.WriteByte(0x1D)
}

// writeValues writes names and values.
func writeValues(b *bytes.Buffer, v *view, names []string) {
	for _, n := range names {
		b.WriteString(n)
		b.WriteByte(0x1F)
		b.WriteString(values[n](v))
		b.WriteByte(0x1E)
	}
}

func sum(b []byte) string {
	h := sha256.Sum256(b)
	return hex.EncodeToString(h[:])
}

// Sum is a short sum over the values that a paper prints of one entry: another
// one means that what was printed is no longer what is on record. Photos are left
// out, a list of many people does not carry them; of a letter it is what the table
// says of the person himself. "" for a paper that there is not.
func (p *Papers) Sum(job *Job, e *Entry) string {
	d := p.papers[job.Paper]
	if d == nil {
		return ""
	}
	var values bytes.Buffer
	v := &view{job: job, paper: d, entry: e}
	if d.Per == perLetter {
		writeValues(&values, v, d.personal)
	} else {
		d.canon(&values, v)
	}
	return brief(values.Bytes())
}

// brief is the beginning of a sum: enough to tell two states of a record apart.
func brief(b []byte) string { return sum(b)[:8] }
