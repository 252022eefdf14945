package tables

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"gongkao/data"
)

type sample struct {
	Name   string    `table:"name"`
	Years  int       `table:"years,optional"`
	Levels []int     `table:"levels,optional"`
	Open   bool      `table:"open,optional"`
	From   data.Date `table:"from,optional"`
	Status Status    `table:"status,optional"`
}

// decodeAll reads the file and decodes every table as a sample.
func decodeAll(src string) ([]sample, error) {
	all, err := Read("policy/2026.toml", "policy-bad", []byte(src))
	var found []sample
	for _, t := range all {
		var s sample
		if err == nil {
			err = t.Decode(&s)
		}
		found = append(found, s)
	}
	return found, err
}

func TestTablesAreReadInTheOrderWritten(t *testing.T) {
	got, err := decodeAll("\ufeffname = \"顶\" # 说明 = 不是键\r\n\r\n[[row]]\r\nname = \"甲\"\r\nyears = 5\r\nlevels = [\r\n  4,\r\n  3,\r\n]\r\n" +
		"[[row]] # 第二行\nname = '''\n[[row]]\nyears = 7\n'''\nfrom = \"2026-03-10\"\nstatus = \"已核对\"\nopen = true\n")
	if err != nil {
		t.Fatal(err)
	}
	want := []sample{
		{Name: "顶"},
		{Name: "甲", Years: 5, Levels: []int{4, 3}},
		{Name: "[[row]]\nyears = 7\n", From: data.MustDate(2026, 3, 10), Status: Confirmed, Open: true},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestEverySlipIsToldWithFileAndLine(t *testing.T) {
	good := "[[row]]\nname = \"甲\"\n\n"
	for _, c := range []struct{ name, src, want string }{
		{"unknown key", good + "[[row]]\nname = \"乙\"\nyeers = 5\n", "policy/2026.toml 第 6 行：没有“yeers”这个键"},
		{"key in other case", good + "[[row]]\nName = \"乙\"\n", "policy/2026.toml 第 5 行：没有“Name”这个键"},
		{"missing key", good + "[[row]]\nyears = 5\n", "policy/2026.toml 第 4 行：缺少“name”"},
		{"text for a number", good + "[[row]]\nname = \"乙\"\nyears = \"5\"\n", "policy/2026.toml 第 6 行：years 应为整数"},
		{"number for a text", "[[row]]\nname = 5\n\n" + good, "policy/2026.toml 第 2 行：name 应为引号里的文字"},
		{"number for yes or no", "[[row]]\nname = \"甲\"\nopen = 1\n", "policy/2026.toml 第 3 行：open 应为 true 或 false"},
		{"text in a list of numbers", "[[row]]\nname = \"甲\"\nlevels = [5, \"四\"]\n", "policy/2026.toml 第 3 行：levels 应为方括号里的一列整数"},
		{"no such day", "[[row]]\nname = \"甲\"\nfrom = \"2026-02-30\"\n", `policy/2026.toml 第 3 行：from 应为日期，如 "2026-03-10"`},
		{"day without quotes", "[[row]]\nname = \"甲\"\nfrom = 2026-02-28\n", `policy/2026.toml 第 3 行：from 应为日期，如 "2026-03-10"`},
		{"unknown status", "[[row]]\nname = \"甲\"\nstatus = \"核对\"\n", "policy/2026.toml 第 3 行：status 只能是“待核对”或“已核对”"},
		{"table for a value", "[[row]]\nname = {a = 1}\n", "policy/2026.toml 第 2 行：name 应为引号里的文字"},
		{"key written twice", good + "[[row]]\nname = \"乙\"\nname = \"丙\"\n", "policy/2026.toml 第 6 行：写法读不懂"},
		{"quote not closed", good + "[[row]]\nname = \"乙\n", "policy/2026.toml 第 5 行：写法读不懂"},
		{"not UTF-8", "[[row]]\nname = \"\xd2\xd2\"\n", "policy/2026.toml 第 2 行：写法读不懂"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := decodeAll(c.src)
			r, ok := data.AsRefusal(err)
			if !ok || r.Code != "policy-bad" || r.Message != c.want || r.Hint == "" {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

func TestATableInsideARowIsATableOfItsOwn(t *testing.T) {
	all, err := Read("policy/2026.toml", "policy-bad", []byte("[[row]]\nname = \"甲\"\n[row.more]\nyears = 5\n"))
	if err != nil || len(all) != 2 || all[1].Name != "row.more" || all[1].Line != 3 {
		t.Errorf("got %v, %v: whoever reads the file has to refuse the name", all, err)
	}
}

func TestAMissingTableIsRefusedByName(t *testing.T) {
	err := Missing("policy/2026.toml", "policy-bad", "[notice]")
	if !data.HasCode(err, "policy-bad") || err.Error() != "policy/2026.toml 里缺少 [notice]。请照程序自带的文件补上，再重新打开" {
		t.Error(err)
	}
}
