package policy

import (
	"fmt"
	"image"

	"gongkao/app/tables"
)

// Photo is what a photo of an applicant has to be. It comes from the web site on
// which people register, not from the notice, and is 待核对 until somebody has held
// it against the site: [photo] of the file.
type Photo struct {
	Width      int    `table:"width"`      // points
	Height     int    `table:"height"`     // points
	MaxKB      int    `table:"max_kb"`     // 0: nobody knows, not checked
	Background string `table:"background"` // white, or "": any
	Text       string `table:"text,optional"`
	Origin
}

// The background that can be asked for.
const White = "white"

// largestPhotoSide keeps a slip of the keyboard from making posters.
const largestPhotoSide = 2000

// UsualPhoto is the rule of a file that has none: files of before it was there.
var UsualPhoto = Photo{Width: 295, Height: 413, Background: White, Origin: Origin{Source: "报名网站照片要求（待核对）", Status: tables.Unconfirmed}}

// Proportion is width by height.
func (p Photo) Proportion() float64 { return float64(p.Width) / float64(p.Height) }

// Size is what a photo is scaled to.
func (p Photo) Size() image.Point { return image.Pt(p.Width, p.Height) }

func readPhoto(p *Policy, t *tables.Table) error {
	if err := t.Decode(&p.Photo); err != nil {
		return err
	}
	for key, side := range map[string]int{"width": p.Photo.Width, "height": p.Photo.Height} {
		if side < 1 || side > largestPhotoSide {
			return t.Refuse(key, fmt.Sprintf("%s 应在 1 到 %d 点之间", key, largestPhotoSide))
		}
	}
	if p.Photo.MaxKB < 0 {
		return t.Refuse("max_kb", "max_kb 不能小于 0；不知道的写 0")
	}
	if b := p.Photo.Background; b != "" && b != White {
		return t.Refuse("background", `background 只能写 "white"，不限的写 ""`)
	}
	return p.signed(t, p.Photo.Origin)
}
