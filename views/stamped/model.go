// Package stamped is the page on which stamped sheets come in (收盖章件), scan after
// scan, and the list of papers that no longer say what is on record (打印后有改动).
// Model and Reprints hold the state and know no widgets. Scanner is what the search
// box asks: it takes a sheet in and opens the record.
//
// What came in is on record at once; what was refused is kept as its code beside
// the window's habits, so that one may leave and go on.
package stamped

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	sheets "gongkao/app/stamped"
	"gongkao/data"
	"gongkao/views/wording"
)

// Model is the page on the screen.
type Model struct {
	desk    sheets.Desk
	lines   []Line // newest first
	paper   string
	unit    string
	awaited sheets.Awaited
	counted bool // awaited is of the paper and the unit chosen
}

// Line is a scan and its verdict.
type Line struct {
	At      time.Time
	Text    string // what was scanned
	Mark    wording.Mark
	Verdict string
	Paper   string
	Who     string        // whose sheet: a person, a unit, a scope
	What    string        // in one sentence
	Next    string        // what to do
	Printed string        // when and by whom
	Said    []sheets.Said // what has changed
	People  []data.ApplicationID
	Back    data.StampedID // the sheet that is back, and may be taken back; "" for none
}

// Heard is the line as the bar says it.
func (l *Line) Heard() string {
	said := l.What
	if l.Mark != wording.Block {
		said = l.Verdict + "：" + said
	}
	if l.Who == "" {
		return said
	}
	return l.Who + "的" + l.Paper + "　" + said
}

// usual is the paper that is awaited when nobody chose another.
const usual = "registration"

// New returns an empty page.
func New(desk sheets.Desk) *Model { return &Model{desk: desk, paper: usual} }

// Head is the title and what has come in.
func (m *Model) Head() (title, fact string) {
	in, void := 0, 0
	for _, l := range m.lines {
		switch {
		case l.Mark == wording.Pass:
			in++
		case l.Mark == wording.Block:
			void++
		}
	}
	if len(m.lines) == 0 {
		return "收盖章件", "今天还没有扫"
	}
	fact = fmt.Sprintf("今天收到 %s 张", wording.Count(in))
	if void > 0 {
		fact += fmt.Sprintf("，不能收的 %s 张", wording.Count(void))
	}
	return "收盖章件", fact
}

// Lines are the scans, newest first.
func (m *Model) Lines() []Line { return m.lines }

// Scan returns the work of taking a sheet in. Hand the line to Take.
func (m *Model) Scan(text string) func(context.Context) (Line, error) {
	return scan(m.desk, text)
}

// scan takes a sheet in, or in a year that is over only looks. A refusal is a line
// too; only a fault is an error.
func scan(desk sheets.Desk, text string) func(context.Context) (Line, error) {
	return func(ctx context.Context) (Line, error) {
		do := sheets.Receive
		if desk.Office.Looking() {
			do = sheets.Find
		}
		f, err := do(ctx, desk, text)
		if _, refused := data.AsRefusal(err); err != nil && !refused {
			return Line{}, err
		}
		return lineOf(desk, text, f, err), nil
	}
}

// look is scan for a sheet that was scanned before: it changes nothing.
func look(ctx context.Context, desk sheets.Desk, text string) (Line, error) {
	f, err := sheets.Find(ctx, desk, text)
	if _, refused := data.AsRefusal(err); err != nil && !refused {
		return Line{}, err
	}
	if err == nil && !f.True {
		err = data.Refuse("sheet-void", "", "", voidNext)
	}
	return lineOf(desk, text, f, err), nil
}

const voidNext = "请把这张作废，按现在的记录重新打印、盖章"

// lineOf words what became of a scan.
func lineOf(desk sheets.Desk, text string, f *sheets.Found, err error) Line {
	l := Line{At: desk.Office.Now(), Text: text}
	refusal, refused := data.AsRefusal(err)
	if f == nil {
		l.Mark, l.Verdict, l.What, l.Next = wording.Block, "不认", refusal.Message, refusal.Hint
		return l
	}
	l.Paper, l.Who, l.People = f.Name, whose(desk, f), f.Sheet.People
	if f.Back.Back() {
		l.Back = f.Back.ID
	}
	l.Printed = wording.When(f.Sheet.Print.At, desk.Office.Now()) + " " + f.Sheet.Print.By + " 打印"
	switch {
	case data.HasCode(err, "sheet-void"):
		l.Mark, l.Verdict, l.Next, l.Said = wording.Block, "作废", voidNext, f.Said()
		l.What = "数据已改，此纸作废：" + summary(l.Said)
	case data.HasCode(err, "sheet-back"):
		l.Mark, l.Verdict, l.What, l.Next = wording.Warn, "收过", wording.When(f.Back.At, desk.Office.Now())+" "+f.Back.By+" 已收，仍与记录一致", refusal.Hint
	case refused:
		l.Mark, l.Verdict, l.What, l.Next = wording.Block, "没有收", refusal.Message, refusal.Hint
	case f.Back.Back():
		l.Mark, l.Verdict, l.What = wording.Pass, "已回", l.Printed+"，与记录一致"
	default:
		l.Mark, l.Verdict, l.What = wording.Unconfirmed, "一致", l.Printed+"，与记录一致，没有登记收回"
	}
	return l
}

func whose(desk sheets.Desk, f *sheets.Found) string {
	return strings.TrimSuffix(f.Call(desk), "的"+f.Name)
}

// summary is the first change, and how many there are.
func summary(said []sheets.Said) string {
	if len(said) == 0 {
		return "所印内容与记录不同"
	}
	first := said[0].Sentence()
	if len(said) > 1 {
		first += fmt.Sprintf("，等 %s 处", wording.Count(len(said)))
	}
	return first
}

// Take puts a scan on the page. The same sheet scanned again moves up.
func (m *Model) Take(l Line) {
	m.lines = slices.DeleteFunc(m.lines, func(o Line) bool { return o.Text == l.Text })
	m.lines = append([]Line{l}, m.lines...)
	m.counted = false
}

// TakeBack returns the work of taking back that a sheet came in; it refuses a line
// of a sheet that is not back.
func (m *Model) TakeBack(row int) func(context.Context) (Line, error) {
	if row < 0 || row >= len(m.lines) || m.lines[row].Back == "" {
		return func(context.Context) (Line, error) {
			return Line{}, data.Refuse("sheet-none", "", "这一张没有登记收回，没有可以撤销的", "请选写着“已回”的一张再按 Ctrl+Z")
		}
	}
	l := m.lines[row]
	return func(ctx context.Context) (Line, error) {
		if err := sheets.TakeBack(ctx, m.desk, l.Back); err != nil {
			return Line{}, err
		}
		l.Mark, l.Verdict, l.Back, l.What, l.Next = wording.Unconfirmed, "已撤销", "", "收回已撤销，这张还算没有回来", ""
		return l, nil
	}
}

// Clear empties the list of scans: what is on record stays.
func (m *Model) Clear() { m.lines = nil }

// mostKept is how many scans are kept over leaving the program.
const mostKept = 500

// Keep writes the scans as lines that name nobody: moment and code.
func (m *Model) Keep() []string {
	var kept []string
	for _, l := range m.lines[:min(len(m.lines), mostKept)] {
		kept = append(kept, l.At.Format(time.RFC3339)+" "+l.Text)
	}
	return kept
}

// Resume returns the work of holding the scans of today that were kept against the
// record again. Hand them to Resumed.
func (m *Model) Resume(kept []string) func(context.Context) ([]Line, error) {
	today, zone := m.desk.Office.Today(), m.desk.Office.Now().Location()
	return func(ctx context.Context) (lines []Line, err error) {
		for _, k := range kept {
			moment, text, _ := strings.Cut(k, " ")
			at, err := time.Parse(time.RFC3339, moment)
			if err != nil || data.DateOf(at.In(zone)) != today {
				continue
			}
			l, err := look(ctx, m.desk, text)
			if err != nil {
				return nil, err
			}
			l.At = at
			lines = append(lines, l)
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
		}
		return lines, nil
	}
}

// Resumed puts them under what was scanned meanwhile.
func (m *Model) Resumed(lines []Line) {
	for _, l := range lines {
		if !slices.ContainsFunc(m.lines, func(o Line) bool { return o.Text == l.Text }) {
			m.lines = append(m.lines, l)
		}
	}
}
