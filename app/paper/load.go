package paper

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"gongkao/app/paper/pdf"
)

// Papers are all papers of the office, checked.
type Papers struct {
	house  house
	papers map[string]*definition
}

// Load reads papers/house.toml and every papers/<id>/paper.toml. It is strict:
// an unknown key, value, kind of type or list is an error that names file, line
// and box.
func Load(files fs.FS) (*Papers, error) {
	p := &Papers{papers: map[string]*definition{}}
	if err := decode(files, "papers/house.toml", &p.house); err != nil {
		return nil, err
	}
	found, err := fs.Glob(files, "papers/*/paper.toml")
	if err != nil || len(found) == 0 {
		return nil, errors.Join(errors.New("paper: no papers found"), err)
	}
	for _, name := range found {
		d := &definition{ID: path.Base(path.Dir(name))}
		if err := decode(files, name, d); err != nil {
			return nil, err
		}
		if err := d.complete(p.house); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		p.papers[d.ID] = d
	}
	return p, nil
}

// IDs lists the papers that can be printed.
func (p *Papers) IDs() []string { return slices.Sorted(maps.Keys(p.papers)) }

// decode reads one file and refuses what nobody reads.
func decode(files fs.FS, name string, into any) error {
	text, err := fs.ReadFile(files, name)
	if err != nil {
		return fmt.Errorf("paper: %w", err)
	}
	meta, err := toml.Decode(string(text), into)
	var bad toml.ParseError
	if errors.As(err, &bad) {
		return fmt.Errorf("%s: line %d: %s: %s", name, bad.Position.Line, bad.LastKey, bad.Error())
	}
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if unread := meta.Undecoded(); len(unread) > 0 {
		key := unread[0]
		return fmt.Errorf("%s: line %d: nothing reads %q", name, lineOf(string(text), key[len(key)-1]), key.String())
	}
	return nil
}

// lineOf finds the line on which a key is written, since the decoder does not
// tell.
func lineOf(text, key string) int {
	for i, line := range strings.Split(text, "\n") {
		for _, before := range []string{"", " ", "{", ",", "[", "."} {
			for _, after := range []string{" =", "=", "]"} {
				if strings.Contains(" "+line, before+key+after) {
					return i + 1
				}
			}
		}
	}
	return 0
}

// complete takes over the house's types, resolves what the file names and
// checks the boxes.
func (d *definition) complete(h house) error {
	d.styles = map[string]pdf.Style{}
	for _, rows := range []map[string]typeRow{h.Type, d.Type} {
		for name, row := range rows {
			face, ok := pdf.FaceNamed(row.Face)
			if !ok || row.Size <= 0 || row.Leading < 1 {
				return fmt.Errorf("type %q: needs a face of Song, Bold, Hei, a size and a leading of at least 1", name)
			}
			d.styles[name] = pdf.Style{Face: face, Size: row.Size, Least: row.Least, Leading: row.Leading}
		}
	}
	if d.Continuation != nil && d.Continuation.Grid == nil {
		return errors.New("continuation: needs a grid")
	}
	if err := d.check(); err != nil {
		return err
	}
	d.hashed = d.valuesNamed()
	d.repeated = d.listsNamed()
	return nil
}
