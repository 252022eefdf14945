package sheets

import (
	"testing"

	"gongkao/data"
)

func TestAmountsAreReadAsTheyAreWritten(t *testing.T) {
	for text, want := range map[string]data.Fen{
		"365": 36500, "365.00": 36500, "￥365.00元": 36500, "¥ 365": 36500, "1,275.5": 127550, "１２７５．５０": 127550, "人民币470元整": 47000,
		"0": 0, "365.0000": 36500, "0.01": 1, "1,234,567.89": 123456789, "'320": 32000, "CNY 130.00": 13000,
	} {
		if got, err := ReadAmount(text); err != nil || got != want {
			t.Errorf("%s is read as %v, %v; want %v", text, got, err, want)
		}
	}
}

func TestWhatIsNoAmountIsRefused(t *testing.T) {
	for _, text := range []string{"36,5", "-365", "−365.00", "", "元", "3 6 5 x", "叁佰陆拾伍", "1,2755", "365.001", "365.", ".5", "12,345678", "1e3", "99999999999"} {
		if got, err := ReadAmount(text); !data.HasCode(err, "amount-bad") {
			t.Errorf("%q is read as %v, %v; want amount-bad", text, got, err)
		}
	}
}

func TestPointsAreTenthsAndAbsenceIsNoPoints(t *testing.T) {
	for text, want := range map[string]data.Points{"78.5": 785, "78": 780, "78.50": 785, "１００": 1000, "78.5分": 785, "0": 0, "101": 1010} {
		if got, absent, err := ReadPoints(text); err != nil || absent || got != want {
			t.Errorf("%s is read as %v, %v, %v; want %v", text, got, absent, err, want)
		}
	}
	for _, text := range []string{"缺考", "缺 考", "缺", "—", "－"} {
		if got, absent, err := ReadPoints(text); err != nil || !absent || got != 0 {
			t.Errorf("%s is read as %v, %v, %v; want absent", text, got, absent, err)
		}
	}
	for _, text := range []string{"", "78.25", "-1", "合格", "78,5", "七十八", "7 8 x"} {
		if got, absent, err := ReadPoints(text); !data.HasCode(err, "points-bad") {
			t.Errorf("%q is read as %v, %v, %v; want points-bad", text, got, absent, err)
		}
	}
}

func TestCopiesAreWholeNumbers(t *testing.T) {
	for text, want := range map[string]int{"3": 3, "3本": 3, "１２ 册": 12, "3.0": 3, "0": 0} {
		if got, err := ReadCopies(text); err != nil || got != want {
			t.Errorf("%s is read as %v, %v; want %v", text, got, err, want)
		}
	}
	for _, text := range []string{"", "2.5", "-1", "两本", "1,000,000", "9999999"} {
		if got, err := ReadCopies(text); !data.HasCode(err, "copies-bad") {
			t.Errorf("%q is read as %v, %v; want copies-bad", text, got, err)
		}
	}
}
