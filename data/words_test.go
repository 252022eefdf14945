package data

import (
	"strings"
	"testing"
)

func TestReadLevel(t *testing.T) {
	for text, want := range map[string]Level{
		"三级": 3, "高级工": 3, "3": 3, "三级（高级工）": 3, "高级工(三级)": 3, "3级": 3, "技师": 2, "高级技师": 1, "一级": 1, "初级工": 5, "５": 5, "三": 3, "三级/高级工": 3, "五级工": 5, "二级工（技师）": 2,
		"叁级": 3, "III": 3, "Ⅲ级": 3, "iv": 4, "高级": 3, "中级": 4, "技师(二级)": 2, "技师（二级）": 2, "国家职业资格三级": 3, "高级工（国家职业资格三级）": 3, "技术工三级": 3, "3.0": 3,
		"三级工": 3, "三级-高级工": 3, "高级工三级工": 3, " 高 级 工 ": 3, "1级": 1,
	} {
		if got, ok := ReadLevel(text); !ok || got != want {
			t.Errorf("ReadLevel(%q) = %v, %v; want %v", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "六级", "0", "特级技师", "三级技师", "工人", "高级技工", "高级职称", "高级技", "副高", "33", "三四级", "普通工三级"} {
		if got, ok := ReadLevel(text); ok {
			t.Errorf("ReadLevel(%q) = %v; want nothing", text, got)
		}
	}
}

func TestReadAppraisals(t *testing.T) {
	for text, want := range map[string]string{
		"2024优秀 2025合格": "2024优秀 2025合格", "2023年合格、2024年优秀，2025年称职": "2023合格 2024优秀 2025合格", "2024：合格；2025：优秀": "2024合格 2025优秀",
		"2024年度考核优秀等次": "2024优秀", "23年合格 24年合格": "2023合格 2024合格", "2024年 优秀": "2024优秀", "2025年为基本称职": "2025基本合格",
		"2023-2025均合格": "2023合格 2024合格 2025合格", "2023年至2025年年度考核均为合格": "2023合格 2024合格 2025合格", "2023—2024都是优秀\n2025合格": "2023优秀 2024优秀 2025合格",
	} {
		if all, ok := ReadAppraisals(text); !ok || appraisalsText(all) != want {
			t.Errorf("ReadAppraisals(%q) = %s, %v; want %s", text, appraisalsText(all), ok, want)
		}
	}
	for _, text := range []string{"", "合格", "均合格", "近三年均合格", "2023-2025合格", "2025-2023均合格", "2024良好", "2024合格 2024优秀", "2024A", "1923合格", "优秀、合格、合格"} {
		if all, ok := ReadAppraisals(text); ok {
			t.Errorf("ReadAppraisals(%q) = %s; want nothing", text, appraisalsText(all))
		}
	}
}

func TestOtherWordsAndSigns(t *testing.T) {
	for text, want := range map[string]Sex{"男": Male, "女 ": Female, "男性": Male, "F": Female, "m": Male, "1": Male, "２": Female, "0": "", "3": "", "女士": ""} {
		if got, ok := ReadSex(text); got != want || ok != (want != "") {
			t.Errorf("ReadSex(%q) = %q", text, got)
		}
	}
	for text, want := range map[string]bool{"是": true, "√": true, "✔": true, "Y": true, "１": true, "有": true, "否": false, "×": false, "X": false, "无": false, "0": false, "n": false, "": false} {
		if got, ok := ReadYesNo(text); got != want || !ok {
			t.Errorf("ReadYesNo(%q) = %v, %v", text, got, ok)
		}
	}
	if _, ok := ReadYesNo("待定"); ok {
		t.Error("待定 is taken for yes or no")
	}
	for text, want := range map[string]Path{"逐级申报": Promotion, "按工作年限": ByYears, "破格晋升": Exceptional, "首次考核": FirstTime, "晋 级": Promotion, "直接认定": ""} {
		if got, _ := ReadPath(text); got != want {
			t.Errorf("ReadPath(%q) = %q", text, got)
		}
	}
	for text, want := range map[string]Category{"50": F50, "５５": F55, "60周岁": M60, "55 岁": F55, "女55": F55, "干部": "", "工人": "", "女干部": "", "45": ""} {
		if got, _ := ReadCategory(text); got != want {
			t.Errorf("ReadCategory(%q) = %q", text, got)
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
