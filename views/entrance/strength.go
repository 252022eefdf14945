package entrance

import (
	"unicode"

	"gongkao/data"
	"gongkao/views/wording"
)

// Strength says of a passphrase how good it is, and what would make it better.
type Strength struct {
	Mark  wording.Mark
	Words string
	Good  bool // good enough to go on with
}

// What a passphrase needs: its weight is 1 for a figure or a letter, 2 for a
// sign or a hanzi, for there are so many more of them.
const (
	leastWeight = 8
	goodWeight  = 14
)

// common are passphrases that everybody tries first.
var common = map[string]bool{"12345678": true, "123456789": true, "1234567890": true, "11111111": true, "88888888": true, "66666666": true, "password": true, "qwertyuiop": true, "abcd1234": true, "a1234567": true}

// StrengthOf judges a passphrase. It is judged by its own characters only:
// nobody's name or birthday is asked for here.
func StrengthOf(passphrase string) Strength {
	weight, distinct, onlyDigits := 0, map[rune]bool{}, true
	for _, r := range passphrase {
		distinct[r] = true
		onlyDigits = onlyDigits && unicode.IsDigit(r)
		if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			weight++
		} else {
			weight += 2
		}
	}
	switch {
	case passphrase == "":
		return Strength{wording.Plain, "至少 8 个字符，或 4 个汉字", false}
	case weight < leastWeight:
		return Strength{wording.Block, "太短：至少 8 个字符，或 4 个汉字", false}
	case common[data.Squeeze(passphrase)] || len(distinct) < 4:
		return Strength{wording.Block, "太好猜：换几个不相干的词连起来", false}
	case onlyDigits:
		return Strength{wording.Warn, "只有数字，容易试出来：加几个字母或汉字", false}
	case weight < goodWeight:
		return Strength{wording.Warn, "可以用；再长一点更好，比如加一个词", true}
	}
	return Strength{wording.Pass, "够牢固", true}
}
