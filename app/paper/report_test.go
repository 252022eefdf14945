package paper

import (
	"io"
	"slices"
	"testing"
	"testing/fstest"
)

// On a machine without 仿宋 each person's letter is set in Song, and that is
// said once, not as a warning of each.
func TestFaceTheMachineLacksIsNotedOnceForThePaper(t *testing.T) {
	text := `name = "试"
kind = "TRY"
per = "entry"
type = { body = { face = "Fang", size = 16, leading = 1.8 } }
[[page]]
text = [{ x = 28, y = 37, w = 150, h = 30, text = "{name}同志：", type = "body" }]
`
	p, err := Load(fstest.MapFS{"papers/house.toml": houseFile(t), "papers/try/paper.toml": {Data: []byte(text)}})
	if err != nil {
		t.Fatal(err)
	}
	report, err := p.Print(io.Discard, jobFor("try", liuDi(), liuDi()))
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"本机没有仿宋字体，公函正文用宋体印"}; !slices.Equal(report.Notes, want) || len(report.Warnings) > 0 {
		t.Errorf("notes %q, warnings %v", report.Notes, report.Warnings)
	}
	if _, roster := printed(t, jobFor("roster", liuDi())); len(roster.Notes) > 0 {
		t.Errorf("a roster in Song notes %q", roster.Notes)
	}
}
