package wording_test

import (
	"testing"
	"time"

	"gongkao/data"
	"gongkao/views/wording"
)

func TestCountsHaveTheirComma(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1240: "1,240", 100000: "100,000", -1500: "-1,500", -150: "-150"} {
		if got := wording.Count(n); got != want {
			t.Errorf("%d is written %s", n, got)
		}
	}
}

func TestDaysAreWordedAsAClerkWould(t *testing.T) {
	now := time.Date(2026, 4, 2, 9, 42, 0, 0, time.FixedZone("CST", 8*3600))
	for at, want := range map[time.Time]string{
		now.Add(-time.Hour): "今天 08:42", now.AddDate(0, 0, -1): "昨天 09:42", now.AddDate(0, 0, -3): "3月30日 09:42", now.AddDate(-1, 0, 0): "2025年4月2日 09:42", {}: "还没有",
		time.Date(2026, 4, 1, 23, 30, 0, 0, time.UTC): "今天 07:30",
	} {
		if got := wording.WhenExactly(at, now); got != want {
			t.Errorf("%s is %s, want %s", at, got, want)
		}
	}
	if got := wording.Weekday(data.MustDate(2026, 4, 7)); got != "星期二" {
		t.Error(got)
	}
}

func TestAChoiceIsMeantByLabelCodeInitialsOrPart(t *testing.T) {
	choices := wording.Choices("汽车驾驶员", "汽车维修工", "保管工", "保育员")
	for text, want := range map[string]string{"汽车驾驶员": "汽车驾驶员", "3": "保管工", "byy": "保育员", "qcj": "汽车驾驶员", "驾驶": "汽车驾驶员", "": "", " ＢＹＹ": "保育员"} {
		if got, ok := wording.Pick(choices, text); !ok || got != want {
			t.Errorf("%q means %q", text, got)
		}
	}
	if got, ok := wording.Pick(wording.Choices("一级（高级技师）", "A 厂"), "一级（高级技师）"); !ok || got != "一级（高级技师）" {
		t.Errorf("a label with wide brackets means %q", got)
	}
	for _, text := range []string{"汽车", "qc", "没有", "9"} {
		if got, ok := wording.Pick(choices, text); ok {
			t.Errorf("%q was taken for %s", text, got)
		}
	}
}

func TestAMessageIsCutIntoFactAndSteps(t *testing.T) {
	fact, steps := wording.Part("未填工作单位；请按公章上的全称填写")
	if fact != "未填工作单位" || len(steps) != 1 || steps[0] != "请按公章上的全称填写" {
		t.Errorf("%s %v", fact, steps)
	}
}
