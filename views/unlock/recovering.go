package unlock

import (
	"fmt"

	"gongkao/data"
	"gongkao/views/entrance"
	"gongkao/views/wording"
)

// Keys of the fields of a new passphrase.
const (
	CodeField   = "code"
	FirstField  = "passphrase"
	SecondField = "again"
)

// Field is a field of the page on which a new passphrase is set.
type Field struct {
	Key, Label, Hint string
	Secret           bool
	entrance.Remark
}

// recovery is a new passphrase, and the code that allows it.
type recovery struct {
	texts   map[string]string
	trouble string // of the code
}

// Fields returns what is asked for a new passphrase.
func (m *Model) Fields() []Field {
	code := entrance.Remark{Sentence: "照打印的纸抄，不分大小写，短横可以不打"}
	if m.recovery.trouble != "" {
		code = entrance.Remark{Mark: wording.Block, Sentence: m.recovery.trouble}
	}
	first, again := m.passphrases().Remarks()
	return []Field{
		{Key: CodeField, Label: "恢复码", Hint: "如 K7QF2-M9XD4-…", Remark: code},
		{Key: FirstField, Label: "新口令", Secret: true, Remark: first},
		{Key: SecondField, Label: "再输一遍", Secret: true, Remark: again},
	}
}

func (m *Model) passphrases() entrance.Passphrases {
	return entrance.Passphrases{First: m.Text(FirstField), Again: m.Text(SecondField)}
}

// Text returns what stands in a field; Type takes it as it is typed.
func (m *Model) Text(key string) string { return m.recovery.texts[key] }

// Type takes the text of a field.
func (m *Model) Type(key, text string) {
	if m.recovery.texts == nil {
		m.recovery.texts = map[string]string{}
	}
	m.recovery.texts[key] = text
	if key == CodeField {
		m.recovery.trouble = ""
	}
}

// Forget wipes what was typed for a new passphrase.
func (m *Model) Forget() { m.recovery = recovery{} }

// MayRecover reports whether the new passphrase can be set; why says what is
// missing. It counts the seconds of a wait down each time it is asked.
func (m *Model) MayRecover() (ok bool, why string) {
	if data.Squeeze(m.Text(CodeField)) == "" {
		return false, "先抄恢复码"
	}
	if ok, why := m.passphrases().Good(); !ok {
		return false, why
	}
	if seconds := m.Wait(); seconds > 0 {
		return false, fmt.Sprintf("请等 %d 秒再试", seconds)
	}
	return true, ""
}

// RecoverFailed takes the error of Recover. What it returns is not about the
// code and is to be shown; nil when the sentence below its field says all.
func (m *Model) RecoverFailed(err error) error {
	r, ok := data.AsRefusal(err)
	if !ok || r.Code != "recovery-slip" && r.Code != "wrong-recovery-code" {
		return err
	}
	m.recovery.trouble = r.Message + "；" + r.Hint
	return nil
}
