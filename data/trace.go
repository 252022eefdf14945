package data

// Trace is how a finding came about: what was looked at, how it was counted,
// what is missing, and what would change it. It is kept with a decision, so that
// the decision can be explained when policy and record have long changed.
type Trace struct {
	Used    []Used   `json:"used,omitempty"`
	Sum     []Line   `json:"sum,omitempty"`
	Missing []string `json:"missing,omitempty"` // what must be brought or filled in
	First   *Chance  `json:"first,omitempty"`   // when the person may apply, for too few years
}

// Used is a value the rule looked at and where it came from.
type Used struct {
	Field string `json:"field"` // key of the field, or slot of a document
	Text  string `json:"text"`
	From  string `json:"from"` // 填报, 身份证号, 政策, 材料, 公示 …
}

// Line is one line of a sum: the label left, the figure right.
type Line struct {
	Label  string `json:"label"`
	Figure string `json:"figure"`
	Result bool   `json:"result,omitempty"` // a line stands above it, and it is bold
}

// Chance is the first year in which somebody may apply, and for which level.
type Chance struct {
	Year  int   `json:"year"`
	Level Level `json:"level"`
}
