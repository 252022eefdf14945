package policy

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"gongkao/assets"
	"gongkao/data"
)

// slips are edits of the shipped file that an office could make. The text new
// is put for the first old after the text within; at marks the line of the
// slip inside new, counted from 0.
var slips = []struct {
	name, within, old, new string
	at                     int
	want                   string
}{
	{"other year", "[notice]", "year = 2026", "year = 2027", 0, "这是 2027 年度的政策，文件名却是 2026"},
	{"notice without a date", "[notice]", `issued = "2026-03-10"`, `issued = ""`, 0, "issued 没有写日期"},
	{"cut-off without a date", "[cutoff]", `date = "2026-03-10"`, `date = ""`, 0, "date 没有写日期"},
	{"no levels", "[assessment]", "levels = [5, 4, 3, 2, 1]", "levels = []", 0, "没有写开展考核的等级"},
	{"level six", "[assessment]", "levels = [5, 4, 3, 2, 1]", "levels = [6, 5, 4, 3, 2, 1]", 0, "没有 6 这个等级，等级写 5 4 3 2 1"},
	{"level twice", "[assessment]", "levels = [5, 4, 3, 2, 1]", "levels = [5, 5, 4, 3, 2, 1]", 0, "五级重复了"},
	{"no ban", "[violation]", "ban_years = 2", "ban_years = 0", 0, "ban_years 应大于 0"},
	{"days nobody signed", `rule = "public-notice-days"`, `status = "待核对"`, `status = "已核对"`, 0, "改为“已核对”的，要写明 signed_by（核对人）和 signed_on（核对日期）"},
	{"second notice", "[cutoff]", "[cutoff]", "[[cutoff]]\ndate = \"2026-03-10\"\nclause = \"一\"\ntext = \"一\"\n[[cutoff]]", 4, "[cutoff] 只能有一个"},
	{"unknown table", "# ---- 收费", "[[fee]]", "[[fees]]", 0, "没有“fees”这样的表"},
	{"window that ends before it starts", `id = "registration"`, `to = "2026-04-08"`, `to = "2026-03-08"`, 0, "结束 2026-03-08 早于开始 2026-03-14"},
	{"deadline without a day", `id = "first-review"`, `to = "2026-04-07"`, `to = ""`, 0, "to 没有写日期"},
	{"deadline twice", `id = "unit-changes"`, `id = "unit-names"`, `id = "unit-changes"`, 0, "日程 unit-changes 重复了"},
	{"fee of no level", "[[fee]]", "level = 5", "level = 6", 0, "6 不是开展考核的等级"},
	{"fee in yuan and nothing", "[[fee]]", "fen = 27500", "fen = 0", 0, "fen 应大于 0"},
	{"fee in yuan with a point", "[[fee]]", "fen = 27500", "fen = 275.00", 0, "fen 应为整数"},
	{"fee twice", "level = 4", "level = 3\nstep = 1", "level = 4\nstep = 1", 1, "四级的第 1 次收费重复了或次序不对"},
	{"unknown rule", "[[rule]]", `rule = "object-retired"`, `rule = "object-tired"`, 0, "没有“object-tired”这条规则"},
	{"unknown key", "[[rule]]", "source =", "sauce =", 0, "没有“sauce”这个键"},
	{"missing key", `rule = "object-retired"`, "clause = \"一（二）\"\n", "", -4, "缺少“clause”"},
	{"number that the rule does not use", `rule = "trade-catalogue"`, "source =", "years = 3\nsource =", 0, "这条规则不用“years”"},
	{"number that the rule needs", `rule = "years-in-level"`, "years = 5\n", "", -4, "这条规则缺少“years”"},
	{"years of work without years", `rule = "working-years"`, "below = 10\n", "", -4, "这条规则缺少“years”或“below”"},
	{"text for years", `rule = "years-in-level"`, "years = 5", `years = "5年"`, 0, "years 应为整数"},
	{"no years", `rule = "years-in-level"`, "years = 5", "years = 0", 0, "years 应大于 0"},
	{"unknown counting", `rule = "years-in-level"`, `counting = "full-years"`, `counting = "full"`, 0, "counting 不能是“full”"},
	{"middle of a month", `rule = "years-in-level"`, `as_of = "2026-09-30"`, `as_of = "2026-09-15"`, 0, "as_of 须为月末"},
	{"unknown step", `rule = "level-step"`, `step = "stated"`, `step = "up"`, 0, "step 不能是“up”"},
	{"unknown path", `rule = "years-in-level"`, `paths = ["promotion"]`, `paths = ["晋级"]`, 0, "申报途径“晋级”不认识或重复了"},
	{"path twice", `rule = "years-in-level"`, `paths = ["promotion"]`, `paths = ["years", "years"]`, 0, "申报途径“years”不认识或重复了"},
	{"level of no rule", `rule = "years-in-level"`, "levels = [4]", "levels = [7]", 0, "没有 7 这个等级，等级写 5 4 3 2 1"},
	{"row twice", `rule = "years-in-level"`, "levels = [3]", "levels = [4]", -1, "规则 years-in-level 对同一等级、同一途径重复了"},
	{"unknown grade", `rule = "appraisals"`, `grades = ["优秀", "合格"]`, `grades = ["良好"]`, 0, "没有“良好”这个考核等次"},
	{"more excellent than years", "years = 5\nlast_year", "excellent = 2", "excellent = 6", 0, "优秀的年数不能多于 years"},
	{"relaxed without ages", `rule = "education"`, "relaxed_age_men = 50\n", "", -1, "放宽要写明 relaxed_age_men、relaxed_age_women 和 as_of"},
	{"appointed to nothing", `rule = "appointed"`, "appointed = 2", "appointed = 0", 0, "等级写 5 4 3 2 1"},
	{"confirmed by nobody", `rule = "years-in-level"`, `status = "待核对"`, `status = "已核对"`, 0, "改为“已核对”的，要写明 signed_by（核对人）和 signed_on（核对日期）"},
	{"unknown document", `rule = "years-in-level"`, `evidence = ["certificate", "transfer"]`, `evidence = ["证书"]`, 0, "材料“证书”不认识或重复了"},
	{"document twice", `rule = "years-in-level"`, `evidence = ["certificate", "transfer"]`, `evidence = ["transfer", "transfer"]`, 0, "材料“transfer”不认识或重复了"},
	{"blank among the trades", `rule = "years-in-level"`, `trade_exempt = ["汽车驾驶员"]`, `trade_exempt = [""]`, 0, "trade_exempt 里有空白的一项"},
	{"waivers where nothing is waived", `excellent = 2`, "honours_waive = true\nwaivers = []", "honours_waive = false\nwaivers = [\"省劳动模范\"]", 1, "这一条用不上 waivers"},
	{"alternatives without a number", `last_year = 2025`, "excellent = 2\nexcellent_alternatives", "excellent = 0\nexcellent_alternatives", 1, "这一条用不上 excellent_alternatives"},
	{"day of transfer without trades", `rule = "years-in-level"`, "trade_exempt = [\"汽车驾驶员\"]\ntransferred_by = \"\"", "transferred_by = \"2016-12-31\"", 0, "这一条用不上 transferred_by"},
	{"ground without a clause", `reason = "materials-missing"`, `clause = "二（三）"`, `clause = ""`, 0, "没有写依据哪一条"},
	{"ground twice", `reason = "materials-missing"`, `reason = "materials-unclear"`, `reason = "materials-missing"`, 0, "理由 materials-missing 重复了"},
	{"no such status", `rule = "years-in-level"`, `status = "待核对"`, `status = "核对"`, 0, "status 只能是“待核对”或“已核对”"},
}

func TestEverySlipInAPolicyIsToldWithItsLine(t *testing.T) {
	src, err := fs.ReadFile(assets.Files, "policy/2026.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range slips {
		t.Run(c.name, func(t *testing.T) {
			edited, line := replace(t, string(src), c.within, c.old, c.new)
			folder := t.TempDir()
			overlay(t, folder, edited)
			_, err := Load(assets.Files, folder, 2026)
			r, ok := data.AsRefusal(err)
			want := fmt.Sprintf("policy/2026.toml 第 %d 行：%s", line+c.at, c.want)
			if !ok || r.Code != "policy-bad" || r.Message != want {
				t.Errorf("got  %v\nwant %s", err, want)
			}
		})
	}
}

// replace puts new for the first old after within, and returns the number of
// its line.
func replace(t *testing.T, src, within, old, new string) (edited string, line int) {
	t.Helper()
	start := strings.Index(src, within)
	if start < 0 || !strings.Contains(src[start:], old) {
		t.Fatalf("after %q there is no %q", within, old)
	}
	start += strings.Index(src[start:], old)
	return src[:start] + new + src[start+len(old):], strings.Count(src[:start], "\n") + 1
}

func TestAPolicyWithoutOneOfItsPartsIsRefused(t *testing.T) {
	src, err := fs.ReadFile(assets.Files, "policy/2026.toml")
	if err != nil {
		t.Fatal(err)
	}
	for part, want := range map[string]string{
		`(?s)\[violation\].*?\n\n`:                           "[violation]",
		`(?s)\[\[fee\]\]\nlevel = 2.*?\n\n`:                  "二级的 [[fee]]",
		`(?s)\[\[rule\]\].*`:                                 "[rule]",
		`(?s)\[\[deadline\]\]\nid = "commitment-due".*?\n\n`: "这条规则要用日程 commitment-due，文件里没有",
		`(?s)\[\[deadline\]\]\nid = "registration".*?\n\n`:   "这条规则要用日程 registration，文件里没有",
		`(?s)\[notice\].*?\n\n`:                              "[notice]",
		`\[\[fee\]\]\n(?:[^\n]+\n)+`:                         "[fee]",
		`(?s)\[\[fee\]\]\nlevel = 1\nstep = 1.*?\n\n`:        "一级的第 2 次收费重复了或次序不对",
	} {
		folder := t.TempDir()
		overlay(t, folder, regexp.MustCompile(part).ReplaceAllString(string(src), ""))
		if _, err := Load(assets.Files, folder, 2026); !data.HasCode(err, "policy-bad") || !strings.Contains(err.Error(), want) {
			t.Errorf("without %s: %v", part, err)
		}
	}
}
