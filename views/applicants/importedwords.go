package applicants

import (
	"fmt"
	"slices"
	"strings"

	"gongkao/app/sheets"
	"gongkao/views/wording"
)

// Figure is a number of what an import did with its word.
type Figure struct{ Word, Number string }

// Figures returns 读到, 已进入 and what became of the rest; the last one is what
// there is to do.
func (i *Imported) Figures() []Figure {
	figures := []Figure{{"读到", wording.Count(i.Read())}, {"已进入", wording.Count(i.in())}}
	if i.Known > 0 {
		figures = append(figures, Figure{"早已登记", wording.Count(i.Known)})
	}
	if i.Twice > 0 {
		figures = append(figures, Figure{"早已录入", wording.Count(i.Twice)})
	}
	return append(figures, Figure{"待处理", wording.Count(i.Waiting)})
}

// Done is what the message bar says.
func (i *Imported) Done() wording.Done {
	if i.Read() == 0 {
		return wording.Done{What: "“" + i.File + "”里没有读到要导入的行", Next: "请看看是不是选错了文件。"}
	}
	var parts []string
	for _, part := range []struct {
		n      int
		format string
	}{
		{i.People, "进入 %s 人"}, {i.Units, "进入 %s 个单位"},
		{i.Books[sheets.Payments], "进入缴费 %s 笔"}, {i.Books[sheets.Scores], "进入成绩 %s 行"}, {i.Books[sheets.Textbooks], "进入征订 %s 笔"},
		{i.Known, "%s 人早已登记，没有重复进入"}, {i.Twice, "%s 行早已录入，没有重复进入"}, {i.Waiting, "%s 行待处理"},
	} {
		if part.n > 0 {
			parts = append(parts, fmt.Sprintf(part.format, wording.Count(part.n)))
		}
	}
	done := wording.Done{What: fmt.Sprintf("“%s”读到 %s 行：%s", i.File, wording.Count(i.Read()), strings.Join(parts, "，"))}
	switch {
	case !i.before.IsZero():
		done.Next = "这个文件 " + wording.Day(i.before) + "导入过。"
	case i.People > 0 && i.Waiting == 0:
		done.Next = "新进入的都是“待审”。"
	}
	return done
}

// Advice are the sentences above the lines: what the sender does, and what
// happens when the file comes again.
func (i *Imported) Advice() (sentences []string) {
	if !i.before.IsZero() {
		sentences = append(sentences, "这个文件 "+wording.Day(i.before)+"导入过：进入过的行不会重复进入。")
	}
	switch {
	case i.Waiting > 0 && i.ledger:
		sentences = append(sentences, "待处理的行没有进入。请在表里改好，再导入改好的文件：已经进入的行不会重复进入。")
	case i.Waiting > 0:
		sentences = append(sentences, "请报送单位把下面的格改好，再导入改好的文件：已经进入的人不会重复进入，只进入改好的行。")
	case len(i.sent()) > 0 && i.ledger:
		sentences = append(sentences, "全部进入了；下面标出的请核对，录错的请用“更正”，写明理由。")
	case len(i.Lines) > 0 && !i.ledger:
		sentences = append(sentences, "全部进入了；下面这些格请核对，错了就在“申报人员”里改。")
	case len(i.Lines) == 0:
		sentences = append(sentences, "全部进入了，没有要处理的行。")
	}
	if i.Twice > 0 {
		sentences = append(sentences, "早已录入的行没有重复进入；和已录的不一样的，请核对后用“更正”，写明理由。")
	}
	if i.Known > 0 {
		sentences = append(sentences, "早已登记的人，表里的改动没有带进来；要改请在“申报人员”里改。")
	}
	return sentences
}

// Letter is the lines as a message to the sender, without what was in before.
func (i *Imported) Letter() string {
	var b strings.Builder
	heading := map[bool]string{false: "“%s”有 %s 处要改，改好请重新发来：\n", true: "“%s”另有 %s 处请核对：\n"}
	for _, entered := range []bool{false, true} {
		lines := slices.DeleteFunc(i.sent(), func(l Line) bool { return l.Entered != entered })
		if len(lines) > 0 {
			fmt.Fprintf(&b, heading[entered], i.File, wording.Count(len(lines)))
		}
		for n, l := range lines {
			fmt.Fprintf(&b, "%d. %s：%s。%s。\n", n+1, l.where(), l.Trouble, l.Todo)
		}
	}
	return b.String()
}

// sent are the lines of the letter.
func (i *Imported) sent() []Line {
	return slices.DeleteFunc(slices.Clone(i.Lines), func(l Line) bool { return l.Twice })
}

// where is 第 5 行 E5 刘𬱖.
func (l Line) where() string {
	return strings.Join(slices.DeleteFunc([]string{l.Place, l.Cell, l.Name}, func(s string) bool { return s == "" }), " ")
}

// Copied says that the letter lies on the clipboard.
func (i *Imported) Copied() wording.Done {
	return wording.Done{What: fmt.Sprintf("已复制 %s 处，可以粘贴发给报送单位", wording.Count(len(i.sent())))}
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

// TakeBack asks before what the file brought is taken back; ok is false when it
// brought no payments, scores or orders.
func (i *Imported) TakeBack() (title string, words []string, ok bool) {
	n := 0
	for _, rows := range i.Books {
		n += rows
	}
	return "撤销这一批？", []string{fmt.Sprintf("“%s”刚才进入的 %s 行全部作废，不再计算；记录留着，写明是导入后当场撤销的。", i.File, wording.Count(n)),
		"改好以后可以再导入。"}, len(i.Batches) > 0
}

// TakenBack says that it was.
func (i *Imported) TakenBack(removed int) wording.Done {
	return wording.Done{What: fmt.Sprintf("已撤销“%s”：%s 笔作废", i.File, wording.Count(removed)), Next: "改好以后可以再导入。"}
}
