package kit

// columnEdge is the line between two columns, by which one of them is made
// wider: the left one, or the right one when it stands right of the column that
// takes the rest, so that the line follows the mouse.
type columnEdge struct {
	column string
	x      float32
	left   bool // x is the column's left edge
}

// edgeAt returns the edge near x.
func edgeAt(laid []laidColumn, x float32) (columnEdge, bool) {
	pastRest := false
	for i, c := range laid {
		pastRest = pastRest || c.Rest
		at := c.x + c.width
		if x < at-edgeGrip || x > at+edgeGrip {
			continue
		}
		if !pastRest {
			return columnEdge{column: c.Key, x: at}, true
		}
		if i+1 < len(laid) {
			return columnEdge{laid[i+1].Key, at, true}, true
		}
	}
	return columnEdge{}, false
}

// pulled returns the width of the edge's column when the edge is at x. What it
// gains comes from the column that takes the rest, as long as that has it.
func pulled(laid []laidColumn, edge columnEdge, x float32) float32 {
	var width, wish float32
	give := float32(1e6)
	for _, c := range laid {
		if c.Rest {
			give = max(0, c.width-restLeast)
		}
		if c.Key != edge.column {
			continue
		}
		width, wish = c.width, x-c.x
		if edge.left {
			wish = c.x + c.width - x
		}
	}
	return round(max(columnLeast, min(wish, width+give)))
}
