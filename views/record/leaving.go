package record

import (
	"context"

	"gongkao/data"
	"gongkao/views/wording"
)

// Left is what leaving a field did.
type Left struct {
	wording.Done
	Changed bool // something was written
	Entered bool // the new person has just entered the register
	Lacking bool // he has not yet: the words say what is lacking
}

// Leave takes the text of a field that the clerk leaves. What can be read is
// written; what cannot stays as it was typed, with the reason beside the field,
// and is kept as a draft. The error is for what is no finding: a record that is
// closed, a disk that is full, a fault.
func (m *Model) Leave(ctx context.Context, key, text string) (Left, error) {
	if m.Decided() {
		return Left{}, data.Refuse("decided", key, "已审结，不能直接改", "要更正，请先退回这份申报")
	}
	m.visited[key] = true
	text = m.meant(key, text)
	m.half = step{}
	before := m.Text(key)
	if _, unread := m.raw[key]; text == before && !unread && !m.complete() {
		m.judge()
		return Left{}, nil
	}
	was := m.verdict
	if m.IsNew() {
		m.steps = append(m.steps, step{key, before})
		m.take(key, text)
		return m.enter(ctx, key, was)
	}
	return m.amend(ctx, key, text, was)
}

// complete reports whether a new person lacks nothing any more.
func (m *Model) complete() bool { return m.IsNew() && len(m.missing()) == 0 }

// Typing remembers the text of the field that is being typed in, without
// writing; Keep writes it.
func (m *Model) Typing(key, text string) {
	m.half = step{}
	if !m.Decided() && text != m.Text(key) {
		m.half = step{key, text}
	}
}

// BeingTyped reports whether a field's text is still on its way.
func (m *Model) BeingTyped(key string) bool { return key != "" && m.half.key == key }
