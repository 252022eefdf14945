package registration

import (
	"fmt"
	"strings"

	"gongkao/app/units"
	"gongkao/data"
)

// Mention is how a sheet of payments, scores or orders names somebody.
type Mention struct {
	IDNumber, Name, Unit string                     // as written, "" what is not
	Fits                 func(*data.Applicant) bool // who of several of one name can be meant; nil: all
}

// MentionIn is how the row with these texts (sheets.LedgerRow) names somebody.
func MentionIn(texts map[string]string) Mention {
	return Mention{IDNumber: texts["id_number"], Name: texts["name"], Unit: texts["unit"]}
}

// Finder finds whom the rows of a sheet mean: by the ID number where there is
// one; else by the name, with the unit when it is given, and only when exactly
// one person fits. It is made for one sheet and one goroutine.
type Finder struct {
	desk   *Desk
	prefix string                       // of its codes: pay gives pay-stranger
	named  map[string][]*data.Applicant // by name, made when the first row without a number comes
	units  map[string]units.Match
}

// NewFinder returns a finder whose refusals have codes with the prefix.
func NewFinder(d *Desk, prefix string) *Finder {
	return &Finder{desk: d, prefix: prefix, units: map[string]units.Match{}}
}

// Whose returns who is meant. It refuses, with the field to look at and the
// candidates in words, an ID number that cannot be (id-checksum …), somebody
// unknown (pay-stranger), several of one name (pay-ambiguous), and a number of
// one with the name of another (pay-name).
func (f *Finder) Whose(m Mention) (*data.Applicant, error) {
	number := data.Squeeze(data.Narrow(m.IDNumber))
	switch {
	case strings.ContainsAny(number, hidden) && m.Name != "":
		return f.byName(m, number)
	case number != "":
		return f.byNumber(m)
	case strings.TrimSpace(m.Name) != "":
		return f.byName(m, "")
	}
	return nil, f.refuse("stranger", "id_number", "没有写身份证号，也没有写姓名", "请补上身份证号，没有它不知道是谁")
}

func (f *Finder) byNumber(m Mention) (*data.Applicant, error) {
	reading := data.ReadID(m.IDNumber, f.desk.Office.Codes.Region)
	for _, code := range reading.Problems {
		if !data.IsIDWarning(code) {
			return nil, data.Refuse(code, "id_number", idMessage(code, reading), "请对照身份证原件改正")
		}
	}
	a, known := f.desk.Register.ByNumber(reading.Normalised)
	if !known {
		hint := "请核对身份证号，或先登记这个人"
		if same := f.people(m.Name); len(same) > 0 {
			hint = "同名的有" + candidates(same) + "；请核对身份证号"
		}
		return nil, f.refuse("stranger", "id_number", "本年度没有登记身份证号为 "+string(reading.Normalised)+" 的人", hint)
	}
	if name := data.NormaliseName(m.Name); name != "" && !covers(name, a.Person.Name) {
		return nil, f.refuse("name", "name", fmt.Sprintf("身份证号是%s的，表里写的是%s", a.Person.Name, name), "请核对是谁的，改正姓名或身份证号")
	}
	return a, nil
}

// byName finds somebody by his name; number is an ID number with digits hidden,
// or "".
func (f *Finder) byName(m Mention, number string) (*data.Applicant, error) {
	name := data.NormaliseName(m.Name)
	same := f.people(name)
	if len(same) == 0 {
		return nil, f.refuse("stranger", "name", "本年度没有登记叫“"+name+"”的人", "请核对姓名，或在表里补上身份证号")
	}
	fitting := keep(same, func(a *data.Applicant) bool {
		return (number == "" || covers(strings.ToUpper(number), string(a.Person.IDNumber))) && f.inUnit(a, m.Unit)
	})
	if len(fitting) == 0 {
		return nil, f.refuse("stranger", "name", fmt.Sprintf("有叫“%s”的人，但单位或身份证号对不上", name), "登记的是"+candidates(same)+"；是他的，请在表里写上身份证号")
	}
	if len(fitting) > 1 && m.Fits != nil {
		if nearer := keep(fitting, m.Fits); len(nearer) > 0 {
			fitting = nearer
		}
	}
	if len(fitting) > 1 {
		return nil, f.refuse("ambiguous", "name", fmt.Sprintf("叫“%s”的有 %d 人，分不清是谁", name, len(fitting)), candidates(fitting)+"；请在表里写上身份证号")
	}
	return fitting[0], nil
}

// people returns who is called so. Who is only known from the year before is
// asked for when nobody else is.
func (f *Finder) people(name string) []*data.Applicant {
	if f.named == nil {
		f.named = map[string][]*data.Applicant{}
		for _, a := range f.desk.Register.Find(Query{}) {
			f.named[a.Person.Name] = append(f.named[a.Person.Name], a)
		}
	}
	all := f.named[data.NormaliseName(name)]
	if applied := keep(all, func(a *data.Applicant) bool { return a.Application.Status != data.Carried }); len(applied) > 0 {
		return applied
	}
	return all
}

// inUnit reports whether somebody is of the unit, or of one that it supervises;
// a name that is near a unit's is good enough for telling people apart.
func (f *Finder) inUnit(a *data.Applicant, name string) bool {
	if name = units.Trim(name); name == "" || name == a.Unit || name == a.Supervising {
		return true
	}
	match, met := f.units[name]
	if !met {
		match = f.desk.Units().Match(name)
		f.units[name] = match
	}
	return match.Kind != units.Unknown && (match.Unit.Name == a.Unit || match.Unit.Name == a.Supervising)
}

// hidden are the signs that stand for a character that is not shown, or that was
// lost on the way: 张*芳, 刘?, 4115**********0024.
const hidden = "*?□〓\uFFFD■"

// covers reports whether a text with hidden characters can be the whole one.
func covers(written, whole string) bool {
	w, all := []rune(data.Narrow(written)), []rune(whole)
	if len(w) != len(all) {
		return false
	}
	for i := range w {
		if w[i] != all[i] && !strings.ContainsRune(hidden, w[i]) {
			return false
		}
	}
	return true
}

func (f *Finder) refuse(kind, field, message, hint string) error {
	return data.Refuse(f.prefix+"-"+kind, field, message, hint)
}

func keep(people []*data.Applicant, fits func(*data.Applicant) bool) (kept []*data.Applicant) {
	for _, a := range people {
		if fits(a) {
			kept = append(kept, a)
		}
	}
	return kept
}

// candidates names people so that a clerk can tell them apart.
func candidates(people []*data.Applicant) string {
	const shown = 3
	var all []string
	for _, a := range people[:min(shown, len(people))] {
		all = append(all, fmt.Sprintf("%s（身份证末四位 %s，%s，%s）", a.Person.Name, tail(a.Person.IDNumber), a.Unit, a.Application.Level))
	}
	words := strings.Join(all, "、")
	if len(people) > shown {
		words += fmt.Sprintf("等 %d 人", len(people))
	}
	return words
}

func tail(n data.IDNumber) string { return string(n[max(0, len(n)-4):]) }
