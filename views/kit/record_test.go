package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"gongkao/views/kit"
	"gongkao/views/kit/kittest"
	"gongkao/views/shell/shelltest"
)

// record is a record screen drawn with invented facts: what the kit is for, all
// of it in one picture.
type record struct {
	keys   *kit.Keys
	layer  *kit.Layer
	bar    *kit.MessageBar
	form   *kit.Form
	fields map[string]kit.Stop
	root   fyne.CanvasObject
}

func (r *record) field(key string) *kit.Field { return r.fields[key].(*kit.Field) }

func newRecord() *record {
	r := &record{keys: kit.NewKeys(), layer: kit.NewLayer(), bar: kit.NewMessageBar(), fields: map[string]kit.Stop{}}
	r.form = kit.NewForm(r.keys, r.layer)
	r.fill()
	s := kit.NewSheet()
	r.drawFrame(s)
	r.drawHead(s)
	s.Put(r.form.Object(), 0, 108, 958, 560)
	r.drawPanel(s)
	s.Put(r.bar.Object(), 0, 736, 1366, kit.MessageHeight)
	r.bar.Say(kit.SayDone, "取得时间已改为 2021-06-18，年限由不足变为符合", "Ctrl+Z 撤销；Enter 到下一栏“证书编号”。")
	r.bar.Saved("09:42", "备份 今天 08:31")
	s.Put(r.layer.Object(), 0, 0, 1366, 768)
	r.root = s.Object()
	return r
}

func (r *record) put(key, label, value string, spec kit.Spec) kit.Cell {
	f := kit.NewField(spec)
	f.SetValue(value)
	return r.cell(key, label, f)
}

func (r *record) pick(key, label, value string, words ...string) kit.Cell {
	l := kit.NewLookup(kit.Options(append(words, value)...))
	l.SetValue(value)
	return r.cell(key, label, l)
}

func (r *record) date(key, label, value string) kit.Cell {
	d := kit.NewMonth(kit.Spec{})
	d.SetValue(value)
	return r.cell(key, label, d)
}

func (r *record) cell(key, label string, at kit.Stop) kit.Cell {
	r.fields[key] = at
	return kit.Cell{Key: key, Label: label, At: at}
}

func right(c kit.Cell) kit.Cell { c.Track, c.To = 1, 1; return c }
func whole(c kit.Cell) kit.Cell { c.To = 1; return c }
func short(c kit.Cell) kit.Cell { c.Short = 96; return c }

func (r *record) fill() {
	f := r.form
	f.Group("身份")
	f.Row(r.put("id_number", "身份证号", "411521 19780614 0044", kit.Spec{}), short(right(r.put("name", "姓名", "刘𬱖", kit.Spec{Bold: true}))))
	f.Row(r.put("birth", "性别、出生", "女　1978-06-14", kit.Spec{Locked: true}), short(right(r.pick("ethnicity", "民族", "汉族"))))
	f.Row(r.put("phone", "联系电话", "138 3765 0142", kit.Spec{}), short(right(r.pick("political", "政治面貌", "群众", "中共党员"))))
	f.Row(r.pick("retirement_category", "原法定退休", "50 岁（女工人）"), short(right(r.put("due", "到龄年月", "2030-03", kit.Spec{Locked: true}))))
	f.Row(whole(r.put("address", "通讯地址", "罗山县城关镇灵山大道 118 号 3 幢 201", kit.Spec{})))
	f.Group("工作")
	f.Row(r.pick("unit", "工作单位", "罗山县幼儿园", units...), right(r.put("supervising_unit", "主管部门", "县教育体育局", kit.Spec{Locked: true})))
	f.Row(r.pick("staff_kind", "人员性质", "正式工作人员"), right(r.put("post", "现岗位", "保育员", kit.Spec{})))
	f.Row(r.date("work_start", "参加工作", "1998-09"), right(r.pick("education", "文化程度", "中专")))
	f.Group("现等级")
	f.Row(r.pick("current_level", "现等级", "四级（中级工）"), right(r.pick("current_trade", "现工种", "保育员")))
	f.Row(r.put("current_cert_date", "取得时间", "2021-06-18", kit.Spec{}), right(r.put("current_cert_no", "证书编号", "2021 4115 0408 17", kit.Spec{})))
	f.Row(r.pick("appointed_level", "现聘等级", "四级（中级工）"), right(r.date("appointed_date", "聘任时间", "2021-09")))
	f.Group("申报")
	f.Row(r.pick("level", "申报等级", "三级（高级工）"), right(r.pick("trade", "申报工种", "保育员", "保管工", "汽车驾驶员", "汽车维修工")))
	f.Row(r.pick("path", "申报途径", "晋级"), right(r.pick("commitment", "容缺承诺", "否", "是")))
	f.Row(r.years()...)
	f.Row(whole(r.put("note", "备注", "", kit.Spec{Hint: "没有"})))
	photo := canvas.NewRectangle(kit.Colors.Desk)
	f.Beside("id_number", photo, 878, 80, 112)
	f.Columns(206, kit.Track{Label: 278, Field: 374, Right: 602}, kit.Track{Label: 634, Field: 710, Right: 958})
	f.Find(map[string]kit.Finding{
		"trade":      {Sign: kit.Warned, Note: "目录待核对"},
		"commitment": {Sign: kit.Blocked, Note: "缺承诺书"},
		"2025":       {Sign: kit.Blocked, Sentence: "2025 年未备案：补承诺书和单位同意后可容缺"},
	})
}

func (r *record) years() []kit.Cell {
	var cells []kit.Cell
	for i, year := range []struct{ key, value string }{{"2021", "合格"}, {"2022", "合格"}, {"2023", "合格"}, {"2024", "优秀"}, {"2025", "未备案"}} {
		c := r.put(year.key, "", year.value, kit.Spec{Lead: year.key})
		c.Wide, c.After, c.To = 100, i > 0, 1
		if i == 0 {
			c.Label = "年度考核"
		}
		if i == 4 {
			c.Wide = 152
		}
		cells = append(cells, c)
	}
	return cells
}

func (r *record) drawFrame(s *kit.Sheet) {
	c := kit.Colors
	s.Rect(0, 0, 1366, kit.TopBarHeight, c.Bar)
	s.Rect(0, 48, kit.NavWidth, 688, c.Bar)
	s.Line(0, 47, 1366, c.Hair)
	s.Rule(181, 48, 688, c.Hair)
	s.Text("工考", 16, 0, 48, kit.Style{Size: kit.Large, Bold: true})
	s.Text("罗山县", 56, 0, 48, kit.Quiet())
	search := kit.NewField(kit.Spec{Search: "F3", Hint: "姓名、拼音首字母、身份证尾号、单位"})
	r.fields["search"] = search
	s.Put(search, 206, 8, 464, 32)
	s.TextR("王秀兰", 1342, 0, 48, kit.Strong())
	for i, word := range []string{"今日", "申报人员", "资格审查", "单位", "缴费与教材", "名册与打印", "结果与证书", "上报", "设置"} {
		item := kit.NewNavItem(string(rune('1'+i)), word, func() {})
		item.SetCount([]string{"", "23", "87", "14", "38", "6", "", "", "12"}[i])
		item.SetCurrent(i == 1)
		s.Put(item, 0, 60+float32(i)*kit.NavRowHeight, 181, kit.NavRowHeight)
	}
	s.KeyCap("F1", 16, 702)
	s.Text("此处帮助", 54, 702, 22, kit.Quiet())
}

func (r *record) drawHead(s *kit.Sheet) {
	s.Text("刘𬱖", 206, 62, 28, kit.Title())
	s.Text("女", 258, 62, 28, kit.Quiet())
	s.Text("47 岁", 286, 62, 28, kit.Quiet())
	s.Text("罗山县幼儿园", 333, 62, 28, kit.Quiet())
	s.Chip("待审", kit.NoSign, 429, 65)
	s.Flag("打印后有改动", 483, 65)
	s.KeyCap("PgUp", 798, 65)
	s.Text("14", 852, 62, 28, kit.Strong())
	s.Text("/ 278", 874, 62, 28, kit.Quiet())
	s.KeyCapR("PgDn", 958, 65)
}

func (r *record) drawPanel(s *kit.Sheet) {
	c := kit.Colors
	s.Rect(974, 48, 392, 688, c.Panel)
	s.Sign(kit.Blocked, 990, 65, 22)
	s.Text("还缺 1 项", 1022, 62, 28, kit.Title())
	s.TextR("提醒 1　符合 9", 1342, 62, 28, kit.Quiet())
	s.Bar(974, 108, 188, c.Block)
	s.Sign(kit.Blocked, 990, 114, 16)
	s.Text("年度考核：2025 年未备案", 1014, 110, 24, kit.Style{Size: kit.Large, Bold: true})
	s.KeyCapR("F6", 1342, 111)
	s.TextR("去补", 1308, 111, 22, kit.Quiet())
	s.Sum([]kit.SumRow{{Label: "近 3 年要求合格", Figure: "3 年"}, {Label: "2023 合格　2024 优秀", Figure: "2 年"}, {Label: "还差", Figure: "1 年"}}, 990, 140, 352)
	s.Bar(974, 312, 76, c.Warn)
	s.Sign(kit.Warned, 990, 319, 16)
	s.Text("工种目录里的“保育员”待核对", 1014, 316, 22, kit.Strong())
	s.Para("对照 2022 版目录；相同就记“与目录一致”。目录里没有的，请附上主管部门的说明，写明工种名称、依据和日期。", 990, 340, 352, 20, kit.Style{})
	s.Head("符合 9 项", "", 990, 400, 352)
	s.Sign(kit.Passed, 990, 440, 16)
	s.Text("取得年限", 1014, 436, 24, kit.Style{})
	s.Head("经过", "", 990, 578, 352)
	s.Text("09:41", 990, 616, 22, kit.Quiet())
	s.Put(kit.NewLink("撤销", "", func() {}), 1314, 616, 28, 22)
	s.Put(kit.NewButton("导出", "", false, nil), 990, 650, 54, 32)
	s.Put(kit.NewButton("新登记", "Ctrl+N", true, nil), 1056, 650, 129, 32)
	grey := kit.NewButton("通过", "F8", false, nil)
	grey.Disable()
	s.Put(grey, 1197, 650, 90, 32)
	tabs := kit.NewTabs(nil)
	tabs.Set([]kit.Tab{{Label: "全部", Count: "312"}, {Label: "待审", Count: "87"}, {Label: "退回未补", Count: "11"}}, 0)
	s.Put(tabs, 990, 692, 352, kit.TabHeight)
}

var units = []string{"罗山县第二初级中学", "罗山县实验小学", "罗山县妇幼保健院", "罗山县动物疫病预防控制中心", "罗山县教育体育局机关服务中心", "罗山县公路管理局", "罗山县水利局", "罗山县林业局", "罗山县住房和城乡建设局", "罗山县人民医院"}

// TestPicturesOfTheRecord writes the pictures that people compare with the
// drawings.
func TestPicturesOfTheRecord(t *testing.T) {
	folder := shelltest.Pictures(t)
	a := kittest.App(t)
	r := newRecord()
	d := kittest.Open(t, a, r.root, 1366, 768)
	r.form.Focus("current_cert_date")
	d.Press(fyne.KeyEnd)
	d.NothingMissing()
	d.Save(folder + "/kit-record.png")
	r.form.Focus("unit")
	d.Type("lsx")
	d.NothingMissing()
	d.Save(folder + "/kit-lookup.png")
	d.Press(fyne.KeyEscape)
	d.Focus(r.fields["search"])
	d.NothingMissing()
	d.Save(folder + "/kit-search.png")

	kit.Scale = 1.5
	defer func() { kit.Scale = 1 }()
	r = newRecord()
	d = kittest.Open(t, a, r.root, 1366, 768)
	d.Scale(1.5)
	r.form.Focus("current_cert_date")
	d.NothingMissing()
	d.Save(folder + "/kit-record-150.png")
}
