package unlock

import (
	"strings"

	"gongkao/views/entrance"
	"gongkao/views/kit"
	"gongkao/views/wording"
)

const (
	fieldAt    float32 = 64  // from the labels
	columnWide float32 = 400 // of signing in
)

// pitch is how far the parts of signing in stand below one another.
type pitch struct{ top, clerk, passphrase, buttons, line, link, height float32 }

var (
	roomy = pitch{top: 208, clerk: 60, passphrase: 48, buttons: 104, line: 72, link: 21}
	tight = pitch{clerk: 40, passphrase: 42, buttons: 84, line: 48, link: 13, height: 312}
)

// buttons are those of all pages.
type buttons struct {
	open, recover, again, back, restore *kit.Button
	forgot, practise                    *kit.Button // links
	secrets                             *entrance.Secrets
}

func newButtons(s *Screen) buttons {
	return buttons{
		open:     kit.NewButton("打开", "Enter", true, s.forward),
		recover:  kit.NewButton("换成新口令", "Enter", true, s.forward),
		again:    kit.NewButton("再试一次", "Enter", true, s.forward),
		back:     kit.NewButton("返回", "Esc", false, s.escape),
		restore:  kit.NewButton("从备份恢复", "F6", false, s.otherWay),
		forgot:   kit.NewLink("忘了口令，用恢复码", "F6", s.otherWay),
		practise: kit.NewLink("打开演练县", "F7", s.practise),
		secrets:  entrance.NewSecrets(s.passphrase, s.fields[FirstField], s.fields[SecondField]),
	}
}

func (s *Screen) pageFields() (fields []*kit.Field) {
	switch s.page {
	case signIn:
		return []*kit.Field{s.passphrase}
	case newPassphrase:
		for _, f := range s.model.Fields() {
			fields = append(fields, s.fields[f.Key])
		}
	}
	return fields
}

func (s *Screen) pageButtons() []kit.Stop {
	b := s.buttons
	switch s.page {
	case newPassphrase:
		return []kit.Stop{b.secrets.Button, b.recover, b.back}
	case refused:
		stops := []kit.Stop{b.again}
		if s.offersRestore() {
			stops = append(stops, b.restore)
		}
		return stops
	}
	stops := []kit.Stop{b.open, b.secrets.Button, b.forgot}
	if s.Practise != nil {
		stops = append(stops, b.practise)
	}
	return stops
}

func (s *Screen) offersRestore() bool {
	r, _ := s.model.Refusal()
	return r.Damaged && s.Restore != nil
}

// enable lets be pressed what can be.
func (s *Screen) enable() {
	b, free := s.buttons, !s.work.Busy()
	may, _ := s.model.MayRecover()
	entrance.Able(b.open, free && s.model.MayTry(s.passphrase.Value()))
	entrance.Able(b.recover, free && may)
	for _, other := range []*kit.Button{b.again, b.restore, b.forgot, b.practise} {
		entrance.Able(other, free)
	}
}

func (s *Screen) drawPage(sheet *kit.Sheet, a entrance.Area) {
	switch s.page {
	case signIn:
		s.drawSignIn(sheet, a)
	case newPassphrase:
		s.drawNewPassphrase(sheet, a)
	case refused:
		s.drawRefusal(sheet, a)
	}
}

// drawSignIn draws whose office it is and asks for the passphrase.
func (s *Screen) drawSignIn(sheet *kit.Sheet, a entrance.Area) {
	title, fact := s.model.Head()
	lines, p := kit.Lines(title, a.Width, kit.Heading, true), roomy
	y := p.top - float32(len(lines)-1)*28 // the last line stands where the only one would
	if a.Tight {
		p = tight
		y = max(16, kit.Whole((a.Bottom-p.height)/2.4))
	}
	for _, line := range lines {
		sheet.Text(line, a.X, y, 28, kit.Title())
		y += 28
	}
	sheet.TextIn(fact, a.X, y+4, a.Width, 20, kit.Quiet())
	x, wide, b := a.X+fieldAt, min(columnWide, a.Width), s.buttons
	right := a.X + a.Width
	y += p.clerk
	sheet.Text("经办人", a.X, y, kit.FieldHeight, kit.Quiet())
	sheet.TextIn(strings.Join(s.model.Clerks(), "、"), x+8, y, right-x-8, kit.FieldHeight, kit.Strong())
	y += p.passphrase
	sheet.Text("口令", a.X, y, kit.FieldHeight, kit.Quiet())
	sheet.Put(s.passphrase, x, y, wide-fieldAt, kit.FieldHeight)
	trouble := entrance.Remark{Mark: wording.Block, Sentence: s.model.Trouble()}
	trouble.Write(sheet, x, y+36, right-x)
	y += p.buttons
	entrance.Buttons(sheet, entrance.Area{X: x, Width: right - x}, y, s.running(), b.open, b.secrets.Button)
	y += p.line
	sheet.Line(a.X, y, wide, kit.Colors.Hair)
	y += p.link
	entrance.Put(sheet, b.forgot, x, y)
	if s.Practise != nil {
		entrance.Put(sheet, b.practise, x, y+36)
	}
}

func (s *Screen) drawNewPassphrase(sheet *kit.Sheet, a entrance.Area) {
	words := []string{"抄上当初打印的恢复码，换一个新口令；数据不会少，恢复码照旧有效。"}
	if clerks := s.model.Clerks(); len(clerks) > 1 {
		words = append(words, "新口令给第一个经办人："+clerks[0]+"。")
	}
	y := entrance.Head(sheet, a, "忘了口令，用恢复码", words)
	var all []entrance.Asked
	for _, f := range s.model.Fields() {
		all = append(all, entrance.Asked{Label: f.Label, At: s.fields[f.Key], Remark: f.Remark})
	}
	y = entrance.Fields(sheet, a, y, all)
	y = entrance.Rule(sheet, a, entrance.Under(sheet, a, y, s.buttons.secrets.Button))
	beside := s.running()
	if beside == "" {
		_, beside = s.model.MayRecover()
	}
	entrance.Buttons(sheet, a, y, beside, s.buttons.recover, s.buttons.back)
}

// running says what is being done.
func (s *Screen) running() string {
	p := s.progress
	switch {
	case p == nil:
		return ""
	case p.Stopping:
		return "正在停下…"
	}
	return p.Title + "…　Esc 取消"
}
