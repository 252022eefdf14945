package stamped

import (
	"context"
	"strings"

	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/wording"
)

// scanned takes in what stands in the field.
func (s *Screen) scanned() {
	text := strings.TrimSpace(s.scanner.Value())
	s.scanner.SetValue("")
	s.toScan()
	if text != "" {
		s.take(text)
	}
}

// take takes a sheet in, one after the other: a scanner is quicker than the disk.
func (s *Screen) take(text string) {
	s.waiting = append(s.waiting, text)
	if !s.taking.Busy() {
		s.next()
	}
}

func (s *Screen) next() {
	if len(s.waiting) == 0 {
		return
	}
	text := s.waiting[0]
	s.waiting = s.waiting[1:]
	work := s.m.Scan(text)
	kit.Run(s.taking, kit.Task[Line]{
		Title: "正在核对",
		Work:  func(ctx context.Context, _ kit.Progress) (Line, error) { return work(ctx) },
		Done:  s.took,
		Ended: s.next,
	})
}

// took shows a scan and its verdict, also in the bar, which is read from afar.
func (s *Screen) took(l Line) {
	s.m.Take(l)
	s.w.Memory.KeepLines(memory, s.m.Keep())
	s.lines.Change(func() int { return len(s.m.Lines()) })
	s.lines.GoTo(0)
	s.w.Say(kit.SignOf(l.Mark), l.Heard(), l.Next)
	if l.Mark == wording.Pass {
		s.w.Wrote()
	}
	if len(s.waiting) == 0 {
		s.Refresh()
	}
	s.object.Refresh()
}

// current is the scan one stands at.
func (s *Screen) current() (Line, bool) {
	row := s.lines.Current()
	if row < 0 || row >= len(s.m.Lines()) {
		return Line{}, false
	}
	return s.m.Lines()[row], true
}

// takeBack takes back that the current sheet came in.
func (s *Screen) takeBack() {
	work := s.m.TakeBack(s.lines.Current())
	kit.Run(s.taking, kit.Task[Line]{
		Title: "正在撤销",
		Work:  func(ctx context.Context, _ kit.Progress) (Line, error) { return work(ctx) },
		Done:  s.took,
		Ended: s.next,
	})
}

// forget empties the list; what came in is on record.
func (s *Screen) forget() {
	s.m.Clear()
	s.w.Memory.KeepLines(memory, nil)
	s.show()
	s.toScan()
	s.w.Say(kit.SayDone, "扫过的列表已清空", "登记过的“已回”都在，不受影响")
}

// toRecord opens the record of the current sheet.
func (s *Screen) toRecord() {
	l, ok := s.current()
	if !ok || len(l.People) == 0 {
		s.w.Say(kit.SayPlain, "这一张没有可以打开的登记", "")
		return
	}
	s.w.Go(shell.Route{Place: shell.Record, Person: l.People[0], List: l.People})
}

// openMissing opens the record of somebody who is missing, or lists his unit.
func (s *Screen) openMissing(row int) {
	m := s.m.Missing()[row]
	if m.ID == "" {
		s.w.Go(shell.Route{Place: shell.Units, Unit: m.Unit})
		return
	}
	var list []data.ApplicationID
	for _, o := range s.m.Missing() {
		list = append(list, o.ID)
	}
	s.w.Go(shell.Route{Place: shell.Record, Person: m.ID, List: list})
}

// await takes the paper and the unit typed.
func (s *Screen) await() {
	if err := s.m.Await(s.paper.Value(), s.unit.Value()); err != nil {
		s.w.Errors.Show(err)
	}
	paper, unit := s.m.Chosen()
	s.paper.SetValue(paper)
	s.unit.SetValue(unit)
	s.Refresh()
}

// toPrint prints what is missing: of people theirs, of units the whole.
func (s *Screen) toPrint() {
	r := shell.Route{Place: shell.Papers, Paper: s.m.paper, UnitOf: s.m.unit}
	if s.m.desk.Papers.PerPerson(s.m.paper) {
		if r.Numbers = s.m.MissingNumbers(); len(r.Numbers) == 0 {
			s.w.Say(kit.SayPlain, "没有还缺的，不用打印", "")
			return
		}
	}
	s.w.Go(r)
}

func (s *Screen) toReprints() { s.w.Go(shell.Route{Place: shell.Reprints}) }
