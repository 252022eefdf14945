package applicants_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/shell"
)

func TestAFilterOfSeveralStaysWhenItsListIsOnlyLookedAt(t *testing.T) {
	s := opened(t, 40)
	set := registration.Selection{Levels: []data.Level{4, 3}}
	s.Go(shell.Route{Place: shell.Applicants, Select: &set})
	s.Press(fyne.KeyDown, alt)
	s.Press(fyne.KeyTab)
	s.Press(fyne.KeyTab)
	s.Press(fyne.KeyF4)
	s.sees(t, "去掉三级")
	s.Press(fyne.KeyReturn)
	if !s.shown().Equal(set) {
		t.Errorf("it shows %+v", s.shown())
	}
}

func TestALevelIsTypedAsItsNumberAndARefusalIsTakenBack(t *testing.T) {
	s := opened(t, 40)
	s.Press(fyne.KeyDown, alt)
	s.Press(fyne.KeyTab)
	s.Press(fyne.KeyTab)
	s.Type("9")
	s.Press(fyne.KeyReturn)
	if !strings.Contains(s.Said(), "没有“9”可选") {
		t.Errorf("said %q", s.Said())
	}
	s.Press(fyne.KeyTab, shift)
	s.Type("3")
	s.Press(fyne.KeyReturn)
	if shown := s.shown(); !slices.Equal(shown.Levels, []data.Level{3}) || strings.Contains(s.Said(), "可选") {
		t.Errorf("shown %+v, said %q", shown, s.Said())
	}
}

func TestASearchIsAtWhoeverHasTheNameNotTheUnit(t *testing.T) {
	s := opened(t, 40)
	name := "李德顺"
	s.Press(fyne.KeyF3)
	s.Type("lds")
	s.Press(fyne.KeyReturn)
	a, _ := s.Office.Register.ByID(s.record.Last().Person)
	if a == nil || a.Person.Name != name {
		t.Errorf("opened %+v", a)
	}
}

func TestNobodyIsNotExported(t *testing.T) {
	s := opened(t, 40)
	s.Press(fyne.KeyF3)
	s.Compose("没有这个人")
	s.files.Asked = kit.FileAsk{}
	s.ClickOn("导出")
	if s.files.Asked.Title != "" || !strings.Contains(s.Said(), "没有人可以导出") {
		t.Errorf("asked %+v, said %q", s.files.Asked, s.Said())
	}
	if s.Sees("显示身份证号") {
		t.Error("there are no numbers to show")
	}
}
