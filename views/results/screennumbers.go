package results

import (
	"fmt"

	"fyne.io/fyne/v2"

	"gongkao/views/kit"
)

// running says, beneath the first number, which one the last of the rows will have.
func (s *Screen) running(rows []int, first *kit.Field) *fyne.Container {
	return kit.Drawn(fyne.NewSize(0, kit.FieldHeight), func(sheet *kit.Sheet, size fyne.Size) {
		if first.Value() == "" {
			return
		}
		numbers, err := s.m.Numbers(first.Value(), len(rows))
		words := "末尾没有数字，排不下去"
		if err == nil {
			last := rows[len(rows)-1]
			words = fmt.Sprintf("到 %s 是 %s，共 %d 个", s.m.Person(last).Name, numbers[len(numbers)-1], len(numbers))
		}
		sheet.TextIn(words, 0, 0, size.Width, kit.FieldHeight, kit.Quiet())
	})
}
