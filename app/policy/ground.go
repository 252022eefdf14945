package policy

import "gongkao/app/tables"

// Ground is what a preset reason of a return or a rejection rests on: the clause
// of the notice that a letter names beside it. A reason without one rests on what
// the office writes by hand.
type Ground struct {
	Reason string `table:"reason"` // code of the command-line contract: materials-missing
	Quote
}

// Ground returns what a preset reason rests on; ok is false when the file does not
// say.
func (p *Policy) Ground(reason string) (g Ground, ok bool) {
	for _, g := range p.Grounds {
		if g.Reason == reason {
			return g, true
		}
	}
	return Ground{}, false
}

func readGround(p *Policy, t *tables.Table) error {
	var g Ground
	if err := t.Decode(&g); err != nil || p.Provisional() {
		return err
	}
	if _, taken := p.Ground(g.Reason); taken {
		return t.Refuse("reason", "理由 "+g.Reason+" 重复了")
	}
	if g.Clause == "" {
		return t.Refuse("clause", "没有写依据哪一条")
	}
	p.Grounds = append(p.Grounds, g)
	return nil
}
