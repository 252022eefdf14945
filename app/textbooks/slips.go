package textbooks

import (
	"context"
	"fmt"
	"slices"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// mostMoney is more than a county's books can cost.
const mostMoney = data.Fen(10_000_000_00)

// HandUp records money that a supervising unit hands up (统一汇总后上缴), and says
// what is to be looked at: more than is due is taken and said. It refuses money
// that cannot be (book-money), a slip without who brought it (hand-missing), a day
// to come (date-future), and a unit that another one answers for (book-unit).
func HandUp(ctx context.Context, d *registration.Desk, slip data.BookSlip) (_ data.BookSlip, notes []string, err error) {
	if slip.Money <= 0 || slip.Money > mostMoney {
		return slip, nil, data.Refuse("book-money", "amount", "上缴的书款写的是 "+slip.Money.String()+" 元", "请照收据写金额，例如 320.00")
	}
	slip.Books = nil
	_, account, err := settled(ctx, d, &slip)
	if err != nil {
		return slip, nil, err
	}
	if more := slip.Money - account.Owing(); more > 0 {
		notes = append(notes, fmt.Sprintf("比应缴的多 %s 元：应缴 %s 元，连这一笔已缴 %s 元", more, account.Due, account.Paid+slip.Money))
	}
	return put(ctx, d, slip, notes, "收书款 "+slip.Money.String()+" 元")
}

// HandOut records books handed out to a supervising unit against a signature, and
// says where more of a book goes out than was ordered: it is taken and said. It
// refuses copies that cannot be (book-copies), a slip without books (slip-empty), a
// book that there is none of (book-unknown), and what HandUp refuses.
func HandOut(ctx context.Context, d *registration.Desk, slip data.BookSlip) (_ data.BookSlip, notes []string, err error) {
	slip.Money = 0
	l, account, err := settled(ctx, d, &slip)
	if err != nil {
		return slip, nil, err
	}
	total := 0
	for id, n := range slip.Books {
		b, known := l.Book(id)
		switch {
		case !known:
			return slip, nil, data.Refuse("book-unknown", "book", "单子上有一本书不在本年的教材目录里", "请从目录里重新选")
		case n < 1 || n > mostOfUnit:
			return slip, nil, data.Refuse("book-copies", "copies", fmt.Sprintf("《%s》写了发 %d 册", b.Title, n), fmt.Sprintf("请写 1 到 %d；没有发的不要写", mostOfUnit))
		}
		total += n
		at := slices.IndexFunc(account.Wares, func(w Ware) bool { return w.Book.ID == id })
		if at < 0 {
			notes = append(notes, fmt.Sprintf("《%s》没有订过，发了 %d 册", b.Title, n))
		} else if w := account.Wares[at]; w.Handed+n > w.Ordered {
			notes = append(notes, fmt.Sprintf("《%s》订了 %d 册，连这一张共发 %d 册", b.Title, w.Ordered, w.Handed+n))
		}
	}
	if total == 0 {
		return slip, nil, data.Refuse("slip-empty", "copies", "单子上没有书", "请写明发了哪些书、各几册")
	}
	slices.Sort(notes)
	return put(ctx, d, slip, notes, fmt.Sprintf("发书 %d 册", total))
}

// settled checks what slips of money and of books have in common, and returns
// the ledger, and how the supervising unit stood before.
func settled(ctx context.Context, d *registration.Desk, slip *data.BookSlip) (l *Ledger, a *Account, err error) {
	if slip.Hand, err = data.Said("hand-missing", "谁来交款、谁签字领书", slip.Hand); err != nil {
		return nil, nil, err
	}
	today := d.Office.Today()
	if slip.On.IsZero() {
		slip.On = today
	}
	if slip.On.After(today) {
		return nil, nil, data.Refuse("date-future", "on", slip.On.Chinese()+"还没有到", "请写实际交款、领书的日期")
	}
	if l, err = Load(ctx, d); err != nil {
		return nil, nil, err
	}
	a, known := l.Account(slip.Unit)
	switch {
	case !known:
		return nil, nil, data.Refuse("unit-unknown", "unit", "没有写明是哪个单位", "请选一个主管部门")
	case l.homes.standing(slip.Unit).ID != a.Unit.ID:
		return nil, nil, data.Refuse("book-unit", "unit", "教材由主管部门统一汇总，"+l.homes.standing(slip.Unit).Name+"的主管部门是"+a.Unit.Name, "请登记在“"+a.Unit.Name+"”名下")
	}
	slip.Unit = a.Unit.ID
	return l, a, nil
}

func put(ctx context.Context, d *registration.Desk, slip data.BookSlip, notes []string, what string) (data.BookSlip, []string, error) {
	slip.Year, slip.By, slip.Void = d.Office.Profile.Year, d.Office.Clerk, ""
	_, err := d.Office.Store.Update(ctx, data.OpTextbook, what+"，"+slip.Hand+"签字", func(tx *store.Tx) error {
		slip.ID, slip.At = data.BookSlipID(tx.NewID()), tx.Now()
		return tx.PutBookSlip(slip)
	})
	return slip, notes, err
}

// VoidSlip says why a slip does not count. It refuses a slip that there is none
// of (slip-unknown), one that is void already (slip-void), and one without a
// reason (reason-missing).
func VoidSlip(ctx context.Context, d *registration.Desk, id data.BookSlipID, reason string) (data.BookSlip, error) {
	var slip data.BookSlip
	reason, err := data.Said("reason-missing", "作废的理由", reason)
	if err != nil {
		return slip, err
	}
	_, err = d.Office.Store.Update(ctx, data.OpTextbook, "教材单子作废："+reason, func(tx *store.Tx) error {
		all, err := tx.BookSlips(d.Office.Profile.Year)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(all, func(s data.BookSlip) bool { return s.ID == id })
		switch {
		case at < 0:
			return data.Refuse("slip-unknown", "", "没有找到这张单子", "请重新列出再选")
		case all[at].Void != "":
			return data.Refuse("slip-void", "", "这张单子已经作废："+all[at].Void, "不用再作废")
		}
		slip = all[at]
		slip.Void = reason
		return tx.PutBookSlip(slip)
	})
	return slip, err
}
