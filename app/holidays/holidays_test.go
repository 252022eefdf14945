package holidays

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkao/assets"
	"gongkao/data"
)

func TestTheYear2026HasThe248WorkingDaysOfItsTable(t *testing.T) {
	table, err := Load(assets.Files, "", 2026)
	if err != nil {
		t.Fatal(err)
	}
	if n := table.Between(data.MustDate(2025, 12, 31), data.MustDate(2026, 12, 31)); n != 248 {
		t.Errorf("%d working days", n)
	}
	for day, works := range map[data.Date]bool{
		data.MustDate(2026, 1, 4): true, data.MustDate(2026, 2, 14): true, data.MustDate(2026, 2, 15): false, data.MustDate(2026, 2, 23): false, data.MustDate(2026, 2, 28): true,
		data.MustDate(2026, 4, 3): true, data.MustDate(2026, 4, 6): false, data.MustDate(2026, 4, 7): true, data.MustDate(2026, 5, 9): true, data.MustDate(2026, 9, 20): true,
		data.MustDate(2026, 10, 7): false, data.MustDate(2026, 10, 10): true, data.MustDate(2026, 4, 11): false,
	} {
		if table.Works(day) != works {
			t.Errorf("%s: the office works %v", day, !works)
		}
	}
	if table.Confirmed() || table.Source == "" {
		t.Error("nobody has held the table against the original yet")
	}
}

func TestAYearWithoutATableKnowsWeekends(t *testing.T) {
	table, err := Load(assets.Files, "", 2031)
	if err != nil || table.Known() || table.Between(data.MustDate(2031, 1, 3), data.MustDate(2031, 1, 10)) != 5 {
		t.Errorf("%+v, %v", table, err)
	}
}

func TestTheOfficesOwnTableWinsAndIsReadStrictly(t *testing.T) {
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "holidays"), 0o700); err != nil {
		t.Fatal(err)
	}
	head := "[table]\nyear = 2026\nsource = \"通知\"\nstatus = \"待核对\"\n"
	for text, want := range map[string]string{
		head: "",
		"":   "缺少 [table]",
		"[[off]]\nname = \"元旦\"\nfrom = \"2026-01-01\"\nto = \"2026-01-03\"\n":                                                                          "先用 [table]",
		strings.Replace(head, "2026", "2025", 1):                                                                                                        "文件名是 2026 年",
		strings.Replace(head, "待核对", "已核对", 1):                                                                                                          "signed_by",
		head + "[[off]]\nname = \"x\"\nfrom = \"2026-01-03\"\nto = \"2026-01-01\"\n":                                                                    "不对",
		head + "[[off]]\nname = \"x\"\nfrom = \"2026-01-03\"\nto = \"2027-01-01\"\n":                                                                    "不对",
		head + "[[work]]\nname = \"x\"\nday = \"2026-01-05\"\n":                                                                                         "星期六或星期日",
		head + "[[off]]\nname = \"x\"\nfrom = \"2026-01-03\"\nto = \"2026-01-04\"\n[[work]]\nname = \"x\"\nday = \"2026-01-04\"\n":                      "写了两次",
		head + "[[of]]\nname = \"x\"\n":                                                                                                                 "没有“of”",
		head + "[[off]]\nname = \"x\"\nfrom = \"2026-01-03\"\nto = \"2026-01-04\"\nday = \"2026-01-04\"\n":                                              "没有“day”这个键",
		head + "[[off]]\nname = \"x\"\nfrom = \"2026-01-03\"\nto = \"2026-01-04\"\n[[off]]\nname = \"y\"\nfrom = \"2026-01-04\"\nto = \"2026-01-04\"\n": "写了两次",
	} {
		if err := os.WriteFile(filepath.Join(folder, "holidays", "2026.toml"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		table, err := Load(assets.Files, folder, 2026)
		switch {
		case want == "" && (err != nil || !table.Works(data.MustDate(2026, 4, 6))):
			t.Errorf("the office's own table is not used: %v", err)
		case want != "" && (!data.HasCode(err, "holidays-bad") || !strings.Contains(err.Error(), want)):
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}
