package today

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"gongkao/app/paper/pdf"
	"gongkao/data"
)

// The sheet of the day's note, in millimetres and points.
const (
	noteLeft  = 28.0
	noteRight = 182.0
	noteTitle = 18.0
	noteHead  = 12.0
	noteWords = 10.5
	notePitch = 6.4
	noteFoot  = 284.0
	noteTop   = 30.0
	noteTimes = 13.0 // the column of times
)

// note is the sheet while it is written.
type note struct {
	page  *pdf.Page // written on now
	pages []*pdf.Page
	y     float64
}

// Note makes the sheet of the day: the dates ahead with what stands in their way,
// what waits, what was done, and what was written by hand, which alone may take a
// second page. It is for the wall, not for the record: the print is not kept, and
// the program names nobody on it; whom the handwriting names is the clerk's.
func Note(profile data.Office, clerk string, p Page, at time.Time) (sheet []byte, pages int, err error) {
	n := &note{}
	n.next()
	n.put(noteLeft, pdf.Bold, noteTitle, p.Day.Chinese()+"　今日便条")
	n.y += 8
	n.put(noteLeft, pdf.Song, noteWords, profile.Marked(profile.Name)+"　"+clerk+"　"+at.Format("15:04"))
	n.head("日程")
	for _, d := range p.Deadlines {
		n.row(datedAt, d.Name, d.To.String(), leftWords(d))
		if notes := strings.Join(d.Notes(), "；"); notes != "" {
			n.row(notedAt, "", notes)
		}
	}
	if len(p.Deadlines) == 0 {
		n.row(datedAt, "本年度的日期都过了")
	}
	n.head("等着办的")
	for _, q := range p.Queues {
		if q.Count > 0 {
			n.row(countedAt, q.Name, "", without(q))
			count := data.Commas(q.Count)
			n.put(countRight-pdf.Song.Width(count, noteWords), pdf.Song, noteWords, count)
		}
	}
	n.head("今天已办")
	d := p.Done
	n.row(datedAt[:1], fmt.Sprintf("审查通过 %d　　退回补正 %d　　新登记 %d　　导入 %d　　打印 %d 页", d.Approved, d.Returned, d.Entered, d.Imported, d.Pages))
	n.head("记事")
	n.handwriting(p.Written)
	for n.y+notePitch < noteFoot {
		n.y += notePitch + 2
		n.page.Rule(noteLeft, n.y, noteRight, n.y, 0.15)
	}
	var out bytes.Buffer
	err = pdf.Write(&out, &pdf.Sheet{Pages: n.pages}, pdf.Info{Title: "今日便条　" + p.Day.Chinese(), Author: profile.Name, At: at})
	return out.Bytes(), len(n.pages), err
}

// next begins a page.
func (n *note) next() {
	n.page, n.y = pdf.Portrait(), noteTop
	n.pages = append(n.pages, n.page)
}

// handwriting sets what was written by hand, line for line; times that lines begin
// with stand in a column of their own.
func (n *note) handwriting(text string) {
	if text == "" {
		return
	}
	left := noteLeft
	lines, _ := pdf.Paragraphs(text)
	for _, l := range lines {
		if at, _ := timed(l); at != "" {
			left = noteLeft + noteTimes
		}
	}
	for _, l := range lines {
		at, words := timed(l)
		for i, part := range pdf.Song.Wrap(words, noteWords, noteRight-left, pdf.Prose) {
			if n.y += notePitch; n.y > noteFoot {
				n.next()
			}
			if i == 0 {
				n.put(noteLeft, pdf.Song, noteWords, at)
			}
			n.put(left, pdf.Song, noteWords, part)
		}
	}
}

// without is the line of a queue without the name of a person: the note hangs
// where everybody reads it.
func without(q Queue) string {
	if q.First != "" && strings.Contains(q.Words, q.First) {
		return fromUnits(&q)
	}
	return q.Words
}

func leftWords(d Deadline) string {
	if d.DaysLeft == 0 {
		return "今天"
	}
	return fmt.Sprintf("还有 %d 天，工作日 %d 天", d.DaysLeft, d.WorkingLeft)
}

func (n *note) put(x float64, face pdf.Face, size float64, text string) {
	n.page.Texts = append(n.page.Texts, pdf.Text{X: x, Y: n.y, Face: face, Size: size, Text: text})
}

func (n *note) head(word string) {
	n.y += notePitch + 5
	n.put(noteLeft, pdf.Hei, noteHead, word)
	n.page.Rule(noteLeft, n.y+2.2, noteRight, n.y+2.2, 0.3)
	n.y += 1.5
}

// Where the cells of a line begin.
var (
	datedAt   = []float64{noteLeft, noteLeft + 66, noteLeft + 92}
	notedAt   = []float64{noteLeft, noteLeft + 8}
	countedAt = []float64{noteLeft, countRight, countRight + 6}
)

// countRight is where the figures of what waits end.
const countRight = noteLeft + 46

// row writes a line; what does not fit its column is cut.
func (n *note) row(at []float64, cells ...string) {
	n.y += notePitch
	for i, cell := range cells {
		until := noteRight
		if i+1 < len(cells) {
			until = at[i+1] - 2
		}
		n.put(at[i], pdf.Song, noteWords, fitting(cell, until-at[i]))
	}
}

// fitting cuts a text to a width in millimetres.
func fitting(text string, width float64) string {
	if pdf.Song.Width(text, noteWords) <= width {
		return text
	}
	for runes := []rune(text); len(runes) > 0; runes = runes[:len(runes)-1] {
		if cut := string(runes) + "…"; pdf.Song.Width(cut, noteWords) <= width {
			return cut
		}
	}
	return ""
}
