package dossier_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gongkao/app/dossier"
	"gongkao/assets"
	"gongkao/data"
)

func TestTheDocumentsAskedForDependOnLevelPathAndSituation(t *testing.T) {
	s := newStage(t)
	for _, c := range []struct {
		name, needs, not string
	}{
		{"谢长江", "id-card certificate education work-start appointment appraisal-2025 appraisal-2021 unit-opinion public-notice", "appraisal-2020 transfer consent"},
		{"何志强", "transfer", "public-notice appointment"},
		{"黄金山", "consent", "public-notice"},
		{"张国栋", "consent", ""},
		{"梁大勇", "honours", ""},
		{"林晓峰", "commitment appraisal-2025", "consent"},
		{"刘𬱖", "id-card unit-opinion appraisal-2025", "commitment consent public-notice"},
	} {
		got := keys(s.Of(s.named(t, c.name)))
		for _, key := range strings.Fields(c.needs) {
			if !slices.Contains(got, key) {
				t.Errorf("%s needs %s: %v", c.name, key, got)
			}
		}
		for _, key := range strings.Fields(c.not) {
			if slices.Contains(got, key) {
				t.Errorf("%s does not need %s: %v", c.name, key, got)
			}
		}
	}
}

func TestEveryDocumentHasANameAndSaysWhatToLookAt(t *testing.T) {
	s := newStage(t)
	for _, name := range []string{"谢长江", "何志强", "林晓峰", "黄金山", "梁大勇"} {
		for _, h := range s.Of(s.named(t, name)) {
			if h.Name == h.Key || h.Look == "" || !h.Original {
				t.Errorf("%s: %+v", name, h.Slot)
			}
			if h.Commitable != strings.HasPrefix(h.Key, "appraisal-") {
				t.Errorf("the notice lets only appraisals be brought later: %+v", h.Slot)
			}
		}
	}
}

func TestTheOfficesOwnListWinsAndABadOneIsRefusedWithItsLine(t *testing.T) {
	folder := t.TempDir()
	must(t, os.Mkdir(filepath.Join(folder, "dossier"), 0o700))
	own := filepath.Join(folder, "dossier", "2026.toml")
	must(t, os.WriteFile(own, []byte("source = \"清单\"\nstatus = \"已核对\"\n[[slot]]\nslot = \"id-card\"\nlook = \"看\"\n"), 0o600))
	m, err := dossier.Load(assets.Files, folder, 2026)
	must(t, err)
	if !m.Overlay || m.Source != "清单" {
		t.Errorf("loaded %+v", m)
	}
	if m, err = dossier.Load(assets.Files, "", 2031); err != nil || m.Overlay {
		t.Errorf("a later year goes by the last list: %v", err)
	}
	for _, bad := range []string{"slot = \"passport\"", "slot = \"id-card\"\nwhen = \"always\"", "slot = \"id-card\"\nlevels = [6]", "slot = \"id-card\"\npaths = [\"luck\"]", "slot = \"id-card\"\ncolour = 1"} {
		src := "source = \"清单\"\nstatus = \"待核对\"\n[[slot]]\nlook = \"看\"\n" + bad + "\n"
		_, err := dossier.Load(fstest.MapFS{"dossier/2026.toml": {Data: []byte(src)}}, "", 2026)
		refused(t, err, "dossier-bad")
	}
	_, err = dossier.Load(fstest.MapFS{}, "", 2026)
	refused(t, err, "dossier-bad")
}

func TestWhatWasSeenOfADocumentStandsAndCanBeTakenBack(t *testing.T) {
	s := newStage(t)
	a := s.undecided(t)
	for _, c := range []struct {
		state data.DocumentState
		want  dossier.Standing
	}{{data.DocumentSeen, dossier.Seen}, {data.DocumentCopy, dossier.Copy}, {data.DocumentWanting, dossier.Wanting}, {data.DocumentOpen, dossier.Open}} {
		must(t, s.Note(bg, a.Application.ID, "id-card", c.state, " 背面不清 "))
		h := s.held(t, a, "id-card")
		if h.Standing != c.want || h.Document.Note != "背面不清" || h.Document.By != s.Office.Clerk || h.Document.At.IsZero() {
			t.Errorf("after %q: %+v", c.state, h)
		}
	}
	refused(t, s.Note(bg, a.Application.ID, "public-notice", data.DocumentSeen, ""), "slot-unknown")
	refused(t, s.Note(bg, a.Application.ID, "id-card", data.DocumentSeen, strings.Repeat("字", data.MaxNote+1)), "note-long")
	refused(t, s.Note(bg, "nobody", "id-card", data.DocumentSeen, ""), "not-found")
}

func TestADecidedFolderIsClosed(t *testing.T) {
	s := newStage(t)
	var done *data.Applicant
	for _, a := range s.Register.Find(queryFor(data.Approved)) {
		done = a
	}
	if done == nil {
		t.Fatal("the practice county has nobody approved")
	}
	refused(t, s.Note(bg, done.Application.ID, "id-card", data.DocumentSeen, ""), "closed")
	_, err := s.Commit(bg, data.Commitment{Application: done.Application.ID, Years: []int{2025}, Reason: "未备案"})
	refused(t, err, "closed")
	if _, err := s.Attach(bg, done.Application.ID, "id-card", written(t, "证.jpg", jpegOf(t, 40, 30))); err != nil {
		t.Errorf("a scan may be added to it: %v", err)
	}
	sha := s.held(t, done, "id-card").Document.Scans[0].SHA256
	refused(t, s.Detach(bg, done.Application.ID, "id-card", sha), "closed")
}
