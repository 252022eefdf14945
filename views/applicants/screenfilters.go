package applicants

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/wording"
)

// filterField is a filter as it is drawn.
type filterField struct {
	key   string
	field *kit.Lookup
	tone  *container.ThemeOverride
	set   bool
	width float32
	words string // the value as far as it fits
}

// tone writes in the accent colour what narrows the list.
type tone struct {
	fyne.Theme
	of *filterField
}

func (t tone) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	if n == theme.ColorNameForeground && t.of.set {
		return kit.Colors.Accent
	}
	return t.Theme.Color(n, v)
}

// Widths of the filters, and of the same where there is little room: then a
// filter holds its label and 全部.
var (
	filterWidths       = []float32{168, 144, 144, 128, 128, 128}
	narrowFilterWidths = []float32{135, 107, 107, 107, 107, 107}
)

const (
	filterGap  float32 = 8
	filterEnds float32 = 49 // what a filter takes besides its two words
)

func (s *Screen) makeFilters() {
	for at, filter := range s.m.Filters() {
		f := &filterField{key: filter.Key}
		choices := func() []kit.Choice { return kit.ChoicesOf(s.m.Filters()[at].Choices) }
		f.field = kit.NewLookupIn(kit.Spec{Lead: filter.Label, Filter: true}, choices)
		f.field.SetValue(filter.Value)
		f.field.Left = func(text string) { s.leaveFilter(f, text) }
		f.tone = container.NewThemeOverride(f.field, tone{kit.NewTheme(kit.Colors), f})
		s.filters = append(s.filters, f)
	}
}

// leaveFilter takes what a clerk left in a filter.
func (s *Screen) leaveFilter(f *filterField, text string) {
	var err error
	s.list(func() { err = s.m.TakeFilter(f.key, text) })
	f.field.SetValue(f.words)
	if err == nil {
		s.remark(&s.refused, kit.SayPlain, wording.Done{})
		return
	}
	s.w.Errors.Show(err)
	_, s.refused, _ = s.w.Message()
}

func (s *Screen) showFilters() {
	for at, filter := range s.m.Filters() {
		f := s.filters[at]
		f.set = filter.Set
		f.field.Mark(filter.Set)
	}
	show(s.buttons.clear, s.m.Filtered())
	s.sieve.Refresh()
}

func (s *Screen) drawFilters(p *kit.Sheet, size fyne.Size) {
	right := size.Width - kit.Margin
	columns, clearing := s.buttons.columns.MinSize(), s.buttons.clear.MinSize()
	crowded := s.narrow() && s.m.Filtered() // the way back from a filter comes before columns
	show(s.buttons.columns, !crowded)
	if !crowded {
		p.Icon(kit.IconDown, right-14, 8, 14, kit.Colors.Ink2)
		p.Put(s.buttons.columns, right-18-columns.Width, 4, columns.Width+18, columns.Height)
	}
	s.spread(right - 18 - columns.Width - 2*filterGap - clearing.Width - kit.Margin)
	x := kit.Margin
	for _, f := range s.filters {
		p.Put(f.tone, x, 0, f.width, kit.FieldHeight)
		x += f.width + filterGap
	}
	p.Put(s.buttons.clear, min(x+filterGap, right-clearing.Width), 4, clearing.Width, clearing.Height)
}

// spread gives the filters their widths; what is to spare goes to those that
// say more than fits.
func (s *Screen) spread(room float32) {
	widths := filterWidths
	if s.w.Shape() != shell.Wide {
		widths = narrowFilterWidths
	}
	for at, f := range s.filters {
		f.width = widths[at]
		room -= f.width + filterGap
	}
	for at, filter := range s.m.Filters() {
		f := s.filters[at]
		other := kit.Quiet().Width(filter.Label) + filterEnds
		if more := min(other+kit.Strong().Width(filter.Value)-f.width, room); f.set && more > 0 {
			f.width += more
			room -= more
		}
		f.words = kit.Fit(filter.Value, f.width-other, kit.Normal, f.set)
		if !f.field.Focused() {
			f.field.SetValue(f.words)
		}
	}
}
