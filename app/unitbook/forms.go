package unitbook

import (
	"context"
	"fmt"
	"strings"
	"time"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// FormState is how far an administrator's form has come.
type FormState int

// The states of a form, in the order in which it goes through them.
const (
	FormNobody   FormState = iota // no administrator is on record
	FormChanged                   // another person than the stamped form names: a new one is due
	FormAwaited                   // the stamped form is not back yet
	FormReturned                  // it is, and the account is still to be handed out
	FormDone                      // the account was handed out
)

var formWords = [...]string{FormNobody: "没有登记管理人员", FormChanged: "换了人，要重新交表", FormAwaited: "表还没有盖章交回", FormReturned: "表已交回，账户还没有发", FormDone: "账户已发"}

// String says it in words.
func (s FormState) String() string { return formWords[s] }

// Owed reports whether the supervising unit still owes its form.
func (s FormState) Owed() bool { return s < FormReturned }

// Form is the form of a supervising unit's administrator in the year.
type Form struct {
	data.AdministratorForm
	State   FormState
	Printed time.Time // last; zero: never
}

// Form returns how far the form of a supervising unit has come.
func (b *Records) Form(unit data.UnitID) Form {
	a, known := b.administrators[unit]
	f := Form{Printed: b.Printed(unit)}
	if !known {
		return f
	}
	f.AdministratorForm = b.forms[formID(b.desk, a)]
	switch {
	case f.Returned.IsZero():
		f.State = FormAwaited
	case f.Holder != a.Name:
		f.State = FormChanged
	case f.Account.IsZero():
		f.State = FormReturned
	default:
		f.State = FormDone
	}
	return f
}

func formID(d *registration.Desk, a data.Administrator) string {
	return fmt.Sprintf("%d-%s", d.Office.Profile.Year, a.ID)
}

// ReturnForm records that the form of a supervising unit's administrator came
// back stamped. It refuses a unit whose administrator is not known
// (administrator-missing) and a form that is back already (form-returned). The
// form of another person begins anew: the account has to be handed out again.
func ReturnForm(ctx context.Context, d *registration.Desk, unit data.UnitID) error {
	return writeForm(ctx, d, unit, func(f *data.AdministratorForm, a data.Administrator, today data.Date) error {
		if !f.Returned.IsZero() && f.Holder == a.Name {
			return data.Refuse("form-returned", "", a.Name+" 的登记表 "+f.Returned.Chinese()+"已经交回", "换了管理人员，请先改姓名再登记新的表")
		}
		f.Holder, f.Returned, f.Account, f.Hand = a.Name, today, data.Date{}, ""
		return nil
	})
}

// HandOut records that the account was handed out, and to whom. It refuses one
// whose form is not back (form-missing), one that was handed out (account-out),
// and nobody's hand (who-missing). The password is nobody's business here.
func HandOut(ctx context.Context, d *registration.Desk, unit data.UnitID, hand string) error {
	return writeForm(ctx, d, unit, func(f *data.AdministratorForm, a data.Administrator, today data.Date) error {
		switch hand = strings.TrimSpace(hand); {
		case f.Returned.IsZero() || f.Holder != a.Name:
			return data.Refuse("form-missing", "", a.Name+" 的登记表还没有盖章交回", "表交回登记以后再发账户")
		case !f.Account.IsZero():
			return data.Refuse("account-out", "", "账户 "+f.Account.Chinese()+"已经发给 "+f.Hand, "换了管理人员，请先登记新的表")
		case hand == "":
			return data.Refuse("who-missing", "who", "没有写谁领的账户", "请写领取人姓名")
		}
		f.Account, f.Hand = today, hand
		return nil
	})
}

// RecallForm takes back what was recorded of the form last: the account, else
// the return. It refuses where nothing is recorded (form-missing).
func RecallForm(ctx context.Context, d *registration.Desk, unit data.UnitID) error {
	return writeForm(ctx, d, unit, func(f *data.AdministratorForm, _ data.Administrator, _ data.Date) error {
		switch {
		case !f.Account.IsZero():
			f.Account, f.Hand = data.Date{}, ""
		case !f.Returned.IsZero():
			f.Holder, f.Returned = "", data.Date{}
		default:
			return data.Refuse("form-missing", "", "登记表还没有登记过交回", "没有什么可以撤销")
		}
		return nil
	})
}

// writeForm reads the form of the unit's administrator, lets it be changed and
// writes it.
func writeForm(ctx context.Context, d *registration.Desk, unit data.UnitID, change func(*data.AdministratorForm, data.Administrator, data.Date) error) error {
	u, err := supervising(d, unit)
	if err != nil {
		return err
	}
	administrators, err := d.Administrators(ctx)
	if err != nil {
		return err
	}
	a, known := administrators[unit]
	if !known {
		return data.Refuse("administrator-missing", "", u.Name+" 还没有登记管理人员", "请先按表填上管理人员的姓名")
	}
	_, err = d.Office.Store.Update(ctx, data.OpAdmin, u.Name, func(tx *store.Tx) error {
		f := data.AdministratorForm{ID: formID(d, a), Year: d.Office.Profile.Year, Unit: unit}
		all, err := tx.AdministratorForms(f.Year)
		if err != nil {
			return err
		}
		for _, kept := range all {
			if kept.ID == f.ID {
				f = kept
			}
		}
		if err := change(&f, a, data.DateOf(tx.Now())); err != nil {
			return err
		}
		f.By, f.At = d.Office.Clerk, tx.Now()
		return tx.PutAdministratorForm(f)
	})
	return err
}
