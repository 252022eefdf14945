package paper

import (
	"fmt"
	"strings"
	"time"

	"gongkao/data"
)

// examined is the review of the mockups' person, with so many clauses.
func examined(n int) *Review {
	rows := []Clause{
		{Title: "在岗正式或其他聘用人员", Source: "信人技考函〔2026〕1号 一（一）", Seen: "岗位聘用合同（见原件）；正式工作人员", Finding: "符合", Confirmed: true},
		{Title: "通知下发前未到退休年龄", Source: "信人技考函〔2026〕1号 一（二）", Seen: "身份证（见原件）；2035-02 到龄", Finding: "符合", Confirmed: true},
		{Title: "身份证号无误", Source: "信人技考函〔2026〕1号 二（三）", Seen: "身份证（见原件）；无误", Finding: "符合", Confirmed: true},
		{Title: "逐级申报，不越级", Source: "2011年全省工考通知（文号待核对）", Seen: "等级证书（见原件）；三级 → 二级", Finding: "符合"},
		{Title: "取得三级满 5 年", Source: "豫人社工考〔2013〕1号 条款号待核对", Seen: "等级证书（见原件）；6 年 10 个月", Finding: "符合"},
		{Title: "高中以上文化程度", Source: "豫人社工考〔2013〕1号 条款号待核对", Seen: "毕业证（有复印件）；大专", Finding: "符合"},
		{Title: "近 3 年考核合格", Source: "2010年全省工考通知（文号待核对）", Seen: "考核登记表（见原件）；2025 容缺", Finding: "容缺"},
		{Title: "容缺承诺按期补交", Source: "信人技考函〔2026〕1号 二（四）", Seen: "容缺承诺书（见原件）；2026-09-30 前补", Finding: "容缺\n9月30日前补", Confirmed: true},
		{Title: "工种在目录内", Source: "豫人社办〔2022〕93号 条款号待核对", Seen: "农艺工", Finding: "符合"},
		{Title: "不在违规限制期内", Source: "信人技考函〔2026〕1号 六（三）", Seen: "无违规记录", Finding: "符合", Confirmed: true},
	}
	all := make([]Clause, n)
	for i := range all {
		all[i] = rows[i%len(rows)]
		all[i].Remark = map[int]string{3: "说明理由：证书遗失，已见补发证明"}[i]
		all[i].By, all[i].At = "王建国", clock.Add(time.Duration(3*i-90)*time.Minute)
	}
	return &Review{Clauses: all, Outcome: Conditional, By: "王建国", First: "李文娟", At: clock.Add(-time.Hour),
		Reasons: []string{"2025年度考核，2026年9月30日前补交",
			"未按时补充上传或补充上传资料不符合申报要求的容缺后补申报人员，视为报名资格审查不通过（信人技考函〔2026〕1号 二（五））"}}
}

func reviewed(n int) Entry {
	e := liuDi()
	e.Review = examined(n)
	return e
}

// undecided is a review that is not over: no box ticked, some clauses not looked at.
func undecided() Entry {
	e := reviewed(11)
	r := e.Review
	r.Outcome, r.Reasons, r.By, r.First, r.At = "", nil, "", "", time.Time{}
	for i := range r.Clauses[6:] {
		c := &r.Clauses[6+i]
		c.By, c.At = "", time.Time{}
	}
	return e
}

// worstReviewed has more clauses than a page holds, and long words in each.
func worstReviewed() Entry {
	e := worst()
	e.Review = examined(19)
	r := e.Review
	for i := range r.Clauses {
		c := &r.Clauses[i]
		c.Remark = "要求 2023—2025 年度考核都合格：2025 年度未备案或未填；请核对考核登记表，尚未备案的可办容缺承诺"
		c.By = "欧阳阿卜杜克热木江"
	}
	r.Clauses[3].Seen = strings.Repeat("等级证书（见原件），编号 1916155026300418；", 6)
	r.Outcome = Refused
	for range 4 {
		r.Reasons = append(r.Reasons, strings.Repeat("等级证书与档案记载不符，经与发证机关核对无此证书；", 3))
	}
	return e
}

// custody is a slip of so many originals, the first of which is back.
func custody(n int) Slip {
	names := []Original{
		{"等级证书", 1, "二级（技师），1716155026348812", true},
		{"聘用文件", 1, "聘在二级，2017-08", false},
		{"毕业证", 1, "高中", false},
		{"2021—2025 年度考核登记表", 5, "含2年优秀，已退 2 份", false},
		{"公示证明", 1, "公示期满", false},
		{"荣誉、业绩证书", 2, "2022年、2024年", false},
		{"参加工作时间的材料", 1, "1996-07", false},
		{"转岗依据", 1, "", false},
	}
	s := Slip{Entry: liuDi(), Number: "2026-037", At: clock, Hand: "周海燕", By: "王建国"}
	s.Person.Name, s.Unit, s.Application.Level, s.Application.Trade = "谭大勇", "罗山县畜牧技术推广站", 1, "护理员"
	for i := range n {
		s.Originals = append(s.Originals, names[i%len(names)])
	}
	return s
}

// worstCustody goes on on a second sheet, and nothing of it is short.
func worstCustody() Slip {
	s := custody(11)
	w := worst()
	s.Person.Name, s.Unit, s.Application.Trade, s.Hand = w.Person.Name, w.Unit, "办公设备维修工", w.Person.Name
	for i := range s.Originals {
		s.Originals[i].Note = fmt.Sprintf("编号%02d　%s", i, strings.Repeat("证书上的名称与目录不一致，", 6))
	}
	return s
}

func merger() Change {
	return Change{Supervising: "罗山县文化广电和旅游局", Phone: "0376-7600418", UnitChange: data.UnitChange{Kind: data.UnitMerged, Old: "罗山县文化馆", New: "罗山县公共文化服务中心",
		Basis: "罗编〔2026〕13号", Contact: "周海燕", On: data.MustDate(2026, 3, 11), Moved: 7}}
}

// renamed has the longest names.
func renamed() Change {
	w := worst()
	return Change{Supervising: w.Unit, UnitChange: data.UnitChange{Kind: data.UnitRenamed, Old: w.Unit, New: strings.Replace(w.Unit, "第一", "第二", 1),
		Basis: "《中共罗山县委机构编制委员会关于调整县农业农村局所属事业单位机构编制事项的批复》（罗编〔2026〕113号）", Contact: w.Person.Name, On: data.MustDate(2026, 3, 11)}}
}
