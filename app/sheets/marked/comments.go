package marked

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"regexp"
	"strings"
)

// Comments are written into the parts of a closed workbook and not by excelize,
// which loses the sender's own when their parts are not called as it calls them,
// and slows with every comment it adds.

// parcel is a closed workbook: its parts in their order.
type parcel struct {
	names []string
	parts map[string][]byte
}

// finish gives a workbook's cells their tints and writes notes into it, after taking
// away those of an earlier marked copy, and leaves out its macros.
func finish(workbook []byte, tints map[string]map[int]map[int]int, notes []note) ([]byte, error) {
	p, err := unpack(workbook)
	if err != nil {
		return nil, err
	}
	sheets, err := p.sheets()
	if err != nil {
		return nil, err
	}
	bySheet := map[string][]note{}
	for _, n := range notes {
		bySheet[n.sheet] = append(bySheet[n.sheet], n)
	}
	blocks := len(sheets) + 1 // of 1,024 shape numbers, not to meet those of other sheets
	for _, s := range sheets {
		if len(tints[s.name]) > 0 {
			p.parts[s.part] = dress(p.parts[s.part], tints[s.name])
		}
		a := annotating{parcel: p, sheet: s.part, block: blocks}
		if err := a.annotate(bySheet[s.name]); err != nil {
			return nil, err
		}
		blocks += len(bySheet[s.name])/1024 + 1
	}
	p.dropMacros()
	return p.pack()
}

func unpack(workbook []byte) (*parcel, error) {
	z, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		return nil, err
	}
	p := &parcel{parts: map[string][]byte{}}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		content, err := io.ReadAll(r)
		r.Close()
		if err != nil {
			return nil, err
		}
		p.put(strings.TrimPrefix(f.Name, "/"), content)
	}
	return p, nil
}

func (p *parcel) put(name string, content []byte) {
	if _, there := p.parts[name]; !there {
		p.names = append(p.names, name)
	}
	p.parts[name] = content
}

func (p *parcel) pack() ([]byte, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range p.names {
		content, there := p.parts[name]
		if !there {
			continue
		}
		w, err := z.Create(name)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(content); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return out.Bytes(), err
}

// free is the first number for which neither name is taken.
func (p *parcel) free(names ...string) int {
	for n := 1; ; n++ {
		taken := false
		for _, name := range names {
			_, there := p.parts[fmt.Sprintf(name, n)]
			taken = taken || there
		}
		if !taken {
			return n
		}
	}
}

// relsOf is the part that holds the relations of a part.
func relsOf(part string) string {
	folder, file := path.Split(part)
	return folder + "_rels/" + file + ".rels"
}

// related is the part that a part has a relation of a kind with; "" for none.
func (p *parcel) related(part, kind string) string {
	for _, r := range p.relations(part) {
		if strings.HasSuffix(r.Type, "/"+kind) {
			return r.part(part)
		}
	}
	return ""
}

// relate adds a relation of a part.
func (p *parcel) relate(part, id, kind, target string) {
	name := relsOf(part)
	if p.parts[name] == nil {
		p.put(name, []byte(xmlHead+`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`))
	}
	relation := fmt.Sprintf(`<Relationship Id="%s" Type="%s/%s" Target="%s"/>`, id, relationships, kind, target)
	p.parts[name] = beforeLast(p.parts[name], "</Relationships>", relation)
}

const (
	xmlHead       = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	contentTypes  = "[Content_Types].xml"
	workbookType  = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
)

// beforeLast puts text before the last place where mark stands.
func beforeLast(content []byte, mark, text string) []byte {
	at := bytes.LastIndex(content, []byte(mark))
	if at < 0 {
		return content
	}
	return bytes.Join([][]byte{content[:at], []byte(text), content[at:]}, nil)
}

var (
	macroPart     = regexp.MustCompile(`(?i)(^|/)vba[^/]*\.(bin|xml)(\.rels)?$`)
	macroOverride = regexp.MustCompile(`(?i)<Override [^>]*/vba[^>]*(?:/>|></Override>)`)
	macroRelation = regexp.MustCompile(`(?i)<Relationship [^>]*/vbaProject"[^>]*(?:/>|></Relationship>)`)
	otherWorkbook = regexp.MustCompile(`application/vnd\.ms-excel\.(sheet|template|addin)\.macroEnabled\.main\+xml|application/vnd\.openxmlformats-officedocument\.spreadsheetml\.template\.main\+xml`)
)

// dropMacros makes an .xlsm an .xlsx: what an office sends on holds no program
// that somebody else has written.
func (p *parcel) dropMacros() {
	for _, name := range p.names {
		switch {
		case macroPart.MatchString(name):
			delete(p.parts, name)
		case strings.HasSuffix(name, ".rels"):
			p.parts[name] = macroRelation.ReplaceAll(p.parts[name], nil)
		}
	}
	types := otherWorkbook.ReplaceAll(p.parts[contentTypes], []byte(workbookType))
	p.parts[contentTypes] = macroOverride.ReplaceAll(types, nil)
}
