package stamped

import (
	"context"
	"fmt"
	"time"

	"gongkao/app/fees"
	"gongkao/app/registration"
	"gongkao/app/unitbook"
	"gongkao/data"
	"gongkao/data/store"
)

// Receive takes in a sheet that came back with its stamp, as one Update. Besides
// what Find refuses it refuses a sheet that no longer says what is on record
// (sheet-void) and one that is back already (sheet-back); in both cases it returns
// the sheet all the same. The slip signed before paying and the form of an
// administrator are written down where they have always been, too.
func Receive(ctx context.Context, d Desk, text string) (*Found, error) {
	f, err := Find(ctx, d, text)
	if err != nil {
		return nil, err
	}
	switch {
	case !f.True:
		return f, f.refuseVoid(d)
	case f.Back.Back():
		return f, data.Refuse("sheet-back", "", fmt.Sprintf("%s %s已由 %s 收过", f.Call(d), when(f.Back.At, d), f.Back.By), "不用再收；收错了，可以在这里或在这个人的经过里撤销")
	}
	if err := f.elsewhere(ctx, d); err != nil {
		return f, err
	}
	_, err = d.Office.Store.Update(ctx, data.OpStamped, f.Name, func(tx *store.Tx) error {
		f.Back = data.StampedSheet{ID: f.id(), Year: d.Office.Profile.Year, Print: f.Sheet.Print.ID, Sheet: f.Sheet.At, Paper: f.Sheet.Print.Paper,
			Code: f.Sheet.Code, People: len(f.Sheet.People), At: tx.Now(), By: d.Office.Clerk}
		if err := tx.PutStampedSheet(f.Back); err != nil {
			return err
		}
		return f.slips(tx, d)
	})
	if err != nil {
		f.Back = data.StampedSheet{}
		return f, err
	}
	return f, f.renew(ctx, d)
}

func (f *Found) refuseVoid(d Desk) error {
	said := f.Sentences()
	what := "数据已改，此纸作废"
	if len(said) > 0 {
		what += "：" + said[0]
	}
	if len(said) > 1 {
		what += fmt.Sprintf("，等 %d 处", len(said))
	}
	return data.Refuse("sheet-void", "", what, "请把这张作废，按现在的记录重新打印、盖章")
}

// slips writes that the slip signed before paying is back, where it is one.
func (f *Found) slips(tx *store.Tx, d Desk) error {
	if f.Sheet.Print.Paper != fees.SlipPaper {
		return nil
	}
	for _, id := range f.Sheet.People {
		if a, there := d.Register.ByID(id); there && !a.Ledger.Slip.Returned() {
			if err := tx.PutPaymentSlip(data.PaymentSlip{ID: id, Signed: data.DateOf(tx.Now()), By: d.Office.Clerk, At: tx.Now()}); err != nil {
				return err
			}
		}
	}
	return nil
}

// administratorForm is the paper on which a unit names who holds its account.
const administratorForm = "administrator-form"

// elsewhere writes the form of an administrator into the book of the units, which
// has a door of its own; a form that is in it already stays.
func (f *Found) elsewhere(ctx context.Context, d Desk) error {
	if f.Sheet.Print.Paper != administratorForm {
		return nil
	}
	err := unitbook.ReturnForm(ctx, d.Desk, f.Sheet.Unit)
	if data.HasCode(err, "form-returned") {
		return nil
	}
	return err
}

func (f *Found) renew(ctx context.Context, d Desk) error {
	if f.Sheet.Print.Paper == fees.SlipPaper {
		if err := d.RenewAll(ctx, f.Sheet.People); err != nil {
			return err
		}
	}
	for _, id := range f.Sheet.People {
		d.MarkOne(registration.Stamped, id, true)
		d.MarkOne(registration.StampVoid, id, false)
	}
	return nil
}

// TakeBack takes back that a sheet came in: it was scanned by mistake. It refuses
// one that is not back (sheet-none).
func TakeBack(ctx context.Context, d Desk, id data.StampedID) error {
	_, err := d.Office.Store.Update(ctx, data.OpStamped, "撤销", func(tx *store.Tx) error {
		s, _, err := tx.StampedSheet(id)
		if err != nil {
			return err
		}
		if !s.Back() {
			return data.Refuse("sheet-none", "", "这张纸没有登记过收回，或已经撤销", "不用再撤销")
		}
		s.Void = "撤销"
		return tx.PutStampedSheet(s)
	})
	if err != nil {
		return err
	}
	b, err := Load(ctx, d)
	if err == nil {
		b.Mark()
	}
	return err
}

func when(at time.Time, d Desk) string {
	return at.In(d.Office.Now().Location()).Format("01-02 15:04 ")
}
