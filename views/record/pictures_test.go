package record_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/record"
	"gongkao/views/shell"
)

func TestPicturesOfTheRecord(t *testing.T) {
	s := stage(t)
	ids := pending(s)
	worst := ids[0]
	for _, id := range ids {
		m, err := record.Open(s.Office, draftsOf(t, s.Office), id)
		if err != nil {
			t.Fatal(err)
		}
		best, _ := record.Open(s.Office, draftsOf(t, s.Office), worst)
		if len(m.Panel().Lines) > len(best.Panel().Lines) {
			worst = id
		}
	}
	s.Go(shell.Route{Place: shell.Record, Person: worst, List: ids, Field: "current_cert_date"})
	s.Press(fyne.KeyEnd)
	s.Picture("record-normal")
	s.Resize(1366, 690)
	s.Picture("record-690")
	s.Resize(1280, 690)
	s.Picture("record-1280")
	s.Resize(1920, 1040)
	s.Picture("record-1920")
	s.Resize(1366, 768)
	s.Go(shell.Route{Place: shell.Record, Person: ids[0], List: ids})
	s.Picture("record-first")
	s.Type("411503198109010020")
	s.Press(fyne.KeyReturn)
	s.Picture("record-error")
	s.Press(fyne.KeyTab, fyne.KeyModifierShift)
	s.Type(string(person(s, ids[0]).Person.IDNumber))
	for _, phone := range []string{"13900001111", "13900002222"} {
		s.Shell.Go(shell.Route{Place: shell.Record, Person: ids[0], Field: "phone"})
		s.Type(phone)
		s.Press(fyne.KeyReturn)
	}
	s.Press(fyne.KeyZ, fyne.KeyModifierControl)
	s.Shell.Go(shell.Route{Place: shell.Record, Person: ids[0], Field: "address"})
	s.Compose(strings.Repeat("罗山县城关镇灵山大道118号", 3))
	s.Press(fyne.KeyTab)
	s.Picture("record-timeline")
	s.Press(fyne.KeyF7)
	s.Picture("record-whole")
	s.Press(fyne.KeyEscape)
	s.Go(shell.Route{Place: shell.Record})
	s.Picture("record-empty")
	for range 2 {
		s.Press(fyne.KeyTab)
	}
	s.Picture("record-proposed")
	s.Press(fyne.KeyTab, fyne.KeyModifierShift)
	s.Press(fyne.KeyTab, fyne.KeyModifierShift)
	s.Type(string(person(s, ids[2]).Person.IDNumber))
	s.Press(fyne.KeyReturn)
	s.Picture("record-twin")
	s.Press(fyne.KeyF5)
	s.Press(fyne.KeyEscape)
	s.Press(fyne.KeyTab, fyne.KeyModifierShift)
	for _, typed := range []string{"411503198109010027", "liuwei", "", "13837650142", "", "50", "", "lsx", "", "", "98.9", "zz", "4", "byy", "19.6", "", "4", "20.1", "3", "byy"} {
		s.Type(typed)
		s.Press(fyne.KeyReturn)
	}
	s.Picture("record-typing")
	s.Press(fyne.KeyF6)
	s.Picture("record-typing-finding")
	s.Type("w")
	s.Picture("record-typing-list")
	s.Go(shell.Route{Place: shell.Record, Person: worst, List: ids, Field: "name"})
	s.Press(fyne.KeyA, fyne.KeyModifierControl)
	s.Compose(strings.Repeat("阿卜杜热合曼", 8) + "𬱖刘")
	s.Press(fyne.KeyTab)
	s.Picture("record-long")
	s.Press(fyne.KeyZ, fyne.KeyModifierControl)
	decided := s.Office.Select(registration.Selection{Statuses: []data.Status{data.Approved}})
	s.Go(shell.Route{Place: shell.Record, Person: decided[0].Application.ID})
	s.Picture("record-decided")
	s.Go(shell.Route{Place: shell.Record, Person: worst, List: ids, Field: "current_cert_date"})
	s.At125()
	s.Picture("record-125")
	s.At150()
	s.Go(shell.Route{Place: shell.Record, Person: worst, List: ids, Field: "appointed_date"})
	s.Picture("record-150")
	s.Press(fyne.KeyF6)
	s.Picture("record-150-panel")
	s.Press(fyne.KeyF6)
	s.Picture("record-150-finding")
	s.Resize(911, 460)
	s.Picture("record-150-460")
	s.Press(fyne.KeyF1)
	s.Picture("record-150-460-help")
}
