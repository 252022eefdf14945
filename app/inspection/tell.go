package inspection

import (
	"cmp"
	"fmt"
	"strings"

	"gongkao/app/policy"
	"gongkao/app/registration"
	"gongkao/app/review"
	"gongkao/data"
)

// Chapter is a part of a story in words, in the order of reading.
type Chapter struct {
	Title string
	Lines []Line // never empty: a chapter of which nothing is on record says 无
}

// Line is a sentence of a chapter.
type Line struct {
	Text string
	Deep bool // belongs to the line above
}

// chapters of a story.
var chapters = []struct {
	title string
	tell  func(*story)
}{
	{"填报内容", (*story).form}, {"条件判断与逐条核对", (*story).verdict}, {"材料", (*story).documents}, {"容缺承诺", (*story).commitments},
	{"公示", (*story).notice}, {"违规记录", (*story).violations}, {"原件收退", (*story).custody}, {"审查决定", (*story).decisions},
	{"补正、二次录入与备注", (*story).notes}, {"抽查", (*story).spots}, {"打印", (*story).prints}, {"经过（新的在前）", (*story).timeline},
	{"审计链", (*story).chain},
}

// story is a file while it is told.
type story struct {
	*File
	paper func(id string) string // the name of a paper
	lines []Line
}

// Told says who the person is, and where the application stands on the day.
func (f *File) Told() (title, standing string) {
	title = data.Office{Practice: f.Practice}.Marked(fmt.Sprintf("%s  %s  %s  %d 年度", f.Name, f.IDNumber.Grouped(), f.Unit, f.Year))
	state := f.Status.String()
	if f.Standing != f.Status {
		state += "（按规则现为" + f.Standing.String() + "）"
	}
	return title, fmt.Sprintf("%s，%s，截至 %s", f.Office, state, f.AsOf)
}

// Tell writes a file out in words. paper names a paper by its id, "" for one
// that there is none of any more.
func (f *File) Tell(paper func(id string) string) []Chapter {
	told := make([]Chapter, len(chapters))
	for i, c := range chapters {
		s := story{File: f, paper: paper}
		if c.tell(&s); len(s.lines) == 0 {
			s.line("无")
		}
		told[i] = Chapter{Title: c.title, Lines: s.lines}
	}
	return told
}

// Text is the whole story as running text.
func (f *File) Text(paper func(id string) string) string {
	var b strings.Builder
	title, standing := f.Told()
	fmt.Fprintf(&b, "%s\n%s\n", title, standing)
	for i, chapter := range f.Tell(paper) {
		fmt.Fprintf(&b, "\n%d. %s\n", i+1, chapter.Title)
		for _, line := range chapter.Lines {
			indent := "    "
			if line.Deep {
				indent += indent
			}
			fmt.Fprintln(&b, indent+line.Text)
		}
	}
	return b.String()
}

func (s *story) line(format string, args ...any) {
	s.lines = append(s.lines, Line{Text: fmt.Sprintf(format, args...)})
}

// deeper is a line under a line.
func (s *story) deeper(format string, args ...any) {
	s.lines = append(s.lines, Line{Text: fmt.Sprintf(format, args...), Deep: true})
}

// minute is how moments are written.
const minute = "2006-01-02 15:04"

func (s *story) form() {
	for _, v := range s.Form {
		s.line("%s：%s", v.Label, cmp.Or(v.Text, "未填"))
	}
	for _, step := range s.Career {
		s.line("简历：%s 至 %s，%s，%s", step.From, cmp.Or(step.To.String(), "今"), step.Where, step.As)
	}
}

func (s *story) verdict() {
	s.line("结论：%s；法定退休年月 %s", registration.Judgement(s.Verdict.Outcome), cmp.Or(s.Verdict.RetirementMonth.String(), "算不出来"))
	for i := range s.Verdict.Clauses {
		s.clause(i+1, &s.Verdict.Clauses[i])
	}
	for _, t := range s.Ticks {
		if t.Gone {
			s.line("已不适用的核对：%s", t.Title)
			s.tick(t)
		}
	}
	for _, p := range s.Proposals {
		if p.By == "" {
			s.line("另一位审核人已于 %s 提出结论，等复核", p.At.Format(minute))
			continue
		}
		s.line("等复核的结论：%s，%s，%s%s", review.Decision(p.Decision), p.By, p.At.Format(minute), remark(strings.Join(p.Reasons, "；")))
	}
}

func (s *story) clause(n int, c *Clause) {
	standing := "待核对"
	if c.Confirmed {
		standing = "已核对"
	}
	fact := ""
	if c.Fact != "" {
		fact = "：" + c.Fact
	}
	s.line("第 %d 条 %s%s（%s %s，%s）", n, c.Title, fact, c.Source, c.Clause, standing)
	for _, f := range c.Findings {
		s.deeper("意见：%s", f.Message)
	}
	for _, u := range c.Trace.Used {
		s.deeper("依据：%s（%s）", strings.TrimSpace(usedName(u.Field)+" "+u.Text), u.From)
	}
	for _, sum := range c.Trace.Sum {
		s.deeper("算法：%s %s", sum.Label, sum.Figure)
	}
	for _, missing := range c.Trace.Missing {
		s.deeper("还缺：%s", missing)
	}
	if first := c.Trace.First; first != nil {
		s.deeper("最早 %d 年可以申报%s", first.Year, first.Level)
	}
	if t, said := s.TickOn(c.Key); said {
		s.tick(t)
	}
}

func (s *story) tick(t Tick) {
	words := t.MarkName
	if t.Note != "" {
		words += "（" + t.Note + "）"
	}
	if t.Stale {
		words += "，此后记录又有改动"
	}
	s.deeper("核对：%s，%s，%s", words, t.By, t.At.Format(minute))
}

// usedName is what a value that a rule looked at is called.
func usedName(key string) string {
	if field := data.FieldByKey(key); field != nil {
		return field.Label
	}
	return policy.EvidenceName(key)
}
