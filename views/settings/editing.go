package settings

import (
	"context"
	"fmt"
	"maps"
	"strings"

	"gongkao/app/governing"
	"gongkao/app/policy"
	"gongkao/app/registration"
	"gongkao/data"
)

// Editing is one row of the conditions being changed: what is typed, what it
// would do to whom, and the signature that puts it in force.
type Editing struct {
	desk     *registration.Desk
	draft    *policy.Policy // with the rows drafted
	row      string         // key of the row shown
	texts    map[string]string
	problems map[string]error
	counts   map[string]int // of people whom each row is asked of
	history  []data.PolicyChange

	effect governing.Effect
	known  bool           // effect is of what is typed now
	next   *policy.Policy // as typed, signed off; nil: as in force, or not to be read
	strict error          // why the reader refuses it
	facts  map[data.ApplicationID]string
}

// Keys of the fields beside the row's numbers.
const (
	BasisField  = "basis"
	SourceField = "source"
	ClauseField = "clause"
)

// ladder names the numbers that are a rung of the educations.
var ladder = map[string]bool{"education": true, "relaxed_education": true}

// EditField is a field of the row's form.
type EditField struct {
	governing.Number
	Sentence string // why it cannot be taken
}

// NewEditing begins with no row.
func NewEditing(d *registration.Desk) *Editing {
	return &Editing{desk: d, draft: d.Office.Policy, texts: map[string]string{}, problems: map[string]error{}}
}

// Refresh reads draft and history again and counts people.
func (e *Editing) Refresh(ctx context.Context) error {
	e.counts = governing.AskedOf(e.desk, e.desk.Office.Policy)
	e.known = false
	var err error
	if e.history, err = governing.History(ctx, e.desk, e.desk.Office.Policy.Year); err != nil {
		return err
	}
	draft, _, err := governing.Draft(e.desk)
	if err != nil {
		e.draft = e.desk.Office.Policy
		return err
	}
	e.draft = draft
	return nil
}

// Select shows another row; what was typed of the one before has to be saved or
// dropped by then.
func (e *Editing) Select(row string) {
	if row == e.row {
		return
	}
	e.row, e.known, e.effect = row, false, governing.Effect{}
	clear(e.texts)
	clear(e.problems)
}

// Row returns the row shown, as it is in force.
func (e *Editing) Row() (*policy.Rule, bool) { return e.desk.Office.Policy.Row(e.row) }

// Locked says why the row shown cannot be changed; "" when it can.
func (e *Editing) Locked() string {
	if p := e.desk.Office.Policy; p.Provisional() {
		return fmt.Sprintf("%d 年度的通知还没有录入，条件先不能核对：请照通知填好 policy/%d.toml，再重新打开。", p.Year, p.Year)
	}
	if r, ok := e.Row(); ok && e.desk.Office.Policy.OfNotice(r.Origin) {
		return "这一条是通知本身写明的：以通知为据，不用核对，也不能改。"
	}
	return ""
}

// drafted is the row as it stands in the draft.
func (e *Editing) drafted() *policy.Rule {
	r, ok := e.draft.Row(e.row)
	if !ok {
		r, _ = e.Row()
	}
	return r
}

// Fields returns the form of the row shown: its numbers, where the row comes
// from, and, last, the document that it is held against.
func (e *Editing) Fields() (fields []EditField) {
	now, ok := e.Row()
	if !ok || e.Locked() != "" {
		return nil
	}
	drafted := e.drafted()
	asDrafted := map[string]string{BasisField: drafted.Basis, SourceField: drafted.Source, ClauseField: drafted.Clause}
	for _, n := range governing.Numbers(drafted) {
		asDrafted[n.Key] = n.Text
	}
	numbers := append(governing.Numbers(now),
		governing.Number{Key: SourceField, Label: "出自文件", Wide: true}, governing.Number{Key: ClauseField, Label: "条款", Wide: true},
		governing.Number{Key: BasisField, Label: "核对依据", Wide: true})
	for _, n := range numbers {
		f := EditField{Number: n}
		if ladder[n.Key] {
			f.Choices = e.desk.Office.Codes.Educations
		}
		f.Text = asDrafted[n.Key]
		if text, typed := e.texts[n.Key]; typed {
			f.Text = text
		}
		if refusal, ok := data.AsRefusal(e.problems[n.Key]); ok {
			f.Sentence = refusal.Message + "：" + refusal.Hint
		}
		fields = append(fields, f)
	}
	return fields
}

// Type takes what is typed into a field so far; what cannot be read stays as
// typed, with the reason.
func (e *Editing) Type(key, text string) {
	now, ok := e.Row()
	if !ok {
		return
	}
	e.texts[key], e.known = text, false
	delete(e.problems, key)
	switch key {
	case BasisField:
		return
	case SourceField:
		if text = strings.TrimSpace(text); text == "" || text == e.desk.Office.Policy.Notice.Number {
			e.problems[key] = data.Refuse("policy-source", key, "要写这一条原来出自的文件", "本通知写明的条款另有各条，不在这里改")
		}
		return
	case ClauseField:
		return
	}
	if _, err := governing.Read(now, key, text); err != nil {
		e.problems[key] = err
	} else if text = strings.TrimSpace(text); ladder[key] && text != "" && e.desk.Office.Codes.EducationRank(text) == 0 {
		e.problems[key] = data.Refuse("policy-number", key, "文化程度表里没有“"+text+"”", "请从列表里选")
	}
}

// edit is what is typed and drafted as against what is in force.
func (e *Editing) edit() governing.Edit {
	now, _ := e.Row()
	edit := governing.Edit{Row: e.row, Values: governing.Differing(now, e.drafted()), Basis: e.drafted().Basis}
	delete(edit.Values, BasisField)
	before := map[string]string{SourceField: now.Source, ClauseField: now.Clause}
	for _, n := range governing.Numbers(now) {
		before[n.Key] = n.Text
	}
	for key, text := range e.texts {
		text = strings.TrimSpace(text)
		switch {
		case e.problems[key] != nil:
		case key == BasisField:
			edit.Basis = text
		case text == before[key]:
			delete(edit.Values, key)
		case key == SourceField || key == ClauseField:
			edit.Values[key] = text
		default:
			value, err := governing.Read(now, key, text)
			if err == nil && text != "" {
				edit.Values[key] = value
			} else if err == nil {
				edit.Values[key] = nil
			}
		}
	}
	maps.DeleteFunc(edit.Values, func(key string, value any) bool { return same(now, key, value) })
	return edit
}

// same reports whether a value, differently typed, is what the row has: 5, 5年.
func same(now *policy.Rule, key string, value any) bool {
	for _, n := range governing.Numbers(now) {
		if n.Key == key {
			was, err := governing.Read(now, key, n.Text)
			return err == nil && fmt.Sprint(was) == fmt.Sprint(value)
		}
	}
	return false
}

// Dirty reports whether something is typed that is neither drafted nor in force.
func (e *Editing) Dirty() bool {
	for _, f := range e.Fields() {
		if text, typed := e.texts[f.Key]; typed && strings.TrimSpace(text) != e.asDrafted(f.Key) {
			return true
		}
	}
	return false
}

func (e *Editing) asDrafted(key string) string {
	d := e.drafted()
	switch key {
	case BasisField:
		return d.Basis
	case SourceField:
		return d.Source
	case ClauseField:
		return d.Clause
	}
	for _, n := range governing.Numbers(d) {
		if n.Key == key {
			return n.Text
		}
	}
	return ""
}

// Drafted reports whether the row shown is in the draft.
func (e *Editing) Drafted() bool {
	now, ok := e.Row()
	if !ok {
		return false
	}
	return len(governing.Differing(now, e.drafted())) > 0
}

// MaySign reports whether there is something to sign: a row nobody has signed,
// or one that is changed.
func (e *Editing) MaySign() bool {
	now, ok := e.Row()
	return ok && e.Locked() == "" && (!now.Confirmed() || e.Dirty() || e.Drafted())
}

// refused returns the first field that cannot be taken.
func (e *Editing) refused() error {
	for _, f := range e.Fields() {
		if err := e.problems[f.Key]; err != nil {
			return err
		}
	}
	return nil
}

// shown names the row shown and its year, for in another year it has other
// fields; "" while none is.
func (e *Editing) shown() string {
	if e.row == "" {
		return ""
	}
	return fmt.Sprint(e.row, " ", e.desk.Office.Policy.Year)
}
