package data

import (
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestAmountsAreWrittenInCapitalsAsOnPaper(t *testing.T) {
	for fen, want := range map[Fen]string{
		0: "零元整", 1: "壹分", 5: "伍分", 10: "壹角整", 50: "伍角整", 57: "伍角柒分", 100: "壹元整",
		1000: "壹拾元整", 1100: "壹拾壹元整", 32000: "叁佰贰拾元整", 27500: "贰佰柒拾伍元整",
		32050: "叁佰贰拾元零伍角整", 32550: "叁佰贰拾伍元伍角整", 10005: "壹佰元零伍分",
		100507:        "壹仟零伍元零柒分",
		140950:        "壹仟肆佰零玖元伍角整",
		168032:        "壹仟陆佰捌拾元零叁角贰分",
		600714:        "陆仟零柒元壹角肆分",
		1640902:       "壹万陆仟肆佰零玖元零贰分",
		32504:         "叁佰贰拾伍元零肆分",
		10700053:      "壹拾万柒仟元零伍角叁分",
		100000000:     "壹佰万元整",
		100010000:     "壹佰万零壹佰元整",
		1000000000:    "壹仟万元整",
		10000000700:   "壹亿零柒元整",
		10000700000:   "壹亿零柒仟元整",
		10070000000:   "壹亿零柒拾万元整",
		1010000000000: "壹佰零壹亿元整",
		-32000:        "负叁佰贰拾元整",
	} {
		if got := fen.Capital(); got != want {
			t.Errorf("%s is written %s; want %s", fen, got, want)
		}
	}
}

// back reads what capital wrote.
func back(text string) (n int64) {
	for _, unit := range capitalUnits {
		if before, after, found := strings.Cut(text, unit.name); found {
			return back(before)*unit.of + back(strings.TrimPrefix(after, capitalDigits[0]))
		}
	}
	for digit, word := range capitalDigits {
		if text == word {
			return int64(digit)
		}
	}
	return 0
}

func TestWhatIsWrittenInCapitalsReadsBackAsTheSameAmount(t *testing.T) {
	form := regexp.MustCompile(`^(.+元)?零?(.角)?零?(.分)?整?$`)
	rapid.Check(t, func(t *rapid.T) {
		yuan := rapid.OneOf(rapid.Int64Range(0, 20_000), rapid.Int64Range(0, 99_999_999_999)).Draw(t, "yuan")
		cents := rapid.Int64Range(0, 99).Draw(t, "fen")
		text := Fen(yuan*100 + cents).Capital()
		if !form.MatchString(text) || strings.Contains(text, "零零") || strings.Contains(text, "零元") && yuan+cents > 0 {
			t.Fatalf("%s is no amount", text)
		}
		whole, rest, _ := strings.Cut(text, "元")
		if !strings.Contains(text, "元") {
			whole, rest = "", text
		}
		if got := back(whole); got != yuan {
			t.Fatalf("%s reads as %d yuan; want %d", text, got, yuan)
		}
		if ends := strings.HasSuffix(text, "整"); ends != (cents%10 == 0) {
			t.Fatalf("%s: 整 is wrong (%s)", text, rest)
		}
	})
}
