package photos

import (
	"slices"
	"strings"

	"gongkao/app/registration"
	"gongkao/app/units"
	"gongkao/data"
)

// index finds people by what file names say.
type index struct {
	desk   *registration.Desk
	unit   string // full name of the unit whose people alone are meant; "" for all
	names  map[string][]*data.Applicant
	trades map[string]bool
	hints  map[string]units.Match // what a word means as a unit
}

func newIndex(d *registration.Desk, unit string) *index {
	x := &index{desk: d, unit: unit, names: map[string][]*data.Applicant{}, trades: map[string]bool{}, hints: map[string]units.Match{}}
	for _, a := range d.Register.Find(registration.Query{Unit: unit}) {
		if a.Application.Status == data.Carried {
			continue // known from the year before; his folder brings nothing of this year
		}
		key := cleanName(a.Person.Name)
		x.names[key] = append(x.names[key], a)
		x.trades[a.Application.Trade] = true
	}
	return x
}

func cleanName(name string) string { return data.NormaliseName(cleaned(name)) }

// verdict is whose a picture is, or why that is not plain.
type verdict struct {
	who    *data.Applicant
	others []*data.Applicant
	how    string
	why    string
	next   string
}

const (
	askName = "请把文件名改成身份证号或姓名再放，或到这个人的页面按 Ctrl+T"
	askWho  = "请在“照片”页里指明是谁，或把文件名改成身份证号再放"
)

// whose decides by the number, then by the name with the unit.
func (x *index) whose(c clues) verdict {
	named := x.named(c)
	if c.number != "" {
		return x.byNumber(c, named)
	}
	switch len(named) {
	case 0:
		return verdict{why: "文件名里没有本年申报人员的姓名或身份证号", next: askName}
	case 1:
		return x.byName(c, x.names[named[0]])
	}
	var all []*data.Applicant
	for _, name := range named {
		all = append(all, x.names[name]...)
	}
	return verdict{others: all, why: "文件名里有几个人的姓名：" + strings.Join(named, "、"), next: askWho}
}

func (x *index) byNumber(c clues, named []string) verdict {
	reading := data.ReadID(c.number, x.desk.Office.Codes.Region)
	a, known := x.desk.Register.ByNumber(reading.Normalised)
	switch {
	case !reading.Valid():
		return verdict{others: x.people(named), why: "文件名里的身份证号 " + c.number + " 不对", next: askName}
	case !known || a.Application.Status == data.Carried || x.unit != "" && a.Unit != x.unit && a.Supervising != x.unit:
		return verdict{others: x.people(named), why: "身份证号 " + c.number + " 不是本年申报人员的", next: "请核对是不是还没有登记，或号码抄错了"}
	}
	own := cleanName(a.Person.Name)
	if len(named) > 0 && !slices.Contains(named, own) {
		return verdict{others: append([]*data.Applicant{a}, x.people(named)...), why: "身份证号是" + a.Person.Name + "的，文件名写的是" + strings.Join(named, "、"), next: askWho}
	}
	return verdict{who: a, how: "身份证号"}
}

func (x *index) people(names []string) (all []*data.Applicant) {
	for _, name := range names {
		all = append(all, x.names[name]...)
	}
	return all
}

// byName tells apart those of one name by what else the file name and its folders
// say.
func (x *index) byName(c clues, people []*data.Applicant) verdict {
	said := besides(c, cleanName(people[0].Person.Name))
	var fits []*data.Applicant
	for _, a := range people {
		if slices.ContainsFunc(said, func(word string) bool { return x.inUnit(word, a) }) {
			fits = append(fits, a)
		}
	}
	name := people[0].Person.Name
	switch {
	case len(fits) == 1:
		return verdict{who: fits[0], how: "姓名＋单位"}
	case len(fits) == 0 && x.elsewhere(said):
		return verdict{others: people, why: "写着的单位里没有" + name + "，同名的在" + people[0].Unit, next: askWho}
	case len(fits) == 0:
		fits = people
	}
	if len(fits) == 1 {
		return verdict{who: fits[0], how: "姓名"}
	}
	var byTrade []*data.Applicant
	for _, a := range fits {
		if slices.Contains(c.parts, data.NormaliseName(a.Application.Trade)) {
			byTrade = append(byTrade, a)
		}
	}
	if len(byTrade) == 1 {
		return verdict{who: byTrade[0], how: "姓名＋工种"}
	}
	return verdict{others: fits, why: "叫" + name + "的不止一人，文件名没有写明是哪一个", next: askWho}
}

// besides lists what a file name says besides a name: its parts, what is run together
// with the name, and the folders, each without a number before it (02 罗山县一中).
func besides(c clues, name string) (said []string) {
	for _, word := range slices.Concat(c.parts, c.words, c.folder) {
		rest := strings.TrimSuffix(strings.TrimPrefix(word, name), name)
		for _, part := range []string{word, rest, counter.ReplaceAllString(rest, "")} {
			if part != name && !noise(part) && !slices.Contains(said, part) { // each is asked of the whole unit register
				said = append(said, part)
			}
		}
	}
	return said
}

// leastHint is how long a part of a unit's name has to be to mean it.
const leastHint = 3 // characters

// inUnit reports whether a word means the unit of an applicant, or the one that
// supervises it.
func (x *index) inUnit(word string, a *data.Applicant) bool {
	key := data.NormaliseUnit(word)
	if len([]rune(key)) < leastHint {
		return false
	}
	for _, unit := range []string{a.Unit, a.Supervising} {
		if unit != "" && strings.Contains(data.NormaliseUnit(unit), key) {
			return true
		}
	}
	match := x.hint(word)
	return match.Kind != units.Unknown && (match.Unit.Name == a.Unit || match.Unit.Name == a.Supervising)
}

// elsewhere reports whether one of the words is the name of a unit of the register.
func (x *index) elsewhere(words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool {
		match := x.hint(word)
		return match.Kind == units.Exact || match.Kind == units.Similar && data.NormaliseUnit(match.Unit.Short) == data.NormaliseUnit(word)
	})
}

// hint asks the unit register once for each word: five thousand files share their
// folders.
func (x *index) hint(word string) units.Match {
	match, known := x.hints[word]
	if !known {
		match = x.desk.Units().Match(word)
		x.hints[word] = match
	}
	return match
}

// named lists the people's names that stand in a file name: a whole word, or one
// that is run together with a unit, a trade or what pictures are called.
func (x *index) named(c clues) (names []string) {
	add := func(name string) {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	for _, word := range c.words {
		if len(x.names[word]) > 0 {
			add(word)
		}
	}
	if len(names) > 0 {
		return names
	}
	for _, word := range c.words {
		letters := []rune(word)
		for i := 1; i < len(letters); i++ {
			before, after := string(letters[:i]), string(letters[i:])
			if len(x.names[before]) > 0 && x.saysNothing(after, x.names[before]) {
				add(before)
			}
			if len(x.names[after]) > 0 && x.saysNothing(before, x.names[after]) {
				add(after)
			}
		}
	}
	return names
}

// saysNothing reports whether what is left of a word is no other name: 张三丰 is not
// 张三.
func (x *index) saysNothing(rest string, people []*data.Applicant) bool {
	if noise(rest) || x.trades[rest] {
		return true
	}
	return slices.ContainsFunc(people, func(a *data.Applicant) bool { return x.inUnit(rest, a) })
}
