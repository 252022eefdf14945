package shell

import (
	"context"

	"gongkao/views/kit"
)

// Open shows the frame of an office; Go opens the first screen.
func (w *Window) Open(sign Sign) {
	w.alone = nil
	w.history, w.place, w.screens = nil, 0, map[Place]Screen{} // those of another year show its people
	w.frame = newFrame(w, sign)
	w.show(w.frame.object)
	w.Say(kit.SayPlain, "", "")
	w.BackedUp()
	w.Recount()
}

// titled names screen and office in the title bar and the task bar.
func (w *Window) titled() {
	sign, where := w.frame.sign, ""
	if s := w.Screen(); s != nil {
		where = s.Help().Title + " — "
	}
	if sign.Practice {
		w.window.SetTitle(where + "工考　演练")
		return
	}
	w.window.SetTitle(where + "工考　" + sign.Office)
}

// Resign takes another name of the office or the clerk into the frame.
func (w *Window) Resign(sign Sign) {
	if w.frame != nil {
		w.frame.sign = sign
		w.titled()
		w.frame.top.Refresh()
	}
}

// Alone shows a screen without the frame: before an office is open.
func (w *Window) Alone(s Screen) {
	w.alone, w.frame = s, nil
	w.Keys.Front(s.Keys())
	w.Canvas().Unfocus()
	w.show(s.Object())
	s.Open(Route{})
	w.window.SetTitle(s.Help().Title + " — 工考")
}

// Screen returns the screen shown.
func (w *Window) Screen() Screen {
	if w.alone != nil {
		return w.alone
	}
	return w.screens[w.place]
}

// Go opens a route. Where one comes from is remembered for Back, unless a
// screen cannot be left.
func (w *Window) Go(r Route) {
	from, ok := w.leave()
	if !ok {
		return
	}
	if from.Place != 0 && (from.Place != r.Place || from.Person != r.Person || r.Select != nil) {
		w.history = append(w.history, from)
	}
	w.enter(r)
}

// Replace opens a route without a way back to this place: the next person.
func (w *Window) Replace(r Route) {
	if _, ok := w.leave(); ok {
		w.enter(r)
	}
}

// Back returns to where one came from, and to the place within it. At the
// beginning it goes to the first screen.
func (w *Window) Back() {
	if w.frame == nil {
		return
	}
	if len(w.history) == 0 {
		if w.place != Today {
			w.Replace(Route{Place: Today})
		}
		return
	}
	if _, ok := w.leave(); !ok {
		return
	}
	last := w.history[len(w.history)-1]
	w.history = w.history[:len(w.history)-1]
	w.enter(last)
}

// From returns where Back would lead; the zero Route at the beginning.
func (w *Window) From() Route {
	if len(w.history) == 0 {
		return Route{}
	}
	return w.history[len(w.history)-1]
}

// leave asks the present screen to write what it holds.
func (w *Window) leave() (from Route, ok bool) {
	s := w.Screen()
	if s == nil || w.alone != nil {
		return Route{}, true
	}
	if !w.Searching() {
		w.Canvas().Unfocus() // a field commits when the caret leaves
	}
	from = s.Route()
	if err := s.Leave(); err != nil {
		w.Errors.Show(err)
		return from, false
	}
	return from, true
}

func (w *Window) enter(r Route) {
	s, ok := w.screens[r.Place]
	if !ok {
		maker, known := w.Makers[r.Place]
		if !known {
			return
		}
		s = maker()
		w.screens[r.Place] = s
	}
	w.Layer.Clear()
	if r.Place != w.place {
		w.Say(kit.SayPlain, "", "") // what was said belongs to the screen it was said on
	}
	w.place = r.Place
	if r.Place.navigation() != Applicants {
		w.ShowSearch("") // it searched people
	}
	w.Keys.Front(s.Keys())
	w.frame.room.Objects = nil
	w.frame.room.Add(s.Object())
	kit.Revive(s.Object())
	w.Canvas().Refresh(w.frame.room)
	w.frame.nav.Refresh()
	s.Open(r)
	w.titled()
}

// Recount counts in the background what waits in each place.
func (w *Window) Recount() {
	if w.Counts == nil || w.frame == nil {
		return
	}
	count := w.Counts()
	kit.Run(w.counts, kit.Task[map[Place]int]{
		Title: "正在清点",
		Work:  func(context.Context, kit.Progress) (map[Place]int, error) { return count(), nil },
		Done: func(counts map[Place]int) {
			if w.frame != nil {
				w.frame.setCounts(counts)
			}
		},
	})
}

// Reread lets the screen shown read again: something was written behind its
// back.
func (w *Window) Reread() {
	if s, ok := w.Screen().(Reader); ok {
		s.Refresh()
	}
}
