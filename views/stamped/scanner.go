package stamped

import (
	"context"
	"strings"

	sheets "gongkao/app/stamped"
	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/wording"
)

// Scanner takes in a sheet scanned into the search box and opens the record with
// what it says. A sheet about several goes to the page where stamped sheets come
// in.
type Scanner struct {
	w    *shell.Window
	desk sheets.Desk
	lane *kit.Lane
}

var _ shell.Scanner = (*Scanner)(nil)

// NewScanner returns the scanner of an office.
func NewScanner(w *shell.Window, desk sheets.Desk) *Scanner {
	return &Scanner{w: w, desk: desk, lane: w.Runner.NewLane(nil)}
}

// Reads reports whether the text is a sheet's code.
func (s *Scanner) Reads(text string) bool { return sheets.Looks(text) }

// Might reports whether the text may be a check code written without its dash.
func (s *Scanner) Might(text string) bool {
	_, err := sheets.Read(text)
	return err == nil
}

// scanOf is a sheet of one person taken in, or one of several that waits.
type scanOf struct {
	line  Line
	alone bool
}

// Scan takes the sheet in.
func (s *Scanner) Scan(text string) {
	kit.Run(s.lane, kit.Task[scanOf]{
		Title: "正在核对",
		Work: func(ctx context.Context, _ kit.Progress) (scanOf, error) {
			f, err := sheets.Find(ctx, s.desk, text)
			if err != nil || len(f.Sheet.People) != 1 {
				return scanOf{}, err
			}
			line, err := scan(s.desk, text)(ctx)
			return scanOf{line, true}, err
		},
		Done: func(o scanOf) {
			if !o.alone {
				s.w.Go(shell.Route{Place: shell.Stamped, Scan: text})
				return
			}
			s.tell(o.line)
		},
	})
}

// tell opens the record and says what became of the sheet: that it is back in the
// bar, that it is void in a sheet over the record, for it has to be read.
func (s *Scanner) tell(l Line) {
	if l.Mark == wording.Pass {
		s.w.Wrote()
	}
	s.w.Go(shell.Route{Place: shell.Record, Person: l.People[0]})
	if len(l.Said) > 0 {
		s.lay(l)
		return
	}
	what, next := strings.TrimPrefix(l.Paper+"　", "　")+"盖章件"+l.Verdict+"："+l.What, l.Next
	if l.Mark == wording.Pass {
		next = "扫错了，按 Ctrl+Z 撤销"
	}
	s.w.Say(kit.SignOf(l.Mark), what, next)
}

// Measures of the sheet that is laid over the record.
const (
	voidWidth  float32 = 760
	voidLabel  float32 = 168
	voidPitch  float32 = 34
	mostVoid           = 12 // changes that are listed
	changeRoom float32 = 24
)

// lay writes in two columns what was printed and what is on record now.
func (s *Scanner) lay(l Line) {
	s.w.Lay(voidWidth, nil, func(sheet *kit.Sheet, x, y, width float32) float32 {
		top := y
		sheet.Sign(kit.Blocked, x, y+5, 18)
		sheet.Text("数据已改，此纸作废", x+28, y, 28, kit.Title())
		sheet.KeyCapR("Esc", x+width, y+3)
		y += 36
		y += sheet.Para(l.Who+"的"+l.Paper+"，"+l.Printed, x, y, width, 22, kit.Quiet()) + 10
		half := kit.Whole((width - voidLabel) / 2)
		for i, head := range []string{"", "纸上印的", "现在记录的"} {
			sheet.Text(head, columnAt(x, half, i), y, 24, kit.Quiet())
		}
		y += 28
		for i, one := range l.Said {
			sheet.Line(x, y, width, kit.Colors.Hair)
			if i == mostVoid && len(l.Said) > mostVoid {
				sheet.Text("还有 "+wording.Count(len(l.Said)-i)+" 处；F7 看全部经过", x, y+6, 22, kit.Quiet())
				y += voidPitch
				break
			}
			y += s.layOne(sheet, one, [4]float32{x, y + 6, width, half}) + 12
		}
		sheet.Line(x, y, width, kit.Colors.HeadLine)
		y += 12
		y += sheet.Para(l.Next+"。", x, y, width, 22, kit.Style{})
		return y - top
	})
}

// columnAt is where a column begins: the label, what is printed, what is on record.
func columnAt(x, half float32, column int) float32 {
	if column == 0 {
		return x
	}
	return x + voidLabel + half*float32(column-1)
}

// layOne writes one change; long values take as many lines as they need.
func (s *Scanner) layOne(sheet *kit.Sheet, one sheets.Said, at [4]float32) (height float32) {
	x, y, width, half := at[0], at[1], at[2], at[3]
	c := one.Change
	if c.Label == "" {
		return sheet.Para(one.Words, x, y, width, 22, kit.Style{})
	}
	height = sheet.Para(c.Label, x, y, voidLabel-12, 22, kit.Quiet())
	height = max(height, sheet.Para(wording.Or(c.Old, "空"), columnAt(x, half, 1), y, half-changeRoom, 22, kit.Style{}))
	return max(height, sheet.Para(wording.Or(c.New, "空"), columnAt(x, half, 2), y, half-changeRoom, 22, kit.Strong()))
}
