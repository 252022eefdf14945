package data

import "time"

// BookID names a textbook of the catalogue.
type BookID string

// Book is a textbook of a year's catalogue: for one trade, and for one level or
// all of them. Titles and prices are data that an office enters.
type Book struct {
	ID     BookID    `json:"id"`
	Year   int       `json:"year"`
	Trade  string    `json:"trade"`
	Level  Level     `json:"level"` // 0: every level of the trade
	Title  string    `json:"title"`
	Price  Fen       `json:"price"`
	Source string    `json:"source,omitempty"` // the list that title and price were taken from
	Batch  BatchID   `json:"batch,omitempty"`  // the sheet it came with; "": typed
	Void   string    `json:"void,omitempty"`   // why it is no longer ordered; "": it is
	By     string    `json:"by"`
	At     time.Time `json:"at"`
}

// LevelName returns the level the book is for: 四级, 各级.
func (b *Book) LevelName() string {
	if b.Level == 0 {
		return "各级"
	}
	return b.Level.String()
}

// For returns the trade and level the book is for: 汽车驾驶员四级.
func (b *Book) For() string { return b.Trade + b.LevelName() }

// BookOrderID names an order of textbooks.
type BookOrderID string

// BookOrder is copies of one book ordered (教材征订), for a person or for a unit
// as a whole. Ordering is voluntary (notice, 五（二）).
type BookOrder struct {
	ID          BookOrderID   `json:"id"`
	Year        int           `json:"year"`
	Unit        UnitID        `json:"unit"`
	Application ApplicationID `json:"application,omitempty"` // "": the unit's own order
	Book        BookID        `json:"book"`
	Copies      int           `json:"copies"`
	Price       Fen           `json:"price"` // of a copy, on the day of ordering
	Batch       BatchID       `json:"batch,omitempty"`
	Void        string        `json:"void,omitempty"` // why it does not count; "": it does
	By          string        `json:"by"`
	At          time.Time     `json:"at"`
}

// Amount is what the order costs; nothing when it is void.
func (o *BookOrder) Amount() Fen {
	if o.Void != "" {
		return 0
	}
	return Fen(o.Copies) * o.Price
}

// BookSlipID names a slip of books or of their money.
type BookSlipID string

// BookSlip is books handed out to a supervising unit against a signature, or
// their money handed up by it.
type BookSlip struct {
	ID    BookSlipID     `json:"id"`
	Year  int            `json:"year"`
	Unit  UnitID         `json:"unit"` // the supervising unit
	Money Fen            `json:"money,omitempty"`
	Books map[BookID]int `json:"books,omitempty"` // copies handed out
	On    Date           `json:"on"`
	Hand  string         `json:"hand"`           // who brought the money, or signed for the books
	Void  string         `json:"void,omitempty"` // why the slip does not count; "": it does
	By    string         `json:"by"`
	At    time.Time      `json:"at"`
}
