package tables

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"gongkao/data"
)

// Files says where a file of rules is looked for, and how refusals speak of it.
type Files struct {
	Embedded fs.FS
	Overlay  string // the office's own folder; "": none
	Code     string // of refusals
	What     string // 政策文件
}

// Find returns the office's own copy of a file, or the program's; own says
// which. A file that neither has is fs.ErrNotExist inside the refusal.
func Find(f Files, name string) (src []byte, own bool, err error) {
	if f.Overlay != "" {
		src, err = os.ReadFile(filepath.Join(f.Overlay, filepath.FromSlash(name)))
		if err == nil {
			return src, true, nil
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return nil, false, data.RefuseBecause(err, f.Code, "读不到本单位的 "+name, "请检查这个文件的权限，或移走它改用程序自带的")
		}
	}
	src, err = fs.ReadFile(f.Embedded, name)
	if err != nil {
		return nil, false, data.RefuseBecause(err, f.Code, "没有这一年度的"+f.What+" "+name, "请把它放到数据文件夹的同名文件夹里")
	}
	return src, false, nil
}
