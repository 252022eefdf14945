package store

import (
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
	sealedTexts(data.KindPrint, func(p *data.Print) string { return string(p.ID) },
		func(p *data.Print) []*string { return []*string{&p.Scope} }),
}}

// Prints returns all acts of printing, oldest first.
func (r *Reader) Prints() ([]data.Print, error) { return all(r, prints, "ORDER BY id") }

// PutPrint writes an act of printing.
func (tx *Tx) PutPrint(p data.Print) error { return put(tx, prints, p) }
