package data

import (
	"fmt"
	"sort"
	"strings"
)

// FieldKind says what a field holds and so how it is typed, aligned and
// written.
type FieldKind int

// The kinds of fields.
const (
	TextField FieldKind = iota
	NumberField
	DateField
	MonthField
	ChoiceField
	YesNoField
	YearsField // one value a year: appraisals
)

// Field is one row of the table that names everything known of an applicant.
// Screens, import, export, papers and messages read it; a new field is one
// row, one struct field and one migration.
type Field struct {
	Key      string
	Label    string
	Hint     string // what to type, for screens and messages
	Kind     FieldKind
	Width    int      // usual width, in hanzi
	Synonyms []string // other heads under which sheets send it
	// Get returns the value as papers and sheets write it, "" when not given.
	Get func(*Applicant) string
	// Set reads what somebody typed; "" clears. It refuses with a Chinese
	// sentence and changes nothing then.
	Set func(*Applicant, string) error
	// Value returns the value for JSON; nil means Get's text.
	Value func(*Applicant) any
}

// JSON returns the value as the command line writes it.
func (f *Field) JSON(a *Applicant) any {
	if f.Value != nil {
		return f.Value(a)
	}
	return f.Get(a)
}

// Fields is the one table of fields, in the order of forms.
var Fields = []*Field{
	{Key: "name", Label: "姓名", Hint: "与身份证一致", Width: 6, Synonyms: otherHeads["name"],
		Get: func(a *Applicant) string { return a.Person.Name }, Set: setName},
	{Key: "id_number", Label: "身份证号", Hint: "18 位，末位可为 X", Width: 11, Synonyms: otherHeads["id_number"],
		Get: func(a *Applicant) string { return string(a.Person.IDNumber) },
		Set: func(a *Applicant, s string) error { a.Person.IDNumber = IDNumber(s); return nil }},
	{Key: "sex", Label: "性别", Kind: ChoiceField, Width: 2, Synonyms: otherHeads["sex"],
		Get: func(a *Applicant) string { return string(a.Person.Sex) }, Set: setSex},
	{Key: "birth", Label: "出生日期", Hint: "如 1975-02-03", Kind: DateField, Width: 6, Synonyms: otherHeads["birth"],
		Get: func(a *Applicant) string { return a.Person.Birth.String() }, Set: setBirth},
	text("ethnicity", "民族", 3, func(a *Applicant) *string { return &a.Person.Ethnicity }),
	text("education", "文化程度", 4, func(a *Applicant) *string { return &a.Person.Education }),
	text("political", "政治面貌", 5, func(a *Applicant) *string { return &a.Person.Political }),
	text("phone", "联系电话", 7, func(a *Applicant) *string { return &a.Person.Phone }),
	text("address", "通讯地址", 20, func(a *Applicant) *string { return &a.Person.Address }),
	text("unit", "工作单位", 14, func(a *Applicant) *string { return &a.Unit }),
	text("supervising_unit", "主管部门", 14, func(a *Applicant) *string { return &a.Supervising }),
	text("staff_kind", "人员性质", 6, func(a *Applicant) *string { return &a.Application.StaffKind }),
	text("post", "现岗位", 8, func(a *Applicant) *string { return &a.Application.Post }),
	month("work_start", "参加工作时间", func(a *Applicant) *Month { return &a.Person.WorkStart }),
	{Key: "retirement_category", Label: "原法定退休年龄", Hint: "女性必填：50 或 55", Kind: ChoiceField, Width: 4, Synonyms: otherHeads["retirement_category"],
		Get: func(a *Applicant) string { return a.Person.Category.String() }, Set: setCategory,
		Value: func(a *Applicant) any { return string(a.Person.Category) }},
	level("current_level", "现等级", func(a *Applicant) *Level { return &a.Person.CurrentLevel }),
	text("current_trade", "现工种", 7, func(a *Applicant) *string { return &a.Person.CurrentTrade }),
	month("current_cert_date", "取得现等级时间", func(a *Applicant) *Month { return &a.Person.CurrentCertDate }),
	text("current_cert_no", "证书编号", 9, func(a *Applicant) *string { return &a.Person.CurrentCertNo }),
	level("appointed_level", "现聘岗位等级", func(a *Applicant) *Level { return &a.Person.AppointedLevel }),
	month("appointed_date", "聘任时间", func(a *Applicant) *Month { return &a.Person.AppointedDate }),
	text("trade", "申报工种", 7, func(a *Applicant) *string { return &a.Application.Trade }),
	level("level", "申报等级", func(a *Applicant) *Level { return &a.Application.Level }),
	{Key: "path", Label: "申报途径", Kind: ChoiceField, Width: 2, Synonyms: otherHeads["path"],
		Get: func(a *Applicant) string { return a.Application.Path.String() }, Set: setPath,
		Value: func(a *Applicant) any { return string(a.Application.Path) }},
	{Key: "appraisals", Label: "年度考核", Hint: "每年一格：优秀、合格、基本合格、不合格、不定等次、未备案", Kind: YearsField, Width: 4, Synonyms: otherHeads["appraisals"],
		Get: func(a *Applicant) string { return appraisalsText(a.Person.Appraisals) }, Set: setAppraisals,
		Value: func(a *Applicant) any { return a.Person.Appraisals }},
	text("honours", "业绩", 20, func(a *Applicant) *string { return &a.Application.Honours }),
	yesNo("commitment", "容缺承诺", func(a *Applicant) *bool { return &a.Application.Commitment }),
	yesNo("consent", "到龄确认", func(a *Applicant) *bool { return &a.Application.Consent }),
	{Key: "note", Label: "备注", Width: 12, Synonyms: otherHeads["note"],
		Get: func(a *Applicant) string { return a.Application.Note },
		Set: func(a *Applicant, s string) error {
			a.Application.Note = FirstRunes(strings.TrimSpace(s), MaxNote)
			return nil
		}},
}

// RequiredToEnter lists the fields without which nobody is entered.
var RequiredToEnter = []string{"name", "id_number", "unit", "trade", "level"}

// FieldByKey returns the field, nil when there is none of that key.
func FieldByKey(key string) *Field {
	for _, f := range Fields {
		if f.Key == key {
			return f
		}
	}
	return nil
}

func text(key, label string, width int, at func(*Applicant) *string) *Field {
	return &Field{Key: key, Label: label, Width: width, Synonyms: otherHeads[key],
		Get: func(a *Applicant) string { return *at(a) },
		Set: func(a *Applicant, s string) error { *at(a) = strings.TrimSpace(s); return nil }}
}

func month(key, label string, at func(*Applicant) *Month) *Field {
	return &Field{Key: key, Label: label, Hint: "如 1998-07", Kind: MonthField, Width: 5, Synonyms: otherHeads[key],
		Get: func(a *Applicant) string { return at(a).String() },
		Set: func(a *Applicant, s string) error {
			if strings.TrimSpace(s) == "" {
				*at(a) = Month{}
				return nil
			}
			m, err := ReadMonth(s)
			if err != nil {
				return inField(err, key)
			}
			*at(a) = m
			return nil
		}}
}

func level(key, label string, at func(*Applicant) *Level) *Field {
	return &Field{Key: key, Label: label, Kind: ChoiceField, Width: 4, Synonyms: otherHeads[key],
		Get: func(a *Applicant) string { return at(a).String() },
		Set: func(a *Applicant, s string) error {
			if strings.TrimSpace(s) == "" {
				*at(a) = 0
				return nil
			}
			l, ok := ReadLevel(s)
			if !ok {
				return Refuse("level-unknown", key, fmt.Sprintf("没有“%s”这个等级", s), "请填五级、四级、三级、二级或一级")
			}
			*at(a) = l
			return nil
		},
		Value: func(a *Applicant) any { return int(*at(a)) }}
}

func yesNo(key, label string, at func(*Applicant) *bool) *Field {
	return &Field{Key: key, Label: label, Kind: YesNoField, Width: 2, Synonyms: otherHeads[key],
		Get: func(a *Applicant) string {
			if *at(a) {
				return "是"
			}
			return ""
		},
		Set: func(a *Applicant, s string) error {
			yes, ok := ReadYesNo(s)
			if !ok {
				return Refuse("value-unknown", key, fmt.Sprintf("“%s”既不是“是”也不是“否”", s), "请填是或否")
			}
			*at(a) = yes
			return nil
		},
		Value: func(a *Applicant) any { return *at(a) }}
}

func setName(a *Applicant, s string) error {
	s = NormaliseName(s)
	if err := CheckName(s); err != nil {
		return err
	}
	a.Person.Name = s
	return nil
}

func setSex(a *Applicant, s string) error {
	if strings.TrimSpace(s) == "" {
		a.Person.Sex = ""
		return nil
	}
	sex, ok := ReadSex(s)
	if !ok {
		return Refuse("sex-unknown", "sex", fmt.Sprintf("性别“%s”读不懂", s), "请填男或女")
	}
	a.Person.Sex = sex
	return nil
}

func setBirth(a *Applicant, s string) error {
	if strings.TrimSpace(s) == "" {
		a.Person.Birth = Date{}
		return nil
	}
	w, err := ReadDate(s)
	if err != nil {
		return inField(err, "birth")
	}
	d, ok := w.Date()
	if !ok {
		return Refuse("date-bad", "birth", fmt.Sprintf("出生日期“%s”没有写到日", s), "请写成 1975-02-03")
	}
	a.Person.Birth = d
	return nil
}

func setCategory(a *Applicant, s string) error {
	if strings.TrimSpace(s) == "" {
		a.Person.Category = ""
		return nil
	}
	c, ok := ReadCategory(s)
	if !ok {
		return Refuse("value-unknown", "retirement_category", fmt.Sprintf("原法定退休年龄“%s”读不懂", s), "男填 60，女填 55 或 50")
	}
	a.Person.Category = c
	return nil
}

func setPath(a *Applicant, s string) error {
	if strings.TrimSpace(s) == "" {
		a.Application.Path = ""
		return nil
	}
	p, ok := ReadPath(s)
	if !ok {
		return Refuse("path-unknown", "path", fmt.Sprintf("没有“%s”这个申报途径", s), "请填晋级、年限、破格或首次")
	}
	a.Application.Path = p
	return nil
}

// setAppraisals reads "2023优秀 2024合格", the form of appraisalsText, and its kin.
func setAppraisals(a *Applicant, s string) error {
	if strings.TrimSpace(s) == "" {
		a.Person.Appraisals = nil
		return nil
	}
	all, ok := ReadAppraisals(s)
	if !ok {
		return Refuse("value-unknown", "appraisals", fmt.Sprintf("年度考核“%s”读不懂", strings.TrimSpace(s)), "请写成 2024优秀 2025合格")
	}
	a.Person.Appraisals = all
	return nil
}

func appraisalsText(all map[int]Appraisal) string {
	parts := make([]string, 0, len(all))
	for year, grade := range all {
		parts = append(parts, fmt.Sprintf("%d%s", year, grade))
	}
	sort.Strings(parts)
	return strings.Join(parts, " ")
}

func inField(err error, key string) error {
	if r, ok := AsRefusal(err); ok {
		r.Field = key
	}
	return err
}
