package applicants

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"gongkao/app/intake"
	"gongkao/app/sheets"
	"gongkao/data"
	"gongkao/views/wording"
)

// Imported is what an import did, as the clerk is told.
type Imported struct {
	File    string // its name, without the folder
	People  int    // that entered
	Units   int    // that entered
	Known   int    // rows of people who were registered already
	Waiting int    // rows that could not enter
	Lines   []Line // what is to be mended, then what is to be looked at
	Unknown []string
	several bool // sheets
}

// Line is something wrong, or doubtful, in a row of the sheet.
type Line struct {
	Place, Cell, Name string // 第 5 行, E5, whose row it is
	Trouble, Todo     string
	Entered           bool // the row is in all the same
}

// Tell says what became of one file; a file that could not be read is a refusal.
func Tell(r intake.Result) (Imported, error) {
	f := r.Files[0]
	if f.Error != nil {
		return Imported{}, data.Refuse(f.Error.Code, "", f.Error.Message, f.Error.Hint)
	}
	i := Imported{File: filepath.Base(f.File), several: len(f.Sheets) > 1}
	for _, s := range f.Sheets {
		i.take(s)
	}
	slices.SortStableFunc(i.Lines, func(a, b Line) int { return order(a) - order(b) })
	return i, nil
}

// order puts what keeps a row out before what is only to be looked at.
func order(l Line) int {
	if l.Entered {
		return 1
	}
	return 0
}

func (i *Imported) take(s sheets.SheetReading) {
	i.People += len(s.Accepted)
	i.Units += len(s.Lines)
	names, waits, known := map[int]string{}, map[int]bool{}, map[int]bool{}
	for _, a := range s.Accepted {
		names[a.Row] = a.Applicant.Person.Name
	}
	for _, w := range s.Waiting {
		names[w.Row] = wording.Or(w.Texts["name"], w.Texts["unit"])
		if w.Registered() {
			known[w.Row] = true
			i.Known++
			continue
		}
		waits[w.Row] = true
		i.Waiting++
	}
	for _, p := range s.Problems {
		if known[p.Row] {
			continue
		}
		i.Lines = append(i.Lines, Line{Place: i.place(s, p.Row), Cell: p.Cell, Name: names[p.Row],
			Trouble: p.Message, Todo: p.Hint, Entered: !waits[p.Row]})
		if p.Code == "unit-unknown" && !slices.Contains(i.Unknown, p.Value) {
			i.Unknown = append(i.Unknown, p.Value)
		}
	}
}

func (i *Imported) place(s sheets.SheetReading, row int) string {
	place := ""
	if row > 0 {
		place = fmt.Sprintf("第 %d 行", row)
	}
	if i.several {
		return strings.TrimSpace(s.Sheet + " " + place)
	}
	return place
}

// Read returns how many rows the file had.
func (i *Imported) Read() int { return i.People + i.Units + i.Known + i.Waiting }

// Figure is a number of what an import did with its word.
type Figure struct{ Word, Number string }

// Figures returns 读到, 已进入 and what became of the rest; the last one is what
// there is to do.
func (i *Imported) Figures() []Figure {
	figures := []Figure{{"读到", wording.Count(i.Read())}, {"已进入", wording.Count(i.People + i.Units)}}
	if i.Known > 0 {
		figures = append(figures, Figure{"早已登记", wording.Count(i.Known)})
	}
	return append(figures, Figure{"待处理", wording.Count(i.Waiting)})
}

// Done is what the message bar says.
func (i *Imported) Done() wording.Done {
	if i.Read() == 0 {
		return wording.Done{What: "“" + i.File + "”里没有读到人员或单位", Next: "请看看是不是选错了文件。"}
	}
	var parts []string
	add := func(n int, format string) {
		if n > 0 {
			parts = append(parts, fmt.Sprintf(format, wording.Count(n)))
		}
	}
	add(i.People, "进入 %s 人")
	add(i.Units, "进入 %s 个单位")
	add(i.Known, "%s 人早已登记，没有重复进入")
	add(i.Waiting, "%s 行待处理")
	done := wording.Done{What: fmt.Sprintf("“%s”读到 %s 行：%s", i.File, wording.Count(i.Read()), strings.Join(parts, "，"))}
	if i.People > 0 && i.Waiting == 0 {
		done.Next = "新进入的都是“待审”。"
	}
	return done
}

// Advice are the sentences above the lines: what the sender does, and what
// happens when the file comes again.
func (i *Imported) Advice() (sentences []string) {
	switch {
	case i.Waiting > 0:
		sentences = append(sentences, "请报送单位把下面的格改好，再导入改好的文件：已经进入的人不会重复进入，只进入改好的行。")
	case len(i.Lines) > 0:
		sentences = append(sentences, "全部进入了；下面这些格请核对，错了就在“申报人员”里改。")
	}
	if i.Known > 0 {
		sentences = append(sentences, "早已登记的人，表里的改动没有带进来；要改请在“申报人员”里改。")
	}
	return sentences
}

// Letter is the lines as a message to the sender.
func (i *Imported) Letter() string {
	var b strings.Builder
	heading := map[bool]string{false: "“%s”有 %s 处要改，改好请重新发来：\n", true: "“%s”另有 %s 处请核对：\n"}
	for _, entered := range []bool{false, true} {
		lines := slices.DeleteFunc(slices.Clone(i.Lines), func(l Line) bool { return l.Entered != entered })
		if len(lines) > 0 {
			fmt.Fprintf(&b, heading[entered], i.File, wording.Count(len(lines)))
		}
		for n, l := range lines {
			fmt.Fprintf(&b, "%d. %s：%s。%s。\n", n+1, l.where(), l.Trouble, l.Todo)
		}
	}
	return b.String()
}

// where is 第 5 行 E5 刘𬱖.
func (l Line) where() string {
	return strings.Join(slices.DeleteFunc([]string{l.Place, l.Cell, l.Name}, func(s string) bool { return s == "" }), " ")
}

// Copied says that the letter lies on the clipboard.
func (i *Imported) Copied() wording.Done {
	return wording.Done{What: fmt.Sprintf("已复制 %s 处，可以粘贴发给报送单位", wording.Count(len(i.Lines)))}
}

// Create asks about units that the register lacks; ok is false when there are
// none.
func (i *Imported) Create() (label string, words []string, ok bool) {
	if len(i.Unknown) == 0 {
		return "", nil, false
	}
	const shown = 8
	names := strings.Join(i.Unknown[:min(shown, len(i.Unknown))], "、")
	if more := len(i.Unknown) - shown; more > 0 {
		names += fmt.Sprintf("等 %d 个", len(i.Unknown))
	}
	return fmt.Sprintf("新建 %d 个单位，再导入", len(i.Unknown)),
		[]string{"单位库里没有：" + names + "。", "新建以后，这些单位的人就能进入。单位建了不能删去：名称写错的，先让报送单位改。"}, true
}
