package record_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/shell"
)

func TestPicturesOfPapersAndSheets(t *testing.T) {
	s := stage(t)
	id := pending(s)[1]
	s.Go(shell.Route{Place: shell.Record, Person: id, List: pending(s), Field: "appraisals.2025"})
	s.Type("wba")
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyF10)
	s.Type("1")
	s.Press(fyne.KeyRight)
	s.Type("2")
	s.Press(fyne.KeyRight)
	s.Type("3")
	s.Press(fyne.KeyRight)
	s.Type("3")
	s.Picture("record-papers")
	s.Press(fyne.KeyEnd)
	s.Picture("record-papers-end")
	s.Press(fyne.KeyReturn)
	s.Picture("record-paper")
	s.Press(fyne.KeyEscape)
	s.Press(fyne.KeyF2)
	s.Picture("record-acts")
	s.Press(fyne.Key1)
	s.Type("1")
	s.Press(fyne.KeyReturn)
	s.Type("1")
	s.Picture("record-promise")
	s.Resize(911, 460)
	s.Picture("record-promise-150-460")
	s.Resize(1366, 768)
	s.Press(fyne.KeyEscape)
	s.Press(fyne.KeyF2)
	s.Press(fyne.Key3)
	s.Type("提供虚假考核材料")
	s.Press(fyne.KeyReturn)
	s.Type("2026.4.1")
	s.Picture("record-violation")
	s.Press(fyne.KeyEscape)
	s.Go(shell.Route{Place: shell.Record, Person: id, List: pending(s), Field: "level"})
	s.Type("1")
	s.Press(fyne.KeyReturn)
	s.Picture("record-level-one")
	s.Press(fyne.KeyF2)
	s.Press(fyne.Key2)
	s.Picture("record-notice")
	s.Press(fyne.KeyEscape)
	s.Press(fyne.KeyF2)
	s.Press(fyne.Key5)
	s.Type(s.Office.Office.Today().String())
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyReturn)
	s.Picture("record-past")
	s.At150()
	s.Picture("record-past-150")
	s.Resize(1366, 768)
	s.Press(fyne.KeyEscape)
	decided := s.Office.Select(registration.Selection{Statuses: []data.Status{data.Approved}})
	s.Scale(1)
	s.Go(shell.Route{Place: shell.Record, Person: decided[0].Application.ID})
	s.Picture("record-decided-papers")
	s.Press(fyne.KeyE, fyne.KeyModifierControl)
	s.Type(strings.Repeat("x", 3))
	s.Picture("record-correct")
}

func TestPapersFitEveryRoom(t *testing.T) {
	s := stage(t)
	s.Go(shell.Route{Place: shell.Record, Person: named(t, s, "王守义"), List: pending(s)})
	s.Press(fyne.KeyF10)
	s.Rooms("record-papers")
}
