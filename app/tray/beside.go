package tray

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"gongkao/app/registration"
	"gongkao/data"
)

// Beside is a row and what stands elsewhere of the same person, side by side.
type Beside struct {
	Here, There string             // 第 17 行; 已登记，待审 or 第 5 行
	Registered  data.ApplicationID // of the other side; "" where that is a row which waits
	Row         int                // that row in this tray; -1 where it is none
	Amendable   bool               // nobody has decided on the registered application yet
	Fields      []Side             // that either side has
	here, there *data.Applicant
}

// Side is a field on both sides.
type Side struct {
	Key, Label  string
	Here, There string
	Differs     bool
}

// Beside returns both sides of a row whose person stands elsewhere; ok is false
// when he does not, or waits in another import.
func (t *Tray) Beside(row int) (b Beside, ok bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.beside(row)
}

func (t *Tray) beside(row int) (b Beside, ok bool) {
	if row < 0 || row >= len(t.rows) || !t.rows[row].open() {
		return b, false
	}
	b = Beside{Here: fmt.Sprintf("第 %d 行", t.batch.Tray[row].Row), Row: -1, here: &t.rows[row].person}
	switch n := t.number(row); t.double(row) {
	case inRegister:
		b.there, _ = t.registered(n)
		b.Registered, b.Amendable = b.there.Application.ID, registration.Amendable(b.there.Application.Status)
		b.There = "已登记，" + b.there.Application.Status.String()
	case inSheet:
		if b.Row = t.claims[n][0]; b.Row == row {
			return b, false
		}
		b.there, b.There = &t.rows[b.Row].person, fmt.Sprintf("第 %d 行", t.batch.Tray[b.Row].Row)
	default:
		return b, false
	}
	for _, f := range data.Fields {
		here, there := f.Get(b.here), f.Get(b.there)
		if here == "" && there == "" {
			continue
		}
		b.Fields = append(b.Fields, Side{f.Key, f.Label, here, there, here != there})
	}
	return b, true
}

// kept says the decision to keep the other side, with both in words.
func (b *Beside) kept() string {
	return "同一人只录一份：保留" + b.There + "的" + inWords(b.there) + "，不录" + b.Here + "的" + inWords(b.here)
}

func inWords(a *data.Applicant) string {
	app := &a.Application
	return fmt.Sprintf("%s（%s，%s）", a.Person.Name, a.Unit, strings.TrimSpace(app.Trade+app.Level.String()+" "+app.Path.String()))
}

// fromIDNumber are the fields that are no choice of a side's: the ID number says
// them, or the unit does.
var fromIDNumber = []string{"id_number", "sex", "birth", "supervising_unit"}

// amended is a registered application before a row's values were taken over.
type amended struct {
	id    data.ApplicationID
	texts map[string]string
	why   string
}

func (a *amended) back(ctx context.Context, d *registration.Desk) error {
	_, err := d.Amend(ctx, a.id, a.texts, "撤销："+a.why)
	return err
}

// Amend changes the registered application of a row's person to what the row says
// in the given fields — none: in all that it has and that differ — and drops the
// row. Both are recorded with the sides in words. It refuses an application that is
// decided (closed), and a row whose person is not registered (tray-alone).
func (t *Tray) Amend(ctx context.Context, row int, fields []string) error {
	defer t.changing()()
	b, found := t.beside(row)
	if !found || b.Registered == "" {
		return data.Refuse("tray-alone", "", "登记里没有这一行的人，没有可改的", "请直接改好放入")
	}
	now, before := map[string]string{}, map[string]string{}
	for _, s := range b.Fields {
		chosen := len(fields) == 0 || slices.Contains(fields, s.Key)
		if chosen && s.Differs && s.Here != "" && !slices.Contains(fromIDNumber, s.Key) {
			now[s.Key], before[s.Key] = s.Here, s.There
		}
	}
	why := fmt.Sprintf("按导入的%s改：%s", b.Here, inWords(b.here))
	was := inWords(b.there)
	err := t.aside(func() error {
		_, err := t.desk.Amend(ctx, b.Registered, now, why)
		return err
	})
	if err != nil {
		return err
	}
	dropped := "已登记的" + was + "按这一行改了"
	err = t.settle(ctx, "不录："+t.rowsNamed([]int{row}), []int{row}, func(_ int, a *data.TrayAnswer) { a.State, a.Why = data.TrayDropped, dropped })
	if err == nil {
		t.steps[len(t.steps)-1].amended = &amended{b.Registered, before, why}
	}
	return err
}
