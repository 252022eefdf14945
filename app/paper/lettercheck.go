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
			return errors.New("per = letter needs a [letter]")
		}
		return nil
	}
	if l.Title.empty() || len(l.Part) == 0 || len(d.Page) > 0 || d.Table != nil {
		return errors.New("letter: needs a title and parts, and stands instead of pages and a table")
	}
	for _, kind := range []string{"letter", "letter-title", "letter-head"} {
		if d.styles[kind] == (pdf.Style{}) {
			return fmt.Errorf("letter: there is no type %q", kind)
		}
	}
	for i := range l.Part {
		if err := d.checkPart(fmt.Sprintf("letter, part %d", i+1), &l.Part[i]); err != nil {
			return err
		}
	}
	if l.Receipt != nil {
		if err := d.checkPart("letter, receipt", l.Receipt); err != nil {
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
		return fmt.Errorf("%s: is a text, or the table, or a hand", where)
	case p.Type != "" && d.styles[p.Type] == (pdf.Style{}):
		return fmt.Errorf("%s: there is no type %q", where, p.Type)
	case p.Table && d.Letter.Table == nil:
		return fmt.Errorf("%s: there is no [letter.table]", where)
	case p.Hand == nil:
		return nil
	case p.H <= 0 || p.H > letterBottom-letterTop:
		return fmt.Errorf("%s: needs a height h that a page can hold", where)
	}
	return d.checkPage(where, p.Hand)
}

// checkItems checks the table of items.
func (d *definition) checkItems() error {
	t := d.Letter.Table
	switch {
	case t == nil && d.Letter.Attach > 0:
		return errors.New("letter: attach needs a [letter.table]")
	case t == nil:
		return nil
	case d.Per != perLetter || d.Letter.Attach > 0 && d.Letter.Attached.empty():
		return errors.New("letter: a table is of the items of a paper per letter; attach needs attached, its title")
	}
	if t.Head <= 0 || t.Row <= 0 || len(t.Column) == 0 {
		return errors.New("letter, table: needs head, row and columns")
	}
	t.X, t.Y = letterLeft, letterTop
	return d.checkColumns("letter, table", t)
}

// checkLetterSubjects finds values nobody can answer: a person's name in a letter
// about several, outside the table.
func (d *definition) checkLetterSubjects() error {
	for _, n := range d.Letter.names() {
		if !asksAbout(n)[d.Per] {
			return fmt.Errorf("letter: {%s} has nobody to ask about on a paper per %s", n, d.Per)
		}
	}
	if d.Letter.Table == nil {
		return nil
	}
	for _, c := range d.Letter.Table.Column {
		for _, n := range c.Text.names() {
			if about := asksAbout(n); !about[perEntry] && !about[perLetter] && !about[perItem] {
				return fmt.Errorf("letter, table: {%s} has nobody to ask about", n)
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
