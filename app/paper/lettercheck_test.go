package paper

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestMistakeInALetterNamesItsPlace(t *testing.T) {
	for name, c := range map[string]struct{ from, to, want string }{
		"unknown key":                   {"attach = 4", "attachments = 4", `line 14: nothing reads "letter.attachments"`},
		"unknown value":                 {"{letter.until}前补齐，由", "{letter.untill}前补齐，由", "no value is called {letter.untill}"},
		"person outside the table":      {"申报材料补正通知\"", "{name}补正通知\"", "letter: {name} has nobody to ask about on a paper per letter"},
		"row outside the table":         {"{letter.number}补正", "{item.what}补正", "{item.what} has nobody to ask about on a paper per letter"},
		"condition nobody can answer":   {`"!letter.attached"`, `"!name"`, "{name} has nobody to ask about"},
		"administrator in the table":    {"{item.clause}", "{admin.name}", "letter, table: {admin.name} has nobody to ask about"},
		"part that is two things":       {"table = true", "table = true\ntext = \"下表\"", `line 27: letter, part 3, box "下表": is a text, or the table, or a hand`},
		"part that is nothing":          {"table = true", "gap = 3", "letter, part 3: is a text, or the table, or a hand"},
		"unknown type":                  {"[[letter.part]]\nwhen = \"letter.attached\"", "[[letter.part]]\ntype = \"huge\"\nwhen = \"letter.attached\"", `: letter, part 2, box "你单位报送的`},
		"block without a height":        {"h = 28\n", "", "letter, receipt: needs a height h that a page can hold"},
		"box in a block off the sheet":  {"x = 90, y = 0", "x = 190, y = 0", `line 31: letter, receipt, box "回\u3000执": leaves the room between the margins`},
		"columns wider than the letter": {"w = 94", "w = 95", "letter, table: columns are 157 wide"},
		"attachment without a title":    {"attached = \"需要补正的申报材料\"\n", "", "attach needs attached, its title"},
		"letter without a title":        {"title = \"申报材料补正通知\"\n", "", "letter: needs a title and parts"},
		"per without a letter":          {`per = "letter"`, `per = "horoscope"`, "per = entry, administrator, job, table, letter"},
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.Replace(everything, c.from, c.to, 1)
			if text == everything {
				t.Fatalf("%q is not in the letter", c.from)
			}
			_, err := Load(fstest.MapFS{"papers/house.toml": houseFile(t), "papers/try/paper.toml": {Data: []byte(text)}})
			if err == nil || !strings.Contains(err.Error(), "papers/try/paper.toml") || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v\nwant papers/try/paper.toml … %s", err, c.want)
			}
		})
	}
}
