package record

import (
	"strings"

	"gongkao/app/eligibility"
	"gongkao/data"
	"gongkao/views/wording"
)

// said words what changed: the field's new text, and the rules whose answer it
// turned.
func (m *Model) said(key string, was eligibility.Verdict) wording.Done {
	if m.IsNew() {
		if other, taken := m.namesake(); taken {
			return wording.Done{What: "本年已经登记：" + other.Person.Name + "，" + other.Unit, Next: "F5 打开已有的那一份"}
		}
		return wording.Done{What: m.toEnter()}
	}
	what := "“" + labelOf(key) + "”已清空"
	if text := m.Text(key); text != "" {
		what = labelOf(key) + "已改为 " + shortened(text)
	}
	if turned := m.turned(was); turned != "" {
		what += "，" + turned
	}
	return wording.Done{What: what, Next: "Ctrl+Z 撤销"}
}

// shortened leaves room in the message bar for what comes after.
func shortened(text string) string {
	const most = 24
	if first := data.FirstRunes(text, most); first != text {
		return first + "…"
	}
	return text
}

// toEnter says what a new person lacks.
func (m *Model) toEnter() string {
	return "再填“" + strings.Join(m.missingLabels(), "”“") + "”就能登记"
}

func (m *Model) missingLabels() (labels []string) {
	for _, key := range m.missing() {
		labels = append(labels, labelOf(key))
	}
	return labels
}

// turned names the first clause whose answer is another than before.
func (m *Model) turned(was eligibility.Verdict) string {
	before, now := weights(was), weights(m.verdict)
	for i := range m.clauses {
		c := &m.clauses[i]
		switch {
		case now[c.Rule] > before[c.Rule]:
			return "“" + c.Title + "”现在有问题"
		case now[c.Rule] < before[c.Rule] && now[c.Rule] == wording.Plain && isMet(c):
			return "“" + c.Title + "”变为符合"
		}
	}
	return ""
}

func weights(v eligibility.Verdict) map[string]wording.Mark {
	all := map[string]wording.Mark{}
	for _, f := range v.Findings {
		all[f.Rule] = max(all[f.Rule], markOf(f))
	}
	return all
}
