package papers

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"gongkao/app/paper"
	"gongkao/app/printer"
	"gongkao/app/printing"
	"gongkao/data"
	"gongkao/data/disk"
	"gongkao/views/wording"
)

// mostCopies is more than anybody wants.
const mostCopies = 99

// Copies returns how many copies are printed.
func (m *Model) Copies() int { return m.copies }

// SetCopies takes the number typed. It refuses what is none (copies-unknown).
func (m *Model) SetCopies(text string) error {
	n, err := strconv.Atoi(data.Squeeze(data.Narrow(text)))
	if err != nil || n < 1 || n > mostCopies {
		return data.Refuse("copies-unknown", "", fmt.Sprintf("“%s”不是份数", text), fmt.Sprintf("填 1 到 %d", mostCopies))
	}
	m.copies = n
	return nil
}

// PrintLabel is what the button says.
func (m *Model) PrintLabel() string {
	if !m.Ready() {
		return "打印"
	}
	return fmt.Sprintf("打印 %s 页 × %d 份", wording.Count(m.preview.Pages), m.copies)
}

// Ready reports whether there are pages to print.
func (m *Model) Ready() bool { return m.shown && m.preview.Pages > 0 }

// MustConfirm reports whether the first Ctrl+P only says what is wrong: a
// character that will not print.
func (m *Model) MustConfirm() bool { return m.missing() != nil && !m.accepted }

func (m *Model) missing() *Warning {
	if m.shown {
		for i, w := range m.preview.Warnings {
			if w.Code == paper.GlyphMissing {
				return &m.preview.Warnings[i]
			}
		}
	}
	return nil
}

// MayPrint reports whether Ctrl+P prints now. Where it does not, it says why:
// the pages are not there yet, or something is wrong that pressing again
// accepts.
func (m *Model) MayPrint() (mark wording.Mark, said wording.Done, ok bool) {
	switch {
	case !m.Ready():
		return wording.Warn, wording.Done{What: "还没有排好版", Next: "等页面出来，看过再打印"}, false
	case m.MustConfirm():
		m.accepted = true
		return wording.Block, wording.Done{What: m.missing().Words[0], Next: "再按一次 Ctrl+P 就照样打印"}, false
	}
	return wording.Pass, wording.Done{}, true
}

// Progress is told how much of how much is laid out.
type Progress func(done, total int)

// keep gets a PDF to its printer or file, and says what became of it.
type keep func(ctx context.Context, pdf []byte) (wording.Done, error)

// PrintOn returns the work of printing and of recording the act. What the
// printer refuses was not printed.
func (m *Model) PrintOn(p printer.Printer) func(context.Context, Progress) (wording.Done, error) {
	copies := m.copies
	job := printer.Job{Name: strings.TrimSuffix(m.SaveName(), ".pdf"), Copies: copies}
	return m.print(func(what string, pages int) string { return fmt.Sprintf("%s %d 页 × %d 份", what, pages, copies) },
		func(ctx context.Context, pdf []byte) (wording.Done, error) {
			job.PDF = pdf
			said, err := p.Print(ctx, job)
			return wording.Done(said), err
		})
}

// Save returns the work of printing into a file.
func (m *Model) Save(path string) func(context.Context, Progress) (wording.Done, error) {
	return m.print(func(what string, pages int) string { return fmt.Sprintf("%s %d 页", what, pages) },
		func(_ context.Context, pdf []byte) (wording.Done, error) {
			return wording.Done{What: "已存为 " + path, Next: "以后改了里面的人，要重新打印"}, disk.Save(path, pdf)
		})
}

// OwnLayout gives the office its own copy of the chosen paper's layout to edit, or
// says where it lies already.
func (m *Model) OwnLayout() (wording.Done, error) {
	file, made, err := printing.Layout(m.papers, m.desk.Office.Folder, m.paper)
	if err != nil {
		return wording.Done{}, err
	}
	said := wording.Done{What: fmt.Sprintf("%s的版式在 %s", m.name(m.paper), file), Next: "用记事本改好存盘，按 F5 看；移走它就用回原来的"}
	if !made {
		said.What = "本单位已有自己的版式：" + file
	}
	return said, nil
}

// SaveEach returns the work of printing a file for each unit into a folder.
func (m *Model) SaveEach(folder string) func(context.Context, Progress) (wording.Done, error) {
	batch := printing.Batch{Order: m.order(), Folder: folder}
	name := m.name(m.paper)
	return func(ctx context.Context, progress Progress) (wording.Done, error) {
		batch.Order.Going = progress
		papers, err := printing.Papers(m.desk.Office.Folder)
		if err != nil {
			return wording.Done{}, err
		}
		report, err := batch.Print(ctx, m.desk, papers)
		if err != nil {
			return wording.Done{}, err
		}
		return wording.Done{
			What: fmt.Sprintf("%s %d 份文件、%d 人、%d 页，已存到 %s", name, len(report.Files), report.People(), report.Pages(), folder),
			Next: "谁在哪个文件、哪里要看，都在里面的“打印报告.xlsx”",
		}, nil
	}
}

// print makes the PDF, gives it to keep and records the act; counted says what
// it was and how many pages.
func (m *Model) print(counted func(what string, pages int) string, keep keep) func(context.Context, Progress) (wording.Done, error) {
	ordered := m.order()
	name := m.name(m.paper)
	return func(ctx context.Context, progress Progress) (wording.Done, error) {
		var said wording.Done
		ordered.Going = progress
		papers, err := printing.Papers(m.desk.Office.Folder)
		if err != nil {
			return wording.Done{}, err
		}
		result, err := printing.Print(ctx, m.desk, papers, ordered, func(pdf []byte) (err error) {
			said, err = keep(ctx, pdf)
			return err
		})
		if err != nil {
			return wording.Done{}, err
		}
		said.What = counted(name, result.Pages) + "，" + said.What
		return said, nil
	}
}
