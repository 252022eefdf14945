package results_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"gongkao/app/results"
	"gongkao/assets"
	"gongkao/data"
)

func keysOf(items []results.Item) (keys []string) {
	for _, i := range items {
		keys = append(keys, i.Key)
	}
	return keys
}

func TestAnArchiveIsClosedWhenEverythingThatHasToBeIsIn(t *testing.T) {
	s := newStage(t, 30)
	a := s.of(t, 3, 0)
	id := a.Application.ID
	file := func(f results.Filing) error {
		f.Application = id
		return s.File(bg, []results.Filing{f})
	}
	refused(t, file(results.Filing{Items: []string{"registration"}}), "archive-early")
	s.passed(t, a)
	refused(t, s.File(bg, nil), "nobody")
	refused(t, file(results.Filing{Items: []string{"evaluation"}}), "archive-item")
	refused(t, file(results.Filing{Items: []string{"registration"}, Box: "3", Close: true}), "archive-lacks")
	refused(t, file(results.Filing{Box: strings.Repeat("盒", 31)}), "archive-box")
	must(t, file(results.Filing{Items: []string{"score", "registration"}}))
	if got := s.again(a).Ledger.Archive; len(got.Items) != 2 || got.Items[0] != "registration" || !got.Filed.IsZero() {
		t.Errorf("filed %+v", got)
	}
	items, in := s.ArchiveOf(s.again(a))
	if !in["score"] || in["issue"] || len(s.Lacking(s.again(a), nil)) == 0 {
		t.Errorf("in it: %v", in)
	}
	refused(t, file(results.Filing{Items: keysOf(items), Close: true}), "archive-lacks")
	must(t, file(results.Filing{Items: keysOf(items), Box: "2026-03", Close: true}))
	if n := results.Count(s.Office.Policy, []*data.Applicant{s.again(a)}); n.Filed != 1 {
		t.Errorf("counted %+v", n)
	}
	events, err := s.Timeline(bg, id)
	must(t, err)
	if !strings.HasPrefix(events[0].Words, "归档：材料 8 项，2026-03 盒，2026年11月20日办结") {
		t.Errorf("the timeline tells %q", events[0].Words)
	}
	_, err = s.Undo(bg, id, events[0])
	must(t, err)
	if got := s.again(a).Ledger.Archive; len(got.Items) != 2 || !got.Filed.IsZero() {
		t.Errorf("taken back to %+v", got)
	}
}

func TestTheListAsksOfLevelOneWhatIsItsOwn(t *testing.T) {
	l, err := results.LoadArchiveList(assets.Files, "")
	must(t, err)
	failed, passed := results.Result{Outcome: results.Failed}, results.Result{Outcome: results.Passed}
	first := &data.Applicant{Application: data.Application{Level: 1}}
	fifth := &data.Applicant{Application: data.Application{Level: 5}}
	for want, got := range map[string][]string{
		"registration review-sheet id-card appraisal score":                                                       keysOf(l.For(fifth, &failed)),
		"registration review-sheet id-card appraisal score pass-notice issue":                                     keysOf(l.For(fifth, &passed)),
		"registration review-sheet id-card certificate appraisal notice-proof score evaluation pass-notice issue": keysOf(l.For(first, &passed)),
	} {
		if strings.Join(got, " ") != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestAnOfficesOwnListWinsAndAWrongOneSaysWhere(t *testing.T) {
	const head = "source = \"县档案馆\"\nstatus = \"已核对\"\n"
	folder := t.TempDir()
	must(t, os.MkdirAll(filepath.Join(folder, "results"), 0o700))
	write := func(text string) {
		must(t, os.WriteFile(filepath.Join(folder, "results", "archive.toml"), []byte(text), 0o600))
	}
	write(head + "[[item]]\nitem = \"form\"\nname = \"申报表\"\n")
	l, err := results.LoadArchiveList(assets.Files, folder)
	if err != nil || !l.Overlay || l.Name("form") != "申报表" || l.Name("gone") != "gone" {
		t.Errorf("%+v (%v)", l, err)
	}
	for _, text := range []string{
		head, head + "[[thing]]\nitem = \"form\"\nname = \"申报表\"\n", head + "[[item]]\nitem = \"\"\nname = \"申报表\"\n", head + "[[item]]\nitem = \"form\"\nname = \"\"\n",
		head + "[[item]]\nitem = \"form\"\nname = \"表\"\n[[item]]\nitem = \"form\"\nname = \"表\"\n", head + "[[item]]\nitem = \"form\"\nname = \"表\"\nlevels = [6]\n",
		"source = \"x\"\nstatus = \"好\"\n[[item]]\nitem = \"form\"\nname = \"表\"\n", head + "[[item]]\nitem = \"form\"\nname = \"表\"\ncolour = 1\n", "= nonsense",
	} {
		write(text)
		_, err := results.LoadArchiveList(assets.Files, folder)
		refused(t, err, "archive-bad")
	}
	_, err = results.LoadArchiveList(fstest.MapFS{}, "")
	refused(t, err, "archive-bad")
}
