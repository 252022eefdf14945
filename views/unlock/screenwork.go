package unlock

import (
	"context"

	"fyne.io/fyne/v2"

	"gongkao/app/registration"
	"gongkao/views/kit"
	"gongkao/views/wording"
)

// answer is what opening brought: an office, or why not.
type answer struct {
	desk *registration.Desk
	err  error
}

// forward is Enter in the last field: open, set the new passphrase, look again.
func (s *Screen) forward() {
	if s.work.Busy() {
		return
	}
	switch s.page {
	case signIn:
		s.try()
	case newPassphrase:
		s.recover()
	case refused:
		s.again()
	}
}

func (s *Screen) try() {
	passphrase := s.passphrase.Value()
	if !s.model.MayTry(passphrase) {
		s.w.Focus(s.passphrase)
		return
	}
	model := s.model
	s.open("正在打开", func(ctx context.Context) (*registration.Desk, error) { return model.Try(ctx, passphrase) }, func(err error) {
		s.w.Errors.Show(s.model.Failed(err))
		s.w.Focus(s.passphrase)
		s.passphrase.TypedShortcut(&fyne.ShortcutSelectAll{})
	})
}

func (s *Screen) recover() {
	if ok, _ := s.model.MayRecover(); !ok {
		s.toMissing()
		return
	}
	model, code, passphrase := s.model, s.model.Text(CodeField), s.model.Text(FirstField)
	s.open("正在换口令", func(ctx context.Context) (*registration.Desk, error) { return model.Recover(ctx, code, passphrase) }, func(err error) {
		s.w.Errors.Show(s.model.RecoverFailed(err))
		s.w.Focus(s.fields[CodeField])
	})
}

// toMissing goes to the field that stands in the way of a new passphrase.
func (s *Screen) toMissing() {
	for i, f := range s.model.Fields() {
		if i == len(s.model.Fields())-1 || f.Mark == wording.Block || s.model.Text(f.Key) == "" {
			s.w.Focus(s.fields[f.Key])
			return
		}
	}
}

// open opens the office in the background; failed takes why it did not.
func (s *Screen) open(title string, work func(context.Context) (*registration.Desk, error), failed func(error)) {
	s.w.Say(kit.SayPlain, "", "")
	kit.Run(s.work, kit.Task[answer]{
		Title: title,
		Work: func(ctx context.Context, _ kit.Progress) (answer, error) {
			desk, err := work(ctx)
			if desk == nil && ctx.Err() != nil {
				return answer{}, ctx.Err()
			}
			return answer{desk, err}, nil // open is open, cancelled too late or not
		},
		Done: func(a answer) {
			if a.err != nil {
				failed(a.err)
				s.countDown()
				return
			}
			s.wait.Leave()
			s.forget()
			s.opened(a.desk)
		},
		Ended: s.changed,
	})
	s.changed()
}

// again looks whether what stood in the way is gone.
func (s *Screen) again() {
	model := s.model
	kit.Run(s.work, kit.Task[*Model]{
		Title: "正在看能不能打开",
		Work:  func(ctx context.Context, _ kit.Progress) (*Model, error) { return model.Again(ctx) },
		Done: func(fresh *Model) {
			s.model = fresh
			s.Open(s.Route())
			if r, is := fresh.Refusal(); is && fresh.Fault() == nil {
				s.w.Say(kit.SayWarn, "还是打不开："+r.Title, "")
			}
		},
		Ended: s.changed,
	})
	s.changed()
}

// escape is Esc: stop what runs, or back to the passphrase.
func (s *Screen) escape() {
	switch {
	case s.work.Busy():
		s.work.Cancel()
	case s.page == newPassphrase:
		s.page = signIn
		s.turn()
	}
}

func (s *Screen) reveal() {
	if s.page != refused {
		s.buttons.secrets.Turn()
	}
}

// otherWay is F6: the recovery code instead of the passphrase, a backup instead
// of a damaged file.
func (s *Screen) otherWay() {
	if s.work.Busy() {
		return
	}
	switch s.page {
	case signIn:
		s.page = newPassphrase
		s.turn()
	case refused:
		s.restore()
	}
}

func (s *Screen) restore() {
	r, _ := s.model.Refusal()
	if !r.Damaged || s.Restore == nil {
		return
	}
	newest := ""
	if len(r.Backups) > 0 {
		newest = r.Backups[0].Path
	}
	s.Restore(newest)
}

func (s *Screen) practise() {
	if s.Practise != nil && !s.work.Busy() {
		s.wait.Leave()
		s.Practise()
	}
}
