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
	Synonyms []string // other heads under which sheets send it, squeezed
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
	{Key: "name", Label: "姓名", Hint: "与身份证一致", Width: 6, Synonyms: []string{"申报人", "申报人员", "申报人姓名", "姓名(中文)"},
		Get: func(a *Applicant) string { return a.Person.Name }, Set: setName},
	{Key: "id_number", Label: "身份证号", Hint: "18 位，末位可为 X", Width: 11, Synonyms: []string{"身份证号码", "公民身份号码", "公民身份证号码", "居民身份证号码", "证件号码", "身份证", "身份证件号码", "证件号"},
		Get: func(a *Applicant) string { return string(a.Person.IDNumber) },
		Set: func(a *Applicant, s string) error { a.Person.IDNumber = IDNumber(s); return nil }},
	{Key: "sex", Label: "性别", Kind: ChoiceField, Width: 2,
		Get: func(a *Applicant) string { return string(a.Person.Sex) }, Set: setSex},
	{Key: "birth", Label: "出生日期", Hint: "如 1975-02-03", Kind: DateField, Width: 6, Synonyms: []string{"出生年月", "出生年月日", "出生时间", "生日"},
		Get: func(a *Applicant) string { return a.Person.Birth.String() }, Set: setBirth},
	text("ethnicity", "民族", 3, func(a *Applicant) *string { return &a.Person.Ethnicity }),
	text("education", "文化程度", 4, func(a *Applicant) *string { return &a.Person.Education }, "学历", "最高学历"),
	text("political", "政治面貌", 5, func(a *Applicant) *string { return &a.Person.Political }, "党派"),
	text("phone", "联系电话", 7, func(a *Applicant) *string { return &a.Person.Phone }, "电话", "手机", "手机号", "手机号码", "本人电话", "联系方式", "移动电话"),
	text("address", "通讯地址", 20, func(a *Applicant) *string { return &a.Person.Address }, "家庭住址", "住址", "联系地址", "地址"),
	text("unit", "工作单位", 14, func(a *Applicant) *string { return &a.Unit }, "单位", "单位名称", "所在单位", "申报单位", "工作单位全称", "单位全称", "现工作单位"),
	text("supervising_unit", "主管部门", 14, func(a *Applicant) *string { return &a.Supervising }, "主管单位", "上级主管单位", "上级主管部门", "主管局", "主管部门名称", "主管部门(单位)"),
	text("staff_kind", "人员性质", 6, func(a *Applicant) *string { return &a.Application.StaffKind }, "人员类别", "用工性质", "人员身份"),
	text("post", "现岗位", 8, func(a *Applicant) *string { return &a.Application.Post }, "岗位", "工作岗位", "现从事岗位"),
	month("work_start", "参加工作时间", func(a *Applicant) *Month { return &a.Person.WorkStart }, "参加工作年月", "参加工作日期", "工作时间", "何时参加工作"),
	{Key: "retirement_category", Label: "原法定退休年龄", Hint: "女性必填：50 或 55", Kind: ChoiceField, Width: 4, Synonyms: []string{"原退休年龄", "法定退休年龄", "退休年龄", "退休类别"},
		Get: func(a *Applicant) string { return a.Person.Category.String() }, Set: setCategory,
		Value: func(a *Applicant) any { return string(a.Person.Category) }},
	level("current_level", "现等级", func(a *Applicant) *Level { return &a.Person.CurrentLevel }, "现有等级", "现技术等级", "现职业等级", "现岗位等级", "现技能等级", "原等级"),
	text("current_trade", "现工种", 7, func(a *Applicant) *string { return &a.Person.CurrentTrade }, "现有工种", "现职业工种", "现职业(工种)", "现从事工种", "原工种"),
	month("current_cert_date", "取得现等级时间", func(a *Applicant) *Month { return &a.Person.CurrentCertDate }, "取得时间", "取证时间", "发证时间", "发证日期", "证书取得时间", "现等级取得时间", "获证时间"),
	text("current_cert_no", "证书编号", 9, func(a *Applicant) *string { return &a.Person.CurrentCertNo }, "证书号", "证书号码", "现等级证书编号", "技术等级证书编号"),
	level("appointed_level", "现聘岗位等级", func(a *Applicant) *Level { return &a.Person.AppointedLevel }, "聘任等级", "聘用等级", "现聘等级", "岗位聘用等级"),
	month("appointed_date", "聘任时间", func(a *Applicant) *Month { return &a.Person.AppointedDate }, "聘用时间", "现聘时间"),
	text("trade", "申报工种", 7, func(a *Applicant) *string { return &a.Application.Trade }, "工种", "工种名称", "申报职业(工种)", "申报职业", "报考工种", "拟报工种"),
	level("level", "申报等级", func(a *Applicant) *Level { return &a.Application.Level }, "等级", "拟报等级", "报考等级", "申报级别", "申报技能等级"),
	{Key: "path", Label: "申报途径", Kind: ChoiceField, Width: 2, Synonyms: []string{"途径", "申报方式", "申报类型", "申报条件", "申报类别"},
		Get: func(a *Applicant) string { return a.Application.Path.String() }, Set: setPath,
		Value: func(a *Applicant) any { return string(a.Application.Path) }},
	{Key: "appraisals", Label: "年度考核", Hint: "每年一格：优秀、合格、基本合格、不合格、不定等次、未备案", Kind: YearsField, Width: 4,
		Get: func(a *Applicant) string { return appraisalsText(a.Person.Appraisals) }, Set: setAppraisals,
		Value: func(a *Applicant) any { return a.Person.Appraisals }},
	text("honours", "业绩", 20, func(a *Applicant) *string { return &a.Application.Honours }, "业绩荣誉", "主要业绩", "荣誉", "获奖情况"),
	yesNo("commitment", "容缺承诺", func(a *Applicant) *bool { return &a.Application.Commitment }, "容缺", "是否容缺", "承诺制", "容缺后补"),
	yesNo("consent", "到龄确认", func(a *Applicant) *bool { return &a.Application.Consent }, "本年到龄确认", "到龄是否确认", "本人与单位确认"),
	{Key: "note", Label: "备注", Width: 12, Synonyms: []string{"说明", "备注说明"},
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

func text(key, label string, width int, at func(*Applicant) *string, synonyms ...string) *Field {
	return &Field{Key: key, Label: label, Width: width, Synonyms: synonyms,
		Get: func(a *Applicant) string { return *at(a) },
		Set: func(a *Applicant, s string) error { *at(a) = strings.TrimSpace(s); return nil }}
}

func month(key, label string, at func(*Applicant) *Month, synonyms ...string) *Field {
	return &Field{Key: key, Label: label, Hint: "如 1998-07", Kind: MonthField, Width: 5, Synonyms: synonyms,
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

func level(key, label string, at func(*Applicant) *Level, synonyms ...string) *Field {
	return &Field{Key: key, Label: label, Kind: ChoiceField, Width: 4, Synonyms: synonyms,
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

func yesNo(key, label string, at func(*Applicant) *bool, synonyms ...string) *Field {
	return &Field{Key: key, Label: label, Kind: YesNoField, Width: 2, Synonyms: synonyms,
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
