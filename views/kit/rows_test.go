package kit_test

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkao/views/kit"
	"gongkao/views/kit/kittest"
)

var peopleColumns = []kit.Column{
	{Key: "name", Head: "姓名", Width: 136, Sorted: true},
	{Key: "sex", Head: "性别", Width: 48, Spare: 3},
	{Key: "id", Head: "身份证号", Width: 172, Spare: 1},
	{Key: "birth", Head: "出生", Width: 72, Right: true, Sorted: true, Spare: 2},
	{Key: "unit", Head: "单位", Width: 220, Rest: true, Sorted: true},
	{Key: "trade", Head: "申报工种", Width: 118},
	{Key: "level", Head: "等级", Width: 68},
	{Key: "path", Head: "途径", Width: 76, Spare: 4},
	{Key: "status", Head: "状态", Width: 86},
	{Key: "flags", Head: "标记", Width: 104},
}

type person struct {
	name, sex, id, birth, unit, trade, from, to, path, status string
	sign                                                      kit.Sign
	flags                                                     []string
}

var people = []person{
	{"张桂芳", "女", "0026", "1979-11", "罗山县第二初级中学", "保育员", "四", "三", "晋级", "待审", kit.NoSign, nil},
	{"吴桂兰", "女", "0068", "1977-07", "罗山县动物疫病预防控制中心", "防疫员", "四", "三", "晋级", "通过", kit.Passed, nil},
	{"孙丽华", "女", "2042", "1986-02", "罗山县妇幼保健院", "护理员", "五", "四", "晋级", "通过", kit.Passed, []string{"未缴"}},
	{"王建军", "男", "1019", "1968-05", "罗山县公路管理局", "汽车维修工", "三", "二", "晋级", "通过", kit.Passed, []string{"原件", "改动"}},
	{"赵国庆", "男", "3052", "1980-10", "罗山县公路管理局", "汽车驾驶员", "四", "三", "晋级", "退回", kit.Returned, nil},
	{"高永生", "男", "411X", "1976-12", "罗山县机关事务服务中心", "汽车驾驶员", "四", "三", "破格", "待审", kit.NoSign, []string{"重复"}},
	{"陈国强", "男", "1513", "1972-03", "罗山县教育体育局机关服务中心", "汽车驾驶员", "三", "二", "晋级", "通过", kit.Passed, []string{"原件"}},
	{"朱红旗", "男", "1535", "1963-01", "罗山县林业局", "农艺工", "三", "二", "晋级", "不通过", kit.Blocked, nil},
	{"买买提·艾合买提江·阿卜杜热依木", "男", "2235", "1984-09", "罗山县楠杆镇中心学校", "保管工", "五", "四", "工作年限", "待审", kit.NoSign, nil},
	{"何秀英", "女", "0061", "1981-04", "罗山县人民医院", "护理员", "四", "三", "晋级", "通过", kit.Passed, []string{"未缴"}},
	{"李秀梅", "女", "0023", "1971-03", "罗山县实验小学", "保育员", "三", "二", "晋级", "待审", kit.NoSign, []string{"到龄"}},
	{"周卫东", "男", "1617", "1965-12", "罗山县水利局", "保管工", "四", "三", "工作年限", "待审", kit.NoSign, []string{"到龄", "容缺", "原件"}},
	{"胡春燕", "女", "0102", "1983-01", "罗山县幼儿园", "保育员", "五", "四", "晋级", "通过", kit.Passed, nil},
	{"刘𬱖", "女", "0044", "1978-06", "罗山县幼儿园", "保育员", "四", "三", "晋级", "待审", kit.NoSign, []string{"改动"}},
	{"马文秀", "女", "2528", "1985-08", "罗山县住房和城乡建设局", "办公设备维修工", "五", "四", "晋级", "草稿", kit.Open, nil},
}

func personCell(row int, column string) kit.RowCell {
	p := people[row%len(people)]
	switch column {
	case "name":
		if row >= len(people) {
			return kit.Words(fmt.Sprintf("%s%d", p.name, row))
		}
		return kit.Words(p.name)
	case "sex":
		return kit.Words(p.sex)
	case "id":
		return kit.Styled("411521 ******** "+p.id, kit.Quiet())
	case "birth":
		return kit.Words(p.birth)
	case "unit":
		return kit.Words(p.unit)
	case "trade":
		return kit.Words(p.trade)
	case "level":
		return kit.Styled(p.from+"→", kit.Quiet()).Then(p.to, kit.Strong())
	case "path":
		return kit.Words(p.path)
	case "status":
		return kit.Status(p.status, p.sign)
	}
	return kit.Flags(p.flags...)
}

// fifteen is the height of a list of a head and fifteen rows.
const fifteen = kit.HeadHeight + 15*kit.RowPitch + 10

const shift, ctrl = fyne.KeyModifierShift, fyne.KeyModifierControl

// shownRows shows a list of people with its upper left corner at 20, 20. The
// hook comes before the list is drawn.
func shownRows(t testing.TB, count int, width float32, hook func(*kit.Rows)) (*kit.Rows, *kittest.Desk) {
	t.Helper()
	app := kittest.App(t)
	rows := kit.NewRows(peopleColumns, personCell)
	rows.Boxes = true
	rows.OnSort = func([]kit.SortKey) {}
	if hook != nil {
		hook(rows)
	}
	rows.SetCount(count)
	rows.Move(fyne.NewPos(20, 20))
	rows.Resize(fyne.NewSize(width+kit.RowsBar, fifteen))
	d := kittest.Open(t, app, container.NewWithoutLayout(rows), width+kit.RowsBar+40, fifteen+40)
	d.Focus(rows)
	return rows, d
}

func TestPeopleLookLikeTheDrawing(t *testing.T) {
	rows, d := shownRows(t, 312, 1136, nil)
	rows.SetSort([]kit.SortKey{{Column: "unit"}, {Column: "name", Down: true}})
	rows.Select(kit.Spans{{From: 10, To: 11}, {From: 13, To: 13}})
	rows.GoTo(13)
	d.Save("../../out/kit/rows.png")
	d.NothingMissing()
	for text, x := range map[string]float32{"刘𬱖": 64, "买买提·艾合买…": 64, "女": 200, "罗山县幼儿园": 492, "待审": 981, "到龄": 1067} {
		if got := d.At(text).X; got != x {
			t.Errorf("%s stands at %v, want %v", text, got, x)
		}
	}
	for _, head := range []string{"▲ 1", "▼ 2", "+2"} {
		if !d.Sees(head) {
			t.Errorf("%q is not drawn", head)
		}
	}
}

func TestNarrowListLetsSpareColumnsGo(t *testing.T) {
	rows, d := shownRows(t, 20, 815, nil)
	d.Save("../../out/kit/rows-narrow.png")
	for head, want := range map[string]bool{"姓名": true, "单位": true, "状态": true, "途径": false, "性别": false} {
		if d.Sees(head) != want {
			t.Errorf("%s shown: %v, want %v", head, d.Sees(head), want)
		}
	}
	rows.Resize(fyne.NewSize(1136+kit.RowsBar, fifteen))
	if !d.Sees("途径") {
		t.Error("the columns did not come back with the room")
	}
}

func TestSortingKeepsWhoIsCurrentAndSelected(t *testing.T) {
	order := []string{"a", "b", "c", "d"}
	var told []int
	rows, _ := shownRows(t, 4, 1136, func(r *kit.Rows) { r.ID = func(row int) string { return order[row] } })
	rows.GoTo(1)
	rows.Select(kit.Spans{{0, 1}, {3, 3}})
	rows.OnCurrent = func(row int) { told = append(told, row) }
	rows.Change(func() int { order = []string{"d", "c", "b"}; return 3 })
	if want := (kit.Spans{{0, 0}, {2, 2}}); rows.Current() != 2 || !slices.Equal(rows.Selected(), want) {
		t.Errorf("current %d, selected %v; want b at 2 and %v", rows.Current(), rows.Selected(), want)
	}
	rows.Change(func() int { order = []string{"d", "c"}; return 2 })
	if rows.Current() != 1 || !slices.Equal(told, []int{2, 1}) {
		t.Errorf("current %d, told %v; want the one in the place of b", rows.Current(), told)
	}
	rows.Change(func() int { order = nil; return 0 })
	if rows.Current() != -1 || rows.Selected() != nil {
		t.Errorf("of no rows, %d is current and %v selected", rows.Current(), rows.Selected())
	}
}

func TestCopyIsASheetWithHeads(t *testing.T) {
	copied := 0
	rows, d := shownRows(t, 100, 1136, func(r *kit.Rows) { r.OnCopy = func(n int) { copied = n } })
	rows.ShowColumn("id", false)
	rows.Select(kit.Spans{{1, 1}, {11, 11}})
	d.Press(fyne.KeyC, ctrl)
	want := "姓名\t性别\t出生\t单位\t申报工种\t等级\t途径\t状态\t标记\r\n" +
		"吴桂兰\t女\t1977-07\t罗山县动物疫病预防控制中心\t防疫员\t四→三\t晋级\t通过\t\r\n" +
		"周卫东\t男\t1965-12\t罗山县水利局\t保管工\t四→三\t工作年限\t待审\t到龄 容缺 原件\r\n"
	if got := d.App.Clipboard().Content(); got != want || copied != 2 {
		t.Errorf("%d rows copied:\n%q\nwant\n%q", copied, got, want)
	}
}

func TestListFollowsItsRoom(t *testing.T) {
	rows, _ := shownRows(t, 100, 1136, nil)
	rows.GoTo(14)
	rows.Resize(fyne.NewSize(1150, kit.HeadHeight+5*kit.RowPitch+29))
	if first, last := rows.Seen(); first != 10 || last != 14 {
		t.Errorf("rows %d–%d are seen, want the current one, 14, and no cut row", first, last)
	}
}

func BenchmarkStepThroughAHundredThousand(b *testing.B) {
	rows, _ := shownRows(b, 100_000, 1136, nil)
	for i := 0; b.Loop(); i++ {
		rows.GoTo(i * 7919 % 100_000)
	}
}
