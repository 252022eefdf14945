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
// up what is hashed anyway; or of what the paper itself gathers by hand (who has
// collected, what was found), so that a signed sheet stays good when its
// signatures are entered.
var unhashed = []string{"print.", "page.", "paper.", "row.", "count.", "total.", "sum.", "appraisal.", "career.", "clause.", "original.", "order.", "collected.", "finding."}

// unsummed are likewise values, and a list, that only a print has gathered: what is
// known of an applicant at any time (Sum) is told without them.
var unsummed = []string{"review.", "clauses"}

func beginsOneOf(name string, beginnings []string) bool {
	return slices.ContainsFunc(beginnings, func(b string) bool { return strings.HasPrefix(name, b) })
}

// valuesNamed lists the values a definition prints, in order.
func (d *definition) valuesNamed() (names []string) {
	d.eachWords(func(w words) { names = append(names, w.names()...) })
	for i := range d.Page {
		d.Page[i].eachBox(func(t textBox) {
			if t.Ticked.name != "" {
				names = append(names, t.Ticked.name)
			}
		})
	}
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
	names = slices.DeleteFunc(names, func(n string) bool { return beginsOneOf(n, unhashed) })
	slices.Sort(names)
	return slices.Compact(names)
}

// isCommon tells of values about the sheet as a whole, which are no part of
// anybody's own sum.
func isCommon(name string) bool { return spotValues[name] != nil || name == "job.whose" }

// listsNamed lists the lists a definition repeats rows for, in order.
func (d *definition) listsNamed() (names []string) {
	add := func(name string) {
		if _, known := lists[name]; known && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	for _, p := range d.Page {
		if p.Grid == nil {
			continue
		}
		for _, r := range p.Grid.Row {
			add(r.Each)
		}
	}
	if d.Table != nil {
		add(d.Table.Each)
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
			visit(c.Under)
			for _, t := range c.Tick {
				visit(t.Text)
			}
		}
		if d.Table.Band != nil {
			visit(d.Table.Band.By)
		}
		for _, c := range d.Table.Closing {
			visit(c.Text)
		}
	}
}

func (p *page) eachWords(visit func(words)) { p.eachBox(func(t textBox) { visit(t.Text) }) }

// eachBox visits the boxes of a page but those of lists.
func (p *page) eachBox(visit func(textBox)) {
	for _, t := range p.Text {
		visit(t)
	}
	if p.Grid == nil {
		return
	}
	for _, r := range p.Grid.Row {
		for _, c := range r.Cell {
			visit(c)
		}
	}
}

// canon writes a view's values in one form: name, value, separators no value
// can hold after cleaning.
func (d *definition) canon(b *bytes.Buffer, v *view) { d.write(b, v, nil) }

// summed writes what is known of an applicant at any time.
func (d *definition) summed(b *bytes.Buffer, v *view) { d.write(b, v, unsummed) }

// write writes the values but those whose names begin so.
func (d *definition) write(b *bytes.Buffer, v *view, without []string) {
	names := d.hashed
	if len(without) > 0 {
		names = slices.DeleteFunc(slices.Clone(names), func(n string) bool { return beginsOneOf(n, without) })
	}
	writeValues(b, v, names)
	for _, l := range d.repeated {
		if beginsOneOf(l, without) {
			continue
		}
		for _, item := range lists[l].items(v) {
			v.item = item
			for _, n := range lists[l].values {
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
	if e.Now != nil {
		now := *e
		now.Applicant = e.Now
		e = &now
	}
	v := &view{job: job, paper: d, entry: e}
	if d.Per == perLetter {
		writeValues(&values, v, d.personal)
	} else {
		d.summed(&values, v)
	}
	return brief(values.Bytes())
}

// brief is the beginning of a sum: enough to tell two states of a record apart.
func brief(b []byte) string { return sum(b)[:8] }
