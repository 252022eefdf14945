package terminal

import (
	"os"
	"strings"

	"gongkao/app/office"
	"gongkao/data"
)

// userCommand lists the clerks or adds one. The new passphrase comes from a file
// of its own: on the command line others could read it.
type userCommand struct {
	Add               string `help:"新用户的姓名" placeholder:"NAME"`
	NewPassphraseFile string `help:"新用户口令所在的文件；用后请删去" placeholder:"F"`
}

func (u *userCommand) run(c *call) (answer, error) {
	if (u.Add == "") != (u.NewPassphraseFile == "") {
		return answer{}, &usageError{"添加用户要同时给出姓名和口令文件", "请写成 user --add 姓名 --new-passphrase-file 文件"}
	}
	return c.inOffice(func(o *office.Office) (answer, error) {
		if u.Add != "" {
			passphrase, err := os.ReadFile(u.NewPassphraseFile)
			if err != nil {
				return answer{}, data.RefuseBecause(err, "no-passphrase", "读不到口令文件 "+u.NewPassphraseFile, "请检查文件名和权限")
			}
			if err := o.AddUser(c.ctx, u.Add, strings.TrimRight(string(passphrase), "\r\n")); err != nil {
				return answer{}, err
			}
		}
		names, err := o.Users(c.ctx)
		return answer{
			document: struct {
				Users []string `json:"users"`
				Clerk string   `json:"clerk"`
			}{names, o.Clerk},
			words: "用户：" + strings.Join(names, "、") + "\n现在登录的是 " + o.Clerk,
		}, err
	})
}
