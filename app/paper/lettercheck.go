package paper

import (
	"errors"
	"fmt"

	"gongkao/app/paper/pdf"
)

// checkLetter finds what is wrong with a letter: parts that are nothing or two
// things at once, a table of items without columns, values nobody can answer.
func (d *definition) checkLetter() error {
	l := d.Letter
	if l == nil {
		if d.Per == perLetter {
			return errors.New("per = letter 要有 [letter]")
		}
		return nil
	}
	if l.Title.empty() || len(l.Part) == 0 || len(d.Page) > 0 || d.Table != nil {
		return errors.New("公函：要有 title 和 part，不能再有 page 和 table")
	}
	for _, kind := range []string{"letter", "letter-title", "letter-head"} {
		if d.styles[kind] == (pdf.Style{}) {
			return fmt.Errorf("公函：没有“%s”这种字", kind)
		}
	}
	for i := range l.Part {
		if err := d.checkPart(fmt.Sprintf("公函第 %d 段", i+1), &l.Part[i]); err != nil {
			return err
		}
	}
	if l.Receipt != nil {
		if err := d.checkPart("公函的 receipt", l.Receipt); err != nil {
			return err
		}
	}
	if err := d.checkItems(); err != nil {
		return err
	}
	return d.checkLetterSubjects()
}

// checkPart wants a part to be one thing.
func (d *definition) checkPart(where string, p *letterPart) error {
	if !p.Text.empty() {
		where = d.place(where, p.Text)
	}
	is := 0
	for _, thing := range []bool{!p.Text.empty(), p.Table, p.Hand != nil} {
		if thing {
			is++
		}
	}
	switch {
	case is != 1:
		return fmt.Errorf("%s：只能是 text、table、hand 之一", where)
	case p.Type != "" && d.styles[p.Type] == (pdf.Style{}):
		return fmt.Errorf("%s：没有“%s”这种字", where, p.Type)
	case p.Table && d.Letter.Table == nil:
		return fmt.Errorf("%s：没有 [letter.table]", where)
	case p.Hand == nil:
		return nil
	case p.H <= 0 || p.H > letterBottom-letterTop:
		return fmt.Errorf("%s：高度 h 要有，并且一页放得下", where)
	}
	return d.checkPage(where, p.Hand)
}

// checkItems checks the table of items.
func (d *definition) checkItems() error {
	t := d.Letter.Table
	switch {
	case t == nil && d.Letter.Attach > 0:
		return errors.New("公函：attach 要有 [letter.table]")
	case t == nil:
		return nil
	case d.Per != perLetter || d.Letter.Attach > 0 && d.Letter.Attached.empty():
		return errors.New("公函：表列的是 per = letter 的人；写了 attach 就要写 attached（附件的标题）")
	}
	if t.Head <= 0 || t.Row <= 0 || len(t.Column) == 0 {
		return errors.New("公函的表：要有 head、row 和 column")
	}
	t.X, t.Y = letterLeft, letterTop
	return d.checkColumns("公函的表", t)
}

// checkLetterSubjects finds values nobody can answer: a person's name in a letter
// about several, outside the table.
func (d *definition) checkLetterSubjects() error {
	for _, n := range d.Letter.names() {
		if !asksAbout(n)[d.Per] {
			return fmt.Errorf("%s公函：{%s} 在 per = %s 的表上没有可问的人", d.lines("{"+n+"}"), n, d.Per)
		}
	}
	if d.Letter.Table == nil {
		return nil
	}
	for _, c := range d.Letter.Table.Column {
		for _, n := range c.Text.names() {
			if about := asksAbout(n); !about[perEntry] && !about[perLetter] && !about[perItem] {
				return fmt.Errorf("%s公函的表：{%s} 在这里没有可问的人", d.lines("{"+n+"}"), n)
			}
		}
	}
	return nil
}

// names lists the values a letter prints or depends on outside its table.
func (l *letter) names() (names []string) {
	l.eachWords(func(w words) { names = append(names, w.names()...) })
	for _, p := range l.Part {
		if p.When.name != "" {
			names = append(names, p.When.name)
		}
		if p.Hand != nil {
			names = append(names, p.Hand.names()...)
		}
	}
	return names
}

// eachWords visits the words of a letter outside its table.
func (l *letter) eachWords(visit func(words)) {
	for _, w := range []words{l.Number, l.Title, l.To, l.Attached, l.From, l.On, l.Note} {
		visit(w)
	}
	for i := range l.Part {
		l.Part[i].eachWords(visit)
	}
	if l.Receipt != nil {
		l.Receipt.eachWords(visit)
	}
}

func (p *letterPart) eachWords(visit func(words)) {
	visit(p.Text)
	if p.Hand != nil {
		p.Hand.eachWords(visit)
	}
}
