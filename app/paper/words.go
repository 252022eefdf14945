package paper

import (
	"fmt"
	"strings"
)

// words is text with named values in braces: 政策年度 {office.year}.
type words struct {
	source string
	parts  []part
}

// part is either literal text or a value.
type part struct {
	literal string
	name    string
	value   func(*view) string
}

// UnmarshalText reads the words and looks the values up, so that a name nobody
// knows is found when the definition is loaded.
func (w *words) UnmarshalText(b []byte) error {
	w.source = string(b)
	w.parts = nil
	rest := w.source
	for rest != "" {
		literal, after, braced := strings.Cut(rest, "{")
		if literal != "" {
			w.parts = append(w.parts, part{literal: literal})
		}
		if !braced {
			break
		}
		name, next, closed := strings.Cut(after, "}")
		value, known := values[name]
		if !closed || !known {
			return fmt.Errorf("没有 {%s} 这个值", name)
		}
		w.parts = append(w.parts, part{name: name, value: value})
		rest = next
	}
	return nil
}

// phrase is words without values.
func phrase(s string) words { return words{source: s, parts: []part{{literal: s}}} }

// of returns the words with the values filled in.
func (w words) of(v *view) string {
	if len(w.parts) == 1 {
		return w.parts[0].of(v)
	}
	var b strings.Builder
	for _, p := range w.parts {
		b.WriteString(p.of(v))
	}
	return b.String()
}

func (p part) of(v *view) string {
	if p.value == nil {
		return p.literal
	}
	return p.value(v)
}

// empty reports whether there are no words at all.
func (w words) empty() bool { return len(w.parts) == 0 }

// names lists the values named.
func (w words) names() (names []string) {
	for _, p := range w.parts {
		if p.value != nil {
			names = append(names, p.name)
		}
	}
	return names
}

// condition is a value that decides whether something is printed: it must not
// be empty, or (written with ! before it) must be.
type condition struct {
	name  string
	not   bool
	value func(*view) string
}

// UnmarshalText reads a condition.
func (c *condition) UnmarshalText(b []byte) error {
	c.name, c.not = strings.CutPrefix(string(b), "!")
	c.value = values[c.name]
	if c.value == nil {
		return fmt.Errorf("没有 %s 这个值", c.name)
	}
	return nil
}

// holds reports whether the thing is printed.
func (c condition) holds(v *view) bool {
	return c.value == nil || (c.value(v) != "") != c.not
}
