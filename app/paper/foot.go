package paper

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gongkao/app/paper/pdf"
)

var solidLine [2]float64

func rect(x, y, w, h float64) pdf.Rect { return pdf.Rect{X: x, Y: y, W: w, H: h} }

// foot draws the foot of a page, or of a part of one, and the mark of a practice
// county. Its first line is the page's own when it has one; nil is a page with
// nothing of its own.
func (c *canvas) foot(h *house, side *page, code []pdf.Rect) {
	if side == nil {
		side = &page{}
	}
	f := h.Foot
	standard := h.footY(c.paper)
	y := cmp.Or(side.FootY, standard)
	first := side.Foot
	left, right := c.paper.Left, c.Width-c.paper.Right
	end := right - f.QR - f.Quiet
	c.Rule(left, y, end, y, f.Rule)
	const height = 4
	for i, line := range f.Lines {
		if i == 0 && !first.empty() {
			line = first
		}
		c.put(textBox{X: left, Y: y + f.Middles[i] - height/2, W: end - left - f.CountRoom, H: height, Text: line, Type: "foot", Align: "left", Fit: "line"})
	}
	c.put(textBox{X: end - f.CountRoom, Y: y + f.Middles[0] - height/2, W: f.CountRoom, H: height, Text: f.Count, Type: "foot-count", Align: "right"})
	c.Blocks = append(c.Blocks, lower(code, y-standard))
	if c.view.job.Office.Practice {
		p := h.Practice
		box := rect(right-p.W, cmp.Or(side.MarkY, p.Y), p.W, p.H)
		c.Frame(box, p.Frame, solidLine)
		c.put(textBox{X: box.X, Y: box.Y, W: box.W, H: box.H, Text: p.Text, Type: "practice"})
	}
}

// footY is where the foot of a paper lies.
func (h *house) footY(d *definition) float64 {
	if d.Landscape {
		return h.Foot.Landscape
	}
	return h.Foot.Portrait
}

// lower moves a block down. One that stays is shared by the pages.
func lower(block []pdf.Rect, dy float64) []pdf.Rect {
	if dy == 0 {
		return block
	}
	moved := slices.Clone(block)
	for i := range moved {
		moved[i].Y += dy
	}
	return moved
}

// qrCode returns the code that leads back to the record: kind, year, check
// code and audit head, in the capitals the alphanumeric mode wants.
func qrCode(h *house, d *definition, v *view) ([]pdf.Rect, error) {
	width, _ := d.size()
	y := h.footY(d)
	content := fmt.Sprintf("GK1:%s:%02d:%s:%s", d.Kind, v.job.Year%100, inFours(v.code, "-"), v.job.AuditHead)
	return pdf.QR(strings.ToUpper(content), width-d.Right-h.Foot.QR, y, h.Foot.QR)
}
