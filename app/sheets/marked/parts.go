package marked

import (
	"encoding/xml"
	"errors"
	"path"
	"strings"
)

// sheetPart is a sheet and the part that holds it.
type sheetPart struct{ name, part string }

// relation leads from one part to another.
type relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
}

// part is the name of the part that a relation of another leads to.
func (r relation) part(from string) string {
	if strings.HasPrefix(r.Target, "/") {
		return strings.TrimPrefix(r.Target, "/")
	}
	return path.Join(path.Dir(from), r.Target)
}

// relations are those of a part ("" is the workbook as a whole); what cannot be
// read has none.
func (p *parcel) relations(part string) []relation {
	var all struct {
		Relationship []relation `xml:"Relationship"`
	}
	if err := xml.Unmarshal(p.parts[relsOf(part)], &all); err != nil {
		return nil
	}
	return all.Relationship
}

// sheets lists the sheets of the workbook.
func (p *parcel) sheets() ([]sheetPart, error) {
	workbook := p.related("", "officeDocument")
	var read struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := xml.Unmarshal(p.parts[workbook], &read); err != nil {
		return nil, err
	}
	targets := map[string]string{}
	for _, r := range p.relations(workbook) {
		targets[r.ID] = r.part(workbook)
	}
	var all []sheetPart
	for _, s := range read.Sheets {
		part := targets[s.ID]
		if p.parts[part] == nil {
			return nil, errors.New("marked: no part for sheet " + s.Name)
		}
		all = append(all, sheetPart{s.Name, part})
	}
	return all, nil
}
