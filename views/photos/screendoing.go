package photos

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	shots "gongkao/app/photos"
	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/wording"
)

// What may be chosen as a file.
var (
	packed  = kit.FileKind{Name: "照片压缩包", Endings: []string{"zip"}}
	picture = kit.FileKind{Name: "图片", Endings: []string{"jpg", "jpeg", "png", "bmp", "gif", "webp"}}
)

func (s *Screen) chooseFolder() {
	if s.m.One() != nil {
		s.chooseFile()
		return
	}
	s.w.Files.Folder(kit.FileAsk{Title: "选择装照片的文件夹"}, s.look)
}

func (s *Screen) chooseFile() {
	ask := kit.FileAsk{Title: "选择照片压缩包", Kinds: []kit.FileKind{packed, picture}}
	if a := s.m.One(); a != nil {
		if why := shots.Shut(a); why != nil {
			s.w.Errors.Show(why)
			return
		}
		ask = kit.FileAsk{Title: "选择" + a.Person.Name + "的照片", Kinds: []kit.FileKind{picture}}
	}
	s.w.Files.Open(ask, s.look)
}

// look looks at what was chosen, in the background.
func (s *Screen) look(path string) {
	m, work := s.m, s.m.Look(path)
	kit.Run(s.looking, kit.Task[Looked]{
		Title: "正在看照片",
		Work: func(ctx context.Context, progress kit.Progress) (Looked, error) {
			return work(ctx, progress)
		},
		Done: func(l Looked) {
			s.w.Errors.Show(m.Show(l))
			s.shown = nil
			if m.One() == nil {
				s.rows.SetCount(0)
			}
			s.show()
			s.rows.GoTo(0)
			s.toList()
			s.w.Say(kit.SayPlain, m.Found(), "")
		},
	})
}

// choose lists other rows.
func (s *Screen) choose(f Filter) {
	s.m.Choose(f)
	s.show()
}

// turnTab goes to the next tab with something in it.
func (s *Screen) turnTab(by int) {
	if s.m.One() != nil || s.m.plan == nil {
		return
	}
	s.choose(Filter((int(s.m.Filter()) + by + 4) % 4))
	s.toList()
}

func (s *Screen) toMissing() {
	if s.m.plan == nil || s.m.One() != nil {
		return
	}
	s.choose(Missing)
	s.toList()
}

// copyMissing puts who is missing on the clipboard, for the units.
func (s *Screen) copyMissing() {
	if s.m.Filter() != Missing || s.m.Len() == 0 {
		if s.w.Canvas().Focused() == fyne.Focusable(s.rows) {
			s.rows.Copy()
		}
		return
	}
	fyne.CurrentApp().Clipboard().SetContent(s.m.MissingTable())
	s.w.Done(wording.Done{What: "已复制 " + wording.Count(s.m.Len()) + " 人的名单", Next: "可以贴进表格或消息里，发给单位"})
}

// acceptOne takes the current picture and goes to the next that wants a look. The
// one picture of a person goes on record at once.
func (s *Screen) acceptOne() {
	r := s.current()
	if r == nil {
		return
	}
	done, err := s.m.Accept(r)
	if err != nil {
		s.w.Errors.Show(err)
		return
	}
	if s.m.One() != nil {
		s.putAll()
		return
	}
	s.w.Done(done)
	s.show()
	s.goOn()
}

// goOn goes to the next picture that wants a look, or else one further.
func (s *Screen) goOn() {
	next := s.m.Next(s.rows.Current())
	if next < 0 {
		next = min(s.rows.Current()+1, s.m.Len()-1)
	}
	s.rows.GoTo(next)
}

// leaveOut leaves the current picture out; where there is none to choose, the photo
// of the one person is taken off the record.
func (s *Screen) leaveOut() {
	if r := s.current(); r != nil {
		s.w.Done(s.m.LeaveOut(r))
		s.show()
		return
	}
	if s.m.One() == nil {
		return
	}
	done, err := s.m.TakeAway(context.Background())
	if err != nil {
		s.w.Errors.Show(err)
		return
	}
	s.w.Wrote()
	s.w.Done(done)
	s.show()
}

// putAll puts on record what was taken.
func (s *Screen) putAll() {
	if s.putting.Busy() {
		return
	}
	m, work := s.m, s.m.Put()
	kit.Run(s.putting, kit.Task[shots.Done]{
		Title: "正在放入照片",
		Work: func(ctx context.Context, progress kit.Progress) (shots.Done, error) {
			return work(ctx, progress)
		},
		Done: func(done shots.Done) { s.wasPut(m, done) },
	})
}

// wasPut tells what is on record now. One person's photo leads back to his record,
// unless the clerk has gone elsewhere meanwhile.
func (s *Screen) wasPut(m *Model, done shots.Done) {
	said, err := m.PutDone(done)
	if len(done.Placed) > 0 {
		s.w.Wrote()
	}
	s.show()
	if err != nil {
		s.w.Errors.Show(err)
		return
	}
	if m.One() != nil {
		s.w.Errors.Show(m.Clear())
		if s.m == m && s.w.Screen() == shell.Screen(s) {
			s.w.Back()
		}
	}
	s.w.Done(said)
}

// toRecord opens the record of who is missing.
func (s *Screen) toRecord() {
	a := s.m.Person(s.people.Current())
	if a == nil {
		return
	}
	var list []data.ApplicationID
	for _, o := range s.m.missing() {
		list = append(list, o.Application.ID)
	}
	s.w.Go(shell.Route{Place: shell.Record, Person: a.Application.ID, List: list})
}

// typed are the keys that are letters; they work in the list and on the picture.
func (s *Screen) typed(letter rune) bool {
	r := s.current()
	if r == nil || r.State == Unusable {
		return false
	}
	switch {
	case letter >= '1' && letter <= '9':
		done, err := s.m.SayWho(r, int(letter-'0'))
		if err != nil {
			s.w.Errors.Show(err)
			return true
		}
		s.w.Done(done)
		s.rows.Refresh()
	case strings.ContainsRune("+=＋", letter):
		r.Closer(1)
	case strings.ContainsRune("-−_", letter):
		r.Closer(-1)
	case letter == '0':
		r.Reset()
	case letter == 'r' || letter == 'R':
		r.Turn()
	default:
		return false
	}
	s.drawCurrent()
	return true
}

// escape stops what runs; from the picture it goes to the list, and from there back.
func (s *Screen) escape() {
	switch {
	case s.looking.Cancel(), s.putting.Cancel():
	case s.m.One() == nil && s.w.Canvas().Focused() == fyne.Focusable(s.easel):
		s.toList()
	default:
		s.w.Back()
	}
}
