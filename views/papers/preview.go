package papers

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

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
	Last     string // when it was last printed for this scope: 上次 3月30日
	Same     int    // people left out because nothing of them has changed since
}

// Warning is something to look at before the stamp, and where.
type Warning struct {
	Code  string // of package paper, "" for what the rules say
	Mark  wording.Mark
	Title string
	Words []string
	Opens []data.ApplicationID   // the records to go and look at
	List  registration.Selection // or the list
	Go    string                 // what the link says; "" when there is none
}

// mostNamed is how many people a warning names.
const mostNamed = 5

// lastWord stands before when a paper was last printed.
const lastWord = "上次 "

// goWord is what leads to the people a warning is about.
const goWord = "去看看"

// Preview returns the work of making the pages. Hand what it makes to Show;
// when another paper was chosen meanwhile, the caller drops it. Nobody to print
// is an answer too: a preview without pages.
func (m *Model) Preview() func(context.Context, Progress) (Preview, error) {
	ordered := m.order()
	people := m.people()
	return func(ctx context.Context, progress Progress) (Preview, error) {
		ordered.Going = progress
		papers, err := printing.Papers(m.desk.Office.Folder) // somebody may be editing them
		if err != nil {
			return Preview{}, err
		}
		pdf, result, err := printing.Preview(ctx, m.desk, papers, ordered)
		if data.HasCode(err, "nobody") {
			return Preview{Same: len(people)}, nil
		}
		if err != nil {
			return Preview{}, err
		}
		p := Preview{PDF: pdf, Pages: result.Pages, Records: result.Records, Same: result.Same()}
		p.Warnings = append(m.printed(result.Warnings), m.standing(ctx, people, ordered.Query.Unit)...)
		p.Warnings = append(p.Warnings, ofMachine(result.Notes)...)
		slices.SortStableFunc(p.Warnings, func(a, b Warning) int { return cmp.Compare(b.Mark, a.Mark) })
		if p.Last, err = m.last(ctx, ordered.Paper, result.Scope); err != nil {
			return Preview{}, err
		}
		return p, ctx.Err()
	}
}

// last is when this paper was last printed for this scope.
func (m *Model) last(ctx context.Context, paper, scope string) (string, error) {
	prints, err := m.desk.Prints(ctx)
	for i := len(prints) - 1; i >= 0; i-- {
		if prints[i].Paper == paper && prints[i].Scope == scope {
			return lastWord + wording.When(prints[i].At, m.desk.Office.Now()), err
		}
	}
	return "", err
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
	paper.NobodyYet:     {wording.Warn, "印的是空表"},
}

// printed gathers the warnings of the printing by their kind. Of one person the
// first is quoted: the others are on the same sheet.
func (m *Model) printed(warnings []paper.Warning) (all []Warning) {
	at := map[string]int{}
	places, named := map[string]int{}, map[string]int{}
	quoted := map[string]bool{}
	for _, w := range warnings {
		i, seen := at[w.Code]
		if !seen {
			i = len(all)
			at[w.Code] = i
			all = append(all, begun(w.Code))
		}
		places[w.Code]++
		if who := w.Code + "\n" + string(w.IDNumber); w.IDNumber == "" || !quoted[who] {
			quoted[who] = true
			m.quote(&all[i], w, named[w.Code] < mostNamed)
			named[w.Code]++
		}
	}
	for code, i := range at {
		if places[code] > 1 {
			all[i].Title = fmt.Sprintf("%s（%s 处）", all[i].Title, wording.Count(places[code]))
		}
		if named[code] > mostNamed {
			all[i].Words = append(all[i].Words, fmt.Sprintf("还有 %s %s", wording.Count(named[code]-mostNamed), all[i].counts()))
		}
	}
	return all
}

// ofMachine are the notes about the machine: nothing to be looked at, and yet to
// be known before the stamp.
func ofMachine(notes []string) (all []Warning) {
	for _, note := range notes {
		all = append(all, Warning{Mark: wording.Plain, Title: note})
	}
	return all
}

func begun(code string) Warning {
	k, known := kindOf[code]
	if !known {
		k.mark, k.title = wording.Warn, "请看一下"
	}
	return Warning{Code: code, Mark: k.mark, Title: k.title}
}

// quote adds what the printing says, in its own words while few are named, and
// the way to the person.
func (m *Model) quote(to *Warning, w paper.Warning, named bool) {
	if named {
		to.Words = append(to.Words, strings.TrimSuffix(w.Message, paper.Shrunk)) // the title says it
	}
	if a, ok := m.desk.Register.ByNumber(data.IDNumber(w.IDNumber)); ok {
		to.Opens, to.Go = append(to.Opens, a.Application.ID), goWord
	}
}

// counts is what a warning counts: people, or places on the sheet.
func (w *Warning) counts() string {
	if len(w.Opens) > 0 {
		return "人"
	}
	return "处"
}

// standing says who on the paper is not ready for it: drafts, and people whom a
// confirmed rule forbids.
func (m *Model) standing(ctx context.Context, people []*data.Applicant, unit string) (all []Warning) {
	drafts, failing := 0, Warning{Mark: wording.Block, Go: goWord}
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
		failing.Opens = append(failing.Opens, a.Application.ID)
	}
	if count > mostNamed {
		failing.Words = append(failing.Words, fmt.Sprintf("还有 %s %s", wording.Count(count-mostNamed), failing.counts()))
	}
	if count > 0 {
		failing.Title = fmt.Sprintf("%d 人还不能报", count)
		all = append(all, failing)
	}
	if drafts > 0 {
		list := registration.Selection{Unit: unit, Statuses: []data.Status{data.Draft}}
		all = append(all, Warning{Mark: wording.Unconfirmed, Title: fmt.Sprintf("%d 人还是草稿", drafts), Words: []string{"也在这份表里；没有交审的，先交审再印"}, List: list, Go: "看草稿"})
	}
	return all
}

// Show puts a preview on the screen.
func (m *Model) Show(p Preview) { m.preview, m.shown, m.accepted, m.steps = p, true, false, nil }

// Shown returns the preview; ok is false while none of the present choice has
// been made.
func (m *Model) Shown() (p Preview, ok bool) { return m.preview, m.shown }

// Said is what the message bar says of a preview.
func (m *Model) Said() (mark wording.Mark, done wording.Done) {
	if !m.Ready() {
		return wording.Plain, wording.Done{}
	}
	done.What = fmt.Sprintf("%s %s、%s 页已排好", m.name(m.paper), m.counted(m.preview.Records), wording.Count(m.preview.Pages))
	for _, w := range m.preview.Warnings {
		mark = max(mark, w.Mark)
	}
	count := m.preview.toLookAt()
	switch {
	case mark == wording.Block:
		done.Next = fmt.Sprintf("有 %d 处请先看一眼，再按 Ctrl+P 打印", count)
	case mark > wording.Plain:
		done.Next = fmt.Sprintf("有 %d 处请先看一眼；都不妨碍打印", count)
	default:
		mark, done.Next = wording.Pass, "Ctrl+P 打印，Ctrl+S 存成 PDF"
	}
	return mark, done
}

// WarningCount is how many things there are to look at: 3 处.
func (m *Model) WarningCount() string {
	if n := m.preview.toLookAt(); m.shown && n > 0 {
		return fmt.Sprintf("%d 处", n)
	}
	return ""
}

// toLookAt counts the warnings; a note about the machine is none.
func (p *Preview) toLookAt() (n int) {
	for _, w := range p.Warnings {
		if w.Mark > wording.Plain {
			n++
		}
	}
	return n
}

// Printed notes that the paper shown has just been printed.
func (m *Model) Printed() {
	m.preview.Last = lastWord + wording.When(m.desk.Office.Now(), m.desk.Office.Now())
}
