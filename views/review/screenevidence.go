package review

import (
	"bytes"
	"context"
	"fmt"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/scans"
	"gongkao/views/shell"
)

const (
	tabsHeight  float32 = 36
	scanFoot    float32 = 64 // what stands beneath the desk of a document
	valuePitch  float32 = 32
	valuesMost          = 6 // rows of values that are drawn
	deskLeast   float32 = 132
	deskTop     float32 = 48
	photoAspect float32 = 7.0 / 5
)

// newEvidence makes what lies in the middle.
func (s *Screen) newEvidence() {
	s.reading, s.tidying = s.w.Runner.NewLane(nil), s.w.Runner.NewLane(nil)
	s.tabs = kit.NewTabs(func(i int) {
		s.showEvidence(s.first + i)
		s.focus()
	})
	s.tabs.Join(s.w.Keys, func(bool) { s.focus() })
	s.view = kit.NewPageView(s.w.Runner)
	s.view.OnPage = func(int) { s.middle.Refresh() }
	s.view.Join(s.w.Keys, s.nextEvidence)
	for _, n := range Noted {
		b := kit.NewLink(n.State.String(), n.Key, func() { s.noteState(n.State) })
		b.Join(s.w.Keys, func(bool) { s.focus() })
		s.noting = append(s.noting, b)
	}
}

// nextEvidence shows the next tab; a scan gets the keyboard, so that it can be
// read more closely.
func (s *Screen) nextEvidence(back bool) {
	_, at := s.m.Shown()
	by := 1
	if back {
		by = -1
	}
	s.showEvidence(at + by)
	if s.writing != Nothing {
		return
	}
	if len(s.m.Scans()) > 0 {
		s.w.Focus(s.view)
	} else {
		s.w.Focus(s.clauses)
	}
}

// toScan goes into the scan, and back to the clauses.
func (s *Screen) toScan() {
	if s.w.Canvas().Focused() != fyne.Focusable(s.view) && len(s.m.Scans()) > 0 {
		s.w.Focus(s.view)
		return
	}
	s.focus()
}

func (s *Screen) showEvidence(at int) {
	if _, open := s.m.Person(); open {
		s.m.ShowEvidence(at)
		s.readEvidence()
		s.middle.Refresh()
	}
}

// readEvidence reads what the open tab shows, unless it is there already.
func (s *Screen) readEvidence() {
	if _, open := s.m.Person(); !open {
		s.showScans(nil, "")
		return
	}
	if e, _ := s.m.Shown(); e.Sort == ThePhoto {
		s.readPhoto()
	}
	wanted, of := s.m.Scans(), ""
	for _, scan := range wanted {
		of += scan.SHA256 + " "
	}
	if of == s.of {
		return
	}
	s.reading.Leave()
	s.showScans(nil, of)
	if of == "" {
		return
	}
	m, renderer := s.m, s.renderer
	kit.Run(s.reading, kit.Task[*scans.Pages]{
		Title: "正在读扫描件",
		Work: func(ctx context.Context, _ kit.Progress) (*scans.Pages, error) {
			return scans.Read(ctx, renderer, wanted, m.folders.Scan)
		},
		Done: func(read *scans.Pages) { s.showScans(read, of) },
	})
}

// showScans shows pages and gives those shown before back.
func (s *Screen) showScans(now *scans.Pages, of string) {
	before := s.scans
	s.scans, s.of = now, of
	if now != nil {
		s.view.SetPages(now)
		// A certificate that lies is seen whole, a form that stands is read from its head.
		if wide, high := now.PageSize(0); wide > high {
			s.view.SetZoom(kit.FitPage)
		} else {
			s.view.SetZoom(kit.FitWidth)
		}
	} else {
		s.view.SetPages(nil)
	}
	if before != nil {
		kit.Run(s.tidying, kit.Task[struct{}]{Title: "正在收起扫描件", Work: func(context.Context, kit.Progress) (struct{}, error) {
			return struct{}{}, before.Close()
		}})
	}
	s.middle.Refresh()
}

// turn turns the scan by a quarter.
func (s *Screen) turn() {
	if s.scans != nil {
		s.scans = s.scans.Turned()
		s.view.Replace(s.scans)
	}
}

// readPhoto reads the photo of whoever is open.
func (s *Screen) readPhoto() {
	who := s.m.c.Applicant().Person.ID
	if who == s.whose {
		return
	}
	s.whose, s.photo = who, nil
	raw, err := s.m.Photo(context.Background())
	s.w.Errors.Show(err)
	if picture, _, err := image.Decode(bytes.NewReader(raw)); err == nil {
		s.photo = canvas.NewImageFromImage(picture)
		s.photo.FillMode, s.photo.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
	}
}

// drawEvidence draws the tabs, what is under the open one, and the recorded
// values beneath.
func (s *Screen) drawEvidence(sheet *kit.Sheet, size fyne.Size) {
	if _, open := s.m.Person(); !open || size.Width <= 0 {
		return
	}
	s.drawTabs(sheet, size.Width)
	values := s.m.Values()
	if s.w.Shape() == shell.Narrow && len(values) > 3 {
		values = values[:3]
	}
	rows := min(len(values), valuesMost)
	bottom := size.Height - 8
	if rows > 0 {
		for rows > 1 && bottom-float32(rows+1)*valuePitch-scanFoot-deskTop < deskLeast+40 {
			rows--
		}
		bottom -= float32(rows+1)*valuePitch + 4
		s.drawValues(sheet, bottom+4, size.Width, values[:rows])
	}
	e, _ := s.m.Shown()
	switch e.Sort {
	case TheAppraisals:
		s.drawYears(sheet, size.Width)
	case LastYear:
		s.drawRecalled(sheet, size.Width, bottom)
	case ThePhoto:
		s.drawPhoto(sheet, size.Width, bottom-8)
	default:
		s.drawPaper(sheet, size.Width, bottom-8)
	}
}

// drawTabs draws as many tabs as there is room for, the open one among them.
func (s *Screen) drawTabs(sheet *kit.Sheet, width float32) {
	all := s.m.Evidences()
	_, at := s.m.Shown()
	room := width - kit.KeyCapWidth("Tab") - 16
	more := func(n int) string { return fmt.Sprintf("+%d", n) }
	fits := func(from int) (to int) {
		x := float32(0)
		for to = from; to < len(all); to++ {
			x += kit.Style{Bold: to == at}.Width(all[to].Name)
			rest := float32(0)
			if to < len(all)-1 || from > 0 {
				rest = 36
			}
			if x+rest > room {
				break
			}
			x += 24
		}
		return max(to, from+1)
	}
	if s.first = min(s.first, at); len(all) <= fits(0) {
		s.first = 0
	}
	for s.first < at && fits(s.first) <= at {
		s.first++
	}
	to := min(fits(s.first), len(all))
	var tabs []kit.Tab
	for _, e := range all[s.first:to] {
		tabs = append(tabs, kit.Tab{Label: e.Name})
	}
	s.tabs.Set(tabs, at-s.first)
	sheet.Line(0, tabsHeight-1, width, kit.Colors.HeadLine)
	sheet.Put(s.tabs, 0, 0, min(room, s.tabs.MinSize().Width), tabsHeight)
	if rest := len(all) - len(tabs); rest > 0 {
		sheet.TextR(more(rest), room+4, 4, 28, kit.Quiet())
	}
	sheet.KeyCapR("Tab", width, 7)
}

// noteState writes what was seen of the document shown.
func (s *Screen) noteState(state data.DocumentState) {
	if _, open := s.m.Person(); !open {
		return
	}
	if e, _ := s.m.Shown(); e.Sort != APaper {
		return
	}
	said, err := s.m.Note(context.Background(), state)
	s.done(said, err)
}
