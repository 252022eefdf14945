package terminal

import (
	"fmt"
	"strings"

	"gongkao/app/printing"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/disk"
)

// printCommand makes a PDF.
type printCommand struct {
	Paper  string `arg:"" help:"administrator-form 管理人员登记表、registration 申报表、roster 花名册、summary 汇总表、textbooks 教材征订单、payment-slip 缴费前信息确认单、statistics 统计表"`
	Out    string `required:"" help:"写到哪个 .pdf 文件" placeholder:"F.pdf"`
	Status string `help:"只印这种状态的人（默认：所有仍在申报中的人）" placeholder:"S"`
	scope  `embed:""`
}

// mostWarnings is how many are written out for people.
const mostWarnings = 10

// warning is a warning as the command line writes it.
type warning struct {
	Code     string `json:"code"`
	IDNumber string `json:"id_number"`
	Message  string `json:"message"`
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
		var size int
		result, err := printing.Print(c.ctx, d, papers, printing.Order{Paper: p.Paper, Query: q}, func(pdf []byte) error {
			size = len(pdf)
			return disk.Save(p.Out, pdf)
		})
		if err != nil {
			return answer{}, err
		}
		warnings := []warning{}
		var words strings.Builder
		for i, w := range result.Warnings {
			warnings = append(warnings, warning{w.Code, w.IDNumber, w.Message})
			if i < mostWarnings {
				fmt.Fprintf(&words, "请看一下：%s\n", w.Message)
			}
		}
		if more := len(warnings) - mostWarnings; more > 0 {
			fmt.Fprintf(&words, "还有 %d 处要看，加 --json 列出全部\n", more)
		}
		fmt.Fprintf(&words, "%s：%d 页，%d 份，%d KB", p.Out, result.Pages, result.Records, size>>10)
		return answer{words: words.String(), document: struct {
			File     string    `json:"file"`
			SHA256   string    `json:"sha256"`
			Pages    int       `json:"pages"`
			Records  int       `json:"records"`
			Warnings []warning `json:"warnings"`
		}{p.Out, result.SHA256, result.Pages, result.Records, warnings}}, nil
	})
}
