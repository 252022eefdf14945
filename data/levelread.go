package data

import (
	"fmt"
	"strings"
)

// levelWords are all ways to write a level, without brackets and blanks.
var levelWords = wordsOfLevels()

// levelSigns are the other signs for the numbers of levels; titles are their
// shorter names (技师 is both its own title and the end of another).
var levelSigns = map[Level]struct{ signs, titles string }{
	1: {"壹 Ⅰ I", ""}, 2: {"贰 Ⅱ II", ""}, 3: {"叁 Ⅲ III", "高级"}, 4: {"肆 Ⅳ IV", "中级"}, 5: {"伍 Ⅴ V", "初级"},
}

func wordsOfLevels() map[string]Level {
	words := map[string]Level{}
	for _, l := range Levels() {
		n := levelNames[l]
		numerals := append(strings.Fields(levelSigns[l].signs), fmt.Sprint(int(l)), strings.TrimSuffix(n.numeral, "级"))
		titles := append(strings.Fields(levelSigns[l].titles), n.title)
		for _, title := range titles {
			words[title] = l
		}
		for _, sign := range numerals {
			for _, numeral := range []string{sign, sign + "级", sign + "级工"} {
				words[numeral] = l
				if numeral == sign {
					continue
				}
				for _, title := range titles {
					words[numeral+title], words[title+numeral] = l, l
				}
			}
		}
	}
	return words
}

var (
	levelMarks  = strings.NewReplacer("(", "", ")", "", "/", "", "、", "", "-", "", ".0", "")
	levelBefore = []string{"国家职业资格", "职业资格", "职业技能等级", "技术等级", "技能等级", "技术工"}
)

// ReadLevel reads 三级, 高级工, 高级, 3, 三, 叁级, Ⅲ, III, 三级（高级工）, 高级工(三级),
// 二级工（技师）, 国家职业资格三级. ok is false for anything else, also when the two names
// disagree.
func ReadLevel(s string) (Level, bool) {
	s = levelMarks.Replace(strings.ToUpper(Squeeze(Narrow(s))))
	for _, before := range levelBefore {
		s = strings.ReplaceAll(s, before, "")
	}
	l, ok := levelWords[s]
	return l, ok
}
