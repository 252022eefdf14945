package record

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"gongkao/app/eligibility"
	"gongkao/app/units"
	"gongkao/data"
	"gongkao/views/wording"
)

// meant is the text that a clerk means who typed a code or pinyin initials
// into a field with a list.
func (m *Model) meant(key, text string) string {
	text = strings.TrimSpace(text)
	if choices := m.Choices(key); choices != nil {
		if label, ok := wording.Pick(choices, text); ok {
			return label
		}
	}
	return text
}

// take reads a text into the applicant; what cannot be read stays as typed.
func (m *Model) take(key, text string) {
	changed := m.applicant
	if err := m.set(&changed, key, text); err != nil {
		m.raw[key], m.problems[key] = text, err
		return
	}
	m.applicant = changed
	delete(m.raw, key)
	delete(m.problems, key)
}

// set writes a text into an applicant, and what follows from it.
func (m *Model) set(a *data.Applicant, key, text string) error {
	if year := yearOf(key); year != 0 {
		return setYear(a, year, text)
	}
	switch key {
	case "id_number":
		return m.setNumber(a, text)
	case "unit":
		return m.setUnit(a, text)
	}
	return data.FieldByKey(key).Set(a, text)
}

func setYear(a *data.Applicant, year int, text string) error {
	all := maps.Clone(a.Person.Appraisals)
	if all == nil {
		all = map[int]data.Appraisal{}
	}
	delete(all, year)
	if text != "" {
		grade, ok := data.ReadAppraisal(text)
		if !ok {
			return data.Refuse("value-unknown", yearKey(year), fmt.Sprintf("没有“%s”这个考核等次", text), "按 F4 从六个等次里选")
		}
		all[year] = grade
	}
	a.Person.Appraisals = all
	return nil
}

// slips says beside the field what is wrong with an ID number.
var slips = map[string]string{
	"id-mangled":    "号码被表格软件改坏了，末几位已经丢失",
	"id-characters": "号码里有不该有的字符",
	"id-birth":      "第 7 至 14 位不是真实的日期",
}

// setNumber reads the ID number; birth and sex come from it.
func (m *Model) setNumber(a *data.Applicant, text string) error {
	if text == "" {
		a.Person.IDNumber, a.Person.Birth, a.Person.Sex = "", data.Date{}, ""
		return nil
	}
	r := data.ReadID(text, m.desk.Office.Codes.Region)
	for _, code := range r.Problems {
		if data.IsIDWarning(code) {
			continue
		}
		message := slips[code]
		switch code {
		case "id-checksum":
			return data.Refuse(code, "id_number", "末位校验不符", fmt.Sprintf("请对照身份证原件，第 18 位应为 %s", r.Normalised.CheckDigit()))
		case "id-length":
			message = fmt.Sprintf("号码应为 18 位，现在是 %d 位", len([]rune(data.Squeeze(text))))
		}
		return data.Refuse(code, "id_number", message, "请对照身份证原件重新录入")
	}
	if other, taken := m.desk.Register.ByNumber(r.Normalised); taken && other.Application.ID != m.ID() {
		if other.Application.Vacant() {
			return data.Refuse("one-application", "id_number", other.Person.Name+"已从上一年度带入", "按 F5 打开，填申报工种和等级")
		}
		return data.Refuse("one-application", "id_number", other.Person.Name+"本年已经登记", "按 F5 打开已有的那一份")
	}
	a.Person.IDNumber, a.Person.Birth, a.Person.Sex = r.Normalised, r.Birth, r.Sex
	return nil
}

// Namesake returns the application that already has the ID number typed here,
// so that a screen can open it; "" when there is none.
func (m *Model) Namesake() data.ApplicationID {
	if other, taken := m.namesake(); taken {
		return other.Application.ID
	}
	return ""
}

func (m *Model) namesake() (other *data.Applicant, taken bool) {
	r := data.ReadID(m.Text("id_number"), m.desk.Office.Codes.Region)
	if r.Normalised == "" {
		return nil, false
	}
	other, taken = m.desk.Register.ByNumber(r.Normalised)
	return other, taken && other.Application.ID != m.ID()
}

// setUnit finds the unit; its supervising unit comes with it.
func (m *Model) setUnit(a *data.Applicant, text string) error {
	if text == "" {
		a.Unit, a.Supervising, a.Application.Unit = "", "", ""
		return nil
	}
	match := m.desk.Units().Match(text)
	switch match.Kind {
	case units.Similar:
		return data.Refuse("unit-similar", "unit", fmt.Sprintf("单位库里是“%s”（%s）", match.Unit.Name, match.Why), "是同一个单位就按 F4 选它")
	case units.Unknown:
		return data.Refuse("unit-unknown", "unit", "单位库里没有这个单位", "请核对公章上的名称，或先到“单位”里登记")
	}
	a.Unit, a.Application.Unit, a.Supervising = match.Unit.Name, match.Unit.ID, ""
	if above, ok := m.desk.Units().Supervising(match.Unit); ok {
		a.Supervising = above.Name
	}
	return nil
}

// enter registers a new person once nothing required is missing; until then
// what was typed is kept as a draft.
func (m *Model) enter(ctx context.Context, key string, was eligibility.Verdict) (Left, error) {
	m.judge()
	if len(m.missing()) > 0 {
		return Left{Done: m.said(key, was), Lacking: true}, m.Keep(ctx)
	}
	entered, err := m.desk.Enter(ctx, m.applicant)
	if err != nil {
		return Left{}, m.refused(ctx, key, m.Text(key), err)
	}
	m.applicant, m.steps = *entered, nil
	m.judge()
	left := Left{Done: wording.Done{What: "已登记 " + entered.Person.Name, Next: "以后填一栏存一栏"}, Changed: true, Entered: true}
	if err := m.drafts.Keep(ctx, "", nil); err != nil {
		return left, err
	}
	return left, m.Keep(ctx)
}

// missing lists the fields without which nobody is entered, as far as they
// cannot be read yet.
func (m *Model) missing() (keys []string) {
	for _, key := range data.RequiredToEnter {
		if m.problems[key] != nil || strings.TrimSpace(data.FieldByKey(key).Get(&m.applicant)) == "" {
			keys = append(keys, key)
		}
	}
	return keys
}

// amend writes one field of somebody already registered.
func (m *Model) amend(ctx context.Context, key, text string, was eligibility.Verdict) (Left, error) {
	changed := m.applicant
	if err := m.set(&changed, key, text); err != nil {
		return Left{}, m.refused(ctx, key, text, err)
	}
	field := key
	if yearOf(key) != 0 {
		field = appraisalsKey
	}
	amended, err := m.desk.Amend(ctx, m.ID(), map[string]string{field: data.FieldByKey(field).Get(&changed)}, "")
	if err != nil {
		return Left{}, m.refused(ctx, key, text, err)
	}
	_, unread := m.raw[key]
	m.applicant = *amended
	delete(m.raw, key)
	delete(m.problems, key)
	m.judge()
	left := Left{Done: m.said(key, was), Changed: true}
	if unread {
		return left, m.Keep(ctx)
	}
	return left, nil
}

// refused turns a refusal into a finding beside its field and keeps what was
// typed; anything else is the caller's, and what was typed is kept too.
func (m *Model) refused(ctx context.Context, key, text string, err error) error {
	m.raw[key] = text
	refusal, ok := data.AsRefusal(err)
	at := key
	if ok && slices.Contains(m.everySlot(), refusal.Field) {
		at = refusal.Field
	}
	if !ok || refusal.Field == "" {
		return err
	}
	m.raw[at], m.problems[at] = m.Text(at), err
	m.judge()
	return m.Keep(ctx)
}
