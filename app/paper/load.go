package paper

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"

	"gongkao/app/paper/pdf"
)

// Papers are all papers of the office, checked.
type Papers struct {
	house  house
	papers map[string]*definition
	broken map[string]error // why a paper of the office's own cannot be printed
}

// Load reads papers/house.toml and every papers/<id>/paper.toml. It is strict:
// an unknown key, value, kind of type or list is an error that names file, line
// and box.
func Load(files fs.FS) (*Papers, error) { return LoadOver(files, "") }

// LoadOver is Load with the office's own files: those of the same names in the
// folder overlay take the place of the program's, and a folder that only it has
// is a paper more. A mistake in one of them spoils that paper and no other:
// printing it is refused (paper-bad) until somebody has mended the file or moved
// it away. What the office did not want must not come out in its stead.
func LoadOver(files fs.FS, overlay string) (*Papers, error) {
	p := &Papers{papers: map[string]*definition{}, broken: map[string]error{}}
	src := source{files, overlay}
	ids, err := src.ids()
	if err != nil {
		return nil, err
	}
	bad, err := src.read("papers/house.toml", func(name string, text []byte) error {
		p.house = house{}
		return decode(name, text, &p.house)
	})
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		broken, err := src.read("papers/"+id+"/paper.toml", func(name string, text []byte) error {
			d := &definition{ID: id, text: string(text)}
			if err := decode(name, text, d); err != nil {
				return err
			}
			if err := d.complete(p.house); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			p.papers[id] = d
			return nil
		})
		if err != nil {
			return nil, err
		}
		if broken = cmp.Or(bad, broken); broken != nil {
			p.broken[id] = broken
		}
	}
	return p, nil
}

// IDs lists the papers there are, those too that cannot be printed now.
func (p *Papers) IDs() []string {
	all := slices.AppendSeq(slices.Collect(maps.Keys(p.papers)), maps.Keys(p.broken))
	slices.Sort(all)
	return slices.Compact(all)
}

// decode reads one file and refuses what nobody reads.
func decode(name string, text []byte, into any) error {
	meta, err := toml.Decode(string(text), into)
	var bad toml.ParseError
	if errors.As(err, &bad) {
		_, reason, _ := strings.Cut(bad.Error(), ": ") // toml: line 3 (last key "per"): …
		_, reason, _ = strings.Cut(reason, ": ")
		return fmt.Errorf("%s 第 %d 行：%s", name, bad.Position.Line, strings.TrimPrefix(bad.LastKey+"："+reason, "："))
	}
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if unread := meta.Undecoded(); len(unread) > 0 {
		key := unread[0]
		return fmt.Errorf("%s 第 %d 行：没有“%s”这个键", name, lineOf(string(text), key[len(key)-1]), key.String())
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

// place names a box by its words, and the lines on which they stand.
func (d *definition) place(where string, w words) string {
	return d.lines(written(w.source)) + fmt.Sprintf("%s，框“%s”", where, w.source)
}

// written is how words stand in a file.
func written(words string) string { return `"` + strings.ReplaceAll(words, "\n", `\n`) + `"` }

// lines says on which lines of the file something stands; nothing where it stands
// on so many that they would not help.
func (d *definition) lines(what string) string {
	const most = 3
	var numbers []string
	for i, line := range strings.Split(d.text, "\n") {
		if strings.Contains(line, what) {
			numbers = append(numbers, strconv.Itoa(i+1))
		}
	}
	if len(numbers) == 0 || len(numbers) > most {
		return ""
	}
	return "第 " + strings.Join(numbers, "、") + " 行："
}

// complete takes over the house's types, resolves what the file names and
// checks the boxes.
func (d *definition) complete(h house) error {
	d.styles = map[string]pdf.Style{}
	for _, rows := range []map[string]typeRow{h.Type, d.Type} {
		for name, row := range rows {
			face, ok := pdf.FaceNamed(row.Face)
			if !ok || row.Size <= 0 || row.Leading < 1 {
				return fmt.Errorf("字“%s”：face 是 Song、Bold、Hei、Fang、Kai 之一，size 大于 0，leading 不小于 1", name)
			}
			d.styles[name] = pdf.Style{Face: face, Size: row.Size, Least: row.Least, Leading: row.Leading}
		}
	}
	if d.Continuation != nil && d.Continuation.Grid == nil {
		return errors.New("continuation：要有 grid")
	}
	if err := d.check(); err != nil {
		return err
	}
	named := d.valuesNamed()
	d.common = slices.DeleteFunc(slices.Clone(named), func(n string) bool { return !isCommon(n) })
	d.hashed = slices.DeleteFunc(named, isCommon)
	d.repeated = d.listsNamed()
	d.itemised = d.itemNames()
	for _, n := range d.itemised {
		if asksAbout(n)[perEntry] {
			d.personal = append(d.personal, n)
		}
	}
	return nil
}
