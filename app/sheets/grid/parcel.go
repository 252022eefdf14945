package grid

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"path"
	"strings"
)

// Limits of what an .xlsx may unfold to. Real sheets shrink to a tenth or a
// twentieth; a bomb shrinks to a thousandth.
const (
	maxUnpacked      = 200 << 20 // bytes of all parts read, together
	bombBytes        = 8 << 20   // parts below this are harmless whatever their ratio
	bombRatio        = 200
	maxParts         = 20_000
	relationsOf      = "_rels/"
	officeDocument   = "/officeDocument"
	sharedStringsRel = "/sharedStrings"
	stylesRel        = "/styles"
)

// parcel is an opened .xlsx: a zip of XML parts. Parts are read as streams and
// counted, so that a bomb is refused before it has unfolded.
type parcel struct {
	parts map[string]*zip.File // by name, lower case, without the leading slash
	may   *allowance
}

func isZip(content []byte) bool { return bytes.HasPrefix(content, []byte("PK\x03\x04")) }

func openParcel(content []byte) (*parcel, error) {
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, damaged(err)
	}
	if len(z.File) > maxParts {
		return nil, tooLarge()
	}
	p := &parcel{parts: map[string]*zip.File{}, may: newAllowance()}
	for _, f := range z.File {
		p.parts[partName(f.Name)] = f
	}
	return p, nil
}

func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

// has reports whether the parcel holds a part.
func (p *parcel) has(name string) bool { return p.parts[partName(name)] != nil }

// each decodes a part as XML and calls f with every token until f returns
// io.EOF or an error. Prefixes are not looked up: the local name tells enough.
func (p *parcel) each(name string, f func(*tokens, xml.Token) error) error {
	part := p.parts[partName(name)]
	if part == nil {
		return damaged(errors.New("sheets: no part " + name))
	}
	if size := part.UncompressedSize64; size > bombBytes && size/bombRatio > part.CompressedSize64 {
		return tooLarge()
	}
	r, err := part.Open()
	if err != nil {
		return damaged(err)
	}
	defer r.Close()
	return eachToken(r, p.may, f)
}

// attribute returns an attribute by its local name, "" when there is none.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space != "xmlns" {
			return a.Value
		}
	}
	return ""
}

// relation leads from one part to another.
type relation struct {
	id, kind, target string
}

// relations reads the relations of a part ("" is the parcel itself); a part
// without any has none.
func (p *parcel) relations(of string) ([]relation, error) {
	folder, file := path.Split(of)
	name := folder + relationsOf + file + ".rels"
	if !p.has(name) {
		return nil, nil
	}
	var all []relation
	err := p.each(name, func(_ *tokens, token xml.Token) error {
		e, ok := token.(xml.StartElement)
		if !ok || e.Name.Local != "Relationship" {
			return nil
		}
		if len(all) == maxParts {
			return tooLarge()
		}
		target := attribute(e, "Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(folder, target)
		}
		all = append(all, relation{attribute(e, "Id"), attribute(e, "Type"), target})
		return nil
	})
	return all, err
}
