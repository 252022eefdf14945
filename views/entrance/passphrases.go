package entrance

import (
	"strings"

	"gongkao/views/wording"
)

// Passphrases is a new passphrase typed twice.
type Passphrases struct{ First, Again string }

// Remark is what stands beneath a field.
type Remark struct {
	Mark     wording.Mark
	Sentence string
}

// Remarks returns what is to be said of the two.
func (p Passphrases) Remarks() (first, again Remark) {
	strength := StrengthOf(p.First)
	first = Remark{strength.Mark, strength.Words}
	switch {
	case p.Again == "":
	case p.Again == p.First:
		again = Remark{wording.Pass, "两遍一样"}
	case strings.HasPrefix(p.First, p.Again):
		again = Remark{wording.Plain, "还没有输完"}
	default:
		again = Remark{wording.Block, "两遍不一样：请重新输一遍"}
	}
	return first, again
}

// Good reports whether they can be used; why says what is missing.
func (p Passphrases) Good() (ok bool, why string) {
	switch {
	case !StrengthOf(p.First).Good:
		return false, "口令还要再牢固一点"
	case p.First != p.Again:
		return false, "两遍要一样"
	}
	return true, ""
}
