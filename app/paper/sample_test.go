package paper

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"strings"
	"testing"
	"time"

	"gongkao/assets"
	"gongkao/data"
)

// Invented people for tests: the ID numbers of the domain's examples and
// others of no county.

var clock = time.Date(2026, 4, 7, 15, 42, 0, 0, time.FixedZone("CST", 8*3600))

func papersOf(t testing.TB) *Papers {
	t.Helper()
	p, err := Load(assets.Files)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func month(y, m int) data.Month { return data.Month{Year: y, Month: m} }

// liuDi is the person of the mockups.
func liuDi() Entry {
	a := &data.Applicant{Unit: "罗山县农业技术推广中心", Supervising: "罗山县农业农村局"}
	a.Person = data.Person{
		Name: "刘𬱖", IDNumber: "411503198109010027", Sex: data.Female, Birth: data.MustDate(1981, 9, 1), Phone: "13800000418",
		Address: "河南省信阳市罗山县龙山街道江淮路126号农业技术推广中心家属院3号楼2单元401室", Ethnicity: "汉族", Education: "大专", Political: "中共党员",
		WorkStart: month(2001, 7), Category: data.F50, CurrentLevel: 3, CurrentTrade: "农艺工", CurrentCertDate: month(2019, 11),
		CurrentCertNo: "1916155026300418", AppointedLevel: 3, AppointedDate: month(2020, 1),
		Appraisals: map[int]data.Appraisal{2020: "合格", 2021: "优秀", 2022: "合格", 2023: "合格", 2024: "优秀", 2025: "未备案"},
		Career: []data.CareerStep{
			{From: month(1998, 9), To: month(2001, 7), Where: "信阳农业高等专科学校", As: "农学专业学生"},
			{From: month(2001, 7), To: month(2006, 12), Where: "罗山县楠杆镇农业技术推广区域站", As: "农业技术服务"},
			{From: month(2007, 1), To: month(2013, 11), Where: "罗山县农业技术推广中心", As: "农艺工（五级）"},
			{From: month(2013, 12), To: month(2019, 11), Where: "罗山县农业技术推广中心", As: "农艺工（四级）"},
			{From: month(2019, 12), Where: "罗山县农业技术推广中心", As: "农艺工（三级）"},
		},
	}
	a.Application = data.Application{Year: 2026, StaffKind: "正式工作人员", Post: "农业技术服务岗", Trade: "农艺工", Level: 2, Path: data.Promotion, Commitment: true,
		Note: "2025年度考核未备案", Honours: "2022年  罗山县“农技推广先进个人”；2023年  参与完成信阳市再生稻高产示范项目，任田间技术负责人；2024年  年度考核优秀，记嘉奖一次。"}
	return Entry{Applicant: a, RetirementMonth: month(2035, 2), CommitmentNote: "2025年度考核，2026年9月30日前补交"}
}

func administrator() AdministratorEntry {
	return AdministratorEntry{Unit: "罗山县农业农村局", Administrator: data.Administrator{Name: "刘𬱖", Sex: data.Female, Department: "人事科", Post: "科员",
		OfficePhone: "0376-7600418", Mobile: "13800000418", FilledBy: "周海燕", FilledOn: data.MustDate(2026, 3, 12)}}
}

// jobFor is a job of the county of the mockups.
func jobFor(paper string, entries ...Entry) Job {
	return Job{Paper: paper, Office: data.Office{Name: "罗山县工考管理机构", County: "罗山县", Year: 2026}, Unit: "罗山县农业农村局", Whose: "主管部门：罗山县农业农村局", By: "王建国", Now: clock,
		AuditHead: "3f9a0c71b2e488d5", Code: func(string, []byte) string { return "K7Q42M9X" }, Entries: entries}
}

// crowd invents n people of several units, every seventh with something odd.
func crowd(n int) []Entry {
	units := []string{"罗山县农业技术推广中心", "罗山县畜牧技术推广站", "罗山县农业机械技术推广站"}
	names := []string{"宋凤琴", "刘𬱖", "苏秀英", "陈德厚", "钟玉珍", "谭大勇", "阿卜杜克热木江·买合木提江·伊斯拉木阿洪"}
	trades := []string{"农艺工", "保管工", "农业技术员", "汽车驾驶员", "办公设备维修工"}
	all := make([]Entry, n)
	for i := range all {
		e := liuDi()
		e.Unit = units[i*len(units)/n]
		p := &e.Person
		p.Name, p.Sex = names[i%len(names)], []data.Sex{data.Female, data.Male}[i%2]
		p.IDNumber = data.WithCheckDigit(fmt.Sprintf("4115001970%02d%02d%03d", i%12+1, i%28+1, i%1000))
		p.CurrentTrade, e.Application.Trade = trades[i%5], trades[i%5]
		e.Application.Level = data.Level(5 - i%5)
		e.Application.Commitment = i%9 == 1
		e.Application.Note = ""
		if e.Application.Commitment {
			e.Application.Note = "2025年度考核未备案"
		}
		e.AgeThisYear, e.Application.Consent = i%20 == 6, true
		if e.Application.Level == 5 {
			p.CurrentLevel, p.CurrentTrade, p.CurrentCertDate, p.CurrentCertNo = 0, "", data.Month{}, ""
			e.Application.Path = data.FirstTime
		}
		all[i] = e
	}
	return all
}

// photograph is a picture of a silhouette, w × h.
func photograph(w, h int, shade uint8) []byte {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{230, 235, 240, 255}
			if dx, dy := x-w/2, y-h*2/5; dx*dx+dy*dy < w*w/12 || y > h*3/4 {
				c = color.RGBA{shade, shade, shade, 255}
			}
			img.Set(x, y, c)
		}
	}
	var b bytes.Buffer
	_ = jpeg.Encode(&b, img, nil) // a bytes.Buffer does not fail
	return b.Bytes()
}

// photographed is somebody whose photo is there.
func photographed(e Entry) Entry {
	e.Photo = photograph(250, 350, 90)
	return e
}

func wordsOf(s string) string { return strings.Join(strings.Fields(s), "") }
