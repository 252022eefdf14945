package sheets

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gongkao/data"
)

func TestWhatIsTypedByMistakeIntoAnIDNumberIsNamed(t *testing.T) {
	for id, c := range map[string]struct{ code, message string }{
		"41152119800101001×":      {"id-characters", "乘号一类的符号（×）"},
		"41152119800101****":      {"id-characters", "被遮住了（*）"},
		"4115211980O101001X":      {"id-characters", "字母 O，可能是数字 0"},
		"41152l19800101001X":      {"id-characters", "有 l，可能是数字 1"},
		"4115211980A101001X":      {"id-characters", "不该出现的字符"},
		"411,521,198,001,010,000": {"id-mangled", "后几位已丢失"},
		"411521198001010000.00":   {"id-mangled", "后几位已丢失"},
		"4.11521E+17":             {"id-mangled", "后几位已丢失"},
		"４．１１５２１Ｅ＋１７":             {"id-mangled", "后几位已丢失"},
		"'４１１５２１１９８００１０１００１ｘ":              {"", ""},
		"\u200b411521 19800101 001X\u00a0": {"", ""},
	} {
		row := person(1)
		row[1] = id
		got := understood(t, bookOf(personHeads, row))
		if c.code == "" {
			if len(got.Accepted) != 1 {
				t.Errorf("%s: %+v", id, got.Problems)
			}
			continue
		}
		if len(got.Problems) != 1 || got.Problems[0].Code != c.code || !strings.Contains(got.Problems[0].Message, c.message) {
			t.Errorf("%s: %+v; want %s %s", id, got.Problems, c.code, c.message)
		}
		if c.code == "id-mangled" && !strings.Contains(got.Problems[0].Hint, "先把这一列设成“文本”再填，或在号码前加英文单引号 '") {
			t.Errorf("%s: the hint is %s", id, got.Problems[0].Hint)
		}
	}
}

func TestTheOtherRowOfAPersonIsNamedWithWhatDiffers(t *testing.T) {
	other := person(1)
	other[0], other[2] = "张维", "罗山县教育体育局"
	know := Knowledge{Codes: countyCodes{}, Units: kindergarten(),
		Registered: func(n data.IDNumber) bool { return string(n) == person(3)[1] },
		Where:      func(data.IDNumber) string { return "罗山县图书馆，护理员三级，待审" }}
	reading, err := Understand(bookOf(personHeads, person(1), other, person(3)), know)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range reading.Sheets[0].Problems {
		got = append(got, p.Message)
	}
	want := []string{"同一身份证号在第 2 行已经有了，那里姓名是“张伟”、单位是“罗山县实验幼儿园”", "此人本年度已经登记：罗山县图书馆，护理员三级，待审"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestPeopleOfOneNameStayApart(t *testing.T) {
	got := understood(t, bookOf(personHeads, person(1), person(3)))
	if len(got.Accepted) != 2 || len(got.Problems) != 0 {
		t.Errorf("accepted %d: %v", len(got.Accepted), codes(got))
	}
}
