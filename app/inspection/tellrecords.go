package inspection

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"gongkao/app/policy"
	"gongkao/app/registration"
	"gongkao/data"
)

func (s *story) documents() {
	for _, d := range s.Documents {
		s.line("%s：%s，%s，%s%s", d.Name, d.StateName, d.By, d.At.Format(minute), remark(d.Note))
		for _, scan := range d.Scans {
			s.deeper("扫描件 %s，%d 页，校验值 %s", scan.Name, scan.Pages, data.FirstRunes(scan.SHA256, 16))
		}
	}
}

// remark is a note in brackets, nothing where there is none.
func remark(note string) string {
	if note == "" {
		return ""
	}
	return "（" + note + "）"
}

func (s *story) commitments() {
	for _, c := range s.Commitments {
		state := "未补"
		switch {
		case !c.Withdrawn.IsZero():
			state = "已于 " + c.Withdrawn.String() + " 撤回"
		case !c.Fulfilled.IsZero():
			state = "已于 " + c.Fulfilled.String() + " 补交" + remark(c.With)
		case c.Lapsed:
			state = "逾期未补"
		}
		consent := "单位未审核同意"
		if c.Consent {
			consent = "单位审核同意"
		}
		s.line("%s，%s 承诺，%s 前补交，%s，%s，%s%s", policy.Promised(&c.Commitment), c.Made, c.Due, consent, state, c.By, remark(c.Reason))
	}
}

func (s *story) notice() {
	n := s.Notice
	if n == nil {
		return
	}
	proof := "公示证明未交"
	if n.Proof {
		proof = "公示证明已交"
	}
	s.line("%s 至 %s，%s，%s，%s", cmp.Or(n.From.String(), "未填"), cmp.Or(n.To.String(), "未填"), cmp.Or(n.Place, "地点未填"), proof, n.By)
	if n.Objections != "" {
		s.deeper("异议：%s；处理：%s", n.Objections, cmp.Or(n.Settled, "未处理"))
	}
}

func (s *story) violations() {
	for _, v := range s.Violations {
		state := "限制期已满"
		switch {
		case !v.Withdrawn.IsZero():
			state = "已于 " + v.Withdrawn.String() + " 撤销"
		case v.Bans:
			state = "限制期内"
		}
		s.line("%s 查实：%s，限制到 %s，%s，%s%s", v.Found, v.What, v.Until, state, v.By, remark(v.Basis))
		if len(v.Revoked) > 0 {
			s.deeper("撤销证书：%s", strings.Join(v.Revoked, "、"))
		}
	}
}

func (s *story) custody() {
	for _, slip := range s.Custody {
		what := "收到"
		if slip.Back {
			what = "退还"
		}
		var items []string
		for _, item := range slip.Items {
			items = append(items, fmt.Sprintf("%s %d 件", item.Name, item.Pieces))
		}
		void := ""
		if slip.Void != "" {
			void = "；已作废：" + slip.Void
		}
		s.line("%s %s：%s，%s 签字，经办 %s%s", slip.At.Format(minute), what, strings.Join(items, "、"), slip.Hand, slip.By, void)
	}
}

func (s *story) decisions() {
	for _, d := range s.Decisions {
		who := d.By
		if d.First != "" {
			who = d.First + "、" + d.By
		}
		s.line("%s %s：%s → %s%s", d.At.Format(minute), who, d.From, d.To, remark(strings.Join(d.Reasons, "；")))
		for _, rule := range slices.Sorted(maps.Keys(d.Overrides)) {
			s.deeper("说明理由后通过“%s”：%s", s.titleOf(rule), d.Overrides[rule])
		}
		for _, f := range d.Findings {
			s.deeper("当时的意见：%s（%s %s）", f.Message, f.Source, f.Clause)
		}
		kept := "原文未存"
		if d.PolicyKept {
			kept = "原文已存"
		}
		s.deeper("政策文件校验值 %s，%s", cmp.Or(data.FirstRunes(d.PolicyHash, 16), "未记"), kept)
	}
}

// titleOf is what a rule is called, as far as it is still asked.
func (s *story) titleOf(rule string) string {
	for i := range s.Verdict.Clauses {
		if c := &s.Verdict.Clauses[i]; c.Rule == rule {
			return c.Title
		}
	}
	return rule
}

func (s *story) notes() {
	if s.Reopened != "" {
		s.line("更正：%s", s.Reopened)
	}
	for _, a := range s.Asks {
		if a.Answer == "" {
			s.line("要求补正：%s；尚未补正", a.Text)
			continue
		}
		s.line("要求补正：%s；%s，%s，%s", a.Text, a.Answer, a.By, a.At.Format(minute))
	}
	for _, k := range s.Keyings {
		s.line("二次录入 %s：登记“%s”，再录“%s”，%s，%s，%s", k.Label, k.First, k.Second, settled(k), k.By, k.At.Format(minute))
	}
	for _, r := range s.Remarks {
		struck := ""
		if r.Struck != "" {
			struck = "（已由 " + r.Struck + " 划去）"
		}
		s.line("备注：%s，%s，%s%s", r.Text, r.By, r.At.Format(minute), struck)
	}
}

func settled(k Keying) string {
	if k.Settled == "" {
		return "未定"
	}
	return "定为“" + k.Settled + "”"
}

func (s *story) spots() {
	for _, p := range s.Spots {
		found := data.SpotFinding{Sound: p.Sound, Found: p.Found}
		said := found.Words()
		if found.Looked() {
			said += "，" + p.By + "，" + p.At.Format(minute)
		}
		s.line("%s 抽取（种子 %d，编号 %s）：%s", p.Drawn.Format(minute), p.Seed, p.Check, said)
	}
}

func (s *story) prints() {
	for _, p := range s.Prints {
		s.line("%s %s：%s，%s，%d 页，同印 %d 人，核对码 %s", p.At.Format(minute), p.By, cmp.Or(s.paper(p.Paper), p.Paper), p.Scope, p.Pages, p.Records, p.Code)
	}
}

func (s *story) timeline() {
	for _, e := range s.Timeline {
		words := e.Words
		if e.Kind == registration.EventFields { // of everything else the words say why
			words += remark(e.Why)
		}
		if e.Undone {
			words += "（后来撤销）"
		}
		s.line("%s %s：%s", e.At.Format(minute), cmp.Or(e.By, "另一位审核人"), words)
	}
}

func (s *story) chain() {
	words := "全部数据已逐条核验，完好"
	if !s.Chain.OK {
		words = fmt.Sprintf("核验发现 %d 处问题", len(s.Chain.Problems))
	}
	s.line("%s：%d 条审计记录，审计头 %s", words, s.Chain.Entries, s.Chain.Head)
	for _, problem := range s.Chain.Problems {
		s.deeper("%s", problem)
	}
}
