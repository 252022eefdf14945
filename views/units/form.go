package units

import (
	"context"
	"slices"
	"strings"

	"gongkao/app/units"
	"gongkao/data"
	"gongkao/views/wording"
)

// Field is a field of the unit's particulars.
type Field struct {
	Key, Label string
	Group      string
	Row        int
	Right      bool
	Wide       bool
	ReadOnly   bool
	Choices    []wording.Choice
}

// Groups of the form.
const (
	Administrator = "管理人员"
	Names         = "名称"
)

// place is a field of the form and where its text lies.
type place struct {
	key, label, group string
	row               int
	right, wide       bool
	unit              func(*data.Unit) *string
	administrator     func(*data.Administrator) *string
}

// places is the form, in the order of Enter. The administrator's part has the
// fields of the notice's form.
var places = []place{
	{key: "admin.name", label: "姓名", group: Administrator, row: 0, administrator: func(a *data.Administrator) *string { return &a.Name }},
	{key: "admin.sex", label: "性别", group: Administrator, row: 0, right: true, administrator: func(a *data.Administrator) *string { return (*string)(&a.Sex) }},
	{key: "admin.department", label: "工作部门", group: Administrator, row: 1, administrator: func(a *data.Administrator) *string { return &a.Department }},
	{key: "admin.post", label: "职务", group: Administrator, row: 1, right: true, administrator: func(a *data.Administrator) *string { return &a.Post }},
	{key: "admin.office_phone", label: "办公电话", group: Administrator, row: 2, administrator: func(a *data.Administrator) *string { return &a.OfficePhone }},
	{key: "admin.mobile", label: "手机号码", group: Administrator, row: 2, right: true, administrator: func(a *data.Administrator) *string { return &a.Mobile }},
	{key: "unit", label: "全称", group: Names, row: 3, unit: func(u *data.Unit) *string { return &u.Name }},
	{key: "short", label: "简称", group: Names, row: 3, right: true, unit: func(u *data.Unit) *string { return &u.Short }},
	{key: "basis", label: "依据", group: Names, row: 4, wide: true},
	{key: "supervising_unit", label: "主管部门", group: Names, row: 5},
	{key: "kind", label: "单位性质", group: Names, row: 5, right: true, unit: func(u *data.Unit) *string { return &u.Kind }},
	{key: "contact", label: "联系人", group: Names, row: 6, unit: func(u *data.Unit) *string { return &u.Contact }},
	{key: "phone", label: "联系电话", group: Names, row: 6, right: true, unit: func(u *data.Unit) *string { return &u.Phone }},
	{key: "former", label: "曾用名", group: Names, row: 7, wide: true},
}

// kinds are the kinds of units of the registers seen.
var kinds = []string{"行政机关", "事业单位", "参公单位", "群团组织"}

// Fields returns the form of the unit shown. An administrator belongs to a
// supervising unit: under it he is only shown, and a new unit has none yet. Only a
// new one is asked what it rests on.
func (m *Model) Fields() []Field {
	return slices.DeleteFunc(m.EveryField(), func(f Field) bool {
		return m.fresh && f.Group == Administrator || !m.fresh && f.Key == "basis"
	})
}

// EveryField returns the fields of any unit, whether the one shown has them or not.
func (m *Model) EveryField() (fields []Field) {
	for _, p := range places {
		f := Field{Key: p.key, Label: p.label, Group: p.group, Row: p.row, Right: p.right, Wide: p.wide}
		f.ReadOnly = p.administrator != nil && m.Supervises().ID != m.selected
		switch p.key {
		case "admin.sex":
			f.Choices = wording.Choices(string(data.Male), string(data.Female))
		case "kind":
			f.Choices = wording.Choices(kinds...)
		case "supervising_unit":
			f.Choices = wording.Choices(m.tops()...)
		}
		fields = append(fields, f)
	}
	return fields
}

func (m *Model) tops() (names []string) {
	for _, b := range m.branches {
		names = append(names, b.top.Name)
	}
	return names
}

func placeOf(key string) place {
	for _, p := range places {
		if p.key == key {
			return p
		}
	}
	return place{}
}

// Text returns what stands in a field.
func (m *Model) Text(key string) string {
	if text, typed := m.texts[key]; typed {
		return text
	}
	u, _ := m.unit(m.selected)
	switch p := placeOf(key); {
	case p.administrator != nil:
		a := m.administrators[m.Supervises().ID]
		return *p.administrator(&a)
	case p.unit != nil:
		return *p.unit(&u)
	case key == "former":
		return strings.Join(u.Former, "；")
	case key == "basis":
		return ""
	}
	above, _ := m.unit(u.Supervising)
	return above.Name
}

// basisHint is what stands in the place of what a new unit rests on.
const basisHint = "文件名和文号，例如：罗编〔2026〕3号；原来就有、只是没登记的，写“补登记”"

// Hint is what stands in the administrator's place while nobody is known.
func (m *Model) Hint() string {
	if m.fresh {
		return ""
	}
	return "还没有登记"
}

// State returns the sign beside a field and the sentence below it.
func (m *Model) State(key string) (mark wording.Mark, sentence string) {
	if refusal, ok := data.AsRefusal(m.problems[key]); ok {
		return wording.Block, refusal.Message + "：" + refusal.Hint
	}
	if _, handed := m.administrators[m.Supervises().ID]; key == "admin.name" && !handed && !m.fresh && m.selected != "" {
		return wording.Block, ""
	}
	return wording.Plain, ""
}

// Leave takes the text of a field. A new unit is registered when its name and what
// it rests on are there.
func (m *Model) Leave(ctx context.Context, key, text string) (wording.Done, error) {
	text = units.Trim(text)
	if label, ok := wording.Pick(m.choices(key), text); ok && m.choices(key) != nil {
		text = label
	}
	if text == m.Text(key) && m.problems[key] == nil && !(m.fresh && key == "unit") {
		return wording.Done{}, nil
	}
	m.texts[key] = text
	var err error
	fresh := m.fresh
	if p := placeOf(key); p.administrator != nil {
		err = m.leaveAdministrator(ctx, p, text)
	} else {
		err = m.leaveUnit(ctx, key, text)
	}
	if refusal, ok := data.AsRefusal(err); ok && refusal.Field != "" {
		m.problems[key] = err
		return wording.Done{}, nil
	}
	if err != nil {
		return wording.Done{}, err
	}
	delete(m.problems, key)
	if m.fresh {
		return wording.Done{What: "还没有登记", Next: m.lacking()}, nil
	}
	delete(m.texts, key)
	if fresh {
		return wording.Done{What: "已登记 " + m.Text("unit"), Next: "接着填它的简称、联系人"}, m.Refresh(ctx)
	}
	return wording.Done{What: placeOf(key).label + "已改为 " + wording.Or(text, "空")}, m.Refresh(ctx)
}

func (m *Model) choices(key string) []wording.Choice {
	for _, f := range m.Fields() {
		if f.Key == key {
			return f.Choices
		}
	}
	return nil
}

// leaveAdministrator writes a field of the administrator, and with it what had
// to wait for his name. A changed administrator is a new form: it carries the
// day and who filled it in.
func (m *Model) leaveAdministrator(ctx context.Context, p place, text string) error {
	top := m.Supervises().ID
	a := m.administrators[top]
	a.Unit, a.FilledBy, a.FilledOn = top, m.desk.Office.Clerk, m.desk.Office.Today()
	for _, other := range places {
		typed, ok := m.texts[other.key]
		if other.administrator == nil || !ok {
			continue
		}
		read, err := readAdministrator(other.key, typed)
		if err != nil {
			if other.key == p.key {
				return err
			}
			continue
		}
		*other.administrator(&a) = read
	}
	switch {
	case a.Name == "" && a.ID != "":
		return data.Refuse("required-missing", p.key, "姓名不能空着", "换了管理人员就直接写新的姓名")
	case a.Name == "":
		return data.Refuse("required-missing", p.key, "先填管理人员的姓名", "姓名填好，这一栏一起存上")
	}
	if _, err := m.desk.PutAdministrator(ctx, a); err != nil {
		return err
	}
	for _, other := range places {
		if refusal, ok := data.AsRefusal(m.problems[other.key]); other.administrator != nil && (!ok || refusal.Code == "required-missing") {
			delete(m.texts, other.key)
			delete(m.problems, other.key)
		}
	}
	return nil
}

// readAdministrator reads what is more than any words.
func readAdministrator(key, text string) (string, error) {
	switch key {
	case "admin.sex":
		sex, ok := data.ReadSex(text)
		if !ok && text != "" {
			return "", data.Refuse("sex-unknown", key, "性别“"+text+"”读不懂", "请填男或女")
		}
		return string(sex), nil
	case "admin.name":
		text = data.NormaliseName(text)
		if err := data.CheckName(text); err != nil {
			return "", data.Refuse("name-bad", key, "姓名写不到纸上", "请对照身份证，用标准字重新录入")
		}
	}
	return text, nil
}

// leaveUnit writes a field of the unit; of a new one all that was typed, once it is
// enough.
func (m *Model) leaveUnit(ctx context.Context, key, text string) error {
	if m.fresh {
		return m.register(ctx)
	}
	u, _ := m.unit(m.selected)
	if err := m.write(&u, key, text); err != nil {
		return err
	}
	_, err := m.desk.AmendUnit(ctx, u)
	return err
}

func (m *Model) write(u *data.Unit, key, text string) error {
	switch p := placeOf(key); {
	case p.unit != nil:
		*p.unit(u) = text
	case key == "former":
		u.Former = units.ReadFormer(text)
	case key == "basis": // the change carries it, not the unit
	case text == "":
		u.Supervising = u.ID
	default:
		for _, above := range m.desk.AllUnits() {
			if above.Name == text {
				u.Supervising = above.ID
				return nil
			}
		}
		return data.Refuse("unit-unknown", key, "单位库里没有主管部门“"+text+"”", "请先登记它，或按 F4 从列表里选")
	}
	return nil
}
