package paper

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gongkao/data"
)

var update = flag.Bool("update", false, "write the goldens anew")

// goldenPapers are the papers in the states whose goldens are kept: each once as
// the mockup has it, under its own name, and where it can go wrong, once at its
// worst.
func goldenPapers() map[string]Job {
	forms := jobFor("administrator-form")
	forms.Administrators = []AdministratorEntry{administrator(), {}}
	practice := jobFor("roster", crowd(3)...)
	practice.Office.Practice = true
	everybody := jobFor("roster", worst(), emptyEntry())
	everybody.Unit = ""
	slips, changes := jobFor("custody-slip"), jobFor("unit-change")
	slips.Slips = []Slip{custody(6), custody(8), worstCustody()}
	changes.Changes = []Change{merger(), renamed(), {UnitChange: data.UnitChange{Old: "罗山县文化馆"}, Supervising: "罗山县文化广电和旅游局"}}
	return map[string]Job{
		"administrator-form":    forms,
		"registration":          jobFor("registration", photographed(liuDi())),
		"registration-worst":    jobFor("registration", worst(), emptyEntry()),
		"roster":                jobFor("roster", crowd(37)...),
		"roster-practice":       practice,
		"roster-county-nothing": everybody,
		"payment-slip":          jobFor("payment-slip", slip(2, Fee{Step: 1, Fen: 47000}), slip(1, Fee{Step: 1, Fen: 38000, Later: 13000, Collector: "省工考管理机构"})),
		"payment-slip-worst":    jobFor("payment-slip", worst()),
		"commitment":            jobFor("commitment", promised(liuDi(), 1)),
		"commitment-worst":      jobFor("commitment", promised(worst(), 5)),
		"public-notice":         letterJob("public-notice", notice(3)),
		"public-notice-worst":   letterJob("public-notice", worstNotice(12)),
		"notice-proof":          letterJob("notice-proof", notice(2)),
		"notice-proof-worst":    letterJob("notice-proof", objected(worstNotice(9))),
		"review-sheet":          jobFor("review-sheet", reviewed(10), reviewed(12), undecided()),
		"review-sheet-worst":    jobFor("review-sheet", worstReviewed()),
		"custody-slip":          slips,
		"unit-change":           changes,
		"reminder":              letterJob("reminder", reminded(2)),
		"reminder-worst":        letterJob("reminder", reminderWorst(5)),
		"import-note":           letterJob("import-note", importNote(3)),
		"import-note-worst":     letterJob("import-note", importNoteWorst(7)),
		"correction":            letterJob("correction", correction(3)),
		"correction-worst":      letterJob("correction", mended(2)),
		"rejection":             letterJob("rejection", refusedWith(correction(2), "")),
		"rejection-worst":       letterJob("rejection", refusedWith(mended(6), "对审查结果有异议的，请自收到本通知之日起五个工作日内书面提出。")),
		"pass-notice":           letterJob("pass-notice", passing(3, false)),
		"pass-notice-worst":     letterJob("pass-notice", passing(6, true)),
		"summary":               tableJob("summary", county(30)),
		"textbooks":             tableJob("textbooks", order(11), order(31)),
		"statistics":            tableJob("statistics", statistic(30)),
		"certificates":          jobFor("certificates", passed(31, 4)...),
		"certificates-by-hand":  emptySheet("certificates"),
		"certificates-worst":    jobFor("certificates", worstListed()),
		"archive-worst":         jobFor("archive", worstListed()),
		"archive":               jobFor("archive", passed(31, 0)...),
		"archive-by-hand":       emptySheet("archive"),
		"spot-check":            sampleOf(10),
		"spot-check-long":       sampleOf(24),
		"roster-by-level":       ordered(byLevel, crowdBy(60, byLevel)...),
		"roster-by-trade":       ordered(byTrade, crowdBy(37, byTrade)...),
	}
}

// goldenOf is where a golden of a state is kept: beside the paper's definition.
func goldenOf(name string, job Job, ext string) string {
	return "../../assets/papers/" + job.Paper + "/golden" + strings.TrimPrefix(name, job.Paper) + ext
}

func TestPapersSayWhatTheyAlwaysSaid(t *testing.T) {
	for name, job := range goldenPapers() {
		t.Run(name, func(t *testing.T) {
			sheet, printed, _, err := papersOf(t).layOut(job)
			if err != nil {
				t.Fatal(err)
			}
			got := sheet.Text()
			for _, w := range printed.Warnings {
				got += "warning " + w.Code + " " + w.IDNumber + " " + w.Message + "\n"
			}
			golden := goldenOf(name, job, ".txt")
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("%s\nIf that is as it should be: go test -tags ci -run Always ./app/paper -update", diff)
			}
		})
	}
}

func TestPapersAreSoundFiles(t *testing.T) {
	for name, job := range goldenPapers() {
		file, _ := printed(t, job)
		at := filepath.Join(t.TempDir(), name+".pdf")
		if err := os.WriteFile(at, file, 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command("qpdf", "--check", at).CombinedOutput()
		if err != nil || !strings.Contains(string(out), "No syntax or stream encoding errors") {
			t.Errorf("%s: qpdf (make tools installs it) says %v\n%s", name, err, out)
		}
	}
}

// worst is a person with everything too long.
func worst() Entry {
	e := liuDi()
	e.Person.Name = "阿卜杜克热木江·买合木提江·伊斯拉木阿洪·麦麦提敏·吐尔逊江·阿不力孜·艾则孜·努尔麦麦提𬱖"
	e.Unit = "信阳市罗山县农业农村局下属第一农业技术推广中心暨农产品质量安全检验检测站与农业综合行政执法大队机关后勤服务中心（本级事业单位）"
	e.Application.Note = "这是一条很长的备注，用来看花名册的备注列写不下的时候会怎样，应当整条印在这一行的下面，一个字也不能少，也不能把这一行撑得太高。"
	for range 5 {
		e.Application.Honours += "\n" + e.Application.Honours
	}
	e.Application.Honours = data.FirstRunes(e.Application.Honours, 600)
	e.Person.Appraisals = map[int]data.Appraisal{}
	for y := 2012; y < 2026; y++ {
		e.Person.Appraisals[y] = data.Qualified
	}
	e.Person.Career = append(e.Person.Career, append(e.Person.Career, e.Person.Career...)...)
	e.Person.Political = "群\x00众\U0001F600"
	return e
}

// emptyEntry is a form to be filled in by hand.
func emptyEntry() Entry { return Entry{Applicant: &data.Applicant{}} }
