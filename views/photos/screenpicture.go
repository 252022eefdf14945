package photos

import (
	"context"
	"fmt"
	"image"
	"image/color"

	"fyne.io/fyne/v2/canvas"

	"gongkao/data"
	"gongkao/views/kit"
)

// drawOnRecord draws the photo that the one person has, or says that there is none.
func (s *Screen) drawOnRecord(sheet *kit.Sheet, a *data.Applicant, x, y float32) {
	photo := s.m.Now(context.Background(), a)
	if photo == nil {
		sheet.Text("没有照片", x, y+8, 28, kit.Style{Size: kit.Large, Bold: true})
		sheet.Text("按 F4 选一张图片；规定："+s.m.Rule(), x, y+40, linePitch, kit.Quiet())
		return
	}
	sheet.Text("现在的照片", x, y, linePitch, kit.Quiet())
	drawPhoto(sheet, photo, x, y+linePitch+4, 236)
	sheet.Text("按 F4 换一张，按 Del 取下", x, y+linePitch+352, linePitch, kit.Quiet())
}

// drawPhoto draws a photo with a line round it and returns its height.
func drawPhoto(sheet *kit.Sheet, photo image.Image, x, y, width float32) float32 {
	b := photo.Bounds()
	height := kit.Whole(width * float32(b.Dy()) / float32(b.Dx()))
	sheet.Rect(x, y, width, height, kit.Colors.HeadLine)
	shown := canvas.NewImageFromImage(photo)
	shown.FillMode, shown.ScaleMode = canvas.ImageFillStretch, canvas.ImageScaleSmooth
	sheet.Put(shown, x+1, y+1, width-2, height-2)
	return height
}

// drawSide draws what the picture becomes, and what is on record now where there is
// room.
func (s *Screen) drawSide(sheet *kit.Sheet, r *Row, at [3]float32, bottom float32) {
	x, y, width := at[0], at[1], at[2]
	shown := s.shown
	if shown == nil || shown.of != r {
		return
	}
	if shown.Photo == nil {
		if shown.Why != nil {
			sheet.Para(shown.Why.Message+"。"+shown.Why.Hint, x, y, width, linePitch, kit.Style{Color: kit.Blocked.Color()})
		}
		return
	}
	sheet.TextIn("放上去的样子", x, y, width, linePitch, kit.Quiet())
	y += linePitch + 4
	y += drawPhoto(sheet, shown.Photo, x, y, width) + 4
	size := shown.Photo.Bounds().Size()
	y += sheet.Para(fmt.Sprintf("%d×%d　%s", size.X, size.Y, Weight(shown.Bytes)), x, y, width, linePitch, kit.Style{})
	for _, warning := range shown.Warnings {
		sheet.Sign(kit.Warned, x, y+4, 16)
		y += sheet.Para(warning, x+22, y, width-22, linePitch, kit.Style{})
	}
	const small, high = 72, 101
	if r.Who == nil || !r.Had || r.State == OnRecord || y+linePitch+12+high > bottom {
		return
	}
	if now := s.m.Now(context.Background(), r.Who); now != nil {
		sheet.TextIn("现在的", x, y+8, width, linePitch, kit.Quiet())
		drawPhoto(sheet, now, x, y+linePitch+12, small)
	}
}

// shade lies over what the frame does not take.
var shade = color.NRGBA{0xFF, 0xFF, 0xFF, 0xA8}

// drawEasel draws the whole picture and the frame on it.
func (s *Screen) drawEasel(sheet *kit.Sheet, room image.Rectangle) {
	x, y, w, h := float32(room.Min.X), float32(room.Min.Y), float32(room.Dx()), float32(room.Dy())
	edge := kit.Colors.Hair
	if s.easel.focused {
		edge = kit.Colors.Accent
		sheet.Rect(x-1, y-1, w+2, h+2, edge)
	}
	sheet.Rect(x, y, w, h, edge)
	sheet.Rect(x+1, y+1, w-2, h-2, kit.Colors.Desk)
	defer sheet.Put(s.easel, x, y, w, h)
	shown := s.shown
	if shown == nil || shown.Whole == nil {
		return
	}
	const pad = 12
	scale := min((w-2*pad)/float32(shown.Size.X), (h-2*pad)/float32(shown.Size.Y))
	pw, ph := kit.Whole(float32(shown.Size.X)*scale), kit.Whole(float32(shown.Size.Y)*scale)
	px, py := x+kit.Whole((w-pw)/2), y+kit.Whole((h-ph)/2)
	whole := canvas.NewImageFromImage(shown.Whole)
	whole.FillMode, whole.ScaleMode = canvas.ImageFillStretch, canvas.ImageScaleSmooth
	sheet.Put(whole, px, py, pw, ph)
	fx, fy := px+kit.Whole(float32(shown.Part.Min.X)*scale), py+kit.Whole(float32(shown.Part.Min.Y)*scale)
	fw, fh := kit.Whole(float32(shown.Part.Dx())*scale), kit.Whole(float32(shown.Part.Dy())*scale)
	sheet.Rect(px, py, pw, fy-py, shade)
	sheet.Rect(px, fy+fh, pw, py+ph-fy-fh, shade)
	sheet.Rect(px, fy, fx-px, fh, shade)
	sheet.Rect(fx+fw, fy, px+pw-fx-fw, fh, shade)
	for _, side := range [][4]float32{{fx, fy, fw, 2}, {fx, fy + fh - 2, fw, 2}, {fx, fy, 2, fh}, {fx + fw - 2, fy, 2, fh}} {
		sheet.Rect(side[0], side[1], side[2], side[3], kit.Colors.Accent)
	}
}
