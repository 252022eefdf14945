package photos

import (
	"cmp"
	"context"
	"path"
	"slices"
	"strings"
	"sync/atomic"

	"gongkao/app/policy"
	"gongkao/app/portrait"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/spread"
	"gongkao/data/store"
)

// Ask says whom pictures may be of.
type Ask struct {
	Unit string             // full name of a unit or supervising unit: its people alone; "": everybody of the year
	For  data.ApplicationID // whose they all are, whatever their names say; "": the names decide
	// Progress is told how many pictures of how many were looked at; nil: nobody is.
	Progress func(done, total int)
}

// Look finds out whose each picture is and whether it can be used. It changes
// nothing. Every picture is opened, for a broken one is not found out otherwise.
func (s *Source) Look(ctx context.Context, d *registration.Desk, ask Ask) (*Plan, error) {
	l := &looking{source: s, desk: d, ask: ask, rule: d.Office.Policy.Photo}
	err := d.Office.Store.View(ctx, func(r *store.Reader) (err error) {
		l.have, err = r.Photographed()
		return err
	})
	if err != nil {
		return nil, err
	}
	if err := l.name(); err != nil {
		return nil, err
	}
	if err := l.open(ctx); err != nil {
		return nil, err
	}
	l.double()
	plan := &Plan{Items: l.items, Missing: l.missing()}
	slices.SortStableFunc(plan.Items, func(a, b Item) int { return cmp.Or(cmp.Compare(order(a), order(b)), cmp.Compare(a.File, b.File)) })
	return plan, nil
}

// order is by what wants to be looked at first: among those to be put, the ones
// with warnings.
func order(i Item) int {
	at := slices.Index([]Kind{Ambiguous, Doubled, Matched, Closed, Stranger, Bad, Same}, i.Kind) * 2
	if i.Kind == Matched && len(i.Warnings) == 0 {
		at++
	}
	return at
}

// looking is a Look while it goes on.
type looking struct {
	source *Source
	desk   *registration.Desk
	ask    Ask
	rule   policy.Photo
	have   map[data.PersonID]bool
	items  []Item
}

// name decides whose each picture is.
func (l *looking) name() error {
	x := newIndex(l.desk, l.ask.Unit)
	var whose *data.Applicant
	if l.ask.For != "" {
		a, known := l.desk.Register.ByID(l.ask.For)
		if !known {
			return data.Refuse("not-found", "", "没有找到这份申报", "请回到申报人员再打开一次")
		}
		whose = a
	}
	for at, f := range l.source.files {
		i := Item{File: f.name, Bytes: int(f.size), at: at}
		v := x.whose(cluesOf(f.name))
		if whose != nil {
			if v.who != nil && v.who != whose {
				i.Warnings = append(i.Warnings, "文件名写的是"+v.who.Person.Name)
			}
			v = verdict{who: whose, how: "指定"}
		}
		i.decide(v)
		if i.Who != nil {
			i.Had = l.have[i.Who.Person.ID]
		}
		l.items = append(l.items, i)
	}
	return nil
}

// decide takes over whose a picture is.
func (i *Item) decide(v verdict) {
	i.Who, i.Others, i.How, i.Why, i.Next = v.who, v.others, v.how, v.why, v.next
	switch {
	case v.who != nil && Shut(v.who) != nil:
		why, _ := data.AsRefusal(Shut(v.who))
		i.Kind, i.Why, i.Next = Closed, why.Message, why.Hint
	case v.who != nil:
		i.Kind = Matched
	case len(v.others) > 0:
		i.Kind = Ambiguous
	default:
		i.Kind = Stranger
	}
}

// open opens every picture, on all processors.
func (l *looking) open(ctx context.Context) error {
	var done atomic.Int64
	for _, err := range spread.Over(len(l.items), func(from, to int) error {
		for i := range l.items[from:to] {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := l.look(ctx, &l.items[from+i]); err != nil {
				return err
			}
			if n := done.Add(1); l.ask.Progress != nil {
				l.ask.Progress(int(n), len(l.items))
			}
		}
		return nil
	}) {
		if err != nil {
			return err
		}
	}
	return nil
}

func (l *looking) look(ctx context.Context, i *Item) error {
	content, err := l.source.read(i.at)
	if err == nil {
		i.sha, i.Bytes = shaOf(content), len(content)
		var same bool
		if same, err = l.same(ctx, i); same {
			i.Kind = Same
			return nil
		}
	}
	if err == nil {
		err = opened(i.File, content, func(p *portrait.Picture) error {
			i.Size, i.Warnings = p.Size(), append(i.Warnings, looks(p, l.rule, portrait.Frame{})...)
			return tooSmall(p, l.rule, portrait.Frame{})
		})
	}
	refusal, refused := data.AsRefusal(err)
	if refused {
		i.Kind, i.Code, i.Why, i.Next, i.Others = Bad, refusal.Code, refusal.Message, refusal.Hint, nil
		return nil
	}
	return err
}

// same reports whether a picture is on record already.
func (l *looking) same(ctx context.Context, i *Item) (bool, error) {
	if !i.Had || i.Kind != Matched {
		return false, nil
	}
	photo, err := l.desk.Photo(ctx, i.Who.Person.ID)
	return err == nil && isFrom(photo, i.sha, l.rule), err
}

// double finds those of whom there are several pictures. The same file twice is
// one.
func (l *looking) double() {
	of := map[data.ApplicationID][]*Item{}
	for at := range l.items {
		if i := &l.items[at]; i.Kind == Matched || i.Kind == Same {
			id := i.Who.Application.ID
			if at := slices.IndexFunc(of[id], func(o *Item) bool { return o.sha == i.sha }); at >= 0 {
				i.Kind, i.Why = Same, "与 "+path.Base(of[id][at].File)+" 是同一张"
				continue
			}
			of[id] = append(of[id], i)
		}
	}
	for _, several := range of {
		if len(several) < 2 {
			continue
		}
		for _, i := range several {
			i.Kind = Doubled
			i.Why, i.Next = several[0].Who.Person.Name+"有几张照片："+namesBeside(several), "请选一张放入，其余的会留下不放"
		}
	}
}

func namesBeside(items []*Item) string {
	var names []string
	for _, i := range items {
		names = append(names, path.Base(i.File))
	}
	return strings.Join(names, "、")
}

// missing lists who is in the running and has no photo anywhere.
func (l *looking) missing() (none []*data.Applicant) {
	if l.ask.For != "" {
		return nil
	}
	brought := map[data.ApplicationID]bool{}
	for _, i := range l.items {
		brought[i.whoID()] = i.Kind == Matched || i.Kind == Doubled || i.Kind == Same || brought[i.whoID()]
	}
	for _, a := range l.desk.Register.Find(registration.Query{Unit: l.ask.Unit, Statuses: registration.Running}) {
		if !l.have[a.Person.ID] && !brought[a.Application.ID] {
			none = append(none, a)
		}
	}
	slices.SortStableFunc(none, func(a, b *data.Applicant) int { return cmp.Compare(a.Unit, b.Unit) })
	return none
}

func (i *Item) whoID() data.ApplicationID {
	if i.Who == nil {
		return ""
	}
	return i.Who.Application.ID
}
