package printing

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"gongkao/app/paper"
	"gongkao/app/sheets"
	"gongkao/data"
)

// Line is one person, or one sheet that is about several, in the report of a
// print.
type Line struct {
	Name     string // of the person; what the sheet is about
	IDNumber data.IDNumber
	Unit     string
	Code     string   // 核对码 on it
	Pages    int      // of its own; 0: on a sheet with others
	Remarks  []string // what shrank, went on, is missing
}

// linesOf tells of each person and sheet what became of it.
func linesOf(job *paper.Job, printed *paper.Printed) []Line {
	remarks := map[string][]string{}
	for _, w := range printed.Warnings {
		remarks[w.IDNumber] = append(remarks[w.IDNumber], w.Message)
	}
	var lines []Line
	for i := range job.Entries {
		e := &job.Entries[i]
		l := Line{Name: e.Person.Name, IDNumber: e.Person.IDNumber, Unit: e.Unit, Remarks: remarks[string(e.Person.IDNumber)]}
		switch {
		case len(printed.Sheets) == len(job.Entries):
			l.Code, l.Pages = printed.Sheets[i].Code, printed.Sheets[i].Pages
		case len(printed.Sheets) > 0:
			l.Code = printed.Sheets[0].Code
		}
		lines = append(lines, l)
	}
	for i := range job.Letters {
		lines = append(lines, linesOfLetter(&job.Letters[i], printed.Sheets[i], remarks)...)
	}
	if len(lines) > 0 {
		return lines
	}
	for i, s := range printed.Sheets {
		l := Line{Name: s.Title, Code: s.Code, Pages: s.Pages}
		if i == 0 {
			l.Remarks = remarks[""]
		}
		lines = append(lines, l)
	}
	return lines
}

// linesOfLetter tells of each person of a letter; its pages are counted once.
func linesOfLetter(letter *paper.Letter, sheet paper.PrintedSheet, remarks map[string][]string) (lines []Line) {
	for i := range letter.Items {
		e := &letter.Items[i]
		l := Line{Name: e.Person.Name, IDNumber: e.Person.IDNumber, Unit: e.Unit, Code: sheet.Code, Remarks: remarks[string(e.Person.IDNumber)]}
		if i == 0 {
			l.Pages = sheet.Pages
		}
		lines = append(lines, l)
	}
	return lines
}

// Report is what became of a batch.
type Report struct {
	Paper   string // what it is called
	Files   []File
	Skipped []Skipped
	Stopped int   // the person, from 1, at whom it stopped; 0: it was finished
	Why     error // why it stopped
}

// File is one finished file of a batch.
type File struct {
	Path string
	Unit string
	Result
}

// People counts those on the finished files.
func (r *Report) People() (n int) {
	for _, f := range r.Files {
		n += len(f.Lines)
	}
	return n
}

// Pages counts the pages of the finished files.
func (r *Report) Pages() (n int) {
	for _, f := range r.Files {
		n += f.Pages
	}
	return n
}

// Notes are what is to be known of the machine, each once.
func (r *Report) Notes() (notes []string) {
	for _, f := range r.Files {
		for _, note := range f.Notes {
			if !slices.Contains(notes, note) {
				notes = append(notes, note)
			}
		}
	}
	return notes
}

// ending says how the batch ended.
func (r *Report) ending() string {
	done := fmt.Sprintf("共 %d 份文件、%d 人、%d 页", len(r.Files), r.People(), r.Pages())
	if r.Stopped == 0 {
		return done + "，全部印完"
	}
	return done + fmt.Sprintf("；停在第 %d 人：%s", r.Stopped, whyOf(r.Why))
}

func whyOf(err error) string {
	if refusal, ok := data.AsRefusal(err); ok {
		return refusal.Message
	}
	return "已取消"
}

// Sheet is the report as a sheet of a spreadsheet: who, which file, code, pages,
// what to look at, and who was left out and why.
func (r *Report) Sheet() ([]byte, error) {
	c := sheets.Counts{Name: "打印报告", Heads: []string{"姓名", "身份证号", "单位", "文件", "核对码", "页数", "请看一下"}, Words: 7}
	for _, f := range r.Files {
		for _, l := range f.Lines {
			c.Rows = append(c.Rows, []any{l.Name, string(l.IDNumber), l.Unit, f.Path, l.Code, pagesWord(l.Pages), strings.Join(l.Remarks, "；")})
		}
	}
	for _, s := range r.Skipped {
		c.Rows = append(c.Rows, []any{s.Person.Name, string(s.Person.IDNumber), s.Unit, "", "", "", "没有印：" + s.Why})
	}
	var out bytes.Buffer
	err := sheets.ExportCounts(&out, c, sheets.Heading{Title: r.Paper + " 打印报告", Line: strings.Join(append([]string{r.ending()}, r.Notes()...), "；")})
	return out.Bytes(), err
}

func pagesWord(n int) string {
	if n == 0 {
		return "同册"
	}
	return fmt.Sprint(n)
}
