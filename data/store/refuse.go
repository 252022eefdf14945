package store

import (
	"errors"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"gongkao/data"
	"gongkao/data/disk"
)

const hintRestore = "请停止录入，用“恢复备份”取回最近的备份"

func errLocked() error {
	return data.Refuse("locked", "", "数据文件还没有解锁", "请先输入口令或恢复码")
}

// sqliteRefusals say what SQLite's result codes mean to a clerk.
var sqliteRefusals = map[int]struct{ code, message, hint string }{
	lib.SQLITE_FULL:     {"disk-full", "磁盘已满，没有保存任何改动", "请腾出空间后再试"},
	lib.SQLITE_IOERR:    {"disk-error", "磁盘读写出错，没有保存任何改动", "请检查磁盘或 U 盘是否接好、是否已满，再试一次"},
	lib.SQLITE_READONLY: {"read-only", "数据文件或文件夹是只读的，不能写入", "请检查文件夹权限或写保护开关，或换一个位置"},
	lib.SQLITE_CANTOPEN: {"read-only", "数据文件所在的文件夹不能写入，打不开", "请检查文件夹权限或写保护开关，或换一个位置"},
	lib.SQLITE_PERM:     {"read-only", "没有权限打开数据文件", "请检查文件夹权限，或换一个位置"},
	lib.SQLITE_BUSY:     {"file-locked", "数据文件正被另一个程序使用", "请关闭另一个工考程序后再试"},
	lib.SQLITE_LOCKED:   {"file-locked", "数据文件正被另一个程序使用", "请关闭另一个工考程序后再试"},
	lib.SQLITE_CORRUPT:  {"file-damaged", "数据文件已损坏", hintRestore},
	lib.SQLITE_NOTADB:   {"not-ours", "这不是工考的数据文件", "请另选文件，数据文件一般叫 gongkao.db"},
}

// explain turns what SQLite or the disk says into a refusal where a clerk can
// do something about it; a fault stays a fault.
func explain(err error) error {
	if err == nil {
		return nil
	}
	if _, already := data.AsRefusal(err); already {
		return err
	}
	var e *sqlite.Error
	if errors.As(err, &e) {
		if r, known := sqliteRefusals[e.Code()&0xff]; known {
			return data.RefuseBecause(err, r.code, r.message, r.hint)
		}
	}
	return disk.Explain(err)
}

// isUniqueClash reports whether a UNIQUE constraint said no.
func isUniqueClash(err error) bool {
	var e *sqlite.Error
	return errors.As(err, &e) && e.Code() == lib.SQLITE_CONSTRAINT_UNIQUE
}
