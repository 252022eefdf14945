package fees

import (
	"context"

	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/slip"
	"gongkao/views/wording"
)

// wrote shows what a command did.
func (s *Screen) wrote(done wording.Done) {
	s.show()
	s.w.Wrote()
	s.w.Done(done)
	s.toRows()
}

// does is what a slip's button does: the command, then what it says.
func (s *Screen) does(command func() (wording.Done, error)) func() error {
	return func() error {
		done, err := command()
		if err == nil {
			s.w.Close()
			s.wrote(done)
		}
		return err
	}
}

// toPay asks for a payment of the current person, with what is owed written in.
func (s *Screen) toPay() {
	row := s.rows.Current()
	p, err := s.m.Propose(row)
	if err != nil {
		s.w.Errors.Show(err)
		return
	}
	l := slip.New(s.w, p.Title, p.Words...)
	amount := l.Line("金额（元）", "365 或 365.00")
	amount.SetValue(p.Amount)
	day := l.Day("缴费日期", "2026-05-08")
	day.SetValue(p.Day)
	reference := l.Line("流水号", "网站或银行的流水号，可以空着")
	var step *kit.Lookup
	if len(p.Steps) > 0 {
		step = l.Lookup("第几次", p.Steps...)
		step.SetValue(p.Step)
	}
	why := l.Line("情况说明", "金额不符或逾期缴的才写")
	l.Button("登记", s.does(func() (wording.Done, error) {
		e := Entry{Amount: amount.Value(), Day: day.Value(), Reference: reference.Value(), Why: why.Value()}
		if step != nil {
			e.Step = step.Value()
		}
		return s.m.Pay(context.Background(), row, e)
	}))
	l.Lay()
}

// toCorrect asks which payment is wrong, and why.
func (s *Screen) toCorrect() {
	row := s.rows.Current()
	title, lines, err := s.m.Correctable(row)
	if err != nil {
		s.w.Errors.Show(err)
		return
	}
	l := slip.New(s.w, title, "选中的一笔作废，不再计入；记录带着理由留下，谁都看得到。缴了的款不退。")
	which := l.Choose("哪一笔", false, lines...)
	if len(lines) == 1 {
		which.Choose(0)
	}
	why := l.Line("理由", "例如：流水号是另一个同名人的，记错了人")
	l.Button("作废这一笔", s.does(func() (wording.Done, error) {
		return s.m.Correct(context.Background(), row, which.Chosen(), why.Value())
	}))
	l.Lay()
}

// chosen are the selected rows, the current one where none is.
func (s *Screen) chosen() (rows []int) {
	for row := range s.rows.Chosen().All() {
		rows = append(rows, row)
	}
	return rows
}

func (s *Screen) returnSlips() {
	done, err := s.m.ReturnSlips(context.Background(), s.chosen())
	if err != nil {
		s.w.Errors.Show(err)
		return
	}
	s.rows.Select(nil)
	s.wrote(done)
}

func (s *Screen) toPrint() {
	numbers := s.m.Numbers(s.chosen())
	if len(numbers) == 0 {
		s.w.Errors.Show(nobody())
		return
	}
	s.w.Go(shell.Route{Place: shell.Papers, Paper: slipPaper, Numbers: numbers})
}

func (s *Screen) toRecord() {
	if id := s.m.ID(s.rows.Current()); id != "" {
		s.w.Go(shell.Route{Place: shell.Record, Person: id, List: s.m.List()})
	}
}

func (s *Screen) toReconcile() {
	if s.w.Import != nil {
		s.w.Import()
	}
}

// toBooks opens the books of the current person's unit.
func (s *Screen) toBooks() {
	if _, there := s.w.Makers[shell.Textbooks]; !there {
		s.w.Errors.Show(data.Refuse("no-screen", "", "教材的页面还没有", "教材征订暂时用表格登记"))
		return
	}
	s.w.Go(shell.Route{Place: shell.Textbooks, Unit: s.m.UnitOf(s.rows.Current())})
}
