package photos

import (
	"context"
	"errors"
	"fmt"
	"slices"

	shots "gongkao/app/photos"
	"gongkao/data"
	"gongkao/views/wording"
)

// Accept takes a picture as it is framed; F8 puts it on record. It refuses one that
// is nobody's yet, and one that cannot be used.
func (m *Model) Accept(r *Row) (wording.Done, error) {
	switch {
	case r.State == Unusable:
		return wording.Done{}, data.Refuse("photo-unusable", "", r.Why, r.Next)
	case r.State == OnRecord:
		return wording.Done{What: "这一张已经放入了"}, nil
	case r.Who == nil:
		return wording.Done{}, data.Refuse("photo-nobody", "", "还不知道是谁的照片", fmt.Sprintf("请按 1 到 %d 指明是谁，或按 Del 不放", len(r.mayBe())))
	}
	r.State = Taken
	done := wording.Done{What: r.Who.Person.Name + "：放这一张", Next: fmt.Sprintf("F8 放入 %s 张", wording.Count(len(m.Ready())))}
	if others := m.withdrawn(r); others > 0 {
		done.What += fmt.Sprintf("，其余 %d 张不放", others)
	}
	return done, nil
}

// LeaveOut leaves a picture out, or takes it back in.
func (m *Model) LeaveOut(r *Row) wording.Done {
	switch r.State {
	case Unusable, OnRecord:
		return wording.Done{}
	case LeftOut:
		r.State = Waits
		return wording.Done{What: "还要看这一张"}
	}
	r.State = LeftOut
	return wording.Done{What: "这一张不放", Next: "再按 Del 拿回来"}
}

// SayWho says whose a picture is, by the figure before the name. Somebody decided on
// is refused (closed).
func (m *Model) SayWho(r *Row, figure int) (wording.Done, error) {
	all := r.mayBe()
	if figure < 1 || figure > len(all) {
		return wording.Done{}, nil
	}
	a := all[figure-1]
	if why := shots.Shut(a); why != nil {
		return wording.Done{}, why
	}
	r.Who, r.How = a, "指定"
	return wording.Done{What: "是" + a.Unit + "的" + a.Person.Name, Next: "Enter 放这一张"}, nil
}

// How far the keys move the frame, in percent of the free room, and how much closer
// they bring it.
const (
	coarse = 5.0
	fine   = 1.0
	closer = 0.05
)

// Nudge moves the frame by steps right and down.
func (r *Row) Nudge(right, down float64, finely bool) {
	step := coarse
	if finely {
		step = fine
	}
	r.Frame = r.Frame.Moved(right*step, down*step)
}

// Closer brings the frame nearer by steps.
func (r *Row) Closer(steps float64) { r.Frame = r.Frame.Closer(steps * closer) }

// Reset takes the frame as it stands by itself; the picture stays turned.
func (r *Row) Reset() { r.Frame.DX, r.Frame.DY, r.Frame.Zoom = 0, 0, 0 }

// Turn turns the picture by a quarter, clockwise.
func (r *Row) Turn() {
	r.Frame.Turns = (r.Frame.Turns + 1) % 4
	r.Reset()
}

// Put returns the work of putting all that was taken on record. A cancel is no error:
// what is in is told. Hand the answer to PutDone.
func (m *Model) Put() func(context.Context, func(done, total int)) (shots.Done, error) {
	source, all := m.source, m.Ready()
	return func(ctx context.Context, progress func(done, total int)) (shots.Done, error) {
		if len(all) == 0 {
			return shots.Done{}, data.Refuse("photo-none", "", "没有要放入的照片", "在要放的照片上按 Enter，再按 F8")
		}
		done, err := source.Put(ctx, m.desk, all, progress)
		if errors.Is(err, context.Canceled) {
			err = nil
		}
		return done, err
	}
}

// PutDone shows what was put.
func (m *Model) PutDone(done shots.Done) (wording.Done, error) {
	var refused error
	for _, r := range m.rows {
		if r.State != Taken {
			continue
		}
		if slices.Contains(done.Placed, r.Who.Application.ID) {
			r.State, r.Had = OnRecord, true
		}
		for _, left := range done.Left {
			if why, ok := data.AsRefusal(left.Why); ok && left.File == r.File {
				r.State, r.Why, r.Item.Next, refused = Unusable, why.Message, why.Hint, left.Why
			}
		}
	}
	m.Choose(m.filter)
	said := wording.Done{What: fmt.Sprintf("已放入 %s 张照片", wording.Count(len(done.Placed)))}
	switch rest := len(m.Ready()); {
	case rest > 0:
		said.Next = fmt.Sprintf("停下了，还有 %s 张没有放：按 F8 接着放", wording.Count(rest))
	case m.waiting() > 0:
		said.Next = fmt.Sprintf("还有 %s 张要看一眼", wording.Count(m.waiting()))
	case len(m.missing()) > 0 && m.one == nil:
		said.Next = fmt.Sprintf("还有 %s 人缺照片，F6 列出", wording.Count(len(m.missing())))
	}
	if len(done.Placed) > 0 {
		refused = nil // said on the rows
	}
	return said, refused
}

// TakeAway takes the photo of the one person off the record.
func (m *Model) TakeAway(ctx context.Context) (wording.Done, error) {
	if err := shots.TakeAway(ctx, m.desk, m.one.Application.ID); err != nil {
		return wording.Done{}, err
	}
	return wording.Done{What: "已取下" + m.one.Person.Name + "的照片", Next: "取错了，在登记里按 Ctrl+Z"}, nil
}
