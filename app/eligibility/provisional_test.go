package eligibility

import (
	"strings"
	"testing"

	"gongkao/app/policy"
	"gongkao/app/retirement"
	"gongkao/data"
)

func TestBeforeTheNoticeOfEverybodyTheSameIsSaid(t *testing.T) {
	codes, p := loadCodes(t), loadPolicy(t)
	text, err := p.CopyYear(2027)
	if err != nil {
		t.Fatal(err)
	}
	next, err := policy.Parse(2027, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range []*data.Applicant{{}, {Person: data.Person{IDNumber: "411502197001010016"}, Application: data.Application{Level: 3, Path: data.Promotion, Status: data.Draft}}} {
		for _, traced := range []bool{false, true} {
			v := Judge(Question{Applicant: a, Policy: next, Codes: codes, AsOf: data.MustDate(2027, 1, 5), Traced: traced})
			if v.Outcome != Warn || v.Retirement != retirement.Unknown || len(v.Findings) != 1 {
				t.Fatalf("%+v", v)
			}
			if f := v.Findings[0]; f.Rule != "window-closed" || f.Severity != Warning || !strings.HasPrefix(f.Message, "2027 年度的通知还没有录入，条件不能核对") {
				t.Errorf("%+v", f)
			}
		}
	}
}
