package units_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/app/demo"
	"gongkao/views/shell"
)

var longest = "罗山县" + strings.Repeat("农业农村综合行政执法与动物疫病预防", 3) + "控制中心分站"

func TestPicturesOfTheUnits(t *testing.T) {
	s, _ := stage(t, demo.Usual)
	s.Picture("units-normal")
	s, _ = stage(t, forty)
	lacking := formless(t, s)
	s.Go(shell.Route{Place: shell.Units, Unit: lacking.ID})
	s.Picture("units-block")
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyTab)
	s.Press(fyne.KeyTab)
	compose(s, "办公室")
	s.Press(fyne.KeyTab)
	s.Picture("units-error")
	s.Go(shell.Route{Place: shell.Units, Owing: "unit-silent"})
	s.Picture("units-silent")
	s.Press(fyne.KeyEscape)
	compose(s, "管理局")
	s.Press(fyne.KeyReturn)
	s.Picture("units-found")
	s.Press(fyne.KeyEscape)
	s.Press(fyne.KeyU, fyne.KeyModifierControl)
	s.Picture("units-new")
	compose(s, longest)
	s.Press(fyne.KeyReturn)
	compose(s, longest[:30])
	s.Press(fyne.KeyReturn)
	compose(s, "补登记")
	s.Press(fyne.KeyReturn)
	s.Picture("units-long-names")
	s.Go(shell.Route{Place: shell.Units, Unit: lacking.ID})
	s.Rooms("units")
	s, _ = stage(t, demo.Size{People: 2000, Units: 1000, Seed: 1})
	s.Picture("units-1000")
	compose(s, "不存在")
	s.Picture("units-nothing-found")
}

func TestEveryUnitOfAThousandIsAtHand(t *testing.T) {
	s, _ := stage(t, demo.Size{People: 0, Units: 1000, Seed: 1})
	if !s.Sees("999 个单位") {
		t.Error("it does not say how many")
	}
	compose(s, "周党镇第二十")
	if !s.Sees("罗山县周党镇第二十小学") && !s.Sees("罗山县周党镇第二十卫生站") {
		t.Errorf("it shows %v", s.Texts())
	}
}

func TestTheUnitsAreThereAfterALongTimeElsewhere(t *testing.T) {
	s, _ := stage(t, forty)
	s.Away(t)
}
