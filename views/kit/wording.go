package kit

import (
	"gongkao/data"
	"gongkao/views/wording"
)

// What models say in package wording, in the terms of what draws it.

// SignOf returns the sign that a model's mark is drawn as.
func SignOf(m wording.Mark) Sign {
	return [...]Sign{
		wording.Plain: NoSign, wording.Pass: Passed, wording.Unconfirmed: Unconfirmed, wording.Warn: Warned, wording.Block: Blocked,
	}[m]
}

// StatusSign returns the sign of a status' chip.
func StatusSign(s data.Status) Sign {
	switch s {
	case data.Draft, data.Withdrawn, data.Cancelled, data.Carried:
		return Open
	case data.Returned:
		return Returned
	}
	return SignOf(wording.StatusMark(s))
}

// ChoicesOf returns a model's choices for a Lookup.
func ChoicesOf(all []wording.Choice) []Choice {
	choices := make([]Choice, len(all))
	for i, c := range all {
		choices[i] = Choice(c)
	}
	return choices
}
