package paper

import (
	"gongkao/data"
	"os"
	"testing"
)

func TestLook(t *testing.T) {
	p := papersOf(t)
	nasty := liuDi()
	nasty.Person.Name = "阿卜杜克热木江·买合木提江·伊斯拉木阿洪·麦麦提敏·吐尔逊江·阿不力孜·艾则孜·努尔麦麦"
	nasty.Unit = "信阳市罗山县农业农村局下属第一农业技术推广中心暨农产品质量安全检验检测站与农业综合行政执法大队机关后勤服务中心（本级事业单位）"
	nasty.Application.Note = "这是一条很长的备注，用来看看花名册里的备注列写不下的时候会怎样处理，应当整条印在这一行的下面，一个字也不能少，也不能把格子撑得太高。"
	nasty.Person.Appraisals = map[int]data.Appraisal{}
	for y := 2012; y < 2026; y++ {
		nasty.Person.Appraisals[y] = "合格"
	}
	for i := 0; i < 7; i++ {
		nasty.Person.Career = append(nasty.Person.Career, nasty.Person.Career[i])
	}
	nasty.Application.Honours += nasty.Application.Honours + nasty.Application.Honours + nasty.Application.Honours + nasty.Application.Honours + nasty.Application.Honours
	nasty.Photo = photograph(400, 400, 90)
	empty := Entry{Applicant: &data.Applicant{}}
	l3 := liuDi()
	l3.Application.Level = 3
	l3.Photo = photograph(250, 350, 80)
	l3.Application.Commitment = false
	out := func(name string, j Job) {
		f, _ := os.Create("/tmp/try/" + name + ".pdf")
		defer f.Close()
		r, err := p.Print(f, j)
		if err != nil {
			t.Fatal(name, err)
		}
		t.Log(name, r.Pages, r.Warnings)
	}
	j := jobFor("administrator-form")
	j.Administrators = []AdministratorEntry{administrator(), {}}
	j.Administrators = append(j.Administrators, AdministratorEntry{Unit: nasty.Unit})
	out("adm", j)
	out("reg", jobFor("registration", liuDi(), nasty, empty, l3))
	es := crowd(37)
	es[20].Person.Name = nasty.Person.Name
	es[21].Application.Note = nasty.Application.Note
	es[3].Person.CurrentCertNo = "豫人社技字第2019161550263004号"
	out("ros", jobFor("roster", es...))
	j = jobFor("roster", crowd(5)...)
	j.Unit = ""
	j.Office.Practice = true
	out("ros1", j)
	j = jobFor("registration", l3)
	j.Office.Practice = true
	out("reg1", j)
}
