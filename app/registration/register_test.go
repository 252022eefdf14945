package registration

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"gongkao/data"
)

// registerOf makes a register of invented people without a store.
func registerOf(people ...data.Applicant) *Register {
	r := &Register{year: 2026}
	var all []*data.Applicant
	for i := range people {
		all = append(all, &people[i])
	}
	r.fill(all)
	return r
}

func someone(name string, number data.IDNumber, unit string, level data.Level) data.Applicant {
	return data.Applicant{
		Person:      data.Person{Name: name, IDNumber: number},
		Application: data.Application{ID: data.ApplicationID(number), Unit: data.UnitID(unit), Level: level, Status: data.Submitted},
		Unit:        unit, Supervising: "罗山县农业农村局",
	}
}

func names(found []*data.Applicant) string {
	var all []string
	for _, a := range found {
		all = append(all, a.Person.Name)
	}
	return strings.Join(all, " ")
}

func TestFind(t *testing.T) {
	r := registerOf(
		someone("刘𬱖", "411503198109010027", "罗山县农业技术推广中心", 2),
		someone("曾伟", "41152119791113253X", "罗山县种子服务站", 3),
		someone("刘伟", "411502197001010016", "罗山县种子服务站", 4),
	)
	for _, c := range []struct {
		q    Query
		want string
	}{
		{Query{}, "刘𬱖 曾伟 刘伟"},
		{Query{Text: "刘"}, "刘𬱖 刘伟"},
		{Query{Text: "lw"}, "刘𬱖 刘伟"},
		{Query{Text: "LW 种子"}, "刘伟"},
		{Query{Text: "cw"}, "曾伟"},
		{Query{Text: "zw"}, "曾伟"},
		{Query{Text: "0027"}, "刘𬱖"},
		{Query{Text: "253x"}, "曾伟"},
		{Query{Text: "1970"}, ""}, // not a tail: half of all birthdays would match
		{Query{Text: "19791113"}, "曾伟"},
		{Query{Text: "lsxzz"}, "曾伟 刘伟"},
		{Query{Unit: "罗山县种子服务站", Level: 3}, "曾伟"},
		{Query{Unit: "罗山县农业农村局"}, "刘𬱖 曾伟 刘伟"},
		{Query{Statuses: []data.Status{data.Approved}}, ""},
		{Query{Numbers: []data.IDNumber{"411502197001010016"}}, "刘伟"},
	} {
		if got := names(r.Find(c.q)); got != c.want {
			t.Errorf("Find(%+v) = %s; want %s", c.q, got, c.want)
		}
	}
}

func TestAChangedNumberIsFoundAndTheOldOneIsNot(t *testing.T) {
	a := someone("刘伟", "411502197001010016", "罗山县种子服务站", 4)
	r := registerOf(a)
	a.Person.IDNumber = "41152119791113253X"
	r.put(&a)
	if _, found := r.ByNumber("411502197001010016"); found || r.Len() != 1 {
		t.Error("the old number still finds him")
	}
	if _, found := r.ByNumber("41152119791113253X"); !found {
		t.Error("the new number does not find him")
	}
}

// BenchmarkSearch100000 searches by name, initials, tail of the number and
// unit; one operation is six searches.
func BenchmarkSearch100000(b *testing.B) {
	people := make([]data.Applicant, 100_000)
	given := []rune("伟强磊军洋勇杰涛明超刚平辉鹏华飞鑫波斌宇")
	for i := range people {
		number := data.WithCheckDigit(fmt.Sprintf("411521%04d%02d%02d%03d", 1960+i%45, i%12+1, i%28+1, i%1000))
		name := string([]rune("王李张刘陈杨黄赵吴周")[i%10]) + string(given[i/10%20]) + string(given[i/200%20])
		people[i] = someone(name, number, fmt.Sprintf("罗山县第%d单位", i%1000), 4)
		people[i].Application.ID = data.ApplicationID(fmt.Sprint(i))
	}
	r := registerOf(people...)
	words := []string{"刘", "刘伟强", "lwq", "0027", "第77单位", "lw 第7"}
	var took []time.Duration
	for b.Loop() {
		for _, text := range words {
			began := time.Now()
			r.Find(Query{Text: text})
			took = append(took, time.Since(began))
		}
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "ms-median")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "ms-p99")
}

func TestWhoeverHasTheNameComesBeforeWhoeverHasTheUnit(t *testing.T) {
	r := registerOf(someone("胡勇旭", "1", "罗山县供销合作社", 4), someone("郑赵山", "2", "罗山县林业局", 4), someone("张山", "3", "罗山县林业局", 4))
	for text, name := range map[string]string{"zs": "张山", "张": "张山", "ＺＺ": "郑赵山", "zs ly": "张山", "合作": "", "123": "", "": ""} {
		found := r.Find(Query{Text: text})
		got := ""
		if at := r.FirstNamed(found, text); at >= 0 {
			got = found[at].Person.Name
		}
		if got != name {
			t.Errorf("%q means %q among %s, wanted %q", text, got, names(found), name)
		}
	}
}
