package stamped

import (
	"cmp"
	"fmt"

	"gongkao/app/registration"
)

// Said is one thing that has changed: a value as printed and as on record, or
// words where it is none.
type Said struct {
	Who    string // on a sheet about several: name and unit
	Change registration.FieldChange
	Words  string
}

// Said lists what has changed: people's values, who is gone and who came, and what
// nobody can tell any more.
func (f *Found) Said() (all []Said) {
	for _, p := range f.Changed {
		who := ""
		if len(f.Sheet.People) != 1 {
			who = p.called()
		}
		for _, c := range p.Changes {
			all = append(all, Said{Who: who, Change: c})
		}
		if words := p.untold(); words != "" && len(f.Sheet.Sums) > 0 {
			all = append(all, Said{Who: who, Words: words})
		}
	}
	words := append(people("现在不在这张表里", f.Gone), people("打印以后才有", f.Came)...)
	for _, w := range append(words, f.Words...) {
		all = append(all, Said{Words: w})
	}
	return all
}

func (p *Person) called() string { return p.Name + "（" + p.Unit + "）" }

// untold says of somebody whose changes are not all told why; "" where they are.
func (p *Person) untold() string {
	switch {
	case p.Told:
		return ""
	case len(p.Changes) == 0:
		return "打印以后改过，改了什么没有列出来"
	}
	return "另有由政策、版式或机构名称得出的内容变了，打印时的样子推不回去"
}

// Sentences are what Said lists, each in one line.
func (f *Found) Sentences() (all []string) {
	for _, s := range f.Said() {
		all = append(all, s.Sentence())
	}
	return all
}

// Sentence is what has changed in one line: 联系电话：… → ….
func (s Said) Sentence() string {
	text := s.Words
	if c := s.Change; c.Label != "" {
		text = c.Label
		if c.Old != "" || c.New != "" {
			text += "：" + cmp.Or(c.Old, empty) + " → " + cmp.Or(c.New, empty)
		}
	}
	if s.Who != "" {
		return s.Who + "　" + text
	}
	return text
}

// empty stands for a value that is not there.
const empty = "空"

func people(what string, list []Person) (all []string) {
	for i := range list {
		if i == mostTold {
			return append(all, fmt.Sprintf("%s：还有 %d 人", what, len(list)-i))
		}
		all = append(all, what+"："+list[i].called())
	}
	return all
}
