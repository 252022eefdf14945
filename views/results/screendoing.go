package results

import (
	"context"
	"fmt"

	outcomes "gongkao/app/results"
	"gongkao/data"
	"gongkao/views/shell"
	"gongkao/views/slip"
	"gongkao/views/wording"
)

// open is Enter on a row: its archive, else the record.
func (s *Screen) open() {
	if s.m.Stage() == Archive {
		s.toFile()
		return
	}
	s.toRecord()
}

// star is * on a row: a correction, or a certificate that does not count.
func (s *Screen) star() {
	if s.m.Stage() == Certificates {
		s.toVoid()
		return
	}
	s.toCorrect()
}

// toRecord opens the person, with the list to page through.
func (s *Screen) toRecord() {
	row, ok := s.current()
	if !ok {
		return
	}
	list := make([]data.ApplicationID, s.m.Len())
	for i := range list {
		list[i] = s.m.ID(i)
	}
	s.w.Go(shell.Route{Place: shell.Record, Person: s.m.ID(row), List: list})
}

func (s *Screen) toSettings() { s.w.Go(shell.Route{Place: shell.Settings}) }

// papers are the papers of the stages.
var papers = [...]string{Scores: "pass-notice", Evaluation: "pass-notice", Certificates: "certificates", Archive: "archive"}

func (s *Screen) paper() string { return papers[s.m.Stage()] }

// toPaper opens the stage's paper for whom is chosen by boxes, else for the county.
func (s *Screen) toPaper() {
	if s.name(s.paper()) == "" {
		return
	}
	var numbers []data.IDNumber
	for row := range s.rows().Selected().All() {
		numbers = append(numbers, s.m.row(row).a.Person.IDNumber)
	}
	s.w.Go(shell.Route{Place: shell.Papers, Paper: s.paper(), Numbers: numbers})
}

func (s *Screen) admit() {
	if s.m.Stage() == Evaluation {
		s.does(func(ctx context.Context) (wording.Done, error) { return s.m.Admit(ctx, s.chosen()) })
	}
}

func (s *Screen) undo() {
	s.does(s.m.Undo)
}

// slipDoes is what a slip's button does: the command, then what it says.
func (s *Screen) slipDoes(command func(context.Context) (wording.Done, error)) func() error {
	return func() error {
		done, err := command(context.Background())
		if err == nil {
			s.w.Close()
			s.wrote(done)
			s.toList()
		}
		return err
	}
}

// toCorrect asks for another score and the reason.
func (s *Screen) toCorrect() {
	row, ok := s.current()
	if !ok || s.m.Stage() > Evaluation {
		return
	}
	now := s.m.Score(row)
	if now.Score == "" {
		s.w.Errors.Show(data.Refuse("score-none", "", s.m.Person(row).Name+" 还没有这一科的成绩", "没有可更正的，请直接打数字录入"))
		return
	}
	l := slip.New(s.w, s.m.Person(row).Name+"：更正"+now.Subject, "现在是 "+now.Score+"。原来的成绩和理由都留在经过里。")
	mark := l.Line("改成", "分数，或 缺考；空着就只作废")
	why := l.Line("理由", "例如：录错人、看错一位、卷面复核")
	l.Button("更正", s.slipDoes(func(ctx context.Context) (wording.Done, error) {
		return s.m.Correct(ctx, row, mark.Value(), why.Value())
	}))
	l.Lay()
}

// toIssue asks for the first number and the day; the others run on.
func (s *Screen) toIssue() {
	rows := s.chosen()
	if s.m.Stage() != Certificates || len(rows) == 0 {
		return
	}
	for _, row := range rows {
		if c := s.m.Certificate(row); c.Number != "" {
			s.w.Errors.Show(data.Refuse("cert-twice", "", s.m.Person(row).Name+" 已经发了证书 "+c.Number, "来领的按 F9 登记签字；编号写错了按 * 作废"))
			return
		}
	}
	words, label := "编号照证书上的写，在全县不能重。", "证书编号"
	if len(rows) > 1 {
		words, label = "照列表的次序编号：写第一个，后面的自动加一。编号在全县不能重。", "第一个编号"
	}
	l := slip.New(s.w, "发证："+s.who(rows), words)
	first := l.Line(label, "例如 LS202630001")
	first.SetValue(s.m.FirstNumber(rows[0]))
	day := l.Day("发证日期", "例如 2026-11-20")
	day.SetValue(data.DateOf(s.w.Now()).String())
	if len(rows) > 1 {
		runs := s.running(rows, first)
		l.Below = runs
		first.Changed = func(string) { runs.Refresh() }
	}
	l.Button("发证", s.slipDoes(func(ctx context.Context) (wording.Done, error) {
		return s.m.Issue(ctx, rows, first.Value(), day.Value())
	}))
	l.Lay()
}

// who names rows: one by name, more by number.
func (s *Screen) who(rows []int) string {
	if len(rows) == 1 {
		return s.m.Person(rows[0]).Name
	}
	return fmt.Sprintf("选中的 %d 人", len(rows))
}

// toCollect asks who signs for the certificates.
func (s *Screen) toCollect() {
	rows := s.chosen()
	if s.m.Stage() != Certificates || len(rows) == 0 {
		return
	}
	for _, row := range rows {
		switch c := s.m.Certificate(row); {
		case c.Number == "":
			s.w.Errors.Show(data.Refuse("cert-none", "", s.m.Person(row).Name+" 还没有发证", "请先按 F8 发证，再登记领取"))
			return
		case !c.Here:
			s.w.Errors.Show(data.Refuse("cert-collected", "", s.m.Person(row).Name+" 的证书已经领取："+c.Collected, "登记错了按 Ctrl+Z 撤销"))
			return
		}
	}
	l := slip.New(s.w, "领取证书："+s.who(rows), "在证书发放登记表上签字的人。代领的写代领人。")
	who := l.Line("谁签字", "本人，或单位经办人的姓名")
	if len(rows) == 1 {
		who.SetValue(s.m.Person(rows[0]).Name)
	}
	day := l.Day("领取日期", "例如 2026-11-25")
	day.SetValue(data.DateOf(s.w.Now()).String())
	l.Button("已领取", s.slipDoes(func(ctx context.Context) (wording.Done, error) {
		return s.m.Collect(ctx, rows, who.Value(), day.Value())
	}))
	l.Lay()
}

// toVoid asks why a certificate's record does not count.
func (s *Screen) toVoid() {
	row, ok := s.current()
	if !ok || s.m.Stage() != Certificates {
		return
	}
	c := s.m.Certificate(row)
	if c.Number == "" {
		s.w.Errors.Show(data.Refuse("cert-none", "", s.m.Person(row).Name+" 还没有发证", "要发证请按 F8"))
		return
	}
	l := slip.New(s.w, s.m.Person(row).Name+"：证书 "+c.Number+" 作废", "这条记录不再算数，编号可以再用；它和理由都留在经过里。")
	why := l.Line("理由", "例如：编号写错、证书打坏重做")
	l.Button("作废", s.slipDoes(func(ctx context.Context) (wording.Done, error) { return s.m.Void(ctx, row, why.Value()) }))
	l.Lay()
}

// toFile asks what is in somebody's archive, and where it lies.
func (s *Screen) toFile() {
	row, ok := s.current()
	if !ok || s.m.Stage() != Archive {
		return
	}
	items, in, at := s.m.Items(row)
	var words []string
	for _, i := range items {
		words = append(words, i.Name)
	}
	l := slip.New(s.w, s.m.Person(row).Name+"：归档", "有的勾上：数字或空格。缺必备材料的先保存，补齐再办结。")
	ticks := l.Choose("材料", true, words...)
	for i, item := range items {
		if in[item.Key] {
			ticks.Choose(i)
		}
	}
	box := l.Line("盒号", "例如 2026-03")
	box.SetValue(at)
	file := func(closes bool) func() error {
		return s.slipDoes(func(ctx context.Context) (wording.Done, error) {
			f := outcomes.Filing{Box: box.Value(), Close: closes}
			for i, item := range items {
				if ticks.Ticked(i) {
					f.Items = append(f.Items, item.Key)
				}
			}
			return s.m.File(ctx, row, f)
		})
	}
	l.Button("办结", file(true))
	l.Button("只保存", file(false))
	l.Lay()
}

// toFileAll asks for the box into which the chosen archives go, whole.
func (s *Screen) toFileAll() {
	rows := s.chosen()
	if s.m.Stage() != Archive || len(rows) == 0 {
		return
	}
	l := slip.New(s.w, "归档："+s.who(rows), "目录里的材料全部勾上并办结。有缺的，按 Esc，用 Enter 逐项登记。")
	box := l.Line("盒号", "例如 2026-03")
	l.Button("归档", s.slipDoes(func(ctx context.Context) (wording.Done, error) { return s.m.FileAll(ctx, rows, box.Value()) }))
	l.Lay()
}

func (s *Screen) toImport() {
	if s.w.Import != nil {
		s.w.Import()
	}
}
