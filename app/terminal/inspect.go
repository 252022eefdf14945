package terminal

import (
	"cmp"
	"fmt"
	"strings"

	"gongkao/app/inspection"
	"gongkao/app/paper"
	"gongkao/app/policy"
	"gongkao/app/registration"
	"gongkao/app/review"
	"gongkao/assets"
	"gongkao/data"
)

// minute is how moments are written for people.
const minute = "2006-01-02 15:04"

// inspectCommand tells one person's whole story.
type inspectCommand struct {
	ID string `name:"id" required:"" help:"身份证号" placeholder:"NUMBER"`
}

func (i *inspectCommand) run(c *call) (answer, error) {
	return c.atDesk(func(d *registration.Desk) (answer, error) {
		a, err := applicantNumbered(d, i.ID)
		if err != nil {
			return answer{}, err
		}
		papers, err := paper.Load(assets.Files)
		if err != nil {
			return answer{}, err
		}
		d.CallPapers(papers.Name)
		f, err := inspection.Of(c.ctx, d, a.Application.ID)
		if err != nil {
			return answer{}, err
		}
		return answer{document: f, words: storyOf(&story{File: &f, papers: papers})}, nil
	})
}

// story is the text of a file while it is written.
type story struct {
	strings.Builder
	*inspection.File
	papers *paper.Papers // for their names
}

// chapters of a story, in the order of reading. A chapter of which nothing is on
// record says 无.
var chapters = []struct {
	title string
	tell  func(*story)
}{
	{"填报内容", (*story).form}, {"条件判断与逐条核对", (*story).verdict}, {"材料", (*story).documents}, {"容缺承诺", (*story).commitments},
	{"公示", (*story).notice}, {"违规记录", (*story).violations}, {"原件收退", (*story).custody}, {"审查决定", (*story).decisions},
	{"补正、二次录入与备注", (*story).notes}, {"抽查", (*story).spots}, {"打印", (*story).prints}, {"经过（新的在前）", (*story).timeline},
	{"审计链", (*story).chain},
}

func storyOf(s *story) string {
	head := fmt.Sprintf("%s  %s  %s  %d 年度", s.Name, s.IDNumber.Grouped(), s.Unit, s.Year)
	fmt.Fprintln(s, data.Office{Practice: s.Practice}.Marked(head))
	state := s.Status.String()
	if s.Standing != s.Status {
		state += "（按规则现为" + s.Standing.String() + "）"
	}
	fmt.Fprintf(s, "%s，%s，截至 %s\n", s.Office, state, s.AsOf)
	for i, chapter := range chapters {
		fmt.Fprintf(s, "\n%d. %s\n", i+1, chapter.title)
		before := s.Len()
		if chapter.tell(s); s.Len() == before {
			s.line("无")
		}
	}
	return s.String()
}

func (s *story) line(format string, args ...any) { fmt.Fprintf(s, "    "+format+"\n", args...) }

// deeper is a line under a line.
func (s *story) deeper(format string, args ...any) { s.line("    "+format, args...) }

func (s *story) form() {
	for _, v := range s.Form {
		s.line("%s：%s", v.Label, cmp.Or(v.Text, "未填"))
	}
	for _, step := range s.Career {
		s.line("简历：%s 至 %s，%s，%s", step.From, cmp.Or(step.To.String(), "今"), step.Where, step.As)
	}
}

func (s *story) verdict() {
	s.line("结论：%s；法定退休年月 %s", strings.TrimSpace(outcomeWords[s.Verdict.Outcome]), cmp.Or(s.Verdict.RetirementMonth.String(), "算不出来"))
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

func (s *story) clause(n int, c *inspection.Clause) {
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

func (s *story) tick(t inspection.Tick) {
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
