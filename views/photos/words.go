package photos

import (
	"fmt"
	"path"
	"strings"

	shots "gongkao/app/photos"
	"gongkao/data"
	"gongkao/views/wording"
)

// Head is the title and what was brought.
func (m *Model) Head() (title, fact string) {
	switch {
	case m.one != nil && len(m.rows) > 0:
		return "照片", "" // who it is stands over the picture
	case m.one != nil:
		return "照片", m.one.Person.Name + "　" + m.one.Unit
	case m.plan == nil:
		return "照片", ""
	}
	fact = fmt.Sprintf("%s　%s 张", m.source.Name, wording.Count(len(m.rows)))
	if n := m.waiting(); n > 0 {
		fact += fmt.Sprintf("，%s 张要看一眼", wording.Count(n))
	}
	return "照片", fact
}

// Rule is what a photo has to be.
func (m *Model) Rule() string {
	rule := m.desk.Office.Policy.Photo
	parts := []string{fmt.Sprintf("%d×%d 点", rule.Width, rule.Height)}
	if rule.MaxKB > 0 {
		parts = append(parts, fmt.Sprintf("不超过 %d KB", rule.MaxKB))
	}
	if rule.Background != "" {
		parts = append(parts, "白底")
	}
	words := strings.Join(parts, "，")
	if !rule.Confirmed() {
		words += "（待核对）"
	}
	return words
}

// Name is how a row is called: the person, or the file.
func (r *Row) Name() string {
	switch {
	case r.Who != nil:
		return r.Who.Person.Name
	case len(r.Others) > 0:
		return r.Others[0].Person.Name + "？"
	}
	return path.Base(r.File)
}

// stands is how each state is said.
var stands = map[State]struct {
	mark wording.Mark
	word string
}{
	Waits: {wording.Warn, "看一眼"}, Taken: {wording.Pass, "放"}, LeftOut: {wording.Unconfirmed, "不放"}, OnRecord: {wording.Pass, "已放入"}, Unusable: {wording.Block, "不能放"},
}

// kinds is how a state is said of some kinds.
var kinds = map[shots.Kind]string{shots.Ambiguous: "是谁？", shots.Doubled: "有几张", shots.Stranger: "对不上", shots.Closed: "已审结"}

// Stands is how a row stands, in a word.
func (r *Row) Stands() (wording.Mark, string) {
	s := stands[r.State]
	if word := kinds[r.Kind]; word != "" && (r.State == Unusable || r.State == Waits && !(r.Kind == shots.Ambiguous && r.Who != nil)) {
		return s.mark, word
	}
	return s.mark, s.word
}

// Says is what is to be known of a row: why it is doubtful, or how the person was
// found.
func (r *Row) Says() string {
	switch {
	case r.State == Unusable:
		return r.Why
	case r.Kind == shots.Ambiguous && r.Who == nil, r.Kind == shots.Doubled:
		return r.Why
	}
	parts := r.Warnings
	if r.Had && r.State != OnRecord {
		parts = append([]string{"换掉现在的"}, parts...)
	}
	if len(parts) > 0 {
		return strings.Join(parts, "，")
	}
	return "按" + r.How
}

// Facts are the lines of a person who is missing, for the units.
func Facts(a *data.Applicant) (unit, name, trade, level string) {
	return a.Unit, a.Person.Name, a.Application.Trade, a.Application.Level.String()
}

// Weight is a size in KB or MB.
func Weight(bytes int) string {
	if bytes < 1<<20 {
		return fmt.Sprintf("%d KB", (bytes+1023)>>10)
	}
	return fmt.Sprintf("%.1f MB", float64(bytes)/(1<<20))
}

// Found says in a sentence what was found.
func (m *Model) Found() string {
	if m.one != nil {
		return "框里的会放上去：用方向键挪好，按 Enter"
	}
	_, counts := m.Tabs()
	said := fmt.Sprintf("%s 张照片，%s 张可以直接放入", wording.Count(len(m.rows)), wording.Count(len(m.Ready())))
	if n := counts[Doubtful]; n != "0" {
		said += "，" + n + " 张要看一眼"
	}
	if n := counts[Unmet]; n != "0" {
		said += "，" + n + " 张对不上或不能用"
	}
	return said + "；" + counts[Missing] + " 人缺照片"
}

// MissingTable lists who is missing, as a spreadsheet takes it.
func (m *Model) MissingTable() string {
	var b strings.Builder
	b.WriteString("单位\t姓名\t工种\t等级\r\n")
	for _, a := range m.missing() {
		unit, name, trade, level := Facts(a)
		b.WriteString(strings.Join([]string{unit, name, trade, level}, "\t") + "\r\n")
	}
	return b.String()
}
