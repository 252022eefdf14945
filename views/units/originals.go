package units

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"gongkao/app/dossier"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/wording"
)

// Originals is the desk over which a unit's originals come in and go out, and
// what its people have promised to bring.
type Originals struct {
	kept  *dossier.Dossiers
	desk  *registration.Desk
	unit  data.Unit
	all   []Original
	owing []dossier.Owing
	last  data.CustodyID       // the slip made last, which may be made void at once
	on    []data.ApplicationID // people on it
}

// Original is one document of one person that may lie in the office.
type Original struct {
	Person, Unit, Name string
	Pieces             int // here; 0: not here
	Since              string
	Overdue            bool // nothing keeps it here any more

	application data.ApplicationID
	slot        string
}

// Originals opens the desk for the unit shown, those it supervises included; ok
// is false when there is none.
func (m *Model) Originals(ctx context.Context) (o *Originals, ok bool, err error) {
	u, known := m.unit(m.selected)
	if !known {
		return nil, false, nil
	}
	kept, err := dossier.New(m.desk)
	if err != nil {
		return nil, false, err
	}
	o = &Originals{kept: kept, desk: m.desk, unit: u}
	return o, true, o.Refresh(ctx)
}

// Refresh reads what lies here, first what should have gone back, then the rest,
// then what is still to be shown.
func (o *Originals) Refresh(ctx context.Context) error {
	today := o.desk.Office.Today()
	here, err := o.kept.Held(ctx, today)
	if err != nil {
		return err
	}
	lying := map[data.DocumentID]dossier.Lying{}
	for _, l := range here {
		lying[data.DocumentID(string(l.Applicant.Application.ID)+"/"+l.Slot)] = l
	}
	o.all = nil
	for _, a := range o.desk.Register.Find(registration.Query{Unit: o.unit.Name}) {
		for _, h := range o.kept.Of(a) {
			l, kept := lying[h.Document.ID]
			if !kept && (!h.Original || !slices.Contains(registration.Undecided, a.Application.Status)) {
				continue
			}
			one := Original{Person: a.Person.Name, Unit: a.Unit, Name: h.Name, application: a.Application.ID, slot: h.Key}
			if kept {
				one.Pieces, one.Since, one.Overdue = l.Pieces, wording.Ago(l.Since, today), l.Overdue
			}
			o.all = append(o.all, one)
		}
	}
	slices.SortStableFunc(o.all, func(x, y Original) int { return cmp.Compare(x.rank(), y.rank()) })
	o.owing = slices.DeleteFunc(o.kept.Radar(today), func(w dossier.Owing) bool {
		return w.Applicant.Unit != o.unit.Name && w.Applicant.Supervising != o.unit.Name
	})
	return nil
}

func (r *Original) rank() int {
	switch {
	case r.Overdue:
		return 0
	case r.Pieces > 0:
		return 1
	}
	return 2
}

// Rows are the originals as the sheet lists them.
func (o *Originals) Rows() []Original { return o.all }

// Head says how much lies here of the unit.
func (o *Originals) Head() (title, fact string) {
	here, overdue := 0, 0
	for _, r := range o.all {
		here += r.Pieces
		if r.Overdue {
			overdue += r.Pieces
		}
	}
	fact = fmt.Sprintf("在库 %d 件", here)
	if overdue > 0 {
		fact += fmt.Sprintf("，应退 %d 件", overdue)
	}
	return "原件收退", o.unit.Name + "　" + fact
}

// Whole says the balance of the office: 全县 收 214 退 209 在库 5.
func (o *Originals) Whole(ctx context.Context) (string, error) {
	b, err := o.kept.Balance(ctx)
	return "全县 " + b.String() + "　　空格选中要收或要退的", err
}

// Owing says who of the unit owes what was promised, the nearest day first; ""
// when nobody does.
func (o *Originals) Owing() string {
	if len(o.owing) == 0 {
		return ""
	}
	first := slices.MinFunc(o.owing, func(x, y dossier.Owing) int { return cmp.Compare(x.Days, y.Days) })
	return fmt.Sprintf("容缺未补 %d 项：%s 的%s，%s前，%s", len(o.owing), first.Applicant.Person.Name, first.What, wording.Day(first.Due), first.Words())
}

// Owers is the list of them.
func (o *Originals) Owers() registration.Selection {
	return registration.Selection{Unit: o.unit.Name, Statuses: registration.Running, Flags: []registration.Flag{registration.Owing}}
}

// Receive takes in the chosen originals that are not here, on one slip.
func (o *Originals) Receive(ctx context.Context, rows []int, hand string) (wording.Done, error) {
	return o.slip(ctx, rows, hand, false)
}

// GiveBack hands out the chosen originals that are here, on one slip.
func (o *Originals) GiveBack(ctx context.Context, rows []int, hand string) (wording.Done, error) {
	return o.slip(ctx, rows, hand, true)
}

func (o *Originals) slip(ctx context.Context, rows []int, hand string, back bool) (wording.Done, error) {
	c := data.Custody{Unit: o.unit.ID, Hand: hand}
	for _, row := range rows {
		if r := o.all[row]; (r.Pieces > 0) == back {
			c.Items = append(c.Items, data.CustodyItem{Application: r.application, Slot: r.slot, Pieces: max(1, r.Pieces)})
		}
	}
	do, word, why := o.kept.Receive, "收到", "选中的都已经在库"
	if back {
		do, word, why = o.kept.GiveBack, "退还", "选中的都不在库"
	}
	if len(c.Items) == 0 {
		return wording.Done{}, data.Refuse("slip-empty", "", why, "请用空格选出要办的原件")
	}
	slip, err := do(ctx, c)
	if err != nil {
		return wording.Done{}, err
	}
	o.last, o.on = slip.ID, nil
	n := 0
	for _, item := range slip.Items {
		n += item.Pieces
		if !slices.Contains(o.on, item.Application) {
			o.on = append(o.on, item.Application)
		}
	}
	return wording.Done{What: fmt.Sprintf("%s原件 %d 件，%s签字", word, n, slip.Hand), Next: "Ctrl+P 打印给人签字；登记错了按 Ctrl+Z 作废"}, o.Refresh(ctx)
}

// Printed are the people whose slips are to be printed: those of the slip made
// last, else those of the chosen rows, else (none) the whole unit, which is named.
func (o *Originals) Printed(rows []int) (numbers []data.IDNumber, unit string) {
	people := slices.Clone(o.on)
	if len(people) > 0 {
		rows = nil
	}
	for _, row := range rows {
		if id := o.all[row].application; !slices.Contains(people, id) {
			people = append(people, id)
		}
	}
	for _, id := range people {
		if a, known := o.desk.Register.ByID(id); known {
			numbers = append(numbers, a.Person.IDNumber)
		}
	}
	if len(numbers) > 0 {
		return numbers, ""
	}
	return nil, o.unit.Name
}

// Void makes the slip made last void: it stays to be read and counts no more.
func (o *Originals) Void(ctx context.Context) (wording.Done, error) {
	if o.last == "" {
		return wording.Done{}, data.Refuse("slip-unknown", "", "这一页上还没有登记过", "收到、退还登记以后才能作废")
	}
	if err := o.kept.Void(ctx, o.last, "登记错了，当场作废"); err != nil {
		return wording.Done{}, err
	}
	o.last, o.on = "", nil
	return wording.Done{What: "上一张收退单已作废", Next: "请重新登记"}, o.Refresh(ctx)
}
