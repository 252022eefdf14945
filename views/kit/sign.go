package kit

import "image/color"

// Sign says how a thing stands. It is always shown as shape, colour and word
// together; colour never speaks alone.
type Sign int

// The signs.
const (
	NoSign      Sign = iota
	Passed           // ✓
	Warned           // △ may go on, but look
	Blocked          // octagon: may not go on
	Unconfirmed      // dashed circle: the rule itself is 待核对
	Open             // empty circle: not looked at yet
	Returned         // ↩ sent back
)

type signLook struct {
	icon      string
	ink, tint func(*Palette) color.NRGBA
}

var signLooks = map[Sign]signLook{
	Passed:      {IconPass, func(p *Palette) color.NRGBA { return p.Pass }, func(p *Palette) color.NRGBA { return p.PassTint }},
	Warned:      {IconWarn, func(p *Palette) color.NRGBA { return p.Warn }, func(p *Palette) color.NRGBA { return p.WarnTint }},
	Blocked:     {IconBlock, func(p *Palette) color.NRGBA { return p.Block }, func(p *Palette) color.NRGBA { return p.BlockTint }},
	Unconfirmed: {IconUnconfirmed, func(p *Palette) color.NRGBA { return p.Ink2 }, func(p *Palette) color.NRGBA { return p.FieldTint }},
	Open:        {IconOpen, func(p *Palette) color.NRGBA { return p.Ink3 }, func(p *Palette) color.NRGBA { return p.FieldTint }},
	Returned:    {IconReturned, func(p *Palette) color.NRGBA { return p.Warn }, func(p *Palette) color.NRGBA { return p.WarnTint }},
}

// Color returns the colour of the sign and of its words.
func (s Sign) Color() color.Color {
	if look, ok := signLooks[s]; ok {
		return look.ink(Colors)
	}
	return Colors.Ink
}

// Tint returns the ground on which the sign's words may stand.
func (s Sign) Tint() color.Color {
	if look, ok := signLooks[s]; ok {
		return look.tint(Colors)
	}
	return Colors.FieldTint
}

// Icon returns the name of the sign's icon, "" when there is nothing to show.
func (s Sign) Icon() string { return signLooks[s].icon }

// Sign draws the sign itself.
func (s *Sheet) Sign(sign Sign, x, y, side float32) {
	if sign.Icon() != "" {
		s.Icon(sign.Icon(), x, y, side, sign.Color())
	}
}
