package pdf

// Sheet is a document before it becomes a file: pages of placed things, and
// the outline. All lengths are millimetres from the upper left corner of the
// page, y grows downwards; type is in points.
type Sheet struct {
	Pages   []*Page
	Outline []Mark
}

// Page is one side of paper.
type Page struct {
	Width, Height float64
	Texts         []Text
	Lines         []Line
	Blocks        [][]Rect // filled black; pages may share a block (the QR code of a roster)
	Images        []Image
}

// Text is a run of characters on one baseline.
type Text struct {
	X, Y float64 // left end of the baseline
	Face Face
	Size float64 // points
	Gap  float64 // added in each place where a justified line may open (Openings)
	Text string
}

// Line is a straight rule. Dash holds the lengths of ink and gap; zero means
// solid.
type Line struct {
	X1, Y1, X2, Y2 float64
	Width          float64
	Dash           [2]float64
}

// Rect is a filled rectangle.
type Rect struct{ X, Y, W, H float64 }

// Image is a JPEG stretched over the rectangle; who places it keeps the
// proportions.
type Image struct {
	Rect
	JPEG []byte
}

// Mark is an entry of the outline: one per unit or person.
type Mark struct {
	Title string
	Page  int // from 0
}

// Portrait and Landscape return an empty A4 page.
func Portrait() *Page { return &Page{Width: 210, Height: 297} }

// Landscape returns an empty A4 page lying on its long edge.
func Landscape() *Page { return &Page{Width: 297, Height: 210} }

// Rule adds a solid line.
func (p *Page) Rule(x1, y1, x2, y2, width float64) {
	p.Lines = append(p.Lines, Line{X1: x1, Y1: y1, X2: x2, Y2: y2, Width: width})
}

// Frame adds the four sides of a box.
func (p *Page) Frame(r Rect, width float64, dash [2]float64) {
	right, bottom := r.X+r.W, r.Y+r.H
	corner := width / 2 // lines end where they end; the level ones fill the corners
	p.Lines = append(p.Lines,
		Line{r.X - corner, r.Y, right + corner, r.Y, width, dash}, Line{right, r.Y, right, bottom, width, dash},
		Line{r.X - corner, bottom, right + corner, bottom, width, dash}, Line{r.X, r.Y, r.X, bottom, width, dash},
	)
}
