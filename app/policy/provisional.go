package policy

// Provisional reports whether the year's notice is not there yet: its number is
// blank in the file, as CopyYear leaves it. Such a year has people and units but
// no rules that judge, no fees, no cut-off, no deadline without a date; every
// level counts as assessed. Nothing of what the file says besides is in force
// before the number is in, and then all of it has to be there.
func (p *Policy) Provisional() bool { return p.Notice.Number == "" }
