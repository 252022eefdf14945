package sheets

import (
	"fmt"
	"strings"

	"gongkao/app/sheets/grid"
	"gongkao/data"
)

type idNote struct{ message, hint string }

// idNotes say what is wrong with an ID number and what to do, by problem code.
var idNotes = map[string]idNote{
	"id-mangled":     {"身份证号被表格软件变成了数字，后几位已丢失", "请对照身份证重新录入，不能靠猜补全；填表时先把这一列设成“文本”再填，或在号码前加英文单引号 '"},
	"id-checksum":    {"身份证号末位校验不符", "请对照身份证原件，按前 17 位推算第 18 位应为 %s"},
	"id-length":      {"身份证号位数不对", "请对照身份证补全 18 位"},
	"id-characters":  {"身份证号里有不该出现的字符", "请对照身份证重新录入"},
	"id-birth":       {"身份证号里的出生日期不存在", "请对照身份证重新录入"},
	"id-legacy":      {"15 位旧身份证号，已换算成 18 位", "请对照现用身份证核对"},
	"region-unknown": {"身份证号前 6 位不是已知的地区", "请对照身份证核对前 6 位"},
}

// readID reads a cell as an ID number, and says in words what is wrong with it. A
// number that was mangled is not looked at further.
func readID(cell grid.Cell, regions data.RegionLookup) (id data.IDReading, notes []Problem) {
	id = data.ReadID(cell.Text, regions)
	if lostDigits(cell) {
		id = data.IDReading{Problems: []string{"id-mangled"}}
	}
	for _, code := range id.Problems {
		n := idNotes[code]
		if more, ok := strangeIn(cell.Text); ok && code == "id-characters" {
			n = more
		}
		if code == "id-checksum" {
			n.hint = fmt.Sprintf(n.hint, id.Normalised.CheckDigit())
		}
		notes = append(notes, note(code, n.message, n.hint))
	}
	return id, notes
}

// strangeMarks are what is typed into an ID number by mistake, and what to do.
var strangeMarks = []struct{ marks, message, hint string }{
	{"*＊•●", "身份证号有几位被遮住了（%s）", "请让单位报送完整的 18 位号码"},
	{"×Хх✕", "身份证号末位写成了乘号一类的符号（%s）", "末位是字母 X 的，请用英文字母 X 重新录入"},
	{"OoＯｏ", "身份证号里有字母 %s，可能是数字 0", "请对照身份证重新录入，号码里没有字母 O"},
	{"lIｌＩ|", "身份证号里有 %s，可能是数字 1", "请对照身份证重新录入，号码里没有这个符号"},
}

// strangeIn names the mark that should not stand in an ID number.
func strangeIn(text string) (n idNote, ok bool) {
	for _, s := range strangeMarks {
		if at := strings.IndexAny(text, s.marks); at >= 0 {
			return idNote{fmt.Sprintf(s.message, data.FirstRunes(text[at:], 1)), s.hint}, true
		}
	}
	return idNote{}, false
}

// readID reads the ID number, and from it sex and birth.
func (r *entry) readID(f *data.Field, cell grid.Cell) {
	if cell.Kind == grid.Empty {
		r.missing(f)
		return
	}
	id, notes := readID(cell, r.know.Codes.Region)
	for _, n := range notes {
		r.add(f.Key, n)
	}
	if !id.Valid() {
		return
	}
	r.id = id
	r.a.Person.IDNumber, r.a.Person.Sex, r.a.Person.Birth = id.Normalised, id.Sex, id.Birth
	r.findDuplicate(f)
}

// findDuplicate notes that the person stands further up in this import, or is
// registered already. The first row of an import has the claim, whether it
// could enter or waits.
func (r *entry) findDuplicate(f *data.Field) {
	here := Place{r.book.File, r.sheet.Name, r.row.Number, r.a.Person.Name, r.namedUnit()}
	first, met := r.know.Seen[r.id.Normalised]
	switch {
	case met:
		r.add(f.Key, first.Twice(here))
	case r.know.Registered(r.id.Normalised):
		r.add(f.Key, note("id-duplicate-register", "此人本年度已经登记"+r.registeredAs(), "请在申报人员里修改原来的记录，不要重复导入"))
	}
	if !met && !r.outside {
		r.know.Seen[r.id.Normalised] = here
	}
}

// Twice is the problem that the person of a row stands at another place already.
func (p Place) Twice(here Place) Problem {
	return note("id-duplicate-sheet", "同一身份证号在"+p.from(here)+"已经有了"+p.unlike(here), "请确认是不是同一人、以哪个单位申报为准，只留一行")
}

// from names a place as seen from another: 第 5 行, 工作表“机关”第 5 行.
func (p Place) from(here Place) string {
	text := fmt.Sprintf("第 %d 行", p.Row)
	switch {
	case p.File != here.File:
		return fmt.Sprintf("文件“%s”", p.File) + text
	case p.Sheet != here.Sheet:
		return fmt.Sprintf("工作表“%s”", p.Sheet) + text
	}
	return text
}

// unlike says in what the other row of the same number differs.
func (p Place) unlike(here Place) string {
	var other []string
	if p.Name != "" && here.Name != "" && p.Name != here.Name {
		other = append(other, "姓名是“"+p.Name+"”")
	}
	if p.Unit != "" && here.Unit != "" && p.Unit != here.Unit {
		other = append(other, "单位是“"+p.Unit+"”")
	}
	if len(other) == 0 {
		return ""
	}
	return "，那里" + strings.Join(other, "、")
}

// registeredAs names the application of somebody who has one.
func (r *entry) registeredAs() string {
	if r.know.Where == nil {
		return ""
	}
	if as := r.know.Where(r.id.Normalised); as != "" {
		return "：" + as
	}
	return ""
}

// readSex compares the column with the ID number, which decides.
func (r *entry) readSex(f *data.Field, cell grid.Cell) {
	if cell.Kind == grid.Empty {
		return
	}
	sex, ok := data.ReadSex(cell.Text)
	switch {
	case !ok:
		r.add(f.Key, note("value-unknown", fmt.Sprintf("性别“%s”读不懂", cell.Text), "请填男或女；已按身份证号录入"))
	case r.id.Sex == "":
		r.a.Person.Sex = sex
	case sex != r.id.Sex:
		r.add(f.Key, note("id-sex", fmt.Sprintf("表里写%s，身份证号第 17 位说明是%s", sex, r.id.Sex), "请对照身份证，核对性别和身份证号"))
	}
}

// readBirth compares the column with the ID number as exactly as the column
// says: month with month, day with day.
func (r *entry) readBirth(f *data.Field, cell grid.Cell) {
	if cell.Kind == grid.Empty {
		return
	}
	written, problem := readDate(cell)
	if problem != nil {
		r.add(f.Key, *problem)
		return
	}
	day, full := written.Date()
	switch {
	case r.id.Birth.IsZero() && full:
		r.a.Person.Birth = day
	case r.id.Birth.IsZero():
	case full && day != r.id.Birth, written.Month != r.id.Birth.MonthOf():
		r.add(f.Key, note("id-birth-differs", fmt.Sprintf("表里写 %s，身份证号里是 %s", written, r.id.Birth), "请对照身份证，核对出生日期和身份证号"))
	}
}
