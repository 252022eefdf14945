package sheets

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"gongkao/data"
)

func TestAWaitingRowReadsAgainAsItReadInItsBook(t *testing.T) {
	heads := append(append([]any{}, personHeads...), "性别", "取得时间", "参加工作时间", "2025年度考核", "文化程度", "证书编号")
	id := person(1)[1].(string)
	for name, row := range map[string][]any{
		"one cell":     {"张伟", id, "罗山县实验幼儿园", "护理员", "七级"},
		"several":      {"张□", id[:17], "罗山县实验 幼儿园", "护理", "三级", "女", 2012.1, "不详", "良好", "#N/A", "1.91628E+11"},
		"a month":      {"张伟", id, "罗山县实验幼儿园", "护理员", "三级", "男", 2012.1, 197502},
		"an ID number": {"张伟", 411521198001010010.0, "", "护理员", "三级", "男", "2012.1", 36008},
	} {
		got := understood(t, bookOf(heads, row))
		if len(got.Waiting) != 1 {
			t.Fatalf("%s: waiting %d", name, len(got.Waiting))
		}
		w := got.Waiting[0]
		_, problems := ReadTexts(w.Texts, w.Numbers, Knowledge{Codes: countyCodes{}, Units: kindergarten()})
		for i := range w.Problems {
			w.Problems[i].Row, w.Problems[i].Cell = 0, ""
		}
		if diff := cmp.Diff(w.Problems, problems); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestWhatAClerkTypesIsReadAsInASheet(t *testing.T) {
	know := Knowledge{Codes: countyCodes{}, Units: kindergarten(), Seen: Seen{}}
	id := person(1)[1].(string)
	a, problems := ReadTexts(map[string]string{"name": " 张 伟", "id_number": id, "unit": "罗山县实验幼儿园", "trade": "护理员", "level": "高级工",
		"current_cert_date": "2001.1", "work_start": "1998", "appraisals.2025": "优", "commitment": "√"}, []string{"work_start"}, know)
	if len(problems) != 1 || problems[0].Code != "date-bad" || problems[0].Field != "work_start" || problems[0].Value != "1998" {
		t.Errorf("problems %+v; want the month of work alone", problems)
	}
	if a.Person.Name != "张伟" || a.Application.Level != 3 || a.Application.Unit != "u1" || a.Person.CurrentCertDate.String() != "2001-01" ||
		a.Person.Appraisals[2025] != data.Excellent || !a.Application.Commitment || a.Person.Sex != data.Male {
		t.Errorf("read as %+v", a)
	}
	if len(know.Seen) != 0 {
		t.Errorf("a row that is read again claims its person: %v", know.Seen)
	}
}

func TestARowReadAgainIsComparedWithTheOthersOfItsTray(t *testing.T) {
	id := data.IDNumber(person(1)[1].(string))
	texts := map[string]string{"name": "张伟", "id_number": string(id), "unit": "罗山县实验幼儿园", "trade": "护理员", "level": "三级"}
	know := Knowledge{Codes: countyCodes{}, Units: kindergarten(), Seen: Seen{id: {File: "甲.xlsx", Sheet: "表一", Row: 7}}}
	if _, problems := ReadTexts(texts, nil, know); len(problems) != 1 || problems[0].Code != "id-duplicate-sheet" || problems[0].Message != "同一身份证号在文件“甲.xlsx”第 7 行已经有了" {
		t.Errorf("problems %+v", problems)
	}
	know.Seen, know.Registered = nil, func(n data.IDNumber) bool { return n == id }
	if _, problems := ReadTexts(texts, nil, know); len(problems) != 1 || problems[0].Code != "id-duplicate-register" {
		t.Errorf("problems %+v", problems)
	}
}
