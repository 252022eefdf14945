package policy

import (
	"fmt"
	"strings"

	"gongkao/app/tables"
	"gongkao/data"
)

// place is a row in the text of a file: the table as it was read, and the line
// (counted from 1) after which the next begins.
type place struct {
	table *tables.Table
	end   int
}

// locate finds a row by its key.
func locate(year int, src, key string) (place, error) {
	all, err := tables.Read(fmt.Sprintf("policy/%d.toml", year), badCode, []byte(src))
	if err != nil {
		return place{}, err
	}
	for i, t := range all {
		if rowKey(t) != key {
			continue
		}
		end := strings.Count(src, "\n") + 1
		if i+1 < len(all) {
			end = all[i+1].Line - 1
		}
		return place{t, end}, nil
	}
	return place{}, data.Refuse("no-row", "", "政策文件里没有 "+key+" 这一条", "请重新打开设置再试")
}

// rowKey names a table of the file: the key of a rule, else the table's name.
func rowKey(t *tables.Table) string {
	if t.Name != "rule" {
		return t.Name
	}
	r := new(Rule)
	if err := t.Decode(r); err != nil {
		return ""
	}
	return r.Key()
}

// set writes a value, in its key's place, or on a line of its own.
func (at place) set(src, name string, value any) (string, error) {
	line := at.table.LineOf(name)
	switch {
	case value == nil && line == 0:
		return src, nil
	case value == nil:
		from, _ := lineSpan(src, line)
		_, end := valueSpan(src, line)
		_, to := lineSpan(src, lineAt(src, end))
		return src[:from] + src[to:], nil
	}
	text, err := encode(value)
	if err != nil {
		return "", err
	}
	if line > 0 {
		from, to := valueSpan(src, line)
		return src[:from] + text + src[to:], nil
	}
	after := at.anchor(src, name)
	_, to := lineSpan(src, after)
	ending := "\n"
	if strings.Contains(src, "\r\n") {
		ending = "\r\n"
	}
	if to == len(src) && !strings.HasSuffix(src, "\n") { // the file's last line
		return src + ending + name + " = " + text, nil
	}
	return src[:to] + name + " = " + text + ending + src[to:], nil
}

// anchors says behind which key a key that is not there yet is written: the
// first of them that is.
var anchors = map[string][]string{
	"basis":     {"signed_on", "signed_by", "status"},
	"signed_on": {"signed_by", "status"},
	"signed_by": {"status"},
}

// anchor returns the line after which a new key belongs.
func (at place) anchor(src, name string) int {
	keys := anchors[name]
	if keys == nil {
		keys = []string{"years", "paths", "levels", "rule"}
	}
	for _, key := range keys {
		if line := at.table.LineOf(key); line > 0 {
			_, end := valueSpan(src, line)
			return lineAt(src, end)
		}
	}
	return at.table.Line
}

// lineSpan returns where a line begins and where the next does.
func lineSpan(src string, line int) (from, to int) {
	for range line - 1 {
		from += strings.IndexByte(src[from:], '\n') + 1
	}
	if i := strings.IndexByte(src[from:], '\n'); i >= 0 {
		return from, from + i + 1
	}
	return from, len(src)
}

// lineAt returns the line that an offset lies in.
func lineAt(src string, offset int) int { return strings.Count(src[:offset], "\n") + 1 }

// valueSpan returns where the value of the key in a line begins and ends,
// without the blanks and the comment behind it. The text has been read, so it
// is TOML.
func valueSpan(src string, line int) (from, to int) {
	from, _ = lineSpan(src, line)
	from += strings.IndexByte(src[from:], '=') + 1
	for src[from] == ' ' || src[from] == '\t' {
		from++
	}
	depth := 0
	for to = from; to < len(src); {
		switch c := src[to]; {
		case c == '"' || c == '\'':
			to = textEnd(src, to)
			if depth == 0 {
				return from, to
			}
			continue
		case c == '#' && depth > 0: // a comment inside a list
			to += strings.IndexByte(src[to:], '\n')
		case c == '[':
			depth++
		case c == ']':
			if depth--; depth == 0 {
				return from, to + 1
			}
		case depth == 0 && strings.IndexByte(" \t\r\n#", c) >= 0:
			return from, to
		}
		to++
	}
	return from, to
}

// textEnd returns where a text that begins at an offset ends.
func textEnd(src string, at int) int {
	mark := src[at : at+1]
	if triple := strings.Repeat(mark, 3); strings.HasPrefix(src[at:], triple) {
		mark = triple
	}
	for i := at + len(mark); i < len(src); i++ {
		switch {
		case src[i] == '\\' && mark[0] == '"':
			i++
		case strings.HasPrefix(src[i:], mark):
			return i + len(mark)
		}
	}
	return len(src)
}
