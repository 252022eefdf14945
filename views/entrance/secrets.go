package entrance

import (
	"gongkao/views/kit"
	"gongkao/views/wording"
)

// Secrets are fields for passphrases that F4 shows and covers together.
type Secrets struct {
	Button *kit.Button
	fields []*kit.Field
	shown  bool
}

// NewSecrets returns the fields' button, 显示口令.
func NewSecrets(fields ...*kit.Field) *Secrets {
	s := &Secrets{fields: fields}
	s.Button = kit.NewButton("显示口令", "F4", false, s.Turn)
	return s
}

// Turn shows what is covered, and covers what is shown.
func (s *Secrets) Turn() { s.show(!s.shown) }

// Cover covers them: the page is left.
func (s *Secrets) Cover() { s.show(false) }

func (s *Secrets) show(shown bool) {
	s.shown = shown
	label := "显示口令"
	if shown {
		label = "遮住口令"
	}
	s.Button.SetLabel(label)
	for _, f := range s.fields {
		f.Reveal(shown)
	}
}

// Write sets a remark beneath a field, its sign before it, and returns the
// height it takes.
func (r Remark) Write(s *kit.Sheet, x, y, w float32) float32 {
	if r.Sentence == "" {
		return 0
	}
	sign, style := kit.SignOf(r.Mark), kit.Quiet()
	if r.Mark != wording.Plain {
		s.Sign(sign, x, y+2, 16)
		x, w, style = x+22, w-22, kit.Style{Color: sign.Color()}
	}
	if r.Mark == wording.Pass {
		style = kit.Style{}
	}
	return s.Para(r.Sentence, x, y, w, 20, style)
}
