package record

import (
	"bytes"
	"context"
	"image/jpeg"
	"strconv"

	"fyne.io/fyne/v2/canvas"

	"gongkao/views/kit"
	"gongkao/views/wording"
)

// yearCells is how the five years of appraisals share a row.
type yearCells struct {
	widths []float32
	short  bool // 21 for 2021
}

const (
	yearGap   float32 = 8
	yearPad   float32 = 24 // before the year, after it, after the text
	yearSign  float32 = 30
	signSlack float32 = 1
)

func (y yearCells) lead(year int) string {
	if word := strconv.Itoa(year); !y.short {
		return word
	}
	return strconv.Itoa(year)[2:]
}

// years shares a row out: equal parts, unless a word and its sign want more.
func (p *formPart) years(width float32) yearCells {
	var cells []Slot
	for _, slot := range p.slots {
		if slot.Place == Fifth {
			cells = append(cells, slot)
		}
	}
	all := yearCells{widths: make([]float32, len(cells))}
	if len(cells) == 0 {
		return all
	}
	rest := width - float32(len(cells)-1)*yearGap
	needs, sum := p.needs(cells, all)
	if sum > rest {
		all.short = true
		needs, sum = p.needs(cells, all)
	}
	spread(all.widths, needs, rest, sum)
	return all
}

// needs returns how wide each year's word wants its cell.
func (p *formPart) needs(cells []Slot, as yearCells) (needs []float32, sum float32) {
	for _, slot := range cells {
		state := p.states[slot.Key]
		need := yearPad + kit.Quiet().Width(as.lead(slot.Year)) + kit.Style{}.Width(wording.Or(state.Text, "合格")) + signSlack
		if kit.SignOf(state.Mark) != kit.NoSign {
			need += yearSign
		}
		needs, sum = append(needs, kit.Whole(need)), sum+kit.Whole(need)
	}
	return needs, sum
}

// spread gives equal widths, and more to those that need it at the cost of the
// others.
func spread(widths, needs []float32, rest, sum float32) {
	equal := rest / float32(len(widths))
	over, slack := float32(0), float32(0)
	for _, need := range needs {
		over += max(0, need-equal)
		slack += max(0, equal-need)
	}
	for i, need := range needs {
		widths[i] = equal
		switch {
		case over == 0:
		case sum > rest:
			widths[i] = need * rest / sum
		case need > equal:
			widths[i] = need
		default:
			widths[i] = equal - (equal-need)*over/slack
		}
	}
	used := float32(0)
	for i := range widths {
		widths[i] = kit.Whole(widths[i])
		used += widths[i]
	}
	widths[len(widths)-1] += rest - used
}

// photo reads the person's photo. One that is no picture is not shown; printing
// says what is wrong with it.
func (s *Screen) photo() *canvas.Image {
	raw, err := s.model.Photo(context.Background())
	if err != nil {
		s.w.Errors.Show(err)
	}
	if len(raw) == 0 {
		return nil
	}
	picture, err := jpeg.Decode(bytes.NewReader(raw))
	if err != nil {
		return nil
	}
	image := canvas.NewImageFromImage(picture)
	image.FillMode, image.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
	return image
}
