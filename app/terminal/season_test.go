package terminal

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"gongkao/data"
)

func TestAWholeSeasonRunsThroughTheCommandLine(t *testing.T) {
	w := whole{newDesk(t)}
	w.units()
	w.enters()
	w.reviews()
	w.orders()
	w.collects()
	w.examines()
	w.certifies()
	w.looks()
	w.opens()
}

// units: the office, its units, their names confirmed. It is a practice county with
// nobody in it: an office of its own would stretch its passphrase for every command.
func (w whole) units() {
	w.env = nil
	w.does([]string{"demo", "--people", "0", "--units", "1"})
	var there []unitFound
	w.read(&there, "unit", "list")
	w.on(time.March, 14)
	if there[0].Form == "account" { // handed out in the story already
		w.does([]string{"unit", "form", there[0].Unit, "--undo"})
	}
	w.does(
		[]string{"office"},
		[]string{"import", w.sheet("单位.csv", "单位全称,单位简称,主管部门", "罗山县农业农村局,农业农村局,罗山县农业农村局", "罗山县农业技术推广站,农技站,罗山县农业农村局",
			"罗山县卫生健康委员会,卫健委,罗山县卫生健康委员会", "罗山县人民医院,县医院,罗山县卫生健康委员会")},
		[]string{"unit", "confirm", "罗山县农业农村局", "--who", "刘科长"},
		[]string{"unit", "confirm", "卫健委", "--who", "孙科长"},
		[]string{"print", "administrator-form", "--out", filepath.Join(w.t.TempDir(), "登记表.pdf")},
		[]string{"unit", "form", there[0].Unit, "--account", "刘科长"},
		[]string{"unit", "new", "罗山县种子站", "--supervising", "罗山县农业农村局", "--basis", "罗编〔2026〕1号"},
		[]string{"unit", "merge", "罗山县种子站", "--into", "农技站", "--basis", "罗编〔2026〕2号"},
	)
	w.unmoved(map[string][]string{
		"a unit merged into itself":  {"unit", "merge", "县医院", "--into", "县医院", "--basis", "罗编〔2026〕3号"},
		"a unit merged in a ring":    {"unit", "merge", "农技站", "--into", "罗山县种子站", "--basis", "罗编〔2026〕3号"},
		"a unit confirmed by nobody": {"unit", "confirm", "罗山县农业农村局"},
	})
}

// enters: the roster of each supervising unit.
func (w whole) enters() {
	w.on(time.March, 20)
	head := "姓名,身份证号,工作单位,申报工种,申报等级,申报途径,参加工作时间,原法定退休年龄,现等级,现工种,取得现等级时间,文化程度"
	row := func(a applying) string {
		category, path, held := "60", "晋级", a.trade+",2015-06"
		if a.sex == 女 {
			category = "50"
		}
		if a.holds == "" {
			path, held = "首次", ","
		}
		return fmt.Sprintf("%s,%s,%s,%s,%d级,%s,2004-07,%s,%s,%s,高中", a.name, a.id(), a.unit, a.trade, a.level, path, category, a.holds, held)
	}
	var got imported
	w.read(&got, "import", w.sheet("农业花名册.csv", head, row(passes), row(master), row(returned)), w.sheet("卫健花名册.csv", head, row(rejected), row(unpaid)))
	var people []person
	if w.read(&people, "list", "--status", "submitted"); len(people) != 5 {
		w.t.Fatalf("%d people are entered: %+v", len(people), got)
	}
}

// reviews: who is approved, returned and handed in again, rejected.
func (w whole) reviews() {
	w.on(time.April, 10)
	w.does(
		[]string{"review", "--id", passes.id(), "--decision", "approve"},
		[]string{"review", "--id", unpaid.id(), "--decision", "approve"},
		[]string{"review", "--id", master.id(), "--decision", "approve", "--override", "public-notice=公示证明在案"},
		[]string{"review", "--id", returned.id(), "--decision", "return", "--reason", "seal-missing"},
		[]string{"review", "--id", returned.id(), "--decision", "submit", "--answer", "1=已盖章"},
		[]string{"review", "--id", returned.id(), "--decision", "approve"},
		[]string{"review", "--id", rejected.id(), "--decision", "reject", "--reason", "不在岗"},
	)
	w.unmoved(map[string][]string{"a decision taken twice": {"review", "--id", passes.id(), "--decision", "approve"}})
	if got := w.find(passes); got.Status != "approved" || got.Due != 32000 || got.Paid != 0 {
		w.t.Errorf("approved: %+v", got)
	}
	if got := w.find(rejected); got.Status != "rejected" || got.Due != 0 {
		w.t.Errorf("rejected: %+v", got)
	}
}

// orders: the catalogue, and textbooks by person, unit and sheet.
func (w whole) orders() {
	w.on(time.April, 16)
	w.does(
		[]string{"textbooks", "add", "--trade", "农艺工", "--title", "农艺工教程", "--price", "32.50", "--source", "省书目"},
		[]string{"textbooks", "order", "--id", passes.id()},
		[]string{"textbooks", "order", "--unit", "罗山县农业农村局", "--trade", "农艺工", "--level", "3", "--copies", "2"},
	)
	var got imported
	w.read(&got, "import", w.sheet("征订.csv", "姓名,身份证号,申报工种,申报等级,征订册数", fmt.Sprintf("%s,%s,农艺工,1级,1", master.name, master.id()), fmt.Sprintf("%s,%s,护理员,3级,1", unpaid.name, unpaid.id())))
	if s := got.Files[0].Sheets[0]; s.Kind != "textbooks" || s.Accepted != 1 || s.Waiting != 1 || got.codes()[0] != "book-none" {
		w.t.Errorf("orders: %+v", got)
	}
	w.unmoved(map[string][]string{
		"an order for a trade without a book": {"textbooks", "order", "--id", unpaid.id()},
		"an order for somebody rejected":      {"textbooks", "order", "--id", rejected.id()},
		"an order for nobody known":           {"textbooks", "order", "--id", "411503198109010027"},
	})
	out := filepath.Join(w.t.TempDir(), "征订单.pdf")
	w.does([]string{"print", "textbooks", "--out", out}, []string{"textbooks", "slip", "--unit", "罗山县农业农村局", "--money", "130.00", "--hand", "刘科长"})
	var slips []standing
	if w.read(&slips, "textbooks", "slips"); len(slips) != 1 || slips[0].Copies != 4 || slips[0].Due != 13000 || slips[0].Owing != 0 {
		w.t.Errorf("textbooks: %+v", slips)
	}
}

// collects: the slip before paying, a sheet with everything that goes wrong, taken
// back and taken in again; the last day to pay.
func (w whole) collects() {
	w.on(time.April, 20)
	w.does(
		[]string{"print", "payment-slip", "--out", filepath.Join(w.t.TempDir(), "确认单.pdf")},
		[]string{"pay", "--id", passes.id(), "--slip"}, []string{"pay", "--id", master.id(), "--slip"}, []string{"pay", "--id", returned.id(), "--slip"},
	)
	sheet := w.sheet("缴费.csv", "姓名,身份证号,缴费金额,缴费时间,流水号",
		passes.name+","+passes.id()+",320.00,2026-04-19,F-1", master.name+","+master.id()+",380.00,2026-04-19,F-2",
		returned.name+","+returned.id()+",300.00,2026-04-19,F-3", "周不识,411503198109010027,365.00,2026-04-19,F-4", passes.name+","+passes.id()+",320.00,2026-04-19,F-1")
	var got imported
	if w.read(&got, "import", sheet); got.Files[0].Sheets[0].Kind != "payments" || got.Files[0].Sheets[0].Accepted+got.Files[0].Sheets[0].Waiting != 5 {
		w.t.Errorf("payments: %+v", got)
	}
	for _, code := range []string{"pay-stranger", "pay-short", "pay-twice"} {
		if !slices.Contains(got.codes(), code) {
			w.t.Errorf("%s is not said: %v", code, got.codes())
		}
	}
	paid := w.find(passes).Paid
	w.does([]string{"undo-import", got.Batch, "--reason", "导错了月份"})
	if left := w.find(passes).Paid; paid != 32000 || left != 0 {
		w.t.Errorf("%d paid, %d after the batch was taken back", paid, left)
	}
	w.unmoved(map[string][]string{"a batch taken back twice": {"undo-import", got.Batch}, "a batch there is none of": {"undo-import", "没有"}})
	w.does([]string{"import", sheet})
	if w.find(passes).Paid != 32000 || w.find(master).Paid != 38000 {
		w.t.Errorf("taken in again: %+v, %+v", w.find(passes), w.find(master))
	}
	if short := w.find(returned).Paid; short == 0 {
		w.does([]string{"pay", "--id", returned.id(), "--amount", "365", "--reference", "F-3"})
	} else {
		w.does([]string{"pay", "--id", returned.id(), "--amount", fmt.Sprint((36500 - short) / 100)})
	}
	w.signOff(data.MustDate(2026, 4, 30))
	w.unmoved(map[string][]string{
		"a payment of somebody unknown": {"pay", "--id", "411503198109010027", "--amount", "365"}, "a payment not due": {"pay", "--id", rejected.id(), "--amount", "275"},
		"a payment twice": {"pay", "--id", passes.id(), "--amount", "320"}, "a reference twice": {"pay", "--id", unpaid.id(), "--amount", "365", "--reference", "F-1"},
		"too little": {"pay", "--id", unpaid.id(), "--amount", "300"}, "too much": {"pay", "--id", unpaid.id(), "--amount", "400"}, "no money": {"pay", "--id", unpaid.id(), "--amount", "0"},
	})
	w.on(time.May, 6)
	w.unmoved(map[string][]string{"after the deadline": {"pay", "--id", unpaid.id(), "--amount", "365"}})
}
