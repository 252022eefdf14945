package terminal

import (
	"fmt"

	"gongkao/app/demo"
	"gongkao/app/office"
	"gongkao/data"
	"gongkao/data/store"
)

// demoCommand invents a practice county.
type demoCommand struct {
	People int    `default:"${people}" help:"人数"`
	Units  int    `default:"${units}" help:"单位数"`
	Seed   uint64 `default:"${seed}" help:"种子：相同的种子得到完全相同的演练县"`

	WholeSeason bool `help:"一直演到十二月：审查、成绩、评审、证书、归档都办过"`
}

func (d *demoCommand) run(c *call) (answer, error) {
	folder, err := c.folder()
	if err != nil {
		return answer{}, err
	}
	counts, err := demo.Fill(c.ctx, folder, demo.Size{People: d.People, Units: d.Units, Seed: d.Seed, WholeSeason: d.WholeSeason})
	return answer{document: counts, words: fmt.Sprintf("演练县已生成：%d 个单位，%d 人。数据全部虚构", counts.Units, counts.People)}, err
}

// officeCommand shows or fills in whose file it is.
type officeCommand struct {
	Name   string `help:"本机构全称，与公章一致" placeholder:"N"`
	County string `help:"县（区）名" placeholder:"C"`
	Clerk  string `help:"经办人姓名，印在表册页脚" placeholder:"W"`
}

func (f *officeCommand) run(c *call) (answer, error) {
	c.founds = true
	return c.inOffice(func(o *office.Office) (answer, error) {
		if err := o.Introduce(c.ctx, f.Name, f.County, f.Clerk); err != nil {
			return answer{}, err
		}
		var units []data.Unit
		err := o.Store.View(c.ctx, func(r *store.Reader) (err error) {
			units, err = r.Units()
			return err
		})
		return answer{
			document: struct {
				Name     string `json:"name"`
				County   string `json:"county"`
				Year     int    `json:"year"`
				Clerk    string `json:"clerk"`
				Practice bool   `json:"practice"`
				Units    int    `json:"units"`
				Folder   string `json:"folder"`
			}{o.Profile.Name, o.Profile.County, o.Profile.Year, o.Clerk, o.Profile.Practice, len(units), o.Folder},
			words: fmt.Sprintf("%s（%s），%d 年度，经办人 %s，%d 个单位\n数据在 %s", o.Profile.Name, o.Profile.County, o.Profile.Year, o.Clerk, len(units), o.Folder),
		}, err
	})
}

// recoverCommand gives a new passphrase by the recovery code.
type recoverCommand struct {
	Code string `required:"" help:"抄下来的恢复码；新口令照常由 GONGKAO_PASSPHRASE 或 --passphrase-file 给出" placeholder:"CODE"`
}

func (r *recoverCommand) run(c *call) (answer, error) {
	p, err := c.place()
	if err != nil {
		return answer{}, err
	}
	if !office.Exists(p.Folder) {
		return answer{}, nothingThere(p.Folder)
	}
	err = office.Recover(c.ctx, p, r.Code)
	return answer{document: struct {
		OK bool `json:"ok"`
	}{true}, words: "口令已换成新的，原来的口令不再有效。恢复码照旧，请继续锁好"}, err
}
