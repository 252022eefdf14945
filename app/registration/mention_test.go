package registration_test

import (
	"strings"
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/registration"
	"gongkao/data"
)

// namesakes is a county in which two people of different units and levels are
// called 张小芳.
func namesakes(t *testing.T) (d *registration.Desk, first, second *data.Applicant) {
	t.Helper()
	d = demotest.Desk(t, 20)
	unit := d.AllUnits()
	var both []*data.Applicant
	for i, number := range []string{"411521198501010024", "411521198602020029"} {
		number = string(data.WithCheckDigit(number[:17]))
		a, err := d.Enter(ctx, data.Applicant{Unit: unit[i].Name, Person: data.Person{Name: "张小芳", IDNumber: data.IDNumber(number)},
			Application: data.Application{Trade: "保育员", Level: data.Level(5 - i)}})
		if err != nil {
			t.Fatal(err)
		}
		both = append(both, a)
	}
	return d, both[0], both[1]
}

func TestWhoIsMeantIsFoundByNumberElseByName(t *testing.T) {
	d, first, second := namesakes(t)
	number := string(first.Person.IDNumber)
	for name, m := range map[string]registration.Mention{
		"by number":              {IDNumber: number},
		"number and name":        {IDNumber: " " + number, Name: "张　小芳"},
		"name with a lost sign":  {IDNumber: number, Name: "张小?"},
		"name masked by a bank":  {IDNumber: number, Name: "张*芳"},
		"name and unit":          {Name: "张小芳", Unit: first.Unit},
		"name and masked number": {IDNumber: number[:6] + "********" + number[14:], Name: "张小芳"},
		"name and what fits":     {Name: "张小芳", Fits: func(a *data.Applicant) bool { return a.Application.Level == 5 }},
	} {
		got, err := registration.NewFinder(d, "pay").Whose(m)
		if err != nil || got.Application.ID != first.Application.ID {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
	if got, err := registration.NewFinder(d, "pay").Whose(registration.Mention{Name: "张小芳", Unit: second.Unit}); err != nil || got.Application.ID != second.Application.ID {
		t.Errorf("the other of the name in her unit: %v, %v", got, err)
	}
}

func TestWhoIsNotFoundIsRefusedWithTheCandidates(t *testing.T) {
	d, first, _ := namesakes(t)
	number := string(first.Person.IDNumber)
	stranger := string(data.WithCheckDigit("41152119700101001"))
	for name, c := range map[string]struct {
		mention registration.Mention
		code    string
		says    string
	}{
		"nobody is named":        {registration.Mention{}, "pay-stranger", "补上身份证号"},
		"unknown number":         {registration.Mention{IDNumber: stranger}, "pay-stranger", "先登记"},
		"unknown number, known":  {registration.Mention{IDNumber: stranger, Name: "张小芳"}, "pay-stranger", first.Unit},
		"unknown name":           {registration.Mention{Name: "诸葛不存在"}, "pay-stranger", "诸葛不存在"},
		"two of the name":        {registration.Mention{Name: "张小芳"}, "pay-ambiguous", first.Unit},
		"nobody of the unit":     {registration.Mention{Name: "张小芳", Unit: "月球基地"}, "pay-stranger", number[14:]},
		"wrong check digit":      {registration.Mention{IDNumber: number[:17] + "9"}, "id-checksum", "第 18 位"},
		"number mangled":         {registration.Mention{IDNumber: "4.11521E+17", Name: "张小芳"}, "id-mangled", "丢失"},
		"number of another":      {registration.Mention{IDNumber: number, Name: "李建国"}, "pay-name", "张小芳"},
		"masked number, no name": {registration.Mention{IDNumber: "4115**********0024"}, "id-characters", "不该"},
	} {
		_, err := registration.NewFinder(d, "pay").Whose(c.mention)
		if !data.HasCode(err, c.code) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v; want %s that says %s", name, err, c.code, c.says)
		}
	}
}
