package terminal

import (
	"fmt"
	"strings"

	"gongkao/app/registration"
	"gongkao/app/results"
	"gongkao/data"
)

// atBooks opens the books of results for people named by their ID numbers, does
// something and answers with what they have come to.
func (c *call) atBooks(numbers []string, do func(*results.Books, []data.ApplicationID) error) (answer, error) {
	return c.atDesk(func(d *registration.Desk) (answer, error) {
		books, err := results.New(d)
		if err != nil {
			return answer{}, err
		}
		var ids []data.ApplicationID
		for _, n := range numbers {
			a, err := applicantNumbered(d, n)
			if err != nil {
				return answer{}, err
			}
			ids = append(ids, a.Application.ID)
		}
		if err := do(books, ids); err != nil {
			return answer{}, err
		}
		all := []resulted{}
		var words []string
		for _, id := range ids {
			a, _ := d.Register.ByID(id)
			one := resultedOf(d, a)
			all, words = append(all, one), append(words, strings.ReplaceAll(one.line(), "\t", "  "))
		}
		return answer{document: all, words: strings.Join(words, "\n")}, nil
	})
}

// scoreCommand writes down or corrects a score.
type scoreCommand struct {
	ID      string `name:"id" required:"" help:"身份证号" placeholder:"NUMBER"`
	Subject string `help:"科目：computer 人机对话、theory 理论、evaluation 综合评审（默认是下一科）" placeholder:"S"`
	Points  string `help:"分数，最多一位小数" placeholder:"P"`
	Absent  bool   `help:"缺考"`
	Correct string `help:"更正已有的成绩，写明理由；不写 --points 和 --absent 就只作废" placeholder:"REASON"`
}

func (s *scoreCommand) run(c *call) (answer, error) {
	if s.Absent && s.Points != "" || !s.Absent && s.Points == "" && s.Correct == "" {
		return answer{}, &usageError{"要么写分数，要么写缺考", "请写 --points 78.5 或 --absent"}
	}
	subject, err := results.SubjectNamed(s.Subject)
	if err != nil {
		return answer{}, err
	}
	return c.atBooks([]string{s.ID}, func(b *results.Books, ids []data.ApplicationID) error {
		e := results.Entry{Application: ids[0], Subject: subject, Mark: s.Points}
		if s.Absent {
			e.Mark = results.Mark{Absent: true}.String()
		}
		if s.Correct != "" {
			return b.Correct(c.ctx, e, s.Correct)
		}
		_, err := b.Score(c.ctx, e)
		return err
	})
}

// admitCommand lets people enter the evaluation of level 1.
type admitCommand struct {
	ID []string `name:"id" required:"" help:"身份证号；可写多个" placeholder:"NUMBER"`
}

func (a *admitCommand) run(c *call) (answer, error) {
	return c.atBooks(a.ID, func(b *results.Books, ids []data.ApplicationID) error { return b.Admit(c.ctx, ids) })
}

// certificateCommand records that a certificate was issued, collected, or is void.
type certificateCommand struct {
	ID        string `name:"id" required:"" help:"身份证号" placeholder:"NUMBER"`
	Number    string `help:"证书编号" placeholder:"X"`
	Issued    string `help:"发证日期" placeholder:"D"`
	Collected string `help:"领取日期" placeholder:"D"`
	Collector string `help:"谁领取并签字" placeholder:"W"`
	Void      string `help:"把证书记录作废，写明理由" placeholder:"REASON"`
}

func (k *certificateCommand) run(c *call) (answer, error) {
	issues, collects := k.Number != "" || k.Issued != "", k.Collected != "" || k.Collector != ""
	if !issues && !collects && k.Void == "" || k.Void != "" && (issues || collects) {
		return answer{}, &usageError{"没有写要办什么", "发证写 --number 编号 --issued 日期，领证写 --collected 日期 --collector 姓名，作废写 --void 理由"}
	}
	var days [2]data.Date
	for i, text := range []string{k.Issued, k.Collected} {
		if text == "" {
			continue
		}
		var err error
		if days[i], err = data.ParseISODate(text); err != nil {
			return answer{}, err
		}
	}
	return c.atBooks([]string{k.ID}, func(b *results.Books, ids []data.ApplicationID) error {
		if k.Void != "" {
			return b.VoidCertificate(c.ctx, ids[0], k.Void)
		}
		if issues {
			if err := b.Issue(c.ctx, days[0], []results.Numbered{{Application: ids[0], Number: k.Number}}); err != nil {
				return err
			}
		}
		if collects {
			return b.Collect(c.ctx, ids, days[1], k.Collector)
		}
		return nil
	})
}

// archiveCommand records what is in somebody's archive.
type archiveCommand struct {
	ID    string   `name:"id" required:"" help:"身份证号" placeholder:"NUMBER"`
	Items []string `help:"归档目录里的代号，如 registration,score；all 是全部" placeholder:"ITEM"`
	Box   string   `help:"放在哪一盒" placeholder:"B"`
	Open  bool     `help:"先登记，不办结"`
}

func (r *archiveCommand) run(c *call) (answer, error) {
	return c.atDesk(func(d *registration.Desk) (answer, error) {
		books, err := results.New(d)
		if err != nil {
			return answer{}, err
		}
		a, err := applicantNumbered(d, r.ID)
		if err != nil {
			return answer{}, err
		}
		f := results.Filing{Application: a.Application.ID, Items: r.Items, Box: r.Box, Close: !r.Open}
		if len(r.Items) == 1 && r.Items[0] == "all" {
			f.Items = books.All(a)
		}
		if err := books.File(c.ctx, []results.Filing{f}); err != nil {
			return answer{}, err
		}
		a, _ = d.Register.ByID(a.Application.ID)
		one := resultedOf(d, a)
		words := fmt.Sprintf("%s：材料 %d 项，%s 盒", one.Name, len(one.Archive), one.Box)
		if !one.Filed.IsZero() {
			words += "，" + one.Filed.Chinese() + "办结"
		}
		return answer{document: one, words: words}, nil
	})
}
