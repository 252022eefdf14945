package paper

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	cmpdiff "github.com/google/go-cmp/cmp"

	"gongkao/app/paper/pdf"
	"gongkao/app/paper/pdf/pdftest"
	"gongkao/data"
)

// certificate is one as it is on record.
func certificate(i int, collected bool) data.Certificate {
	c := data.Certificate{Number: fmt.Sprintf("26161550263%05d", 70000+13*i), Issued: data.MustDate(2026, 11, 20)}
	if collected {
		c.Collected, c.Collector = data.MustDate(2026, 12, 8), "周海燕"
	}
	return c
}

// archive is what is in somebody's archive: every fourth lacks something.
func archive(i int) *Archive {
	a := &Archive{In: 8, Of: 8, Box: fmt.Sprintf("2026-%02d", i/20+1), Filed: data.MustDate(2026, 12, 8)}
	if i%4 == 3 {
		a.In, a.Of, a.Missing, a.Filed = 6, 8, []string{"成绩单", "证书发放登记"}, data.Date{}
	}
	return a
}

// passed are n people with their certificates and archives; collected are so many
// of the certificates.
func passed(n, collected int) []Entry {
	all := crowd(n)
	for i := range all {
		all[i].Certificate, all[i].Archive = certificate(i, i < collected), archive(i)
	}
	return all
}

// drawn is a sample of n.
func drawn(n int) *Spot {
	return &Spot{Population: 311, Size: n, At: time.Date(2026, 4, 17, 9, 0, 0, 0, clock.Location()), Seed: 2026041709000731, Sum: "52ba4f967d30",
		Method: "按申报编号升序排列，以种子生成随机数，不放回抽取；同一种子、同一总体可重现", From: "审查通过、已上报；按单位、等级分层，各层按人数比例"}
}

// sampleOf is a spot check of n people, of whom the first were looked at.
func sampleOf(n int) Job {
	all := crowd(n)
	for i := range all {
		all[i].Spotted = &Spotted{Place: 12 + 31*i}
	}
	all[0].Spotted.Finding.Sound = true
	if n > 1 {
		all[1].Spotted.Finding.Found = "现等级证书的取得时间与档案不符，差一年"
	}
	job := jobFor("spot-check", all...)
	job.Spot = drawn(n)
	return job
}

// worstListed is the person with everything too long, to whose archive nothing
// went, and of whose application much was found.
func worstListed() Entry {
	e := worst()
	e.Certificate, e.Archive, e.Spotted = certificate(3, true), archive(3), &Spotted{Place: 144}
	e.Certificate.Collector = e.Person.Name
	e.Archive.In, e.Archive.Of = 0, 10
	e.Archive.Missing = []string{"申报表", "资格审查表", "身份证复印件", "现等级证书复印件", "年度考核材料", "公示证明", "成绩单", "综合评审材料", "合格人员通知", "证书发放登记"}
	e.Spotted.Finding.Found = "现等级证书的取得时间与人事档案不符，档案中记载为2020年11月，证书复印件为2019年11月，相差一年；工龄计算因此不足，已请单位说明并补交原件，待核对后再定。"
	return e
}

// emptySheet is a paper before there is anybody on it.
func emptySheet(paper string) Job {
	job := jobFor(paper)
	job.ByHand = true
	return job
}

// ordered is a roster by level or trade.
func ordered(by string, entries ...Entry) Job {
	job := jobFor("roster", entries...)
	job.Order = by
	return job
}

// crowdBy are n people as a roster by level or trade lists them.
func crowdBy(n int, by string) []Entry {
	all := crowd(n)
	slices.SortStableFunc(all, func(a, b Entry) int {
		if by == byLevel {
			return cmp.Compare(b.Application.Level, a.Application.Level)
		}
		return cmp.Compare(a.Application.Trade, b.Application.Trade)
	})
	return all
}

// listed are the papers that gather signatures or findings, with n people.
func listed(id string, n int) Job {
	if id == "spot-check" {
		return sampleOf(n)
	}
	return jobFor(id, passed(n, n/3)...)
}

func TestListsKeepTheFootFreeAndLoseNobodyHoweverManyThereAre(t *testing.T) {
	for _, id := range []string{"certificates", "archive", "spot-check"} {
		for n := 1; n <= 45; n++ {
			job := listed(id, n)
			job.Entries = append(job.Entries, worstListed())
			sheet, printed, _, err := papersOf(t).layOut(job)
			if err != nil {
				t.Fatal(err)
			}
			rows, signed := 0, 0
			for i, page := range sheet.Pages {
				for _, l := range page.Lines {
					if y := max(l.Y1, l.Y2); y > 270 && y != 273.5 {
						t.Fatalf("%s of %d people, page %d: a rule at y %.1f", id, n, i+1, y)
					}
				}
				for _, text := range page.Texts {
					if text.X < 31 && fmt.Sprint(rows+1) == text.Text {
						rows++
					}
					if text.Text == "复核人：" || text.Text == "复核人" {
						signed++
					}
					if text.Y > 271 && text.Y < 273.5 {
						t.Fatalf("%s of %d people, page %d: %q at y %.1f", id, n, i+1, text.Text, text.Y)
					}
				}
			}
			want := map[string]int{"certificates": len(sheet.Pages), "archive": 1, "spot-check": 1}[id]
			if rows != n+1 || printed.Records != n+1 || signed != want {
				t.Fatalf("%s: %d of %d people, signed on %d pages of %d", id, rows, n+1, signed, len(sheet.Pages))
			}
		}
	}
}

func TestBandsOfAnOrderSayTheirSubtotalsAndComeToTheTotal(t *testing.T) {
	people := crowdBy(200, byLevel)
	sheet, _, _, err := papersOf(t).layOut(ordered(byLevel, people...))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]int{}
	for _, e := range people {
		want[e.Application.Level.Full()]++
		want[e.Application.Level.Full()+"/"+e.Unit]++
	}
	got, over := map[string]int{}, ""
	for i, page := range sheet.Pages {
		if first := page.Texts[firstBand(page.Texts)].Text; !strings.Contains(first, "共") && !strings.HasSuffix(first, "（接上页）") {
			t.Errorf("page %d begins with %q", i+1, first)
		}
		for _, text := range page.Texts {
			name, rest, ok := strings.Cut(strings.TrimSpace(strings.TrimPrefix(text.Text, "　")), "　")
			n := 0
			switch _, err := fmt.Sscanf(strings.TrimPrefix(rest, "共 "), "%d 人", &n); {
			case !ok || err != nil || text.Face != pdf.Bold:
			case strings.HasPrefix(rest, "共 "):
				over, got[name] = name, n
			default:
				got[over+"/"+name] = n
			}
		}
	}
	delete(got, over+"/")
	if diff := cmpdiff.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if n := len(sheet.Outline); n != 5 || sheet.Outline[0].Title != "五级（初级工）" {
		t.Errorf("the outline has %d entries: %+v", n, sheet.Outline)
	}
}

// firstBand is the text that stands highest below the head of a roster.
func firstBand(texts []pdf.Text) (at int) {
	top := 1000.0
	for i, text := range texts {
		if text.Y > 40 && text.Y < top {
			at, top = i, text.Y
		}
	}
	return at
}

func TestWhatASheetGathersByHandDoesNotMakeItAnotherSheet(t *testing.T) {
	hash := func(job Job) (string, []string) {
		_, p := printed(t, job)
		return p.Hash, p.Sums
	}
	before, sums := hash(jobFor("certificates", passed(3, 0)...))
	after, later := hash(jobFor("certificates", passed(3, 3)...))
	if before != after || !slices.Equal(sums, later) {
		t.Error("a certificate collected makes the signed register another one")
	}
	number := passed(3, 0)
	number[1].Certificate.Number = "2616155026399999"
	if other, _ := hash(jobFor("certificates", number...)); other == before {
		t.Error("another number gives the same register")
	}
	looked, sample := sampleOf(4), sampleOf(4)
	looked.Entries[3].Spotted.Finding.Found = "工龄不足"
	before, sums = hash(sample)
	if after, later := hash(looked); before != after || !slices.Equal(sums, later) {
		t.Error("a finding entered makes the sheet another one")
	}
	sample.Spot.Seed++
	if after, later := hash(sample); before == after || !slices.Equal(sums, later) {
		t.Error("the seed belongs to the sheet and to nobody's own sum")
	}
}

func TestWhoHasCollectedCannotSignTwiceAndOthersHaveRoomToSign(t *testing.T) {
	job := jobFor("certificates", passed(9, 4)...)
	file, _ := printed(t, job)
	p := pdftest.Render(t, file, 150)[0]
	y := 45.0
	for i, e := range job.Entries {
		if i == 0 || e.Unit != job.Entries[i-1].Unit {
			y += 7.5
		}
		if i < 4 && (p.Ink(143, y+1, 30, 8.5) < 0.005 || p.Ink(175, y+1, 16, 8.5) < 0.005) {
			t.Errorf("row %d does not say who has collected and when", i+1)
		}
		if i >= 4 {
			noInk(t, p, fmt.Sprintf("signature of row %d", i+1), 142.5, y+0.5, 31, 9.5)
			noInk(t, p, fmt.Sprintf("date of row %d", i+1), 174.5, y+0.5, 17, 9.5)
		}
		y += 10.5
	}
	rules(t, p, [4]float64{22, 35, 192, 35}, [4]float64{142, 52.5, 142, 63}, [4]float64{174, 52.5, 174, 63}, [4]float64{22, y + 9, 192, y + 9})
}

func TestASpotChecksSheetStandsWhereTheMillimetresSay(t *testing.T) {
	for _, n := range []int{1, 4, 10} {
		file, _ := printed(t, sampleOf(n))
		p := pdftest.Render(t, file, 150)[0]
		bottom := 75 + 11.5*float64(n)
		rules(t, p, [4]float64{22, 35, 192, 35}, [4]float64{22, 62, 192, 62}, [4]float64{42, 35, 42, 62}, [4]float64{22, 65, 192, 65}, [4]float64{135, 65, 135, bottom},
			[4]float64{22, bottom, 192, bottom}, [4]float64{22, bottom + 3, 192, bottom + 3}, [4]float64{22, bottom + 33, 192, bottom + 33})
		sealFree(t, p, 146, bottom+36)
		noInk(t, p, "signature of the checker", 43, bottom+20, 63, 12)
		noInk(t, p, "conclusion by hand", 43, bottom+12, 148, 6)
		// of the first row the upper box is ticked, of the second the lower
		for row := range min(n, 3) {
			for box := range 2 {
				middle := 75 + 11.5*float64(row) + 5.75 + 5.3*(float64(box)-0.5)
				if ink := p.Ink(137.9, middle-1.2, 2.4, 2.4); (ink > 0.05) != (row == box && row < 2) {
					t.Errorf("%d people: box %d of row %d has ink %.2f", n, box+1, row+1, ink)
				}
			}
		}
	}
}

func TestAnEmptySheetIsOnePageWithoutAnybodysFigures(t *testing.T) {
	for _, id := range []string{"certificates", "archive"} {
		file, p := printed(t, emptySheet(id))
		text := wordsOf(textOf(t, file))
		if p.Pages != 1 || p.Records != 0 || len(p.Sums) != 0 || len(p.Warnings) != 0 || !strings.Contains(text, "17") || strings.Contains(text, "17人") || strings.Contains(text, "—") {
			t.Errorf("%s: %+v\n%s", id, p, text)
		}
	}
	if _, _, _, err := papersOf(t).layOut(emptySheet("roster")); !data.HasCode(err, "nobody") {
		t.Errorf("a paper without rows to fill in: %v", err)
	}
}
