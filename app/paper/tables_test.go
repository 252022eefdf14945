package paper

import (
	"fmt"
	"strings"
	"testing"

	"gongkao/app/paper/pdf/pdftest"
	"gongkao/data"
)

// everyFigure is a table whose line has everything.
func everyFigure() Table {
	l := Line{Group: "罗山县农业农村局", Name: "罗山县农业技术推广中心", Levels: [6]int{0, 1, 2, 3, 4, 5}, People: 15, Approved: 9, Last: 12, Commitments: 1, Originals: 2, Due: 365000, Paid: 320050,
		Trade: "农艺工", Level: "四级、三级", Title: "《农艺工》", Copies: 6, Price: 4600, Amount: 27600, Bar: 1, BarBefore: 0.8}
	return Table{Title: "罗山县", Head: "填报单位：罗山县人力资源和社会保障局", Note: "注：按名册计算。", Contact: "周海燕　0376-7600418", Seal: "（填报单位章）", What: "等级", Lines: []Line{l}}
}

// county is the summary of the mockup: n units, every third under a supervising
// unit of several.
func county(n int) Table {
	t := Table{Title: "罗山县", Head: "填报单位：罗山县人力资源和社会保障局",
		Note: "注：应缴考核费按五级275、四级320、三级365、二级470、一级380元／人计算，审查通过后产生；一级由省工考管理机构收缴，评审费130元在进入评审环节后另缴。“原件在管”为尚未退回单位的人数。"}
	for i := range n {
		l := Line{Name: fmt.Sprintf("罗山县第%d机关事务服务中心", i+1), Levels: [6]int{0, i % 2, i % 5, i % 9, i % 12, i % 4}, Commitments: i % 3, Originals: i % 2, Due: data.Fen(i) * 100000, Paid: data.Fen(i) * 36550}
		for _, k := range l.Levels {
			l.People += k
		}
		if i/3%2 == 1 {
			l.Group = "罗山县农业农村局" + strings.Repeat("分", i/6)
		}
		t.Lines = append(t.Lines, l)
	}
	return t
}

// order is an order form of n books.
func order(n int) Table {
	t := Table{Title: "罗山县农业农村局", Head: "主管部门：罗山县农业农村局", Note: "注：教材本着自愿原则征订，由主管单位统一汇总后上缴，不得强制或变相摊派。", Contact: "周海燕　0376-7600418", Seal: "（主管部门人事部门章）"}
	trades := []string{"农艺工", "农业技术员", "保管工", "办公设备维修工"}
	for i := range n {
		l := Line{Trade: trades[i%4], Level: data.Level(5 - i%5).String(), Title: "《" + trades[i%4] + "》", Copies: i%7 + 1, Price: data.Fen(3800 + 50*i)}
		l.Amount = data.Fen(l.Copies) * l.Price
		t.Lines = append(t.Lines, l)
	}
	return t
}

// statistic counts by unit and level.
func statistic(n int) Table {
	t := Table{Title: "罗山县", Head: "罗山县人力资源和社会保障局　按主管部门、等级统计", Note: "注：上年为2025年申报人数。", What: "主管部门、等级"}
	for i := range n {
		t.Lines = append(t.Lines, Line{Group: fmt.Sprintf("罗山县第%d局", i/5+1), Name: data.Level(5 - i%5).Full(), People: i + 1, Approved: i, Last: i * 3 / 4, Due: data.Fen(i) * 36500, Paid: data.Fen(i/2) * 36500,
			Bar: float64(i+1) / float64(n), BarBefore: float64(i*3/4) / float64(n)})
	}
	return t
}

func tableJob(paper string, tables ...Table) Job {
	job := jobFor(paper)
	job.Tables = tables
	return job
}

// slip is what somebody signs before paying.
func slip(level data.Level, fee Fee) Entry {
	e := liuDi()
	e.Application.Level, e.Fee = level, fee
	return e
}

func TestTotalsOnPaperAreTheSumOfItsLinesOnEveryPage(t *testing.T) {
	for _, n := range []int{1, 14, 21, 22, 60} {
		table := county(n)
		var want Line
		for i := range table.Lines {
			want.add(&table.Lines[i])
		}
		file, report := printed(t, tableJob("summary", table))
		text := textOf(t, file)
		for _, figure := range []string{count(want.People), yuan(want.Due), yuan(want.Paid)} {
			if !strings.Contains(text, figure) {
				t.Errorf("%d units: the total %s is not on %d pages", n, figure, report.Pages)
			}
		}
		if strings.Count(text, "合　计") != 1 || strings.Count(text, "填表人：") != 1 {
			t.Errorf("%d units: the total stands on several pages", n)
		}
	}
}

func TestSignBlocksOfTablesStayAboveTheFootHoweverLongTheTable(t *testing.T) {
	for _, id := range []string{"summary", "textbooks", "statistics"} {
		for n := 1; n <= 33; n++ {
			table := map[string]func(int) Table{"summary": county, "textbooks": order, "statistics": statistic}[id](n)
			sheet, _, _, err := papersOf(t).layOut(tableJob(id, table))
			if err != nil {
				t.Fatal(err)
			}
			for i, page := range sheet.Pages {
				for _, l := range page.Lines {
					if y := max(l.Y1, l.Y2); y > 270 && y != 273.5 {
						t.Fatalf("%s of %d lines, page %d: a rule at y %.1f", id, n, i+1, y)
					}
				}
				for _, text := range page.Texts {
					if text.Y > 271 && text.Y < 273.5 {
						t.Fatalf("%s of %d lines, page %d: %q at y %.1f", id, n, i+1, text.Text, text.Y)
					}
				}
			}
		}
	}
}

func TestPagesOfAnOrderCountThemselvesAndCapitalsStandOnce(t *testing.T) {
	table := order(40)
	var total Line
	for i := range table.Lines {
		total.add(&table.Lines[i])
	}
	file, report := printed(t, tableJob("textbooks", table, order(3)))
	text := textOf(t, file)
	if report.Records != 2 || len(report.Sheets) != 2 || report.Sheets[1].Pages != 1 || report.Sheets[0].Hash == report.Sheets[1].Hash {
		t.Errorf("report %+v", report)
	}
	if n := strings.Count(text, "本页小计"); n != report.Sheets[0].Pages {
		t.Errorf("%d pages count themselves, want %d", n, report.Sheets[0].Pages)
	}
	if !strings.Contains(text, total.Amount.String()) || !strings.Contains(text, total.Amount.Capital()) || strings.Count(text, "（以下空白）") != 2 {
		t.Errorf("%s, %s or the blank row is missing", total.Amount, total.Amount.Capital())
	}
}

func TestSealPlacesOfTablesAreFreeWhereverTheTableEnds(t *testing.T) {
	for n := 1; n <= 14; n += 6 {
		file, _ := printed(t, tableJob("textbooks", order(n)))
		bottom := 45 + 9*float64(n+1) + 11 + 11 + 10
		p := pdftest.Render(t, file, 150)[0]
		rules(t, p, [4]float64{22, bottom, 192, bottom})
		sealFree(t, p, 146, bottom+9)
		file, _ = printed(t, tableJob("summary", Table{Head: "填报单位：罗山县", Note: county(1).Note, Lines: county(3).Lines[:min(n, 3)]}))
		bottom = 49 + 8.2*float64(min(n, 3)) + 10
		p = pdftest.Render(t, file, 150)[0]
		rules(t, p, [4]float64{22, bottom, 192, bottom})
		sealFree(t, p, 147, bottom+4)
	}
}

func TestSlipSaysWhatTheNoticeSaysAndWhatIsPaid(t *testing.T) {
	_, notice, _ := strings.Cut(wordsOf(noticeText(t)), "完成缴费工作。")
	for name, c := range map[string]struct {
		entry Entry
		want  []string
	}{
		"二级":         {slip(2, Fee{Step: 1, Fen: 47000}), []string{"应缴考核费", "人民币肆佰柒拾元整　（¥470.00）", "二级（技师）"}},
		"一级":         {slip(1, Fee{Step: 1, Fen: 38000, Later: 13000, Collector: "省工考管理机构"}), []string{"（¥380.00）", "评审费130元进入评审环节后另缴，由省工考管理机构收缴"}},
		"evaluation": {slip(1, Fee{Step: 2, Fen: 13000, Collector: "省工考管理机构"}), []string{"应缴评审费", "人民币壹佰叁拾元整　（¥130.00）", "由省工考管理机构收缴"}},
	} {
		file, report := printed(t, jobFor("payment-slip", c.entry))
		all := wordsOf(textOf(t, file))
		for _, want := range c.want {
			if !strings.Contains(all, wordsOf(want)) {
				t.Errorf("%s: %s is missing", name, want)
			}
		}
		lapse, reminder, _ := strings.Cut(notice, "特别提醒")
		reminder, _, _ = strings.Cut(reminder, "一律不予退费。")
		if !strings.Contains(all, "特别提醒"+reminder+"一律不予退费。") || !strings.Contains(all, lapse) {
			t.Errorf("%s: the notice's sentences are not there word for word", name)
		}
		if report.Pages != 1 || len(report.Warnings) > 0 {
			t.Errorf("%s: %+v", name, report)
		}
	}
}

func TestSlipOfTheLongestPersonIsOnePageAndWhole(t *testing.T) {
	e := worst()
	e.Supervising = e.Unit
	file, report := printed(t, jobFor("payment-slip", e))
	all := wordsOf(textOf(t, file))
	if report.Pages != 1 || !strings.Contains(all, wordsOf(e.Person.Name)) || strings.Count(all, wordsOf(e.Unit)) != 3 {
		t.Errorf("%d pages, %v\n%s", report.Pages, report.Warnings, all)
	}
}
