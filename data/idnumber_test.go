package data

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// someRegions stands in for the table of app/codes.
func someRegions(code string) (string, bool) {
	return "河南省信阳市罗山县", strings.HasPrefix(code, "41")
}

func TestReadID(t *testing.T) {
	for _, c := range []struct{ input, normalised, problems string }{
		{"411502197001010016", "411502197001010016", ""},
		{"411503198109010027", "411503198109010027", ""},
		{" '４１１５０３１９８１０９０１００２７ ", "411503198109010027", ""},
		{"41152119791113253x", "41152119791113253X", ""},
		{"411521 19791113 253X", "41152119791113253X", ""},
		{"411521\u200b19791113253X", "41152119791113253X", ""},
		{"411521791113253", "41152119791113253X", "id-legacy"},
		{"411502190002290011", "411502190002290011", "id-birth"},
		{"411503198109010028", "411503198109010028", "id-checksum"},
		{"4.11521E+17", "", "id-mangled"},
		{"411521199001011000", "", "id-mangled"},
		{"41150319810901002", "", "id-length"},
		{"4115031981090100271", "", "id-length"},
		{"", "", "id-length"},
		{"4115031981O9010027", "", "id-characters"},
		{"X11503198109010027", "", "id-characters"},
		{"991503198109010027", "991503198109010027", "id-checksum region-unknown"},
	} {
		r := ReadID(c.input, someRegions)
		if string(r.Normalised) != c.normalised || strings.Join(r.Problems, " ") != c.problems {
			t.Errorf("ReadID(%q) = %q %v; want %q %s", c.input, r.Normalised, r.Problems, c.normalised, c.problems)
		}
		if usable := c.problems == "" || c.problems == "id-legacy"; r.Valid() != usable {
			t.Errorf("ReadID(%q).Valid() = %v", c.input, r.Valid())
		}
	}
}

func TestReadIDTakesBirthAndSex(t *testing.T) {
	r := ReadID("411503198109010027", someRegions)
	if r.Birth != MustDate(1981, 9, 1) || r.Sex != Female || r.Region != "411503" {
		t.Errorf("read %v %v %v", r.Birth, r.Sex, r.Region)
	}
	if got := r.Normalised.Grouped(); got != "411503 19810901 0027" {
		t.Errorf("Grouped() = %s", got)
	}
	if got := r.Normalised.Masked(); strings.Contains(got, "1981") {
		t.Errorf("Masked() = %s shows the birthday", got)
	}
}

// number17 draws the first seventeen digits of a possible ID number.
func number17(t *rapid.T) string {
	d := MustDate(1931, 1, 1).AddDays(rapid.IntRange(0, 30000).Draw(t, "birth"))
	return fmt.Sprintf("411521%04d%02d%02d%03d", d.Year, d.Month, d.Day, rapid.IntRange(0, 999).Draw(t, "sequence"))
}

func TestEveryWrongDigitIsFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		right := string(WithCheckDigit(number17(t)))
		if r := ReadID(right, someRegions); !r.Valid() {
			t.Fatalf("%s: %v", right, r.Problems)
		}
		at := rapid.IntRange(0, 16).Draw(t, "at")
		digit := byte('0' + (int(right[at]-'0')+rapid.IntRange(1, 9).Draw(t, "by"))%10)
		wrong := right[:at] + string(digit) + right[at+1:]
		if r := ReadID(wrong, someRegions); r.Valid() {
			t.Fatalf("%s for %s was accepted", wrong, right)
		}
	})
}

func TestReadingAnythingNeverPanics(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := ReadID(rapid.String().Draw(t, "input"), someRegions)
		if r.Valid() && len(r.Normalised) != 18 {
			t.Fatalf("%q became %q", r.Input, r.Normalised)
		}
	})
}
