package dossier

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"gongkao/app/policy"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// mostPieces is how many pieces one item of a slip may have.
const mostPieces = 99

// Receive records a slip of originals that a unit has handed over, signed by
// who brought them. It refuses a slip without a signature (hand-missing) or
// items (slip-empty), items of people of another unit (slip-unit), documents
// nobody asks of them (slot-unknown) and pieces that cannot be (pieces).
func (s *Dossiers) Receive(ctx context.Context, c data.Custody) (data.Custody, error) {
	c.Back = false
	return s.slip(ctx, c)
}

// GiveBack records a slip of originals given back, signed by who took them.
// Besides the refusals of Receive it refuses what is not here (not-in-custody).
func (s *Dossiers) GiveBack(ctx context.Context, c data.Custody) (data.Custody, error) {
	c.Back = true
	return s.slip(ctx, c)
}

func (s *Dossiers) slip(ctx context.Context, c data.Custody) (_ data.Custody, err error) {
	if c.Hand, err = data.Said("hand-missing", "谁交来、谁取走并签字", c.Hand); err != nil {
		return c, err
	}
	if len(c.Items) == 0 {
		return c, data.Refuse("slip-empty", "", "单子上没有材料", "请选出收到或退还的原件")
	}
	for _, item := range c.Items {
		if err := s.checkItem(&c, item); err != nil {
			return c, err
		}
	}
	word := map[bool]string{false: "收到", true: "退还"}[c.Back]
	c.By, c.Void = s.desk.Office.Clerk, ""
	_, err = s.desk.Office.Store.Update(ctx, data.OpCustody, fmt.Sprintf("%s原件 %d 件，%s签字", word, pieces(c.Items), c.Hand), func(tx *store.Tx) error {
		if c.Back {
			if err := s.allHere(tx, c.Items); err != nil {
				return err
			}
		}
		c.ID, c.At = data.CustodyID(tx.NewID()), tx.Now()
		return tx.PutCustody(c)
	})
	return c, err
}

// checkItem refuses what cannot stand on the slip. Who gives back asks less: what
// was taken in has to be handed out whatever the form says now.
func (s *Dossiers) checkItem(c *data.Custody, item data.CustodyItem) error {
	a, known := s.desk.Register.ByID(item.Application)
	if !known {
		return data.Refuse("not-found", "", "单子上有一个人不在今年的申报人员里", "请重新选人")
	}
	if item.Pieces < 1 || item.Pieces > mostPieces {
		return data.Refuse("pieces", "", fmt.Sprintf("%s 的%s写了 %d 件", a.Person.Name, policy.EvidenceName(item.Slot), item.Pieces), fmt.Sprintf("请填 1 到 %d", mostPieces))
	}
	if !s.belongs(a, c.Unit) {
		return data.Refuse("slip-unit", "", a.Person.Name+" 的单位是 "+a.Unit+"，不是这张单子的单位", "请为他的单位另开一张单子")
	}
	if c.Back {
		return nil
	}
	_, _, err := s.held(item.Application, item.Slot)
	return err
}

// belongs reports whether the unit or its supervising unit hands over for the
// applicant.
func (s *Dossiers) belongs(a *data.Applicant, unit data.UnitID) bool {
	if a.Application.Unit == unit {
		return true
	}
	return slices.ContainsFunc(s.desk.AllUnits(), func(u data.Unit) bool { return u.ID == a.Application.Unit && u.Supervising == unit })
}

// place is where one original lies.
type place struct {
	application data.ApplicationID
	slot        string
}

// allHere refuses to give back what was never received, or was given back.
func (s *Dossiers) allHere(tx *store.Tx, items []data.CustodyItem) error {
	slips, err := tx.Custodies()
	if err != nil {
		return err
	}
	here := tally(slips)
	for _, item := range items {
		at := place{item.Application, item.Slot}
		if here[at].pieces < item.Pieces {
			a, _ := s.desk.Register.ByID(item.Application)
			return data.Refuse("not-in-custody", "", fmt.Sprintf("%s 的%s在库 %d 件，不能退 %d 件", a.Person.Name, policy.EvidenceName(item.Slot), here[at].pieces, item.Pieces), "请核对收讫单，或先登记收到")
		}
		here[at] = kept{here[at].pieces - item.Pieces, here[at].since}
	}
	return nil
}

// kept is how many pieces lie here, and since when.
type kept struct {
	pieces int
	since  data.Date
}

// tally adds up the slips that count.
func tally(slips []data.Custody) map[place]kept {
	here := map[place]kept{}
	for _, c := range slips {
		if c.Void != "" {
			continue
		}
		for _, item := range c.Items {
			at := place{item.Application, item.Slot}
			k := here[at]
			switch {
			case c.Back:
				k.pieces -= item.Pieces
			case k.pieces == 0:
				k = kept{item.Pieces, data.DateOf(c.At)}
			default:
				k.pieces += item.Pieces
			}
			here[at] = k
		}
	}
	return here
}

// Balance is how many originals came in, went out and lie here.
type Balance struct {
	Received, Returned, Held int
}

// String writes 收 214 退 209 在库 5.
func (b Balance) String() string {
	return fmt.Sprintf("收 %d 退 %d 在库 %d", b.Received, b.Returned, b.Held)
}

// Balance counts the pieces of all slips of the year that count.
func (s *Dossiers) Balance(ctx context.Context) (b Balance, err error) {
	slips, err := s.Slips(ctx)
	for _, c := range slips {
		switch {
		case c.Void != "":
		case c.Back:
			b.Returned += pieces(c.Items)
		default:
			b.Received += pieces(c.Items)
		}
	}
	b.Held = b.Received - b.Returned
	return b, err
}

// Slips returns the slips about this year's applicants, oldest first, those that
// do not count among them.
func (s *Dossiers) Slips(ctx context.Context) (slips []data.Custody, err error) {
	err = s.desk.Office.Store.View(ctx, func(r *store.Reader) error {
		slips, err = r.Custodies()
		return err
	})
	return slices.DeleteFunc(slips, func(c data.Custody) bool {
		return !slices.ContainsFunc(c.Items, func(i data.CustodyItem) bool {
			_, known := s.desk.Register.ByID(i.Application)
			return known
		})
	}), err
}

func pieces(items []data.CustodyItem) (n int) {
	for _, i := range items {
		n += i.Pieces
	}
	return n
}

// Lying is an original in the office.
type Lying struct {
	Applicant *data.Applicant
	Slot      string
	Pieces    int
	Since     data.Date
	Overdue   bool // nothing keeps it here any more
}

// Held lists the originals in the office, by unit and person. They are overdue
// from the day on which nothing is left to look at: the application is decided,
// or the year's review has ended.
func (s *Dossiers) Held(ctx context.Context, today data.Date) ([]Lying, error) {
	slips, err := s.Slips(ctx)
	if err != nil {
		return nil, err
	}
	reviewing, known := s.desk.Office.Policy.Deadline("review")
	var all []Lying
	for at, k := range tally(slips) {
		a, here := s.desk.Register.ByID(at.application)
		if !here || k.pieces <= 0 {
			continue
		}
		settled := !slices.Contains(registration.Undecided, a.Application.Status)
		all = append(all, Lying{a, at.slot, k.pieces, k.since, settled || known && today.After(reviewing.To)})
	}
	slices.SortFunc(all, func(x, y Lying) int {
		return cmp.Or(cmp.Compare(x.Applicant.Supervising, y.Applicant.Supervising), cmp.Compare(x.Applicant.Unit, y.Applicant.Unit),
			cmp.Compare(x.Applicant.Application.ID, y.Applicant.Application.ID), cmp.Compare(x.Slot, y.Slot))
	})
	return all, nil
}

// Overdue lists the originals that should have gone back.
func (s *Dossiers) Overdue(ctx context.Context, today data.Date) ([]Lying, error) {
	all, err := s.Held(ctx, today)
	return slices.DeleteFunc(all, func(l Lying) bool { return !l.Overdue }), err
}

// Void says why a slip does not count. It refuses one that there is none of
// (slip-unknown), one without a reason (reason-missing), and to void what was
// received and has been given back since (not-in-custody).
func (s *Dossiers) Void(ctx context.Context, id data.CustodyID, why string) error {
	why, err := data.Said("reason-missing", "作废的理由", why)
	if err != nil {
		return err
	}
	_, err = s.desk.Office.Store.Update(ctx, data.OpCustody, "作废："+why, func(tx *store.Tx) error {
		slips, err := tx.Custodies()
		if err != nil {
			return err
		}
		at := slices.IndexFunc(slips, func(c data.Custody) bool { return c.ID == id })
		if at < 0 {
			return data.Refuse("slip-unknown", "", "没有找到这张收退单", "请重新列出收退单再选")
		}
		if !slips[at].Back && slips[at].Void == "" {
			if err := s.allHere(tx, slips[at].Items); err != nil {
				return err
			}
		}
		slips[at].Void = why
		return tx.PutCustody(slips[at])
	})
	return err
}
