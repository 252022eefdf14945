package terminal

import (
	"fmt"
	"strings"

	"gongkao/app/paper"
	"gongkao/app/printing"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/disk"
)

// printCommand makes a PDF, or one a unit.
type printCommand struct {
	Paper   string   `arg:"" help:"administrator-form 管理人员登记表、registration 申报表、roster 花名册、summary 汇总表、textbooks 教材征订单、payment-slip 缴费前信息确认单、commitment 容缺承诺书、public-notice 公示、notice-proof 公示证明、correction 补正通知、rejection 不予通过通知、reminder 容缺催办通知、pass-notice 合格人员通知、certificates 证书发放登记表、archive 归档目录、spot-check 抽查表、statistics 统计表、review-sheet 资格审查表、custody-slip 原件收讫单、unit-change 单位信息变更表、import-note 花名册退回修改通知"`
	Out     string   `xor:"to" required:"" help:"写到哪个 .pdf 文件" placeholder:"F.pdf"`
	Folder  string   `xor:"to" required:"" help:"分单位各写一个 PDF 到这个文件夹，附打印报告" placeholder:"DIR"`
	Status  string   `help:"只印这种状态的人（默认：所有仍在申报中的人）" placeholder:"S"`
	Changed bool     `help:"只印还没印过的和印后有改动的"`
	From    int      `help:"从第几人起印（接着印停下的一批）" placeholder:"N"`
	By      []string `help:"花名册按什么排：unit 单位、level 等级、trade 工种；统计表按什么数，同 stats" placeholder:"K"`
	Check   string   `help:"抽查表：哪次抽查的编号（默认本年最近的一次）" placeholder:"CHECK"`
	Until   string   `help:"补正通知：补正的最后一天（默认：审查的最后一天）；合格人员通知：发证的日子，花名册退回通知：改好报来的最后一天（默认：留空手写）" placeholder:"DATE"`
	scope   `embed:""`
}

// mostWarnings is how many are written out for people.
const mostWarnings = 10

// warning is a warning as the command line writes it.
type warning struct {
	Code     string `json:"code"`
	IDNumber string `json:"id_number"`
	Message  string `json:"message"`
}

// skippedRow is somebody of the scope who was not printed.
type skippedRow struct {
	IDNumber data.IDNumber `json:"id_number"`
	Why      string        `json:"why"`
}

// printedFile is a file that was printed.
type printedFile struct {
	File    string `json:"file"`
	Unit    string `json:"unit,omitempty"`
	SHA256  string `json:"sha256"`
	Pages   int    `json:"pages"`
	Records int    `json:"records"`
}

func (p *printCommand) run(c *call) (answer, error) {
	return c.atDesk(func(d *registration.Desk) (answer, error) {
		papers, err := printing.Papers(d.Office.Folder)
		if err != nil {
			return answer{}, err
		}
		q, err := p.scope.query(d)
		if err != nil {
			return answer{}, err
		}
		if p.Status != "" {
			q.Statuses = []data.Status{data.Status(p.Status)}
		}
		order := printing.Order{Paper: p.Paper, Query: q, By: p.By, Check: data.SpotCheckID(p.Check), Changed: p.Changed, From: p.From}
		if p.Until != "" {
			if order.Until, err = data.ParseISODate(p.Until); err != nil {
				return answer{}, err
			}
		}
		if p.Folder != "" {
			return p.batch(c, d, printing.Batch{Order: order, Folder: p.Folder}, papers)
		}
		var size int
		result, err := printing.Print(c.ctx, d, papers, order, func(pdf []byte) error {
			size = len(pdf)
			return disk.Save(p.Out, pdf)
		})
		if err != nil {
			return answer{}, err
		}
		warnings, words := warned(result.Warnings, result.Notes)
		return answer{words: fmt.Sprintf("%s%s：%d 页，%d 份，%d KB", words, p.Out, result.Pages, result.Records, size>>10), document: struct {
			printedFile
			Warnings []warning    `json:"warnings"`
			Notes    []string     `json:"notes"`
			Skipped  []skippedRow `json:"skipped"`
		}{printedFile{p.Out, "", result.SHA256, result.Pages, result.Records}, warnings, neverNull(result.Notes), skipped(result.Skipped)}}, nil
	})
}

// batch prints a file a unit. One that stops has printed the files it names.
func (p *printCommand) batch(c *call, d *registration.Desk, b printing.Batch, papers *paper.Papers) (answer, error) {
	report, err := b.Print(c.ctx, d, papers)
	if err != nil {
		return answer{}, err
	}
	var all []paper.Warning
	files := []printedFile{}
	for _, f := range report.Files {
		all = append(all, f.Warnings...)
		files = append(files, printedFile{f.Path, f.Unit, f.SHA256, f.Pages, f.Records})
	}
	warnings, words := warned(all, report.Notes())
	return answer{words: fmt.Sprintf("%s%s：%d 份文件，%d 人，%d 页，附打印报告", words, p.Folder, len(files), report.People(), report.Pages()), document: struct {
		Folder   string        `json:"folder"`
		Files    []printedFile `json:"files"`
		Warnings []warning     `json:"warnings"`
		Notes    []string      `json:"notes"`
		Skipped  []skippedRow  `json:"skipped"`
	}{p.Folder, files, warnings, neverNull(report.Notes()), skipped(report.Skipped)}}, nil
}

// warned are warnings for programs, and for people the first of them and what is
// to be known of the machine.
func warned(all []paper.Warning, notes []string) ([]warning, string) {
	rows := []warning{}
	var words strings.Builder
	for i, w := range all {
		rows = append(rows, warning{w.Code, w.IDNumber, w.Message})
		if i < mostWarnings {
			fmt.Fprintf(&words, "请看一下：%s\n", w.Message)
		}
	}
	if more := len(rows) - mostWarnings; more > 0 {
		fmt.Fprintf(&words, "还有 %d 处要看，加 --json 列出全部\n", more)
	}
	for _, note := range notes {
		fmt.Fprintf(&words, "说明：%s\n", note)
	}
	return rows, words.String()
}

// neverNull is a list that programs can read when it is empty.
func neverNull(words []string) []string { return append([]string{}, words...) }

func skipped(all []printing.Skipped) []skippedRow {
	rows := []skippedRow{}
	for _, s := range all {
		rows = append(rows, skippedRow{s.Person.IDNumber, s.Why})
	}
	return rows
}
