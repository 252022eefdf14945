package marked

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// listStyles are the ids of the list's cell styles.
type listStyles struct {
	title, hint, head, text, link int
	demand                        map[bool]int // by Mark.Warning
}

func (c *copying) listStyles() (s listStyles, err error) {
	ruled := ruled()
	filled := func(colour string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	left := &excelize.Alignment{Vertical: "center", WrapText: true}
	centre := &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}
	var mustMend, look int
	for _, style := range []struct {
		id *int
		of excelize.Style
	}{
		{&s.title, excelize.Style{Font: &excelize.Font{Bold: true, Size: 16, Family: "宋体"}, Alignment: &excelize.Alignment{Vertical: "center"}}},
		{&s.hint, excelize.Style{Font: &excelize.Font{Size: 11, Family: "宋体"}, Alignment: left}},
		{&s.head, excelize.Style{Font: &excelize.Font{Bold: true, Size: 11, Family: "宋体"}, Alignment: centre, Border: ruled, Fill: filled("E7EDF3")}},
		{&s.text, excelize.Style{NumFmt: textFormat, Font: &excelize.Font{Size: 11, Family: "宋体"}, Alignment: left, Border: ruled}},
		{&s.link, excelize.Style{NumFmt: textFormat, Font: &excelize.Font{Size: 11, Family: "宋体", Color: "0B5CAD", Underline: "single"}, Alignment: centre, Border: ruled}},
		{&mustMend, excelize.Style{Font: &excelize.Font{Size: 11, Family: "宋体"}, Alignment: centre, Border: ruled, Fill: filled(errorTint)}},
		{&look, excelize.Style{Font: &excelize.Font{Size: 11, Family: "宋体"}, Alignment: centre, Border: ruled, Fill: filled(warningTint)}},
	} {
		if *style.id, err = c.file.NewStyle(&style.of); err != nil {
			return s, err
		}
	}
	s.demand = map[bool]int{false: mustMend, true: look}
	return s, nil
}

// ruled are thin grey rules at every side.
func ruled() (rules []excelize.Border) {
	for _, side := range []string{"left", "top", "right", "bottom"} {
		rules = append(rules, excelize.Border{Type: side, Color: "A6A6A6", Style: 1})
	}
	return rules
}

// linesOf is how many lines a text takes in a width of so many digits.
func linesOf(text string, width int) (lines int) {
	for _, paragraph := range strings.Split(text, "\n") {
		digits := 0
		for _, r := range paragraph {
			digits += digitsOf(r)
		}
		lines += max(1, (digits+width-1)/width)
	}
	return lines
}

// digitsOf is how wide a character is: a hanzi is two digits wide.
func digitsOf(r rune) int {
	if r < 0x2000 {
		return 1
	}
	return 2
}

// across prints a sheet on A4 landscape, as wide as one page.
func across(f *excelize.File, sheet string) error {
	a4, landscape, wide, tall, fit := 9, "landscape", 1, 0, true
	if err := f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	return f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &tall})
}
