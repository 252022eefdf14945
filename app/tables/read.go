package tables

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/BurntSushi/toml"

	"gongkao/data"
)

// Table is one [table] or [[table]] of a file. The lines before the first
// header are a table without a name.
type Table struct {
	Name   string
	Line   int // of the header; 1 for the table without a name
	file   *file
	meta   toml.MetaData
	values map[string]toml.Primitive
	lines  map[string]int // of each key
}

// file is what every refusal about a row needs.
type file struct {
	name string
	code string
}

var header = regexp.MustCompile(`^\s*\[\[?\s*([A-Za-z0-9_.-]+)\s*\]\]?\s*(#.*)?$`)

// Read checks that src is TOML and returns its tables in order. name is how
// refusals call the file, code is the code they carry.
func Read(name, code string, src []byte) ([]*Table, error) {
	f := &file{name, code}
	text := strings.TrimPrefix(string(src), "\ufeff")
	// The parser numbers rows that share a name as one, so lines are only
	// right for the whole file's grammar; the parts are decoded one by one.
	if err := toml.Unmarshal([]byte(text), new(map[string]any)); err != nil {
		return nil, f.broken(err)
	}
	var all []*Table
	for _, p := range cut(text) {
		t, err := p.read(f)
		if err != nil {
			return nil, err
		}
		if t.Name != "" || len(t.values) > 0 {
			all = append(all, t)
		}
	}
	return all, nil
}

// part is the text of one table, before it is read.
type part struct {
	name  string
	line  int
	body  []string
	lines map[string]int
}

// cut divides the text at the headers. Lines inside a text of several lines
// are neither headers nor keys.
func cut(text string) []part {
	parts := []part{{line: 1, lines: map[string]int{}}}
	open := ""
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSuffix(line, "\r")
		p := &parts[len(parts)-1]
		if open == "" {
			if m := header.FindStringSubmatch(line); m != nil {
				parts = append(parts, part{name: m[1], line: i + 1, lines: map[string]int{}})
				continue
			}
			if key, _, ok := strings.Cut(line, "="); ok {
				key = strings.Trim(strings.TrimSpace(key), `"'`)
				if _, seen := p.lines[key]; !seen {
					p.lines[key] = i + 1
				}
			}
		}
		open = opened(line, open)
		p.body = append(p.body, line)
	}
	return parts
}

// opened tells which mark of a several-line text is still open after the line.
func opened(line, open string) string {
	for _, mark := range []string{`"""`, "'''"} {
		if strings.Count(line, mark)%2 == 1 && (open == "" || open == mark) {
			if open == "" {
				return mark
			}
			return ""
		}
	}
	return open
}

func (p part) read(f *file) (*Table, error) {
	t := &Table{Name: p.name, Line: p.line, file: f, lines: p.lines}
	meta, err := toml.Decode(strings.Join(p.body, "\n"), &t.values)
	if err != nil {
		return nil, t.Refuse("", "这一段的写法读不懂")
	}
	t.meta = meta
	return t, nil
}

// broken refuses a file that is not TOML, or not UTF-8.
func (f *file) broken(err error) error {
	line := 1
	if p, ok := errors.AsType[toml.ParseError](err); ok {
		line = p.Position.Line
	}
	return data.RefuseBecause(err, f.code, fmt.Sprintf("%s 第 %d 行：写法读不懂", f.name, line),
		"请对照上下几行改正引号、等号和方括号，并以 UTF-8 编码保存")
}

// Refuse says what is wrong with the table: in the line of the key, or in the
// header's when the key is "" or not written.
func (t *Table) Refuse(key, what string) error {
	line, ok := t.lines[key]
	if !ok {
		line = t.Line
	}
	return data.Refuse(t.file.code, "", fmt.Sprintf("%s 第 %d 行：%s", t.file.name, line, what), "请改正这一行，再重新打开")
}

// Missing refuses a file that lacks a whole table.
func Missing(name, code, what string) error {
	return data.Refuse(code, "", fmt.Sprintf("%s 里缺少 %s", name, what), "请照程序自带的文件补上，再重新打开")
}

// LineOf returns the line in which a key is written, 0 when it is not.
func (t *Table) LineOf(key string) int {
	if !t.Has(key) {
		return 0
	}
	return t.lines[key]
}

// Has reports whether the key is written in the table.
func (t *Table) Has(key string) bool {
	_, ok := t.values[key]
	return ok
}
