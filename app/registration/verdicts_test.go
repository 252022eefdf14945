package registration_test

import (
	"context"
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/eligibility"
	"gongkao/app/registration"
	"gongkao/data"
)

func TestAJudgementIsThatOfTheRulesAndFollowsAChange(t *testing.T) {
	d := demotest.Desk(t, 60)
	counted := map[registration.Judgement]int{}
	for _, j := range registration.Judgements() {
		for _, a := range d.Select(registration.Selection{Judgements: []registration.Judgement{j}}) {
			if string(d.Judge(a).Outcome) != string(j) {
				t.Errorf("%s is listed under %s", a.Person.Name, j)
			}
			counted[j]++
		}
		if counted[j] == 0 {
			t.Errorf("nobody is %s", j)
		}
	}
	var short *data.Applicant
	for _, a := range d.Select(registration.Selection{Judgements: []registration.Judgement{registration.Judgement(eligibility.Pass)}}) {
		if a.Application.Path == data.Promotion && a.Application.Status == data.Submitted {
			short = a
		}
	}
	changed, err := d.Amend(context.Background(), short.Application.ID, map[string]string{"current_cert_date": "2025-06"}, "")
	if err != nil {
		t.Fatal(err)
	}
	if j := d.Judgement(changed); j == registration.Judgement(eligibility.Pass) {
		t.Errorf("with a certificate of last year %s is still %s", changed.Person.Name, j)
	}
}

func TestASelectionByJudgementIsKeptInWords(t *testing.T) {
	s := registration.Selection{Judgements: []registration.Judgement{registration.Judgement(eligibility.Fail)}}
	if line := s.String(); line != "结论=不符合" || !registration.ReadSelection(line).Equal(s) {
		t.Errorf("%q reads back as %+v", line, registration.ReadSelection(line))
	}
}
