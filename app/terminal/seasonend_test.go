package terminal

import (
	"path/filepath"
	"slices"
	"strings"
	"time"

	"gongkao/app/inspection"
)

// examines: scores by sheet and by hand, corrected; the evaluation of level 1.
func (w whole) examines() {
	w.on(time.September, 20)
	var got imported
	w.read(&got, "import", w.sheet("成绩.csv", "准考证号,姓名,身份证号,人机对话成绩", "1,"+passes.name+","+passes.id()+",58", "2,"+returned.name+","+returned.id()+",101", "3,"+rejected.name+","+rejected.id()+",80"))
	if s := got.Files[0].Sheets[0]; s.Kind != "scores" || s.Accepted != 1 || s.Waiting != 2 {
		w.t.Errorf("scores: %+v", got)
	}
	w.unmoved(map[string][]string{
		"a score of 101": {"score", "--id", returned.id(), "--points", "101"}, "a score twice": {"score", "--id", passes.id(), "--points", "85"},
		"a score of somebody rejected": {"score", "--id", rejected.id(), "--points", "80"}, "an evaluation without admission": {"score", "--id", master.id(), "--subject", "evaluation", "--points", "80"},
		"an admission before the theory": {"admit", "--id", master.id()}, "a certificate before the result": {"certificate", "--id", master.id(), "--number", "豫1", "--issued", "2026-09-20"},
	})
	w.does(
		[]string{"score", "--id", passes.id(), "--points", "85", "--correct", "登分有误，复核为 85 分"},
		[]string{"score", "--id", returned.id(), "--absent"},
		[]string{"score", "--id", master.id(), "--points", "78.5"},
		[]string{"admit", "--id", master.id()},
	)
	if got := w.find(master); got.Due != 51000 || got.Result != "pending" {
		w.t.Errorf("admitted: %+v", got)
	}
	w.does(
		[]string{"pay", "--id", master.id(), "--amount", "130", "--step", "2", "--reference", "S-1"},
		[]string{"score", "--id", master.id(), "--subject", "evaluation", "--points", "90"},
	)
	if got := w.find(master); got.Paid != 51000 || got.Result != "passed" || got.Score != "90" {
		w.t.Errorf("evaluated: %+v", got)
	}
	if got := w.find(returned); got.Result != "absent" {
		w.t.Errorf("absent: %+v", got)
	}
}

// certifies: numbers, who collects, the archive.
func (w whole) certifies() {
	w.on(time.December, 15)
	w.does([]string{"certificate", "--id", passes.id(), "--number", "豫2026001", "--issued", "2026-12-15"})
	w.unmoved(map[string][]string{
		"a number twice":                {"certificate", "--id", master.id(), "--number", "豫2026001", "--issued", "2026-12-15"},
		"a certificate of a tomorrow":   {"certificate", "--id", master.id(), "--number", "豫2026002", "--issued", "2026-12-16"},
		"a certificate for the absent":  {"certificate", "--id", returned.id(), "--number", "豫2026003", "--issued", "2026-12-15"},
		"an archive of somebody absent": {"archive", "--id", rejected.id(), "--items", "all", "--box", "1"},
	})
	w.does(
		[]string{"certificate", "--id", master.id(), "--number", "豫2026002", "--issued", "2026-12-15"},
		[]string{"certificate", "--id", passes.id(), "--collected", "2026-12-15", "--collector", "刘科长"},
		[]string{"archive", "--id", passes.id(), "--items", "all", "--box", "2026-01"},
	)
}

// looks: what the year has come to, and how one person's year is told.
func (w whole) looks() {
	var rows []struct {
		Level    int
		People   int
		Approved int
		Due      int `json:"due_fen"`
		Paid     int `json:"paid_fen"`
	}
	w.read(&rows, "stats", "--by", "level")
	due, paid := 0, 0
	for _, r := range rows {
		due, paid = due+r.Due, paid+r.Paid
	}
	if len(rows) != 4 || due != 32000+51000+36500+36500 || paid != 32000+51000+36500 {
		w.t.Errorf("stats: %+v", rows)
	}
	for _, paper := range []string{"summary", "statistics", "roster"} {
		w.must("print", paper, "--out", filepath.Join(w.t.TempDir(), paper+".pdf"))
	}
	w.must("today")
	var f inspection.File
	w.read(&f, "inspect", "--id", passes.id())
	var told []string
	for _, e := range slices.Backward(f.Timeline) {
		told = append(told, e.Words)
	}
	at, story := 0, strings.Join(told, "\n")
	for _, step := range []string{"登记", "通过", "订教材", "确认单已签字交回", "320.00 元", "缴费记录作废", "320.00 元", "人机对话考试 58 分", "成绩作废", "人机对话考试 85 分", "发证", "领证", "归档"} {
		next := strings.Index(story[at:], step)
		if next < 0 {
			w.t.Errorf("the timeline does not tell %q after\n%s\nin\n%s", step, story[:at], story)
			break
		}
		at += next + len(step)
	}
	if !f.Chain.OK {
		w.t.Errorf("chain: %+v", f.Chain)
	}
}

// opens: the next year, taken back, opened again and used.
func (w whole) opens() {
	w.on(time.December, 30)
	var got yearOpened
	if w.read(&got, "year", "open", "2027"); got.People != 5 || got.Units == 0 {
		w.t.Errorf("opened: %+v", got)
	}
	w.unmoved(map[string][]string{"a year opened twice": {"year", "open", "2027"}})
	w.does([]string{"year", "open", "2027", "--take-back"}, []string{"year", "open", "2027"})
	if p, m, f := w.find(passes), w.find(master), w.find(unpaid); p.CurrentLevel != 4 || m.CurrentLevel != 1 || f.CurrentLevel != 4 || p.Status != "carried" {
		w.t.Errorf("in 2027: %+v, %+v, %+v", p, m, f)
	}
	if then := w.find(passes, "--year", "2026"); then.Status != "approved" || then.CertificateNo != "豫2026001" || then.CurrentLevel != 5 || then.Level != 4 {
		w.t.Errorf("in 2026: %+v", then)
	}
	w.now = time.Date(2027, 3, 20, 9, 0, 0, 0, time.UTC)
	w.does([]string{"unit", "confirm", "罗山县农业农村局", "--who", "刘科长"})
	w.unmoved(map[string][]string{
		"a year taken back that is in use": {"year", "open", "2027", "--take-back"},
		"a change in a year that is over":  {"--year", "2026", "pay", "--id", unpaid.id(), "--amount", "365"},
	})
	w.now = time.Date(2026, time.March, 1, 9, 0, 0, 0, time.UTC)
	w.unmoved(map[string][]string{"a clock set back": {"year", "open", "2028"}, "a clock set back before a year is taken back": {"year", "open", "2027", "--take-back"}})
}
