package record

import (
	"context"
	"fmt"

	"gongkao/views/kit"
	"gongkao/views/slip"
)

// handIn hands the record in for review; of one that was returned it first asks
// how each thing asked has been answered.
func (s *Screen) handIn() {
	if s.model == nil {
		return
	}
	s.commit()
	asks, err := s.model.Asks(context.Background())
	if err != nil {
		s.w.Errors.Show(err)
		return
	}
	if len(asks) == 0 {
		left, err := s.submitted(nil)
		s.wrote(left, err)
		return
	}
	l := slip.New(s.w, "补正以后再交审", "退回时要求补正的，逐条写明补了什么、改了什么")
	fields := make([]*kit.Field, len(asks))
	for i, ask := range asks {
		l.Say(fmt.Sprintf("%d. %s", ask.N+1, ask.Text))
		fields[i] = l.Line("补正情况", "例如：已补盖公章，原件已看")
	}
	l.Button("交审", s.does(func() (Left, error) {
		answers := map[int]string{}
		for i, ask := range asks {
			answers[ask.N] = fields[i].Value()
		}
		return s.submitted(answers)
	}))
	l.Lay()
}

func (s *Screen) submitted(answers map[int]string) (Left, error) {
	done, err := s.model.Submit(context.Background(), answers)
	return Left{Done: done, Changed: err == nil}, err
}
