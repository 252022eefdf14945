package paper

// Name returns what a paper is called, "" for one there is not.
func (p *Papers) Name(id string) string {
	if d := p.papers[id]; d != nil {
		return d.Name
	}
	return ""
}

// Landscape reports whether a paper lies on its long edge.
func (p *Papers) Landscape(id string) bool {
	d := p.papers[id]
	return d != nil && d.Landscape
}
