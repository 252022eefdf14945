package papers

import (
	"context"
	"fmt"

	"gongkao/app/eligibility"
	"gongkao/app/paper"
	"gongkao/app/printing"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/wording"
)

// Preview is a paper as it would be printed now, and what to look at before.
type Preview struct {
	PDF      []byte
	Pages    int
	Records  int
	Warnings []Warning
}

// Warning is something to look at before the stamp, and where.
type Warning struct {
	Code  string // of package paper, "" for what the rules say
	Mark  wording.Mark
	Title string
	Words []string
	Opens data.ApplicationID     // the record to go and look at; "" when none
	List  registration.Selection // or the list
	Go    string                 // what the link says; "" when there is none
}

// mostNamed is how many people a warning names.
const mostNamed = 5

// Preview returns the work of making the pages. Hand what it makes to Show;
// when another paper was chosen meanwhile, the caller drops it.
func (m *Model) Preview() func(context.Context) (Preview, error) {
	ordered := printing.Order{Paper: m.paper, Query: m.query()}
	people := m.scopePeople()
	return func(ctx context.Context) (Preview, error) {
		pdf, result, err := printing.Preview(ctx, m.desk, m.papers, ordered)
		if err != nil {
			return Preview{}, err
		}
		p := Preview{PDF: pdf, Pages: result.Pages, Records: result.Records}
		p.Warnings = append(m.printed(result.Warnings), m.standing(ctx, people, ordered.Query.Unit)...)
		return p, ctx.Err()
	}
}

func (m *Model) scopePeople() []*data.Applicant {
	if m.paper == "administrator-form" {
		return nil
	}
	q := m.query()
	if len(q.Statuses) == 0 {
		q.Statuses = registration.Running
	}
	return m.desk.Register.Find(q)
}

// kindOf says how a warning of the printing is called.
var kindOf = map[string]struct {
	mark  wording.Mark
	title string
}{
	paper.GlyphMissing:  {wording.Block, "有字印不出来"},
	paper.TextShrunk:    {wording.Warn, "字缩小了"},
	paper.TextContinued: {wording.Warn, "写到续页"},
	paper.TextCut:       {wording.Block, "一格写不下"},
	paper.PhotoBad:      {wording.Warn, "照片读不出来"},
	paper.PhotoMissing:  {wording.Warn, "没有照片"},
}

// printed gathers the warnings of the printing by their kind.
func (m *Model) printed(warnings []paper.Warning) (all []Warning) {
	at := map[string]int{}
	count := map[string]int{}
	for _, w := range warnings {
		k, known := kindOf[w.Code]
		if !known {
			k.mark, k.title = wording.Warn, "请看一下"
		}
		i, seen := at[w.Code]
		if !seen {
			i = len(all)
			at[w.Code] = i
			all = append(all, Warning{Code: w.Code, Mark: k.mark, Title: k.title})
		}
		if count[w.Code]++; count[w.Code] <= mostNamed {
			all[i].Words = append(all[i].Words, w.Message)
		}
		if a, ok := m.desk.Register.ByNumber(data.IDNumber(w.IDNumber)); ok && all[i].Opens == "" {
			all[i].Opens, all[i].Go = a.Application.ID, "去看看 "+a.Person.Name
		}
	}
	for code, i := range at {
		if count[code] > 1 {
			all[i].Title = fmt.Sprintf("%s（%d 处）", all[i].Title, count[code])
		}
		if more := count[code] - mostNamed; more > 0 {
			all[i].Words = append(all[i].Words, fmt.Sprintf("还有 %d 处", more))
		}
	}
	return all
}

// standing says who on the paper is not ready for it: drafts, and people whom a
// confirmed rule forbids.
func (m *Model) standing(ctx context.Context, people []*data.Applicant, unit string) (all []Warning) {
	drafts, failing := 0, Warning{Mark: wording.Block, Go: "去看看"}
	count := 0
	o := m.desk.Office
	for i, a := range people {
		if i%1000 == 0 && ctx.Err() != nil {
			return nil
		}
		if a.Application.Status == data.Draft {
			drafts++
		}
		v := eligibility.Judge(eligibility.Question{Applicant: a, Policy: o.Policy, Codes: o.Codes, AsOf: o.Today()})
		if v.Outcome != eligibility.Fail {
			continue
		}
		if count++; count <= mostNamed {
			failing.Words = append(failing.Words, a.Person.Name+"，"+a.Unit)
		}
		if failing.Opens == "" {
			failing.Opens = a.Application.ID
		}
	}
	if count > 0 {
		failing.Title = fmt.Sprintf("%d 人不符合条件", count)
		all = append(all, failing)
	}
	if drafts > 0 {
		list := registration.Selection{Unit: unit, Statuses: []data.Status{data.Draft}}
		all = append(all, Warning{Mark: wording.Unconfirmed, Title: fmt.Sprintf("%d 人还是草稿", drafts), Words: []string{"也在这份表里；没有提交的，先提交再印"}, List: list, Go: "看草稿"})
	}
	return all
}

// Show puts a preview on the screen.
func (m *Model) Show(p Preview) { m.preview, m.shown = p, true }

// Shown returns the preview; ok is false while none of the present choice has
// been made.
func (m *Model) Shown() (p Preview, ok bool) { return m.preview, m.shown }

// Said is what the message bar says of a preview.
func (m *Model) Said() (mark wording.Mark, done wording.Done) {
	if !m.shown {
		return wording.Plain, wording.Done{}
	}
	done.What = fmt.Sprintf("%s %s 份、%d 页已排好", m.papers.Name(m.paper), wording.Count(m.preview.Records), m.preview.Pages)
	for _, w := range m.preview.Warnings {
		mark = max(mark, w.Mark)
	}
	switch {
	case mark == wording.Block:
		done.Next = fmt.Sprintf("有 %d 处请先看一眼，再按 Ctrl+P", len(m.preview.Warnings))
	case mark > wording.Plain:
		done.Next = fmt.Sprintf("有 %d 处请先看一眼；都不妨碍打印", len(m.preview.Warnings))
	default:
		mark, done.Next = wording.Pass, "Ctrl+P 打印，Ctrl+S 存为 PDF"
	}
	return mark, done
}

// MustConfirm reports whether the first Ctrl+P only says what is wrong: a
// character that will not print.
func (m *Model) MustConfirm() bool {
	for _, w := range m.preview.Warnings {
		if w.Code == paper.GlyphMissing && m.shown {
			return true
		}
	}
	return false
}
