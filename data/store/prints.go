package store

import (
	"strings"
	"time"
	"unicode/utf8"

	"gongkao/data"
)

var prints = &table[data.Print]{kind: data.KindPrint, name: "prints", columns: []column[data.Print]{
	text("id", func(p *data.Print) *data.PrintID { return &p.ID }),
	moment("at", func(p *data.Print) *time.Time { return &p.At }),
	word("clerk", func(p *data.Print) *string { return &p.By }),
	word("paper", func(p *data.Print) *string { return &p.Paper }),
	text("code", func(p *data.Print) *string { return &p.Code }),
	text("hash", func(p *data.Print) *string { return &p.Hash }),
	number("pages", func(p *data.Print) *int { return &p.Pages }),
	printedRecords(),
	sealing(data.KindPrint, func(p *data.Print) string { return string(p.ID) }, packPrint, unpackPrint),
}}

// printedRecords keeps whom a print shows as JSON. The roster of a county names
// 100,000, and the morning page wants all of them: ids without anything escaped
// are cut apart as they stand. Verify holds the text against what it was cut into.
func printedRecords() column[data.Print] {
	c := jsonText("records", func(p *data.Print) *[]data.ApplicationID { return &p.Records })
	slowly := c.set
	c.set = func(r *reading, p *data.Print, v any) error {
		text, _ := v.(string)
		list, opened := strings.CutPrefix(text, `["`)
		list, closed := strings.CutSuffix(list, `"]`)
		if !opened || !closed || strings.Contains(list, `\`) || !utf8.ValidString(list) {
			return slowly(r, p, v)
		}
		ids := strings.Split(list, `","`)
		p.Records = make([]data.ApplicationID, len(ids))
		for i, id := range ids {
			p.Records[i] = data.ApplicationID(id)
		}
		return nil
	}
	return c
}

// packPrint writes the scope and, where there are any, the sums over what was
// printed of each record: whoever knew them could try out names.
func packPrint(p *data.Print) []byte {
	b := packString(nil, p.Scope)
	if len(p.Sums) > 0 {
		b = packString(b, strings.Join(p.Sums, " "))
	}
	return b
}

func unpackPrint(p *data.Print, plain []byte) error {
	u := unpacking{rest: string(plain)}
	p.Scope, p.Sums = u.string(), nil
	if u.rest != "" {
		p.Sums = strings.Fields(u.string())
	}
	return u.done()
}

// Prints returns all acts of printing, oldest first.
func (r *Reader) Prints() ([]data.Print, error) { return all(r, prints, "ORDER BY id") }

// PrintsOn returns all acts of printing one paper, oldest first.
func (r *Reader) PrintsOn(paper string) ([]data.Print, error) {
	return all(r, prints, "WHERE paper = ? ORDER BY id", paper)
}

// PutPrint writes an act of printing.
func (tx *Tx) PutPrint(p data.Print) error { return put(tx, prints, p) }
