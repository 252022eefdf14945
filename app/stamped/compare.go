package stamped

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"

	"gongkao/app/paper"
	"gongkao/app/printing"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// mostTold is of how many people on one sheet it is told what changed; of the
// others it is said that they have.
const mostTold = 50

// compare holds the sheet against the record: its code is worked out anew, and
// where it comes out otherwise, everybody on it is looked at.
func (f *Found) compare(ctx context.Context, d Desk) error {
	now, err := printing.Anew(ctx, d.Desk, d.Papers, f.Sheet)
	if data.HasCode(err, "nobody") {
		f.Words = append(f.Words, "按现在的记录，这张表里已经没有人了")
		return nil
	}
	if err != nil {
		return err
	}
	if f.True = slices.Contains(now.Codes, f.Sheet.Code); f.True {
		return nil
	}
	return d.Office.Store.View(ctx, func(r *store.Reader) error {
		if len(f.Sheet.Sums) == 0 || len(now.Sums) != len(now.People) {
			return f.touched(r, d)
		}
		return f.person(r, d, now)
	})
}

// person finds whose values are others, who is missing and who is new.
func (f *Found) person(r *store.Reader, d Desk, now printing.Now) error {
	sums := make(map[data.ApplicationID]string, len(now.People))
	for i, id := range now.People {
		sums[id] = now.Sums[i]
	}
	t := teller{d: d, r: r, print: f.Sheet.Print, seq: f.seq}
	for i, id := range f.Sheet.People {
		sum, stays := sums[id]
		delete(sums, id)
		switch {
		case !stays:
			f.Gone = append(f.Gone, t.name(id))
		case sum != f.Sheet.Sums[i]:
			who, err := t.changed(id, f.Sheet.Sums[i], len(f.Changed) < mostTold)
			if err != nil {
				return err
			}
			f.Changed = append(f.Changed, who)
		}
	}
	if len(f.Sheet.People) == len(f.Sheet.Print.Records) { // one of several sheets is not about the others' people
		for _, id := range now.People {
			if _, came := sums[id]; came {
				f.Came = append(f.Came, t.name(id))
			}
		}
	}
	if len(f.Changed)+len(f.Gone)+len(f.Came) > 0 {
		return nil
	}
	return f.besides(&t)
}

// besides says what may have changed when no value of anybody has: the photo of a
// form, what a review sheet says of the review, the text of a letter. A list says
// the same in whatever order it stands.
func (f *Found) besides(t *teller) error {
	switch paper := f.Sheet.Print.Paper; {
	case t.d.Papers.IsList(paper):
		f.True = true
		return nil
	case len(f.Sheet.People) != 1 || !t.d.Papers.PerPerson(paper):
		f.Words = append(f.Words, "名单上原有的人没有变，变的是正文、日期，或添了人")
		return nil
	}
	who := t.name(f.Sheet.People[0])
	a, _ := t.d.Register.ByID(who.ID)
	was, err := t.d.Then(t.r, a.Application, t.seq)
	if err != nil {
		return err
	}
	photo, err := t.r.Photo(a.Person.ID)
	if err != nil {
		return err
	}
	if bytes.Equal(was.Person.Photo, photo) {
		f.Words = append(f.Words, "填报的各栏没有变，变的是审查意见、材料或版式")
		return nil
	}
	who.Told, who.Changes = true, []registration.FieldChange{{Label: "照片", Old: "打印时的那张", New: "后来换了"}}
	f.Changed = append(f.Changed, who)
	return nil
}

// touched lists who has been written of since a sheet that only counts was
// printed: what it counted of whom is not kept.
func (f *Found) touched(r *store.Reader, d Desk) error {
	f.Words = append(f.Words, "所印内容按现在的记录重算，和打印的不同；是哪几处，请重印一张对照")
	writes, err := r.Since(f.seq)
	if err != nil {
		return err
	}
	t := teller{d: d, r: r, print: f.Sheet.Print, seq: f.seq}
	persons := map[string]data.ApplicationID{}
	for _, a := range d.Register.Find(registration.Query{}) {
		persons[string(a.Person.ID)] = a.Application.ID
	}
	did := map[data.ApplicationID][]string{}
	for _, w := range writes {
		id, err := owner(r, w, persons)
		if err != nil {
			return err
		}
		if id == "" || len(f.Sheet.People) == 1 && id != f.Sheet.People[0] {
			continue
		}
		if _, met := did[id]; !met {
			f.Changed = append(f.Changed, t.name(id))
		}
		if what := w.Op.String(); !slices.Contains(did[id], what) {
			did[id] = append(did[id], what)
		}
	}
	for i := range f.Changed {
		for _, what := range did[f.Changed[i].ID] {
			f.Changed[i].Changes = append(f.Changed[i].Changes, registration.FieldChange{Label: what})
		}
	}
	return nil
}

// owner is the application that something written is about, "" for none.
func owner(r *store.Reader, w store.Written, persons map[string]data.ApplicationID) (data.ApplicationID, error) {
	switch w.Kind {
	case data.KindApplication, data.KindEvaluation:
		return data.ApplicationID(w.Record), nil
	case data.KindPerson:
		return persons[w.Record], nil
	case data.KindPayment, data.KindBookOrder:
		entries, err := r.History(w.Kind, w.Record)
		if err != nil || len(entries) == 0 {
			return "", err
		}
		var of struct {
			Application data.ApplicationID `json:"application"`
		}
		return of.Application, json.Unmarshal(entries[0].After, &of)
	}
	return "", nil
}

// teller tells of the people of one print what has changed since.
type teller struct {
	d     Desk
	r     *store.Reader
	print *data.Print
	seq   int64 // of the print in the history
}

func (t *teller) name(id data.ApplicationID) Person {
	p := Person{ID: id, Name: "（已不在册）"}
	if a, there := t.d.Register.ByID(id); there {
		p.Name, p.Unit = a.Person.Name, a.Unit
	}
	return p
}

// changed lays the record as it was when the print was made beside that of today.
// The sum tells whether it is what was printed: policy and the office's name may
// have changed too, and are not put back.
func (t *teller) changed(id data.ApplicationID, sum string, told bool) (Person, error) {
	p := t.name(id)
	a, there := t.d.Register.ByID(id)
	if !told || !there {
		return p, nil
	}
	was, err := t.d.Then(t.r, a.Application, t.seq)
	if err != nil {
		return p, err
	}
	job := printing.JobFor(t.d.Desk, t.print)
	before := job
	if before.Unit != "" {
		before.Unit = printing.FirstWord(t.print.Scope)
	}
	entry, err := printing.EntriesOf(t.d.Desk, t.print.Paper)
	if err != nil {
		return p, err
	}
	then, now := entry(was), entry(a)
	p.Changes = differences(t.d.Papers.Values(&before, &then), t.d.Papers.Values(&job, &now))
	p.Told = t.d.Papers.Sum(&before, &then) == sum
	return p, nil
}

// differences lists the values that are not the same, each once under the name a
// clerk knows it by; years of appraisals may stand in one list and not in the
// other.
func differences(before, now []paper.Value) (all []registration.FieldChange) {
	texts := map[string]string{}
	for _, v := range now {
		texts[v.Name] = v.Text
	}
	add := func(label, was, is string) {
		c := registration.FieldChange{Label: label, Old: was, New: is}
		if was != is && !slices.Contains(all, c) {
			all = append(all, c)
		}
	}
	for _, v := range before {
		add(v.Label, v.Text, texts[v.Name])
		delete(texts, v.Name)
	}
	for _, v := range now {
		if text, only := texts[v.Name]; only {
			add(v.Label, "", text)
		}
	}
	return all
}
