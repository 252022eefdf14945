package disk

import (
	"errors"
	"io/fs"

	"gongkao/data"
)

// refusals are what can be wrong with a disk or a file in use.
var refusals = []struct {
	causes        []error
	code          string
	message, hint string
}{
	{fullErrors, "disk-full", "磁盘已满，写不下去", "请腾出空间，或换一个位置再试"},
	{readOnlyErrors, "read-only", "文件或文件夹是只读的，不能写入", "请检查文件夹权限或写保护开关，或换一个位置"},
	{lockedErrors, "file-locked", "文件正被另一个程序使用", "请关闭另一个程序后再试"},
	{[]error{fs.ErrNotExist}, "file-missing", "找不到这个文件或文件夹", "请检查路径是否写对，磁盘或 U 盘是否接好"},
}

// Explain turns the machine's word for a full disk, a read-only place, a file
// in use or one that is not there into a refusal (disk-full, read-only,
// file-locked, file-missing). Any other
// error, nil too, is returned as it is.
func Explain(err error) error {
	if _, already := data.AsRefusal(err); already {
		return err
	}
	for _, r := range refusals {
		for _, cause := range r.causes {
			if errors.Is(err, cause) {
				return data.RefuseBecause(err, r.code, r.message, r.hint)
			}
		}
	}
	return err
}
