package demo

import "gongkao/data"

// peculiar is somebody of whom every county has one: a case the rules speak of,
// or a name that shows what the printer can do.
type peculiar struct {
	name string
	turn func(c *chance, a *data.Applicant)
}

// peculiars stand at the head of the county, one after another, so that even a
// county of forty people shows every case.
var peculiars = []peculiar{
	{"刘𬱖", woman(data.F50, 1981, 9)},
	{"张䶮", func(c *chance, a *data.Applicant) {}},
	{"赵𫖯", func(c *chance, a *data.Applicant) {}},
	{"钱𬬻", func(c *chance, a *data.Applicant) {}},
	{"孙𠙶", func(c *chance, a *data.Applicant) {}},
	{"周𫰛", woman(data.F55, 1984, 3)},
	{"吉𠮷", func(c *chance, a *data.Applicant) {}},
	{"买买提·吐尔逊", uyghur},
	{"阿卜杜克热木江·买合木提江·伊斯拉木阿洪", uyghur},
	{"王守义", man(1964, 12)},                      // reached in 2024 already
	{"李德顺", man(1965, 11)},                      // 2026-02: the month before the notice
	{"张国栋", man(1965, 12)},                      // 2026-03, the notice's month: a person must decide
	{"陈秀兰", woman(data.F55, 1970, 12)},          // the same for women of 55
	{"杨桂芝", woman(data.F50, 1975, 10)},          // and of 50
	{"黄金山", consent(man(1966, 2))},              // within the year, both agree
	{"吴明远", man(1966, 3)},                       // within the year, nobody has agreed
	{"徐爱莲", consent(woman(data.F50, 1975, 12))}, // the same for a woman
	{"胡玉珍", woman("", 1980, 5)},                 // category not entered: nobody may guess it
	{"郭建军", func(c *chance, a *data.Applicant) { a.Application.Level = 2; a.Person.CurrentLevel = 4 }},
	{"何志强", func(c *chance, a *data.Applicant) {
		a.Person.CurrentTrade = "保管工"
		a.Application.Trade = "汽车驾驶员"
	}},
	{"高亮", func(c *chance, a *data.Applicant) {
		a.Person.CurrentCertDate = data.Month{Year: policyYear - 3, Month: 6}
	}},
	{"林晓峰", func(c *chance, a *data.Applicant) {
		a.Person.Appraisals[policyYear-1], a.Application.Commitment = data.Unrecorded, true
	}},
	{"郑小军", func(c *chance, a *data.Applicant) {
		a.Person.Appraisals[policyYear-1], a.Application.Commitment = data.Unrecorded, false
	}},
	{"罗新民", func(c *chance, a *data.Applicant) { a.Application.Path = data.ByYears }},
	{"梁大勇", func(c *chance, a *data.Applicant) {
		a.Application.Path, a.Application.Honours = data.Exceptional, "2023年 河南省职业技能竞赛第二名；2024年 信阳市五一劳动奖章。"
	}},
	{"谢长江", topLevel(true)},
	{"宋德厚", topLevel(false)},
	{"唐国庆", func(c *chance, a *data.Applicant) {
		a.Person.CurrentCertNo, a.Person.CurrentCertDate = "", data.Month{}
	}},
	{"许文斌", func(c *chance, a *data.Applicant) { a.Application.Trade = "古籍修复工" }},
	{"邓海涛", func(c *chance, a *data.Applicant) {
		a.Person.IDNumber = data.WithCheckDigit("420102" + string(a.Person.IDNumber[6:17]))
	}},
	{"冯永福", func(c *chance, a *data.Applicant) {
		a.Person.Address = "河南省信阳市罗山县龙山街道江淮路126号农业技术推广中心家属院3号楼2单元401室（收发室代转）"
	}},
}

func man(year, month int) func(*chance, *data.Applicant) {
	return func(c *chance, a *data.Applicant) {
		c.reborn(a, data.Male, data.M60, data.Month{Year: year, Month: month})
	}
}

func woman(category data.Category, year, month int) func(*chance, *data.Applicant) {
	return func(c *chance, a *data.Applicant) {
		c.reborn(a, data.Female, category, data.Month{Year: year, Month: month})
	}
}

func consent(turn func(*chance, *data.Applicant)) func(*chance, *data.Applicant) {
	return func(c *chance, a *data.Applicant) {
		turn(c, a)
		a.Application.Consent = true
	}
}

func uyghur(c *chance, a *data.Applicant) { a.Person.Ethnicity = "维吾尔族" }

func topLevel(appointed bool) func(*chance, *data.Applicant) {
	return func(c *chance, a *data.Applicant) {
		a.Application.Level, a.Application.Honours = 1, ""
		c.reborn(a, data.Male, data.M60, data.Month{Year: 1974, Month: 5})
		a.Person.CurrentCertDate = data.Month{Year: policyYear - 8, Month: 11}
		a.Person.AppointedLevel, a.Person.AppointedDate = 0, data.Month{}
		if appointed {
			a.Person.AppointedLevel, a.Person.AppointedDate = 2, data.Month{Year: policyYear - 7, Month: 6}
		}
		for y := policyYear - 5; y < policyYear; y++ {
			a.Person.Appraisals[y] = data.Qualified
		}
		a.Person.Appraisals[policyYear-2], a.Person.Appraisals[policyYear-3] = data.Excellent, data.Excellent
	}
}

// reborn gives another sex, category and birth month, and a working life that
// goes with them.
func (c *chance) reborn(a *data.Applicant, sex data.Sex, category data.Category, birth data.Month) {
	a.Person.Sex, a.Person.Category = sex, category
	c.identify(&a.Person, birth)
	a.Person.WorkStart = birth.Add(20*12 + c.IntN(6))
	a.Person.Political = pick(c, []string{"群众", "中共党员"})
	c.climb(a)
}
