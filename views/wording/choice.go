package wording

import (
	"slices"
	"strings"

	"gongkao/app/registration"
	"gongkao/data"
)

// Choice is one line of a list of choices. Code may be typed for it, so may
// the initials of its pinyin; Label is what is written.
type Choice struct{ Code, Label, Pinyin string }

// Choices makes a list of labels with their initials; codes are the numbers
// from 1 while there is one key for each.
func Choices(labels ...string) []Choice {
	all := make([]Choice, len(labels))
	for i, label := range labels {
		all[i] = Choice{Label: label, Pinyin: strings.Join(registration.Initials(label), " ")}
		if len(labels) <= 9 {
			all[i].Code = string(rune('1' + i))
		}
	}
	return all
}

// Pick returns the label that a typed text means: the label itself, a code,
// pinyin initials or a part of the label, as long as only one choice fits. ok is
// false when none or several do; then the text stays as it was typed.
func Pick(choices []Choice, text string) (label string, ok bool) {
	key := plain(text)
	if key == "" {
		return "", true
	}
	for _, by := range []func(Choice) bool{
		func(c Choice) bool { return plain(c.Label) == key },
		func(c Choice) bool { return c.Code != "" && strings.ToLower(c.Code) == key },
		func(c Choice) bool { return slices.Contains(strings.Fields(c.Pinyin), key) },
		func(c Choice) bool { return strings.Contains(plain(c.Label), key) },
		func(c Choice) bool {
			return slices.ContainsFunc(strings.Fields(c.Pinyin), func(p string) bool { return strings.HasPrefix(p, key) })
		},
	} {
		fits := -1
		for i, c := range choices {
			if by(c) {
				if fits >= 0 {
					fits = len(choices)
					break
				}
				fits = i
			}
		}
		if fits >= 0 {
			return labelAt(choices, fits)
		}
	}
	return "", false
}

// plain is a text without what two people write differently: blanks, capitals,
// the width of signs.
func plain(text string) string { return strings.ToLower(data.Squeeze(data.Narrow(text))) }

func labelAt(choices []Choice, at int) (string, bool) {
	if at >= len(choices) {
		return "", false
	}
	return choices[at].Label, true
}
