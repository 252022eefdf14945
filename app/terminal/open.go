package terminal

import (
	"errors"
	"fmt"

	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/data"
)

// place says where the office is and how to enter it.
func (c *call) place() (office.Place, error) {
	folder, err := c.folder()
	if err != nil {
		return office.Place{}, err
	}
	passphrase, err := c.passphrase()
	return office.Place{Folder: folder, Passphrase: passphrase, Now: c.machine.Now}, err
}

// open opens the office of the data folder. Only commands that bring something
// in make a new one, which needs a passphrase: a mistyped folder must not back
// up or verify nothing and call it well.
func (c *call) open() (*office.Office, error) {
	p, err := c.place()
	if err != nil {
		return nil, err
	}
	if office.Exists(p.Folder) {
		o, err := office.Open(c.ctx, p)
		if err != nil || c.LookAt == 0 {
			return o, err
		}
		if err := o.LookAt(c.ctx, c.LookAt); err != nil {
			return nil, errors.Join(err, o.Close())
		}
		return o, nil
	}
	if !c.founds {
		return nil, nothingThere(p.Folder)
	}
	o, recovery, err := office.Create(c.ctx, p, data.Office{Name: "工考管理机构"}, "经办人")
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(c.machine.Err, "已在 %s 新建数据文件。\n恢复码（忘记口令时唯一的办法，只显示这一次，请抄下来锁好）：%s\n", p.Folder, recovery)
	return o, o.RecoveryCopied()
}

// inOffice opens the office for the length of one use case.
func (c *call) inOffice(use func(*office.Office) (answer, error)) (found answer, err error) {
	o, err := c.open()
	if err != nil {
		return answer{}, err
	}
	defer func() { err = errors.Join(err, o.Close()) }()
	return use(o)
}

// atDesk is inOffice for use cases that need the register.
func (c *call) atDesk(use func(*registration.Desk) (answer, error)) (answer, error) {
	return c.inOffice(func(o *office.Office) (answer, error) {
		desk, err := registration.NewDesk(c.ctx, o)
		if err != nil {
			return answer{}, err
		}
		return use(desk)
	})
}

func nothingThere(folder string) error {
	return data.Refuse("file-missing", "", "这个文件夹里没有工考数据："+folder, "请用 --data 指明数据文件夹；新建请用 gongkao office，练习请用 gongkao demo")
}
