package record

import (
	"context"
	"maps"

	"gongkao/views/wording"
)

// Typed reports whether anything was typed of a new person, so that throwing it
// away is worth a question.
func (m *Model) Typed() bool { return m.half.key != "" || len(m.typed()) > 0 }

// Keep writes the draft: call it when the record is closed.
func (m *Model) Keep(ctx context.Context) error {
	texts := maps.Clone(m.raw)
	if m.IsNew() {
		texts = m.typed()
	}
	if m.half.key != "" {
		if texts == nil {
			texts = map[string]string{}
		}
		texts[m.half.key] = m.half.text
	}
	return m.drafts.Keep(ctx, m.ID(), texts)
}

// Discard throws away a new person who has not entered, and his draft.
func (m *Model) Discard(ctx context.Context) error {
	if err := m.drafts.Keep(ctx, m.ID(), nil); err != nil || !m.IsNew() {
		return err
	}
	fresh := New(m.desk, m.drafts, m.carried)
	fresh.row = m.row
	*m = *fresh
	return nil
}

// typed returns the texts of a new person that somebody typed; what was only
// carried over is no reason to keep a draft.
func (m *Model) typed() map[string]string {
	texts := map[string]string{}
	own := false
	for _, key := range m.everySlot() {
		if text := m.Text(key); text != "" {
			texts[key] = text
			own = own || m.visited[key] || m.raw[key] != ""
		}
	}
	if !own {
		return nil
	}
	return texts
}

// restore takes texts as if they were typed, without writing.
func (m *Model) restore(texts map[string]string) {
	for _, s := range m.everySlot() {
		if text := texts[s]; text != "" {
			m.visited[s] = true
			m.take(s, text)
		}
	}
}

// everySlot lists all keys that can be typed into, shown now or not.
func (m *Model) everySlot() (keys []string) {
	for _, l := range lines {
		if l.left == appraisalsKey {
			for _, year := range m.Years() {
				keys = append(keys, yearKey(year))
			}
			continue
		}
		for _, key := range []string{l.left, l.right} {
			if key != "" && !filledIn[key] {
				keys = append(keys, key)
			}
		}
	}
	return keys
}

// Resumed is what is said when somebody half typed comes back.
func (m *Model) Resumed() wording.Done {
	name := wording.Or(m.Text("name"), m.Text("id_number"))
	return wording.Done{What: "这是上次没有登记完的 " + wording.Or(name, "一人"), Next: "接着填；不登记了按 Ctrl+D"}
}
