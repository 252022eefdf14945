package textbooks

import (
	"context"

	"gongkao/views/kit"
	"gongkao/views/slip"
	"gongkao/views/wording"
)

// does is what a slip's button does: the command, then what it says.
func (s *Screen) does(command func(context.Context) (wording.Done, error)) func() error {
	return func() error {
		done, err := command(context.Background())
		if err == nil {
			s.w.Close()
			s.show()
			s.w.Wrote()
			s.w.Done(done)
		}
		return err
	}
}

// settles is does for what makes a slip: the slip is the row that is current then.
func (s *Screen) settles(command func(context.Context) (wording.Done, error)) func() error {
	does := s.does(command)
	return func() error {
		err := does()
		if err == nil {
			s.views[Slips].GoTo(0)
		}
		return err
	}
}

// toOrder asks who orders which book, and how many; on the page of the catalogue
// it asks for a book.
func (s *Screen) toOrder() {
	if s.catalogue || s.empty() {
		s.toBook()
		return
	}
	orderers, err := s.m.Orderers()
	if err != nil {
		s.w.Errors.Show(err)
		return
	}
	words := make([]string, len(orderers))
	for i, o := range orderers {
		words[i] = o.Label
	}
	l := slip.New(s.w, "订教材", "教材自愿征订。单位为大家一起订，选单位；书按申报的工种等级提出来，不对再选。")
	who := l.Lookup("谁订", words...)
	chosen := func() (o Orderer, ok bool) {
		for _, o := range orderers {
			if o.Label == who.Value() {
				return o, true
			}
		}
		return Orderer{}, false
	}
	book := l.Choosing("教材", func() []kit.Choice {
		o, _ := chosen()
		offers, _ := s.m.Offers(o) // without a choice the list is empty; the refusal comes with the button
		return choicesOf(offers)
	})
	propose := func(string) {
		o, _ := chosen()
		offers, err := s.m.Offers(o)
		if err == nil && o.applicant != nil {
			book.SetValue(offers[0].Label)
		} else {
			book.SetValue("")
		}
	}
	who.Left = propose
	copies := l.Line("册数", "")
	copies.SetValue("1")
	l.Button("订", s.does(func(ctx context.Context) (wording.Done, error) {
		o, ok := chosen()
		if !ok {
			return wording.Done{}, noOrderer(who.Value())
		}
		return s.m.Order(ctx, o, book.Value(), copies.Value())
	}))
	l.Lay()
}

func choicesOf(offers []Offered) []kit.Choice {
	choices := make([]kit.Choice, len(offers))
	for i, o := range offers {
		choices[i] = kit.Choice{Code: string(o.id), Label: o.Label}
	}
	return choices
}

// toBook asks for a book of the catalogue.
func (s *Screen) toBook() {
	l := slip.New(s.w, "登记教材", "书名和单价照当年的书目写，写明出处。改价要先把原来那一条作废。")
	carried := s.m.Carried()
	trade := l.Lookup("工种", s.m.Trades()...)
	trade.Loose = true
	trade.SetValue(carried.Trade)
	level := l.Lookup("等级", Levels()...)
	title := l.Line("书名", "照书目写全")
	price := l.Line("单价", "元，例如 32.00")
	source := l.Line("出处", "哪一份书目、通知")
	source.SetValue(carried.Source)
	l.Button("登记", s.does(func(ctx context.Context) (wording.Done, error) {
		done, err := s.m.AddBook(ctx, Draft{trade.Value(), level.Value(), title.Value(), price.Value(), source.Value()})
		if err == nil {
			s.catalogue = true
		}
		return done, err
	}))
	l.Lay()
}

// toMoney asks for money handed up.
func (s *Screen) toMoney() {
	if s.catalogue || s.empty() {
		return
	}
	if err := s.m.oneUnit("收书款"); err != nil {
		s.w.Errors.Show(err)
		return
	}
	name, _ := s.m.Name()
	rows, _ := s.m.Money()
	l := slip.New(s.w, "收书款", name+"　应缴 "+rows[0][1]+"，已缴 "+rows[1][1]+"，"+rows[2][0]+" "+rows[2][1])
	money := l.Line("金额", "元，照收据写")
	money.SetValue(s.m.Owing())
	on, hand := s.signing(l, "交款人", "谁来交的")
	l.Button("收下", s.settles(func(ctx context.Context) (wording.Done, error) {
		return s.m.HandUp(ctx, money.Value(), on.Value(), hand.Value())
	}))
	l.Lay()
}

// signing adds the day of a slip and who signs it.
func (s *Screen) signing(l *slip.Slip, label, hint string) (on *kit.DateEntry, hand *kit.Field) {
	on = l.Day("日期", "")
	on.SetValue(s.m.desk.Office.Today().String())
	return on, l.Line(label, hint)
}

// toHandOut asks for books handed out.
func (s *Screen) toHandOut() {
	if s.catalogue || s.empty() {
		return
	}
	choices, err := s.m.Waiting()
	if err != nil {
		s.w.Errors.Show(err)
		return
	}
	name, _ := s.m.Name()
	l := slip.New(s.w, "发书", name+"　发多了照记，并且说出来。")
	what := l.Lookup("发哪些", choices...)
	what.SetValue(choices[0])
	copies := l.Line("册数", "空着：未发的全发")
	on, hand := s.signing(l, "领书人", "谁签字领的")
	l.Button("发出", s.settles(func(ctx context.Context) (wording.Done, error) {
		return s.m.HandOut(ctx, what.Value(), copies.Value(), [2]string{on.Value(), hand.Value()})
	}))
	l.Lay()
}

// toVoid asks why the current row is to be void.
func (s *Screen) toVoid() {
	if s.empty() {
		return
	}
	what, do := "", func(ctx context.Context, why string) (wording.Done, error) { return wording.Done{}, nil }
	if s.catalogue {
		row := s.titles.Current()
		if row < 0 || row >= len(s.books) {
			return
		}
		t := s.books[row]
		what = "《" + t.Title + "》"
		do = func(ctx context.Context, why string) (wording.Done, error) { return s.m.VoidBook(ctx, t, why) }
	} else {
		named, void, err := s.m.Voidable(s.views[s.m.View()].Current())
		if err != nil {
			s.showView()
			s.toView(false)
			s.w.Errors.Show(err)
			return
		}
		what = named
		do = func(ctx context.Context, why string) (wording.Done, error) { return s.m.Void(ctx, void, why) }
	}
	l := slip.New(s.w, "作废", what, "作废的仍留在记录里，不再计算。")
	why := l.Line("理由", "例如：本人不订了")
	l.Button("作废", s.does(func(ctx context.Context) (wording.Done, error) { return do(ctx, why.Value()) }))
	l.Lay()
}
