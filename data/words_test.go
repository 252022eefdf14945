package data

import (
	"strings"
	"testing"
)

func TestReadLevel(t *testing.T) {
	for text, want := range map[string]Level{
		"三级": 3, "高级工": 3, "3": 3, "三级（高级工）": 3, "高级工(三级)": 3, "3级": 3, "技师": 2, "高级技师": 1, "一级": 1, "初级工": 5, "５": 5, "三": 3, "三级/高级工": 3, "五级工": 5, "二级工（技师）": 2,
	} {
		if got, ok := ReadLevel(text); !ok || got != want {
			t.Errorf("ReadLevel(%q) = %v, %v; want %v", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "六级", "0", "特级技师", "三级技师", "工人"} {
		if got, ok := ReadLevel(text); ok {
			t.Errorf("ReadLevel(%q) = %v; want nothing", text, got)
		}
	}
}

func TestNameHasOneForm(t *testing.T) {
	for text, want := range map[string]string{
		"张　伟": "张伟", "欧阳 伟": "欧阳伟", " 刘𬱖\u200b ": "刘𬱖", "买买提•吐尔逊": "买买提·吐尔逊", "阿依古丽・艾山": "阿依古丽·艾山", "热合曼．卡德尔": "热合曼·卡德尔",
	} {
		if got := NormaliseName(text); got != want || CheckName(got) != nil {
			t.Errorf("NormaliseName(%q) = %q (%v); want %q", text, got, CheckName(got), want)
		}
	}
}

func TestNameThatCannotBePrintedIsRefused(t *testing.T) {
	for _, name := range []string{"张□", "刘\uE123", "李?", "王〓", "陈\xff", strings.Repeat("长", MaxName+1), "张3"} {
		if err := CheckName(name); !HasCode(err, "name-bad") {
			t.Errorf("CheckName(%q) = %v; want name-bad", name, err)
		}
	}
	if err := CheckName(strings.Repeat("长", MaxName)); err != nil {
		t.Errorf("a name of %d characters was refused: %v", MaxName, err)
	}
}

func TestFen(t *testing.T) {
	for fen, want := range map[Fen]string{0: "0.00", 27500: "275.00", 127500: "1,275.00", 123456789: "1,234,567.89", -5: "-0.05"} {
		if got := fen.String(); got != want {
			t.Errorf("Fen(%d) = %s; want %s", int64(fen), got, want)
		}
	}
}

func TestRetirementCategoryOfAWomanIsNeverGuessed(t *testing.T) {
	if c := (&Person{Sex: Female}).RetirementCategory(); c != "" {
		t.Errorf("a woman without an entered category got %q", c)
	}
	if c := (&Person{Sex: Male}).RetirementCategory(); c != M60 {
		t.Errorf("a man got %q", c)
	}
}
