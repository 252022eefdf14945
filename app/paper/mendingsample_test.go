package paper

import (
	"strings"

	"gongkao/data"
)

// toUnit is a letter of the office of the mockups to a supervising unit about n of
// its people.
func toUnit(n int) Letter {
	l := Letter{Title: "罗山县农业农村局", To: "罗山县农业农村局", Number: "罗工考催〔2026〕3号", From: "罗山县人事技能考试中心", On: data.MustDate(2026, 9, 1)}
	for _, e := range crowd(n) {
		l.Items = append(l.Items, Item{Entry: e})
	}
	return l
}

// reminded owe an appraisal each, by the notice's day.
func reminded(n int) Letter {
	l := toUnit(n)
	l.Until, l.Days = data.MustDate(2026, 9, 30), 29
	l.Text = "依据信人技考函〔2026〕1号第二部分第（四）、（五）项，未按时补充上传或补充上传资料不符合申报要求的容缺后补申报人员，视为报名资格审查不通过。"
	for i := range l.Items {
		l.Items[i].What, l.Items[i].Until, l.Items[i].Days = "2025年度考核登记表（备案件）", l.Until, 29
	}
	return l
}

// longReason is as long as a clerk may type, and more than a page of a letter's
// column.
var longReason = strings.Repeat("“参加工作时间”与档案不一致（申报1998年7月，档案1999年12月），请核对；", 14)

// mended have something to mend each; the last has everything too long and rests
// on a clause that nobody has signed off.
func mended(n int) Letter {
	l := correction(n)
	e := worst()
	l.To, l.Title, l.From, l.Number, l.On, l.Until = e.Unit, e.Unit, e.Unit, "", data.Date{}, data.Date{}
	l.Items = append(l.Items, Item{Entry: e, What: longReason})
	return l
}

// reminderWorst is about people who owe several things by several days.
func reminderWorst(n int) Letter {
	l := reminded(n)
	l.Until, l.Number = data.Date{}, ""
	e := worst()
	l.To, l.Title = e.Unit, e.Unit
	l.Items[0].Days, l.Items[0].Until = -3, data.MustDate(2026, 8, 29)
	l.Items[1].Days, l.Items[1].Until = 0, l.On
	l.Items[2].Until = data.Date{}
	l.Items = append(l.Items, Item{Entry: e, What: "等级证书；单位意见；容缺承诺书上的单位审核同意；2025年度考核登记表（备案件）", Until: data.MustDate(2027, 1, 15), Days: 136})
	return l
}

// refusedWith is a letter of a rejection with these words on how to object.
func refusedWith(l Letter, how string) Letter {
	l.Text = how
	return l
}

// passing passed; the last has everything too long.
func passing(n int, worstToo bool) Letter {
	l := toUnit(n)
	if worstToo {
		l.Text = "合格线尚待核对，以正式公布的考核考评结果为准。"
		l.Until = data.MustDate(2026, 12, 15)
		l.Items = append(l.Items, Item{Entry: worst()})
	}
	return l
}

// importNote tells a unit of n places of its sheet.
func importNote(n int) Letter {
	l := Letter{Title: "罗山县交通运输局", To: "罗山县交通运输局", From: "罗山县人事技能考试中心", On: data.MustDate(2026, 3, 13), Until: data.MustDate(2026, 3, 20),
		Text: "你单位报送的《花名册.xlsx》中的工作表“工勤人员”，经核对有3行不能录入，需要修改3处。"}
	spots := []Item{
		{What: "身份证号被表格软件变成了数字，后几位已丢失", Spot: SheetSpot{7, "E7", "4115…0000（18位）", "请对照身份证重新录入，不能靠猜补全"}},
		{What: "单位库里没有“县交通局”，最接近的是“罗山县交通运输局”（“县交通局”是它的简称）", Spot: SheetSpot{12, "D12", "县交通局", "确认是同一单位，就改成单位库里的名称"}},
		{What: "没有“七级”这个等级", Spot: SheetSpot{31, "G31", "七级", "请填五级、四级、三级、二级或一级"}},
	}
	for i, e := range crowd(n) {
		item := spots[i%len(spots)]
		item.Applicant = &data.Applicant{Person: data.Person{Name: e.Person.Name}}
		l.Items = append(l.Items, item)
	}
	return l
}

// importNoteWorst is about two sheets, and by no day; the last of its places has
// everything too long.
func importNoteWorst(n int) Letter {
	l := importNote(n)
	e := worst()
	l.To, l.Title, l.From, l.On, l.Until = e.Unit, e.Unit, e.Unit, data.Date{}, data.Date{}
	l.Text = "你单位报送的《" + strings.Repeat("2026年机关事业单位工勤人员申报花名册", 3) + ".xlsx》中的工作表“机关”、“事业单位（含所属二级机构）”，经核对有8行不能录入，需要修改8处。"
	l.Items = append(l.Items, Item{Entry: Entry{Applicant: &data.Applicant{Person: data.Person{Name: e.Person.Name}}}, What: longReason,
		Spot: SheetSpot{104321, "事业单位（含所属二级机构）\nAB104321", strings.Repeat("罗山县农业农村局下属", 6), strings.Repeat("请核对单位名称，确是新设的单位，请把设立文件报工考机构登记；", 3)}})
	return l
}
