package textbooks_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/app/demo"
	ordering "gongkao/app/textbooks"
	"gongkao/data"
	"gongkao/views/shell"
)

func TestPicturesOfTheTextbooks(t *testing.T) {
	s, _ := stage(t, demo.Usual)
	s.Picture("textbooks-county")
	unit := ordered(t, s)
	s.Go(shell.Route{Place: shell.Textbooks, Unit: unit.ID})
	s.Picture("textbooks-unit")
	s.Press(fyne.KeyN, fyne.KeyModifierControl)
	s.Type("z")
	s.Picture("textbooks-order")
	s.Press(fyne.KeyReturn)
	s.Picture("textbooks-proposed")
	s.Press(fyne.KeyEscape)
	s.Press(fyne.KeyF8)
	s.Picture("textbooks-money")
	s.Press(fyne.KeyEscape)
	s.Press(fyne.KeyF9)
	s.Picture("textbooks-hand-out")
	s.Press(fyne.KeyEscape)
	s.Press(fyne.KeyF7)
	s.Press(fyne.KeyMinus)
	s.Picture("textbooks-void")
	s.Press(fyne.KeyEscape)
	s.Picture("textbooks-orders")
	s.Press(fyne.KeyF7)
	s.Picture("textbooks-slips")
	s.Press(fyne.KeyF7)
	long := strings.Repeat("工勤技能岗位等级考核培训教材", 4)
	b, err := ordering.AddBook(ctx, s.Office, data.Book{Trade: "动物疫病防治员", Level: 3, Title: long, Price: 99900, Source: long})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ordering.Order(ctx, s.Office, ordering.Wish{Unit: unit.ID, Book: b.ID, Copies: 4321}); err != nil {
		t.Fatal(err)
	}
	s.Go(shell.Route{Place: shell.Textbooks, Unit: unit.ID})
	s.Picture("textbooks-long")
	s.Rooms("textbooks")
	s, _ = stage(t, demo.Usual)
	s.Press(fyne.KeyF2)
	s.Picture("textbooks-catalogue")
	s.Press(fyne.KeyN, fyne.KeyModifierControl)
	s.Picture("textbooks-book")
	s.Press(fyne.KeyEscape)
	s.Rooms("textbooks-catalogue")
	s, _ = stage(t, demo.Size{People: 0, Units: 12, Seed: 5})
	s.Picture("textbooks-empty")
}
