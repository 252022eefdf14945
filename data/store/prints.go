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
	longList("records", func(p *data.Print) *[]data.ApplicationID { return &p.Records }),
	longList("codes", func(p *data.Print) *[]string { return &p.Codes }),
	jsonText("about", func(p *data.Print) *[]data.SheetAbout { return &p.About }),
	jsonText("asked", func(p *data.Print) **data.PrintAsked { return &p.Asked }),
	sealing(data.KindPrint, func(p *data.Print) string { return string(p.ID) }, packPrint, unpackPrint),
}}

// longList keeps whom a print shows, or its codes, as JSON. The roster of a county
// names 100,000, and the morning page wants all of them: what has nothing escaped
// is cut apart as it stands. Verify holds the text against what it was cut into.
func longList[S ~string](name string, at func(*data.Print) *[]S) column[data.Print] {
	c := jsonText(name, at)
	slowly := c.set
	c.set = func(r *reading, p *data.Print, v any) error {
		text, _ := v.(string)
		list, opened := strings.CutPrefix(text, `["`)
		list, closed := strings.CutSuffix(list, `"]`)
		if !opened || !closed || strings.Contains(list, `\`) || !utf8.ValidString(list) {
			return slowly(r, p, v)
		}
		words := strings.Split(list, `","`)
		cut := make([]S, len(words))
		for i, word := range words {
			cut[i] = S(word)
		}
		*at(p) = cut
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

// Print returns one act of printing; the refusal not-found when there is none.
func (r *Reader) Print(id data.PrintID) (data.Print, error) { return known(r, prints, string(id)) }

// PrintsWithCode returns the acts of printing of which a sheet, or the whole job,
// carries a 核对码, oldest first.
func (r *Reader) PrintsWithCode(code string) ([]data.Print, error) {
	return all(r, prints, "WHERE code = ? OR instr(codes, ?) > 0 ORDER BY id", code, `"`+code+`"`)
}

// PutPrint writes an act of printing.
func (tx *Tx) PutPrint(p data.Print) error { return put(tx, prints, p) }
