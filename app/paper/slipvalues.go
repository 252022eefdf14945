package paper

import (
	"fmt"
	"time"
)

// Slip is what a slip of originals received says of one person: he and his unit
// keep a half of the sheet each.
type Slip struct {
	Entry
	Number    string    // of the slip in the year: 2026-037
	At        time.Time // when they were received
	Hand, By  string    // who handed them over, who took them
	Originals []Original
}

// Original is a document on a slip.
type Original struct {
	Name   string
	Pieces int
	Note   string // number of a certificate, what tells it from another one
	Back   bool   // all of it was given back
}

// roomy is how many originals have rows of full height.
const roomy = 6

// slipValues tell of a slip.
var slipValues = map[string]func(*view) string{
	"slip.number": func(v *view) string { return v.slip.Number },
	"slip.roomy":  func(v *view) string { return yes(len(v.slip.Originals) <= roomy) },
	"slip.pieces": slipPieces,
	"slip.record": slipRecord,
	"slip.asked":  slipAsked,
}

// originalValues tell of one of its originals.
var originalValues = map[string]func(*view) string{
	"original.number": func(v *view) string { return orNothing(v.item.number) },
	"original.name":   func(v *view) string { return v.item.original.Name },
	"original.pieces": originalPieces,
	"original.note":   func(v *view) string { return v.item.original.Note },
	"original.back":   func(v *view) string { return yes(v.item.original.Back) },
}

func originals(v *view) (items []listItem) {
	for i, o := range v.slip.Originals {
		items = append(items, listItem{number: i + 1, original: o})
	}
	return items
}

func originalPieces(v *view) string {
	if n := v.item.original.Pieces; n > 0 {
		return fmt.Sprintf("%d份", n)
	}
	return ""
}

// slipPieces counts all pieces of the slip.
func slipPieces(v *view) string {
	n := 0
	for _, o := range v.slip.Originals {
		n += o.Pieces
	}
	return fmt.Sprint(n)
}

// slipRecord says what is on record of the receipt.
func slipRecord(v *view) string {
	return v.slip.At.Format("2006-01-02 15:04") + "　交件人 " + v.slip.Hand + "　收件人 " + v.slip.By
}

// slipAsked is the level and trade applied for.
func slipAsked(v *view) string {
	return joined(v.entry.Application.Level.String(), v.entry.Application.Trade)
}
