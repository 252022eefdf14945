package settings

import (
	"context"

	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/wording"
)

// reviewLabel is the room of a label, two columns of fields standing side by side.
const reviewLabel float32 = 72

// reviewing is the tab of how the office reviews: who looks, what is typed twice,
// and who may open the file.
type reviewing struct {
	s                 *Screen
	second            *kit.Lookup
	share, twice      *kit.Field
	name, pass, again *kit.Field
	add               *kit.Button
}

func newReviewing(s *Screen) *reviewing {
	r := &reviewing{
		s: s, second: kit.NewLookup(kit.Options(s.m.Seconds()...)),
		share: kit.NewField(kit.Spec{Hint: "百分之几"}), twice: kit.NewField(kit.Spec{Hint: "百分之几，0 为不要求"}),
		name: kit.NewField(kit.Spec{Hint: "新用户的姓名"}), pass: kit.NewField(kit.Spec{Secret: true, Hint: "由他本人设，至少 6 个字"}),
		again: kit.NewField(kit.Spec{Secret: true, Hint: "再输一遍"}),
	}
	r.second.On(s.w.Layer)
	r.second.Left = func(text string) { r.take(SecondField, text) }
	r.share.Left = func(text string) { r.take(ShareField, text) }
	r.twice.Left = func(text string) { r.take(TwiceField, text) }
	r.add = kit.NewButton("添加用户", "Ctrl+U", false, r.addUser)
	return r
}

// order gives the form the fields in the order of the page.
func (r *reviewing) order(ring *kit.Form) {
	ring.Row(kit.Cell{Key: SecondField, Label: "审核人", At: r.second}, kit.Cell{Key: "user", Track: 1, Label: "新用户", At: r.name})
	ring.Row(kit.Cell{Key: ShareField, Label: "两人审查", At: r.share}, kit.Cell{Key: "passphrase", Track: 1, Label: "口令", At: r.pass})
	ring.Row(kit.Cell{Key: TwiceField, Label: "再录一遍", At: r.twice}, kit.Cell{Key: "again", Track: 1, Label: "再输一遍", At: r.again})
	ring.Then(r.add)
	r.fill()
}

// fill writes what counts into the fields.
func (r *reviewing) fill() {
	found := map[string]kit.Finding{}
	for _, f := range r.s.m.Reviewing() {
		at := map[string]*kit.Field{SecondField: &r.second.Field, ShareField: r.share, TwiceField: r.twice}[f.Key]
		at.SetValue(f.Text)
		at.Lock(f.ReadOnly)
		if f.Sentence != "" {
			found[f.Key] = kit.Finding{Sign: kit.Blocked, Sentence: f.Sentence}
		}
	}
	r.s.ring.Find(found)
}

// take writes an option.
func (r *reviewing) take(key, text string) {
	done, err := r.s.m.LeaveReviewing(context.Background(), key, text)
	if err != nil {
		r.s.w.Errors.Show(err)
		return
	}
	r.fill()
	r.said(done)
}

func (r *reviewing) addUser() {
	done, err := r.s.m.AddUser(context.Background(), r.name.Value(), r.pass.Value(), r.again.Value())
	if err != nil {
		r.s.w.Errors.Show(err)
		return
	}
	for _, f := range []*kit.Field{r.name, r.pass, r.again} {
		f.SetValue("")
	}
	r.said(done)
}

func (r *reviewing) said(done wording.Done) {
	if done != (wording.Done{}) {
		r.s.w.Wrote()
		r.s.w.Done(done)
	}
	r.s.redraw()
}

// draw draws the form.
func (r *reviewing) draw(sheet *kit.Sheet, left fyne.Size) {
	half := kit.Whole((min(left.Width-kit.RowsBar, 900) - kit.Gutter) / 2)
	r.s.ring.Columns(0, kit.Track{Label: 0, Field: reviewLabel, Right: half},
		kit.Track{Label: half + kit.Gutter, Field: half + kit.Gutter + reviewLabel, Right: 2*half + kit.Gutter})
	form := r.s.ring.Object()
	sheet.Put(form, kit.Margin, contentFrom+formTop, left.Width, form.MinSize().Height)
}

// drawReading draws what the options mean, who may open the file, and the reasons
// the office has typed.
func (r *reviewing) drawReading(c *column) {
	c.section("谁来审")
	c.say("两人审查时，第二位看不到第一位是谁、怎么审的；两人一致才作数，必须是两位不同的用户。", kit.NoSign, kit.Style{})
	c.say("再录一遍：抽到的人，姓名、身份证号、申报等级、工种、取得时间要照材料再录一次，不一致的对照材料定。", kit.NoSign, kit.Style{})
	c.facts([]Fact{{"用户", r.s.m.Users(context.Background())}})
	c.turn(sectionGap)
	reasons, excuses := r.s.m.Learnt()
	c.section("本单位写过的理由")
	if len(reasons)+len(excuses) == 0 {
		c.say("还没有。审查时自己写的理由，下次可以直接选。", kit.NoSign, kit.Quiet())
	}
	for _, text := range reasons {
		c.facts([]Fact{{"退回、不通过", text}})
	}
	for _, text := range excuses {
		c.facts([]Fact{{"说明理由", text}})
	}
}
