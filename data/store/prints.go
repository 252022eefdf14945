package store

import (
	"strings"
	"time"

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
	jsonText("records", func(p *data.Print) *[]data.ApplicationID { return &p.Records }),
	sealing(data.KindPrint, func(p *data.Print) string { return string(p.ID) }, packPrint, unpackPrint),
}}

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
