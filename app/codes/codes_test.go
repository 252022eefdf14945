package codes

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gongkao/assets"
	"gongkao/data"
)

func load(t *testing.T) *Codes {
	t.Helper()
	c, err := Load(assets.Files)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestRegionsAreKnownAsFarAsTheyCanBe(t *testing.T) {
	c := load(t)
	for _, r := range []struct {
		code, name string
		known      bool
	}{
		{"411521", "河南省信阳市罗山县", true},
		{"411500", "河南省信阳市", true},
		{"411503", "河南省信阳市平桥区", true},
		{"413028", "河南省信阳地区罗山县", true}, // most people born before 1998
		{"411529", "", false},          // all of 4115 is listed, this is not
		{"413030", "", false},
		{"410105", "河南省", true},
		{"420102", "湖北省", true},
		{"830000", "", false},
		{"000000", "", false},
		{"41", "", false},
		{"", "", false},
	} {
		if name, known := c.Region(r.code); name != r.name || known != r.known {
			t.Errorf("%q: %q, %t; want %q, %t", r.code, name, known, r.name, r.known)
		}
	}
}

func TestListsAreWhole(t *testing.T) {
	c := load(t)
	for _, l := range []struct {
		list        []string
		length      int
		first, last string
	}{
		{c.Peoples, 56, "汉族", "基诺族"},
		{c.Politicals, 13, "中共党员", "群众"},
		{c.Educations, 9, "小学", "研究生"},
	} {
		if len(l.list) != l.length || l.list[0] != l.first || l.list[len(l.list)-1] != l.last {
			t.Errorf("%d from %s to %s, want %d from %s to %s", len(l.list), l.list[0], l.list[len(l.list)-1], l.length, l.first, l.last)
		}
	}
	if len(c.provinces) != 34 || len(c.regions) != 22 {
		t.Errorf("%d provinces, %d regions", len(c.provinces), len(c.regions))
	}
}

func TestEducationIsALadderWithOneBroadRung(t *testing.T) {
	c := load(t)
	ladder := [][]string{{"小学"}, {"初中"}, {"高中", "职高", "技校", "中专", "职业高中", " 中 专"}, {"大专", "专科"}, {"本科", "大学本科"}, {"研究生"}}
	for i, rung := range ladder {
		for _, name := range rung {
			if got := c.EducationRank(name); got != i+1 {
				t.Errorf("%s has rank %d, want %d", name, got, i+1)
			}
		}
	}
	if c.EducationRank("私塾") != 0 {
		t.Error("an unknown word has a rank")
	}
	if name, ok := c.EducationAlias("大学本科"); name != "本科" || !ok {
		t.Errorf("大学本科 is %q, %t", name, ok)
	}
}

func TestTradesAreFoundByNameAndAlias(t *testing.T) {
	c := load(t)
	for _, name := range []string{"汽车驾驶员", "汽车维修工", "农艺工", "保管工", "办公设备维修工", "保育员", "护理员", "防疫员", "农业技术员", "电工", "花卉园林工"} {
		trade, ok := c.Trade(name)
		if !ok || trade.Name != name || !trade.AssessedAt(1) || !trade.AssessedAt(5) {
			t.Errorf("%s: %+v, %t", name, trade, ok)
		}
	}
	if trade, ok := c.Trade("汽 车修理工"); !ok || trade.Name != "汽车维修工" {
		t.Errorf("an alias with a blank gives %q, %t", trade.Name, ok)
	}
	if c.KnownTrade("祭祀用品管护工") || !c.KnownTrade("水工") {
		t.Error("the catalogue knows the wrong trades")
	}
	if !c.SameTrade("厨师", "中式烹调师") || c.SameTrade("电工", "水工") || c.SameTrade("甲工", "乙工") || !c.SameTrade("甲工", "甲工") {
		t.Error("one trade under two names is not told from two trades")
	}
}

func TestATradeOutOfUseStaysButIsNotValid(t *testing.T) {
	trade := Trade{ValidFrom: data.MustDate(2020, 1, 1), ValidTo: data.MustDate(2025, 12, 31), Levels: []data.Level{5, 4}}
	for day, want := range map[data.Date]bool{
		data.MustDate(2019, 12, 31): false, data.MustDate(2020, 1, 1): true,
		data.MustDate(2025, 12, 31): true, data.MustDate(2026, 1, 1): false,
	} {
		if trade.ValidOn(day) != want {
			t.Errorf("on %s valid is %t", day, !want)
		}
	}
	if !(Trade{}).ValidOn(data.MustDate(2026, 1, 1)) || trade.AssessedAt(3) {
		t.Error("a trade without dates must be valid, and levels not listed are not assessed")
	}
}

// TestASlipInATableIsToldWithItsLine edits one of the real files each time.
func TestASlipInATableIsToldWithItsLine(t *testing.T) {
	for _, c := range []struct{ name, file, old, new, want string }{
		{"unknown table", "codes/trades.toml", "[[trade]]\nname = \"汽车驾驶员\"", "[[trades]]\nname = \"汽车驾驶员\"", "没有“trades”这样的表"},
		{"alias taken", "codes/trades.toml", `aliases = ["护工"]`, `aliases = ["保管员"]`, "工种“保管员”重复了"},
		{"level six", "codes/trades.toml", "levels = [5, 4, 3, 2, 1]", "levels = [6]", "等级只有 5 到 1"},
		{"ends before it begins", "codes/trades.toml", "valid_from = \"\"\nvalid_to = \"\"", "valid_from = \"2025-01-02\"\nvalid_to = \"2025-01-01\"", "有效期的结束早于开始"},
		{"seven digits", "codes/regions.toml", `"411521"`, `"4115210"`, "code 应为 6 位数字"},
		{"letters", "codes/regions.toml", `prefix = "11"`, `prefix = "1A"`, "prefix 应为 2 位数字"},
		{"code twice", "codes/regions.toml", `"411521"`, `"411522"`, "代码 411522 重复了"},
		{"people twice", "codes/peoples.toml", "回族", "汉族", "“汉族”重复了"},
		{"rank nought", "codes/educations.toml", "rank = 1", "rank = 0", "rank 从 1 起"},
		{"education twice", "codes/educations.toml", `"初级中学"`, `"小学"`, "“小学”重复了"},
		{"no source", "codes/politicals.toml", "source = ", "sauce = ", "没有“sauce”这个键"},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := edited(t, c.file, c.old, c.new)
			_, err := Load(files)
			r, _ := data.AsRefusal(err)
			if r == nil || r.Code != "codes-bad" || !strings.HasPrefix(r.Message, c.file+" 第 ") || !strings.HasSuffix(r.Message, "："+c.want) {
				t.Fatalf("got %v, want %s", err, c.want)
			}
		})
	}
}

func TestAFileThatIsMissingOrEmptyIsRefused(t *testing.T) {
	files := edited(t, "codes/peoples.toml", "汉族", "汉族")
	delete(files, "codes/peoples.toml")
	if _, err := Load(files); !data.HasCode(err, "codes-bad") {
		t.Errorf("missing: %v", err)
	}
	files["codes/peoples.toml"] = &fstest.MapFile{Data: []byte("source = \"空\"\nstatus = \"待核对\"\n")}
	if _, err := Load(files); err == nil || !strings.Contains(err.Error(), "codes/peoples.toml 里缺少 “people”的内容") {
		t.Errorf("empty: %v", err)
	}
}

// edited returns the shipped tables with one text replaced once.
func edited(t *testing.T, file, old, replacement string) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	names, err := fs.Glob(assets.Files, "codes/*.toml")
	if err != nil || !slices.Contains(names, file) {
		t.Fatal(err, names)
	}
	for _, name := range names {
		src, err := fs.ReadFile(assets.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: src}
	}
	before, after, found := strings.Cut(string(files[file].Data), old)
	if !found {
		t.Fatalf("%s has no %s", file, old)
	}
	files[file] = &fstest.MapFile{Data: []byte(before + replacement + after)}
	return files
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(assets.Files); err != nil {
			b.Fatal(err)
		}
	}
}

func TestWordsAreThoseOfTheOfficesLists(t *testing.T) {
	c := load(t)
	for _, w := range []struct {
		field, text, word string
		known             bool
	}{
		{"education", "大学本科", "大学本科", true}, {"education", "函大", "函大", false},
		{"ethnicity", "汉族", "汉族", true}, {"ethnicity", "汉", "汉族", true}, {"ethnicity", "火星", "火星", false},
		{"political", "党员", "中共党员", true}, {"political", "群众", "群众", true}, {"political", "积极分子", "积极分子", false},
		{"post", "司机", "司机", true},
	} {
		if word, known := c.Word(w.field, w.text); word != w.word || known != w.known {
			t.Errorf("Word(%s, %s) = %s, %v; want %s, %v", w.field, w.text, word, known, w.word, w.known)
		}
	}
}
