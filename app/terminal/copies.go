package terminal

import (
	"fmt"
	"strings"

	"gongkao/app/keeping"
	"gongkao/app/office"
	"gongkao/data/store"
)

// backupCommand makes a checked copy.
type backupCommand struct {
	Out string `required:"" help:"备份文件" placeholder:"F"`
}

func (b *backupCommand) run(c *call) (answer, error) {
	return c.inOffice(func(o *office.Office) (answer, error) {
		report, err := keeping.Backup(c.ctx, o.Store, b.Out)
		return reported(report, "已备份到 "+b.Out+"，并已逐条核对"), err
	})
}

// restoreCommand brings a copy back.
type restoreCommand struct {
	File string `arg:"" help:"备份文件"`
}

func (r *restoreCommand) run(c *call) (answer, error) {
	p, err := c.place()
	if err != nil {
		return answer{}, err
	}
	report, err := office.Restore(c.ctx, p, r.File)
	return reported(report, "已恢复；原来的数据另存在 backups 文件夹里"), err
}

// verifyCommand checks everything.
type verifyCommand struct{}

func (v *verifyCommand) run(c *call) (answer, error) {
	return c.inOffice(func(o *office.Office) (answer, error) {
		report, err := keeping.Verify(c.ctx, o.Store)
		if err != nil {
			return answer{}, err
		}
		found := reported(report, "全部数据完好")
		if !report.OK {
			found.refused = true
			fmt.Fprintf(c.machine.Err, "数据核验发现 %d 处问题。\n请停止录入，用最近一份核验通过的备份恢复（gongkao restore）。\n", len(report.Problems))
		}
		return found, nil
	})
}

func reported(r store.Report, words string) answer {
	lines := []string{fmt.Sprintf("%s：%d 人，%d 条审计记录，审计头 %s", words, r.People, r.AuditEntries, r.Head)}
	if !r.OK {
		lines[0] = fmt.Sprintf("发现问题：%d 人，%d 条审计记录", r.People, r.AuditEntries)
		lines = append(lines, r.Problems...)
	}
	return answer{document: r, words: strings.Join(lines, "\n")}
}
