package paper

import (
	"fmt"
	"slices"
	"strings"

	"gongkao/data"
)

// Name returns what a paper is called, "" for one there is not. One of the
// office's own that cannot be read is called as its folder.
func (p *Papers) Name(id string) string {
	switch d := p.papers[id]; {
	case d != nil:
		return d.Name
	case p.broken[id] != nil:
		return id
	}
	return ""
}

// Short returns how the desk calls a paper: names are as long as the notice that
// asks for them.
func (p *Papers) Short(id string) string {
	if d := p.papers[id]; d != nil && d.Short != "" {
		return d.Short
	}
	return p.Name(id)
}

// Tells names the values that a paper's sums are over: the office's own layout may
// tell others than the program's.
func (p *Papers) Tells(id string) string {
	d := p.papers[id]
	if d == nil {
		return ""
	}
	return strings.Join(slices.Concat(d.hashed, d.repeated, d.personal), " ")
}

// Known refuses a paper there is not (paper-unknown).
func (p *Papers) Known(id string) error {
	if p.papers[id] == nil && p.broken[id] == nil {
		return data.Refuse("paper-unknown", "", fmt.Sprintf("没有“%s”这种表", id), "请核对表的名称")
	}
	return nil
}

// Ready says why a paper cannot be printed: there is none of that id
// (paper-unknown), or the office's own file of it has a mistake (paper-bad).
func (p *Papers) Ready(id string) error {
	if err := p.Known(id); err != nil {
		return err
	}
	return p.broken[id]
}

// Landscape reports whether a paper lies on its long edge.
func (p *Papers) Landscape(id string) bool {
	d := p.papers[id]
	return d != nil && d.Landscape
}

// PerPerson reports whether each sheet of a paper is about one person.
func (p *Papers) PerPerson(id string) bool {
	d := p.papers[id]
	return d != nil && d.Per == perEntry
}

// IsList reports whether a paper is one list of people.
func (p *Papers) IsList(id string) bool {
	d := p.papers[id]
	return d != nil && d.Per == perJob
}

// Kind returns the three capitals by which the code on a sheet names its paper.
func (p *Papers) Kind(id string) string {
	if d := p.papers[id]; d != nil {
		return d.Kind
	}
	return ""
}
