package paper

import (
	"fmt"
	"strings"
	"testing"

	"gongkao/app/paper/pdf/pdftest"
)

func TestReviewSheetStandsWhereTheMillimetresSay(t *testing.T) {
	e := reviewed(10)
	e.Review.Clauses[3].Remark = "" // its row would be higher
	file, p := printed(t, jobFor("review-sheet", e))
	if p.Pages != 1 {
		t.Fatalf("ten clauses take %d pages", p.Pages)
	}
	page := pdftest.Render(t, file, 150)[0]
	for _, y := range []float64{35, 44, 53, 62, 65, 75, 187, 190, 202, 212, 226} {
		rules(t, page, [4]float64{22, y, 192, y})
	}
	rules(t, page, [4]float64{31, 65, 31, 187}, [4]float64{85, 65, 85, 187}, [4]float64{139, 65, 139, 187}, [4]float64{163, 65, 163, 187}, [4]float64{82, 212, 82, 226}, [4]float64{48.4, 256.6, 86.4, 256.6})
	for i, ticked := range []bool{false, true, false, false} {
		if ink := page.Ink(48.6+36*float64(i), 194.7, 2.6, 2.6); ink > 0.05 != ticked {
			t.Errorf("box %d: ink %.3f in it, ticked %v", i+1, ink, ticked)
		}
	}
	sealFree(t, page, 146, 228.2)
	margins(t, page, "the sheet", 22, 18, 15)
}

// However many clauses there are and however long, the decision stands once, on the
// last page, with its seal free, and never without clauses above it.
func TestDecisionStandsOnceUnderTheLastClauses(t *testing.T) {
	for n := 1; n <= 30; n++ {
		sheet, _, d, err := papersOf(t).layOut(jobFor("review-sheet", reviewed(n)))
		if err != nil {
			t.Fatal(err)
		}
		if n <= 12 && len(sheet.Pages) > 1 {
			t.Errorf("%d clauses take %d pages", n, len(sheet.Pages))
		}
		rows := 0
		for i, page := range sheet.Pages {
			decisions, last := 0, 0
			for _, text := range page.Texts {
				if text.Text == "审查决定" {
					decisions++
				}
				if strings.HasPrefix(text.Text, "04-07 ") {
					last++
				}
				if text.Y > 270 && text.Y < 273 {
					t.Errorf("%d clauses: %q reaches the foot", n, text.Text)
				}
			}
			rows += last
			if want := i == len(sheet.Pages)-1; (decisions == 1) != want || want && last == 0 {
				t.Errorf("%d clauses, page %d: %d decisions under %d clauses", n, i+1, decisions, last)
			}
		}
		if rows != n {
			t.Errorf("%d of %d clauses are printed on %s", rows, n, d.Name)
		}
	}
}

// The clerk's sheet shows what was decided; what is known of a person at any time
// says when it has changed, without the review being gathered again.
func TestSumOfAReviewSheetIsKnownWithoutTheReview(t *testing.T) {
	e, job := reviewed(10), jobFor("review-sheet")
	without := e
	without.Review = nil
	papers := papersOf(t)
	if papers.Sum(&job, &e) != papers.Sum(&job, &without) {
		t.Error("the sum asks for the review")
	}
	_, one := printed(t, jobFor("review-sheet", e))
	other := reviewed(10)
	other.Review.Clauses[4].Finding = "不符"
	if _, two := printed(t, jobFor("review-sheet", other)); one.Hash == two.Hash {
		t.Error("another finding gives the same hash")
	}
	other = reviewed(10)
	other.Review.Outcome = Refused
	if _, two := printed(t, jobFor("review-sheet", other)); one.Hash == two.Hash {
		t.Error("another box ticked gives the same hash")
	}
	other = liuDi()
	other.Application.Trade = "保管工"
	if papers.Sum(&job, &e) == papers.Sum(&job, &other) {
		t.Error("another trade gives the same sum")
	}
}

func TestHalvesOfASlipStandWhereTheMillimetresSay(t *testing.T) {
	for n, rows := range map[int]float64{6: 7.5, 8: 5.625} {
		job := jobFor("custody-slip")
		job.Slips = []Slip{custody(n)}
		file, _ := printed(t, job)
		page := pdftest.Render(t, file, 150)[0]
		for _, y := range []float64{28, 36, 43, 43 + rows, 88, 103.5, 119, 166.5, 174.5, 181.5, 181.5 + rows, 226.5} {
			rules(t, page, [4]float64{22, y, 192, y})
		}
		rules(t, page, [4]float64{168, 36, 168, 88}, [4]float64{110, 36, 110, 88}, [4]float64{22, 122.4, 174, 122.4}, [4]float64{22, 273.5, 174, 273.5}, [4]float64{60.82, 98.85, 88.82, 98.85})
		for i := range n {
			if ink := page.Ink(178.7, 43+rows*(float64(i)+0.5)-1.3, 2.6, 2.6); ink > 0.05 != (i == 0) {
				t.Errorf("box %d of %d: ink %.3f", i+1, n, ink)
			}
		}
		if ink := page.Ink(6, 148.2, 80, 0.6); ink < 0.15 {
			t.Errorf("no line to tear along: ink %.3f", ink)
		}
		sealFree(t, page, 146, 228.5)
	}
}

// Both halves of every sheet have the same number, list and code, however many
// originals there are and however long their notes; each stands once on each.
func TestHalvesOfASlipNeverDiffer(t *testing.T) {
	for n := 1; n <= 20; n++ {
		job := jobFor("custody-slip")
		s := custody(n)
		for i := range s.Originals {
			s.Originals[i].Name = fmt.Sprintf("第%d种材料", i+1)
		}
		job.Slips = []Slip{s}
		sheet, _, _, err := papersOf(t).layOut(job)
		if err != nil {
			t.Fatal(err)
		}
		if want := (n + 7) / 8; len(sheet.Pages) != want {
			t.Fatalf("%d originals take %d sheets, want %d", n, len(sheet.Pages), want)
		}
		met := map[string]int{}
		for _, page := range sheet.Pages {
			var halves [2][]string
			for _, text := range page.Texts {
				half := 0
				if text.Y > 148.5 {
					half = 1
				}
				if strings.HasSuffix(text.Text, "种材料") || strings.HasPrefix(text.Text, "编号：") || strings.HasPrefix(text.Text, "审计头") {
					halves[half] = append(halves[half], text.Text)
				}
			}
			if strings.Join(halves[0], "|") != strings.Join(halves[1], "|") {
				t.Errorf("%d originals: the halves say %v and %v", n, halves[0], halves[1])
			}
			for _, name := range halves[0] {
				met[name]++
			}
			if len(page.Blocks) != 2 || page.Blocks[0][0].Y > 148.5 || page.Blocks[1][0].Y < 148.5 {
				t.Errorf("%d originals: not a code on each half", n)
			}
		}
		for _, o := range s.Originals {
			if met[o.Name] != 1 {
				t.Errorf("%d originals: %s stands %d times", n, o.Name, met[o.Name])
			}
		}
	}
}

func TestLongSlipLosesNothing(t *testing.T) {
	job := jobFor("custody-slip")
	s := worstCustody()
	job.Slips = []Slip{s}
	file, _ := printed(t, job)
	all := wordsOf(textOf(t, file))
	for _, want := range []string{s.Person.Name, s.Unit, "交件人" + s.Hand} {
		if !strings.Contains(all, wordsOf(want)) {
			t.Errorf("%.30s… is not there in full", want)
		}
	}
	for _, o := range s.Originals {
		if n := strings.Count(all, wordsOf(o.Note)); n != 1 {
			t.Errorf("the note %.12s… stands %d times", o.Note, n)
		}
	}
}

func TestUnitChangeStandsWhereTheMillimetresSay(t *testing.T) {
	job := jobFor("unit-change")
	job.Changes = []Change{merger(), {}}
	file, _ := printed(t, job)
	for i, page := range pdftest.Render(t, file, 150) {
		for row := range 8 {
			rules(t, page, [4]float64{22, 35 + 17*float64(row), 192, 35 + 17*float64(row)})
		}
		rules(t, page, [4]float64{52, 35, 52, 154}, [4]float64{22, 163, 192, 163}, [4]float64{78.67, 163, 78.67, 268})
		for k, x := range []float64{58, 102, 146} {
			if ink := page.Ink(x+0.6, 42.2, 2.6, 2.6); ink > 0.05 != (i == 0 && k == 2) {
				t.Errorf("form %d, box %d: ink %.3f", i+1, k+1, ink)
			}
		}
		for _, x := range []float64{29.33, 86, 142.67} {
			sealFree(t, page, x, 187)
		}
		margins(t, page, "the form", 22, 18, 15)
	}
}

func TestMistakeInAListOrAPartNamesItsPlace(t *testing.T) {
	good := `name = "试"
kind = "TRY"
per = "slip"
left = 20.0
right = 18.0
each = "originals"
most = 4
[[page]]
text = [{ x = 20, y = 20, w = 50, h = 8, text = "{name}", ticked = "slip.roomy" }]
[page.grid]
x = 20
w = 50
row = [{ each = "originals", strip = [{ h = 8, cell = [{ x = 20, w = 50, text = "{original.name}" }] }] }]
`
	mistaken(t, good, []mistake{
		{"list of others", "each = \"originals\"\nmost", "each = \"career\"\nmost", `each = "career" 不是 per = slip 的列表，或缺 most`},
		{"no number of items", "most = 4\n", "", `each = "originals" 不是 per = slip 的列表，或缺 most`},
		{"first page beside none", "[[page]]", "[[page]]\nsame = true", `第 1 页前面没有页，不能写 same`},
		{"unknown tick", `"slip.roomy"`, `"slip.empty"`, `第 9 行：page.text.ticked：没有 slip.empty 这个值`},
		{"tick about nobody", `"slip.roomy"`, `"change.is_new"`, `第 1 页：{change.is_new} 在 per = slip 的表上没有可问的人`},
		{"item of another list", "{original.name}", "{clause.title}", `第 1 页：{clause.title} 在 per = slip 的表上没有可问的人`},
		{"row of another's list", `row = [{ each = "originals"`, `row = [{ each = "clauses"`, `第 1 页，第 1 行格：each = "clauses" 不是已有的列表，或缺 strip`},
	})
}
