package terminal

import (
	"strings"
	"testing"
)

type unitFound struct {
	Unit      string   `json:"unit"`
	Former    []string `json:"former"`
	People    int      `json:"people"`
	Confirmed string   `json:"confirmed"`
	Form      string   `json:"form"`
	Items     []struct {
		ID              string `json:"id"`
		Due, Done, Left int
	} `json:"items"`
	Story []struct{ Words, Change string } `json:"story"`
}

func TestAUnitsYearGoesThroughTheCommandLine(t *testing.T) {
	d := practice(t)
	var all []unitFound
	d.read(&all, "unit", "list")
	var free, other unitFound
	for _, u := range all {
		switch {
		case u.Confirmed == "" && free.Unit == "":
			free = u
		case u.People > 0:
			other = u
		}
	}
	if free.Unit == "" || other.Unit == "" {
		t.Fatalf("%+v", all)
	}
	if errs := d.refuses("unit", "confirm", free.Unit); !strings.Contains(errs, "谁核对") {
		t.Error(errs)
	}
	var now unitFound
	d.read(&now, "unit", "confirm", free.Unit, "--who", "陈国强")
	if now.Confirmed != "2026-04-09" || len(now.Story) == 0 {
		t.Errorf("%+v", now)
	}
	d.refuses("unit", "confirm", free.Unit, "--who", "陈国强")
	d.must("unit", "withdraw", free.Unit, "--reason", "漏了一个下属单位")
	d.refuses("unit", "rename", other.Unit, "罗山县新名称服务中心")
	d.read(&now, "unit", "rename", other.Unit, "罗山县新名称服务中心", "--basis", "罗编〔2026〕3号")
	if now.Unit != "罗山县新名称服务中心" || now.Former[len(now.Former)-1] != other.Unit {
		t.Errorf("%+v", now)
	}
	d.refuses("unit", "merge", now.Unit, "--into", now.Unit, "--basis", "罗编〔2026〕4号")
	now = unitFound{}
	d.read(&now, "unit", "merge", other.Unit, "--into", free.Unit, "--basis", "罗编〔2026〕4号")
	change := ""
	for _, told := range now.Story {
		if strings.Contains(told.Words, "撤并") {
			change = told.Change
		}
	}
	if now.Unit != free.Unit || now.People < other.People || change == "" {
		t.Errorf("%+v", now)
	}
	d.refuses("unit", "merge", "罗山县新名称服务中心", "--into", free.Unit, "--basis", "罗编〔2026〕4号")
	d.must("unit", "take-back", free.Unit, "--change", change, "--reason", "并错了")
	d.refuses("unit", "take-back", free.Unit, "--change", change, "--reason", "再撤")
	d.read(&now, "unit", "new", "罗山县新设单位", "--supervising", free.Unit, "--basis", "罗编〔2026〕5号")
	if now.Unit != "罗山县新设单位" {
		t.Errorf("%+v", now)
	}
	d.refuses("unit", "new", "罗山县新设单位", "--basis", "罗编〔2026〕5号")
}
