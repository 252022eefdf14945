package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"gongkao/assets"
)

// Palette is the set of colours of one desk. There are two: the office's own
// (黛蓝) and the practice county's (绛紫), so that nobody mistakes one for the
// other.
type Palette struct {
	Ink, Ink2, Ink3                                  color.NRGBA // text; labels; placeholders and sources
	Accent, AccentTint, AccentLine                   color.NRGBA // focus, selection, primary button
	Pass, PassTint, Warn, WarnTint, Block, BlockTint color.NRGBA
	Paper, Bar, Panel, FieldTint, Desk               color.NRGBA // grounds: page, frame, side panel, field, preview
	Hair, HeadLine, FieldLine                        color.NRGBA // lines: between rows, under heads, under fields
	Fault                                            color.NRGBA // mark on the faulty part inside a cell
	ScrollBar                                        color.NRGBA
}

// Colors is the palette of the desk on the screen. Dress sets it; whatever is
// drawn afterwards uses it.
var Colors = Desk(false)

// Desk returns the palette of the office's desk, or of the practice county's.
func Desk(practice bool) *Palette {
	p := &Palette{
		Ink: hex(0x1D2328), Ink2: hex(0x4F575E), Ink3: hex(0x60676D),
		Accent: hex(0x1F4F7F), AccentTint: hex(0xE4ECF5), AccentLine: hex(0x9AB5D0),
		Pass: hex(0x1B6A3E), PassTint: hex(0xE5F2EA),
		Warn: hex(0x845000), WarnTint: hex(0xFAF0D9),
		Block: hex(0xA3241C), BlockTint: hex(0xFAE7E5),
		Paper: hex(0xFFFFFF), Bar: hex(0xF1F3F0), Panel: hex(0xF7F8F6), FieldTint: hex(0xF4F6F3), Desk: hex(0xE6E9E4),
		Hair: hex(0xE1E4DF), HeadLine: hex(0xC3C8C2), FieldLine: hex(0x8B938D),
		Fault: hex(0xF0C36A), ScrollBar: hex(0xC3C8C2),
	}
	if practice {
		p.Accent, p.AccentTint, p.AccentLine = hex(0x6A3A8E), hex(0xF0E7F6), hex(0xC0A3D3)
	}
	return p
}

func hex(rgb uint32) color.NRGBA {
	return color.NRGBA{R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb), A: 0xFF}
}

// Dress gives the program its look: palette, typeface, and Chinese for the few
// words that Fyne itself writes, whatever language the computer speaks.
func Dress(a fyne.App, practice bool) {
	Colors = Desk(practice)
	speakChinese()
	a.Settings().SetTheme(NewTheme(Colors))
}

// paperTheme is always light: a form is read by daylight, and a dark variant
// would need a second set of measured contrasts.
type paperTheme struct {
	base   fyne.Theme
	colors map[fyne.ThemeColorName]color.Color
}

// NewTheme returns the Fyne theme that goes with a palette.
func NewTheme(p *Palette) fyne.Theme {
	return &paperTheme{base: theme.DefaultTheme(), colors: map[fyne.ThemeColorName]color.Color{
		theme.ColorNameBackground: p.Paper, theme.ColorNameOverlayBackground: p.Paper, theme.ColorNameMenuBackground: p.Paper,
		// Disabled is ink: a read-only field must stay readable.
		theme.ColorNameForeground: p.Ink, theme.ColorNameDisabled: p.Ink, theme.ColorNamePlaceHolder: p.Ink3,
		theme.ColorNamePrimary: p.Accent, theme.ColorNameFocus: p.Accent, theme.ColorNameHyperlink: p.Accent,
		theme.ColorNameSelection: p.AccentLine, theme.ColorNameHover: p.AccentTint, theme.ColorNamePressed: p.AccentTint,
		theme.ColorNameSeparator: p.Hair, theme.ColorNameHeaderBackground: p.Bar,
		theme.ColorNameInputBackground: p.FieldTint, theme.ColorNameInputBorder: p.FieldLine,
		theme.ColorNameButton: p.Bar, theme.ColorNameDisabledButton: p.Bar,
		theme.ColorNameShadow: color.Transparent, theme.ColorNameScrollBar: p.ScrollBar, theme.ColorNameScrollBarBackground: color.Transparent,
		theme.ColorNameError: p.Block, theme.ColorNameWarning: p.Warn, theme.ColorNameSuccess: p.Pass,
	}}
}

func (t *paperTheme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if c, ok := t.colors[name]; ok {
		return c
	}
	return t.base.Color(name, theme.VariantLight)
}

var (
	regularFace = fyne.NewStaticResource("NotoSansSC-Regular.ttf", assets.Hei)
	boldFace    = fyne.NewStaticResource("NotoSansSC-SemiBold-core.ttf", assets.HeiBold)
)

func (t *paperTheme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Symbol:
		return t.base.Font(style)
	case style.Bold:
		return boldFace
	}
	return regularFace
}

func (t *paperTheme) Icon(name fyne.ThemeIconName) fyne.Resource { return t.base.Icon(name) }

var themeSizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText: Normal, theme.SizeNameCaptionText: Normal, theme.SizeNameSubHeadingText: Large, theme.SizeNameHeadingText: Heading,
	theme.SizeNamePadding: 4, theme.SizeNameInnerPadding: 8, theme.SizeNameInputRadius: 3,
	theme.SizeNameInputBorder:        1, // also the width of the caret
	theme.SizeNameSeparatorThickness: 1, theme.SizeNameScrollBar: 6, theme.SizeNameScrollBarSmall: 6, theme.SizeNameSelectionRadius: 0,
}

func (t *paperTheme) Size(name fyne.ThemeSizeName) float32 {
	if size, ok := themeSizes[name]; ok {
		return size
	}
	return t.base.Size(name)
}
