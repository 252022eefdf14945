package terminal

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"gongkao/data"
)

// write puts a finished file in its place: whole or not at all. It refuses an
// output that is open elsewhere or cannot be written.
func write(path string, content []byte) error {
	dir := filepath.Dir(path)
	temp, err := os.CreateTemp(dir, ".gongkao-*")
	if err != nil {
		return unwritable(path, err)
	}
	defer os.Remove(temp.Name()) // gone already when all went well
	_, err = temp.Write(content)
	err = errors.Join(err, temp.Chmod(0o644), temp.Sync(), temp.Close())
	if err == nil {
		err = os.Rename(temp.Name(), path)
	}
	if err != nil {
		return unwritable(path, err)
	}
	return nil
}

func unwritable(path string, cause error) error {
	hint := "请检查文件夹是否存在、磁盘是否已满，或换一个位置"
	if errors.Is(cause, fs.ErrPermission) {
		hint = "请关闭正在打开它的程序，或换一个文件名"
	}
	return data.RefuseBecause(cause, "output", "不能写入文件 "+path, hint)
}
