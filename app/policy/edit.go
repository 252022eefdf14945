package policy

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gongkao/app/tables"
	"gongkao/data"
)

// Key names the row as long as it stands in the file: its id, its levels, its
// paths and, of level-step, what it asks for: years-in-level/3/promotion. What
// is left out in the file is a star.
func (r *Rule) Key() string {
	levels, paths := []string{}, []string{}
	for _, l := range r.Levels {
		levels = append(levels, strconv.Itoa(int(l)))
	}
	for _, p := range r.Paths {
		paths = append(paths, string(p))
	}
	key := r.ID + "/" + orStar(levels) + "/" + orStar(paths)
	if r.Step != "" {
		key += "/" + string(r.Step)
	}
	return key
}

func orStar(parts []string) string {
	if len(parts) == 0 {
		return "*"
	}
	return strings.Join(parts, ",")
}

// Row returns the rule of a key.
func (p *Policy) Row(key string) (*Rule, bool) {
	for _, r := range p.RuleRows {
		if r.Key() == key {
			return r, true
		}
	}
	return nil, false
}

// Only returns the row of a rule that has one row at most; one that asks nothing
// where the file has none.
func (p *Policy) Only(id string) *Rule {
	if r := p.only[id]; r != nil {
		return r
	}
	return &Rule{ID: id}
}

// Keys returns the numbers that a rule of an id has: those it must have first.
func Keys(id string) []string { return slices.Concat(kinds[id].needs, kinds[id].may) }

// Needs reports whether a rule of an id cannot do without a number.
func Needs(id, key string) bool { return slices.Contains(kinds[id].needs, key) }

// OfNotice reports whether a row comes from the year's own notice: what it
// fixes is not a matter of opinion, so such a row is never edited.
func (p *Policy) OfNotice(o Origin) bool { return o.Source == p.Notice.Number }

// Signature is who stands for a row, since when, and after which document.
type Signature struct {
	By    string
	On    data.Date
	Basis string
}

// Change writes new values into one row of the policy's text and reads the
// whole as strictly as Load does. A value is an int, bool, string, data.Date,
// []string, or nil to take the key out. Everything else, comments and order
// included, stays byte for byte. A row of the notice itself is refused
// (notice-row), one that is not there too (no-row).
func (p *Policy) Change(key string, values map[string]any) (*Policy, error) {
	at, err := p.find(key)
	if err != nil {
		return nil, err
	}
	src := p.Text
	for _, name := range inOrder(values) {
		if src, err = at.set(src, name, values[name]); err != nil {
			return nil, err
		}
		// The lines below may have moved.
		if at, err = locate(p.Year, src, key); err != nil {
			return nil, err
		}
	}
	next, err := Parse(p.Year, []byte(src))
	if err != nil {
		return nil, err
	}
	next.Overlay = true
	return next, nil
}

// SignOff writes new values into one row and confirms it.
func (p *Policy) SignOff(key string, values map[string]any, by Signature) (*Policy, error) {
	signed := map[string]any{"status": string(tables.Confirmed), "signed_by": by.By, "signed_on": by.On, "basis": by.Basis}
	for name, value := range values {
		if _, taken := signed[name]; !taken {
			signed[name] = value
		}
	}
	return p.Change(key, signed)
}

// RowText returns the text of a row as it stands in the file, header included;
// "" when there is none.
func (p *Policy) RowText(key string) string {
	at, err := locate(p.Year, p.Text, key)
	if err != nil {
		return ""
	}
	lines := strings.SplitAfter(p.Text, "\n")[at.table.Line-1 : at.end]
	text := strings.TrimRight(strings.Join(lines, ""), "\r\n")
	// Comments that lead on to the next row are not of this one.
	for {
		i := strings.LastIndexByte(text, '\n')
		if last := strings.TrimSpace(text[i+1:]); i < 0 || last != "" && last[0] != '#' {
			return text
		}
		text = strings.TrimRight(text[:i], "\r\n")
	}
}

// find locates a row that may be edited.
func (p *Policy) find(key string) (at place, err error) {
	if r, ok := p.Row(key); ok && p.OfNotice(r.Origin) {
		return at, data.Refuse("notice-row", "", "这一条是"+p.Notice.Number+"本身写明的，不能改", "通知怎么写，程序就怎么算；另有文件的，请按文件在它自己的那一条里改")
	}
	return locate(p.Year, p.Text, key)
}

// inOrder returns the names in the order in which they are written.
func inOrder(values map[string]any) []string {
	order := slices.Concat(numbers, []string{"status", "signed_by", "signed_on", "basis"})
	var names []string
	for name := range values {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return slices.Index(order, a) - slices.Index(order, b) })
	return names
}

// encode writes a value as the file does.
func encode(value any) (string, error) {
	switch v := value.(type) {
	case int:
		return strconv.Itoa(v), nil
	case bool:
		return strconv.FormatBool(v), nil
	case string:
		return quote(v), nil
	case data.Date:
		return quote(v.String()), nil
	case []string:
		parts := make([]string, len(v))
		for i, s := range v {
			parts[i] = quote(s)
		}
		return "[" + strings.Join(parts, ", ") + "]", nil
	}
	return "", fmt.Errorf("policy: a %T cannot be written into a policy file", value)
}

// quote writes a text in quotation marks, on one line.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
