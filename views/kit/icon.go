package kit

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"strings"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"

	"gongkao/assets"
)

// The icons: outlines on a grid of 16, in the colour of the text they stand
// beside.
const (
	IconPass        = "pass"
	IconWarn        = "warn"
	IconBlock       = "block"
	IconUnconfirmed = "unconfirmed"
	IconOpen        = "open"
	IconReturned    = "returned"
	IconTick        = "tick"
	IconCross       = "cross"
	IconSearch      = "search"
	IconDown        = "down"
	IconRight       = "right"
)

// Scale is how many pixels of the screen make one of ours: 1, 1.3, 1.5. The
// shell sets it before it draws a window and when the window's scale changes;
// only the sharpness of icons hangs on it.
var Scale float32 = 1

// stroke is the width of an icon's lines on its grid of 16.
const stroke = 1.5

type drawnIcon struct {
	name  string
	side  int // in pixels of the screen
	color color.NRGBA
}

var icons sync.Map // drawnIcon → image.Image

// IconImage returns an icon as a picture for a square of a side. We draw it
// ourselves: Fyne draws an SVG's strokes equally thin at every size, and reads
// the file again at every refresh.
func IconImage(name string, side float32, c color.Color) image.Image {
	key := drawnIcon{name, int(round(side * Scale)), color.NRGBAModel.Convert(c).(color.NRGBA)}
	if known, ok := icons.Load(key); ok {
		return known.(image.Image)
	}
	drawn, err := key.draw()
	if err != nil {
		panic("kit: icon " + name + ": " + err.Error()) // a slip of the programmer: the icons are embedded
	}
	icons.Store(key, drawn)
	return drawn
}

func (i drawnIcon) draw() (image.Image, error) {
	svg, err := assets.Icons.ReadFile("icons/" + i.name + ".svg")
	if err != nil {
		return nil, err
	}
	ink := fmt.Sprintf("#%02X%02X%02X", i.color.R, i.color.G, i.color.B)
	weight := fmt.Sprintf("stroke-width=\"%.3f\"", stroke*float64(i.side)/16)
	text := strings.NewReplacer("#000000", ink, `stroke-width="1.5"`, weight).Replace(string(svg))
	icon, err := oksvg.ReadIconStream(bytes.NewBufferString(text), oksvg.StrictErrorMode)
	if err != nil {
		return nil, err
	}
	picture := image.NewRGBA(image.Rect(0, 0, i.side, i.side))
	icon.SetTarget(0, 0, float64(i.side), float64(i.side))
	icon.Draw(rasterx.NewDasher(i.side, i.side, rasterx.NewScannerGV(i.side, i.side, picture, picture.Bounds())), 1)
	return picture, nil
}

// Icon returns an icon to place in a square of a side: 14, 16, 18 or 22.
func Icon(name string, side float32, c color.Color) *canvas.Image {
	i := canvas.NewImageFromImage(IconImage(name, side, c))
	i.FillMode = canvas.ImageFillStretch
	return i
}

// ProgramIcon is the icon of the window and of the task bar.
func ProgramIcon() fyne.Resource {
	png, err := assets.Icons.ReadFile("icons/gongkao.png")
	if err != nil {
		panic("kit: the program icon is not embedded: " + err.Error())
	}
	return fyne.NewStaticResource("gongkao.png", png)
}
