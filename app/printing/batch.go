package printing

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"gongkao/app/paper"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/disk"
)

// reportName is the file that says what became of a batch.
const reportName = "打印报告.xlsx"

// Batch prints an order as one file a unit, each in the folder of its supervising
// unit. People are counted through all files, in the order of a roster.
type Batch struct {
	Order  Order
	Folder string
}

// run is what one file is about: the people of a unit, from the first on, counted
// from 1; or that unit as one.
type run struct {
	unit, supervising string
	first             int
	people            []*data.Applicant
}

// last is the last of its people, counted through the batch.
func (r *run) last() int { return r.first + max(len(r.people), 1) - 1 }

// Print writes the files one after the other, each recorded as printed when it
// lies on the disk, and a report beside them. When it cannot go on, what is
// finished stays and the report says at whom it stopped; an order From there goes
// on with the unit of that person. The error is then why it stopped, with how to
// go on; nothing at all was printed when the report names no file.
func (b Batch) Print(ctx context.Context, d *registration.Desk, papers *paper.Papers) (Report, error) {
	report := Report{Paper: papers.Short(b.Order.Paper)}
	if err := papers.Ready(b.Order.Paper); err != nil {
		return report, err
	}
	order := b.Order
	order.ByUnit = true
	runs, skipped, err := runsOf(ctx, d, order)
	if err != nil {
		return report, err
	}
	report.Skipped = skipped
	total := runs[len(runs)-1].last()
	for _, r := range runs {
		if err = b.file(ctx, d, papers, r, &report, total); err != nil {
			report.Stopped, report.Why = r.first, err
			break
		}
	}
	if written := b.keep(&report); err == nil {
		err = written
	}
	return report, resumable(err, &report)
}

// resumable says how a batch that stopped goes on.
func resumable(err error, report *Report) error {
	refusal, ok := data.AsRefusal(err)
	if !ok || report.Stopped == 0 {
		return err
	}
	done := fmt.Sprintf("，停在第 %d 人；已经印好的 %d 份文件都在", report.Stopped, len(report.Files))
	return data.RefuseBecause(err, refusal.Code, refusal.Message+done, fmt.Sprintf("%s，再从第 %d 人起接着印", refusal.Hint, report.Stopped))
}

// runsOf are the units of an order, in the order of a roster, and who is left out.
func runsOf(ctx context.Context, d *registration.Desk, order Order) ([]run, []Skipped, error) {
	from := order.From
	order.From = 0
	g, err := gather(ctx, d, order)
	if err != nil {
		return nil, nil, err
	}
	runs := g.runs()
	if len(runs) == 0 {
		return nil, nil, g.kind.refusal()
	}
	all := runs[len(runs)-1].last()
	for len(runs) > 0 && runs[0].last() < from {
		runs = runs[1:]
	}
	if len(runs) == 0 {
		return nil, nil, data.Refuse("from-unknown", "", fmt.Sprintf("没有第 %d 人，这个范围里只有 %d 人", from, all), "请从前面的人起印，或放宽范围")
	}
	return runs, g.skipped, nil
}

// runs divides what was gathered into files.
func (g *gathering) runs() (runs []run) {
	if g.kind.each == eachOffice {
		for _, u := range g.desk.AllUnits() {
			if u.Supervising == u.ID && (g.order.Query.Unit == "" || g.order.Query.Unit == u.Name) {
				runs = append(runs, run{unit: u.Name, supervising: u.Name, first: len(runs) + 1})
			}
		}
		return runs
	}
	for i, a := range g.found {
		unit := a.Unit
		if g.kind.each == eachSupervising {
			unit = a.Supervising
		}
		if n := len(runs); n == 0 || runs[n-1].unit != unit || runs[n-1].supervising != a.Supervising {
			runs = append(runs, run{unit: unit, supervising: a.Supervising, first: i + 1})
		}
		of := &runs[len(runs)-1].people
		*of = append(*of, a)
	}
	return runs
}

// file prints one unit; one about which the paper has nothing to say gets none.
func (b Batch) file(ctx context.Context, d *registration.Desk, papers *paper.Papers, r run, report *Report, total int) error {
	folder := filepath.Join(b.Folder, FileName(r.supervising))
	if err := disk.Explain(os.MkdirAll(folder, disk.FolderMode)); err != nil {
		return err
	}
	order := b.Order
	order.Query.Unit, order.only, order.ByUnit = r.unit, r.people, true
	order.Going = func(done, _ int) {
		if b.Order.Going != nil {
			b.Order.Going(r.first-1+done, total)
		}
	}
	path := filepath.Join(folder, FileName(d.Office.Profile.Marked(r.unit+" "+report.Paper))+".pdf")
	result, err := Print(ctx, d, papers, order, func(pdf []byte) error { return disk.Save(path, pdf) })
	if data.HasCode(err, "nobody") {
		return nil
	}
	if err != nil {
		return err
	}
	report.Files = append(report.Files, File{Path: path, Unit: r.unit, Result: result})
	return nil
}

// keep writes the report beside the files. Of a batch that stopped it is kept if
// that can be done: why it stopped is the news then.
func (b Batch) keep(report *Report) error {
	sheet, err := report.Sheet()
	if err == nil && len(report.Files) > 0 {
		err = disk.Save(filepath.Join(b.Folder, reportName), sheet)
	}
	return err
}

// FileName makes words the name of a file on any machine.
func FileName(words string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) {
			return -1
		}
		return r
	}, words))
}
