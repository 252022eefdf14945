package terminal

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTextbooksFromTheCatalogueToTheSignature(t *testing.T) {
	d := practice(t)
	var added book
	d.read(&added, "textbooks", "add", "--trade", "无线电机务员", "--title", "无线电机务", "--price", "32", "--source", "演练书目")
	var people []struct {
		person
		Textbooks int    `json:"textbooks"`
		Above     string `json:"supervising_unit"`
	}
	d.read(&people, "list", "--status", "approved")
	who := people[0]
	var before []standing
	d.read(&before, "textbooks", "slips")
	var ordered bookOrder
	d.read(&ordered, "textbooks", "order", "--id", who.IDNumber, "--book", string(added.ID), "--copies", "2")
	if ordered.Copies != 2 || ordered.Amount != 6400 || ordered.Name != who.Name || !strings.Contains(ordered.Note, "现在报的是") {
		t.Errorf("ordered: %+v", ordered)
	}
	d.must("textbooks", "order", "--unit", who.Above, "--trade", "无线电机务员", "--level", "4", "--copies", "5")
	copies := who.Textbooks
	d.read(&people, "list", "--id", who.IDNumber)
	if people[0].Textbooks != copies+2 {
		t.Errorf("list says %d copies", people[0].Textbooks)
	}
	var slip settlement
	d.read(&slip, "textbooks", "slip", "--unit", who.Above, "--books", string(added.ID)+"=9", "--hand", "王会计")
	if len(slip.Notes) != 1 {
		t.Errorf("nine of seven books, and it says %v", slip.Notes)
	}
	d.must("textbooks", "void", string(slip.ID), "--why", "数错了")
	d.must("textbooks", "slip", "--unit", who.Above, "--money", "224.00", "--hand", "王会计")
	var after []standing
	d.read(&after, "textbooks", "slips")
	if now, was := of(after, who.Above), of(before, who.Above); now.Copies != was.Copies+7 || now.Due != was.Due+22400 || now.Paid != was.Paid+22400 || now.Handed != was.Handed {
		t.Errorf("%+v after %+v", now, was)
	}
	d.must("textbooks", "void", string(ordered.ID), "--why", "不订了")
	var totals []struct {
		Book   string
		Copies int
	}
	d.read(&totals, "textbooks", "totals", "--by", "trade,book")
	found := 0
	for _, one := range totals {
		if one.Book == added.Title {
			found = one.Copies
		}
	}
	if found != 5 {
		t.Errorf("%d copies after one order of seven was made void: %+v", found, totals)
	}
	if words := d.must("textbooks", "orders", "--unit", who.Above); !strings.Contains(words, "已作废：不订了") || !strings.Contains(words, "元（") {
		t.Errorf("the orders say\n%s", words)
	}
	out := filepath.Join(d.folder, "教材.xlsx")
	d.must("export", "textbooks", "--unit", who.Above, "--out", out)
	if _, err := os.Stat(out); err != nil {
		t.Error(err)
	}
	d.must("verify")
}

func of(all []standing, unit string) standing {
	for _, one := range all {
		if one.Unit == unit {
			return one
		}
	}
	return standing{}
}

func TestTextbooksThatCannotBeAreRefused(t *testing.T) {
	d := practice(t)
	var people []person
	d.read(&people, "list", "--status", "rejected")
	for _, args := range [][]string{
		{"add", "--trade", "农艺工", "--title", "农艺", "--price", "0"}, {"add", "--trade", "农艺工", "--title", "农艺", "--price", "若干"},
		{"order", "--id", people[0].IDNumber}, {"order", "--unit", "农业农村局", "--trade", "锅炉操作工", "--level", "3"},
		{"void", "none", "--why", "没有"}, {"totals", "--by", "sex"}, {"slip", "--unit", people[0].Unit, "--money", "0", "--hand", "王"},
	} {
		d.refuses(append([]string{"textbooks"}, args...)...)
	}
	if code, _, _ := d.run("textbooks", "order"); code != Usage {
		t.Errorf("an order of nobody: exit %d", code)
	}
}
