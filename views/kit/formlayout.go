package kit

import "fyne.io/fyne/v2"

const (
	groupGap     float32 = 12 // between groups, with a line in it
	groupLine    float32 = 5
	headedGap    float32 = 16 // before a group with a head
	headAir      float32 = 4  // beneath a head
	sentencePad  float32 = 2
	sentenceLine float32 = 20
	afterGap     float32 = 8 // between fields that stand side by side
)

// formLayout knows the form's size. Things are placed when the form changes,
// not when it is resized: the screen says where columns stand.
type formLayout struct{ f *Form }

func (l formLayout) Layout([]fyne.CanvasObject, fyne.Size) {}
func (l formLayout) MinSize([]fyne.CanvasObject) fyne.Size { return l.f.extent }

// arrange puts labels, fields and sentences where they belong.
func (f *Form) arrange() {
	if len(f.tracks) == 0 {
		return
	}
	s := NewSheet()
	f.heights = map[string]span{}
	y, right := float32(0), f.tracks[len(f.tracks)-1].Right
	for i, g := range f.groups {
		y += f.arrangeWord(s, g.word, y, right, i > 0)
		for _, row := range g.rows {
			for _, line := range f.lines(row) {
				y += f.arrangeRow(s, line, y)
			}
		}
	}
	for _, b := range f.beside {
		s.Put(b.o, b.x, f.heights[b.key].top, b.w, b.h)
	}
	f.box.Objects, f.extent = s.box.Objects, s.extent.size
}

// arrangeWord sets a group's word and returns the height it takes.
func (f *Form) arrangeWord(s *Sheet, word string, y, right float32, further bool) (height float32) {
	switch {
	case further && f.Headed:
		height = headedGap
	case further:
		s.Line(f.word, y+groupLine, right-f.word, Colors.Hair)
		height = groupGap
	}
	switch {
	case word == "":
	case f.Headed:
		s.Head(word, "", f.word, y+height, right-f.word)
		height += HeadHeight + headAir
	default:
		s.Text(word, f.word, y+height, FieldHeight, Strong())
	}
	return height
}

// lines are what a row becomes: itself, or where there is but one column, one
// line for each cell that has a label of its own.
func (f *Form) lines(row []Cell) (lines [][]Cell) {
	for i, c := range row {
		if i > 0 && (c.After || len(f.tracks) > 1) {
			lines[len(lines)-1] = append(lines[len(lines)-1], c)
			continue
		}
		lines = append(lines, []Cell{c})
	}
	return lines
}

func (f *Form) pitch() float32 {
	if f.Pitch > 0 {
		return f.Pitch
	}
	return FieldPitch
}

// arrangeRow returns the height the row takes with its sentences.
func (f *Form) arrangeRow(s *Sheet, row []Cell, y float32) float32 {
	edge := float32(0) // right end of the cell before
	sentences := float32(0)
	for _, c := range row {
		t := f.tracks[min(c.Track, len(f.tracks)-1)]
		x, right := t.Field, t.Right-c.Short
		if c.To > c.Track && c.To < len(f.tracks) {
			right = f.tracks[c.To].Right - c.Short
		}
		if c.After {
			x = edge + afterGap
		} else {
			s.Text(c.Label, t.Label, y, FieldHeight, Quiet())
		}
		if c.Wide > 0 {
			right = x + c.Wide
		}
		edge = right
		s.Put(c.At, x, y, right-x, FieldHeight)
		sentences += f.sentence(s, c, right, y+f.pitch()+sentences)
		f.heights[c.Key] = span{y, y + f.pitch() + sentences}
	}
	return f.pitch() + sentences
}

// sentence sets a finding's sentence beneath its field, ending where the field
// ends, and returns its height.
func (f *Form) sentence(s *Sheet, c Cell, right, y float32) float32 {
	finding := f.found[c.Key]
	if finding.Sentence == "" {
		return 0
	}
	left, style := f.tracks[0].Label, Style{Color: finding.Sign.Color()}
	lines := Lines(finding.Sentence, right-left, Normal, false)
	for i, line := range lines {
		s.TextR(line, right, y+sentencePad+float32(i)*sentenceLine, sentenceLine, style)
	}
	return float32(len(lines))*sentenceLine + 2*sentencePad
}
