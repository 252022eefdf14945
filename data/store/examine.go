package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"gongkao/data"
	"gongkao/data/disk"
)

// applicationID is "GKao", at offset 68 of the file (SQLite file format, 1.3).
const applicationID = 0x474b616f

const headerSize = 100

// examine looks at a file before SQLite does: SQLite takes an empty file for
// an empty database, and any database for ours. Refusals: file-missing,
// file-empty, not-ours, file-cut, read-only.
func examine(path string) error {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return data.RefuseBecause(err, "file-missing", "找不到数据文件 "+filepath.Base(path), "请检查文件夹，或用“恢复备份”取回最近的备份")
	}
	if err != nil {
		return disk.Explain(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return fmt.Errorf("store: %w", err)
	}
	if info.IsDir() {
		return data.Refuse("not-ours", "", "选中的是文件夹，不是数据文件", "请选其中的 gongkao.db")
	}
	if info.Size() == 0 {
		return data.Refuse("file-empty", "", "数据文件是空的，里面的内容已丢失", "请用“恢复备份”取回最近的备份")
	}
	header := make([]byte, headerSize)
	n, err := io.ReadFull(f, header)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return disk.Explain(err)
	}
	return readHeader(header[:n], info.Size(), walSize(path))
}

// writable refuses (read-only) a file that SQLite would quietly open without
// the right to write.
func writable(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return disk.Explain(err)
	}
	return f.Close()
}

// readHeader judges a file by the first bytes of it, its size, and that of the
// write-ahead log beside it.
func readHeader(header []byte, size, wal int64) error {
	const magic = "SQLite format 3\x00"
	if len(header) < len(magic) || string(header[:len(magic)]) != magic {
		return data.Refuse("not-ours", "", "这不是工考的数据文件", "请另选文件，数据文件一般叫 gongkao.db")
	}
	if len(header) < headerSize {
		return fileCut()
	}
	if binary.BigEndian.Uint32(header[68:]) != applicationID {
		return data.Refuse("not-ours", "", "这是别的程序的数据库，不是工考的数据文件", "请另选文件，数据文件一般叫 gongkao.db")
	}
	pageSize := int64(binary.BigEndian.Uint16(header[16:]))
	if pageSize == 1 { // how 65536 is written
		pageSize = 65536
	}
	// With a log beside it the file may rightly be shorter than it says: the
	// missing pages are in the log.
	pages := int64(binary.BigEndian.Uint32(header[28:]))
	if wal == 0 && size < pages*pageSize {
		return fileCut()
	}
	return nil
}

func fileCut() error {
	return data.Refuse("file-cut", "", "数据文件不完整，后半截丢失了", "可能是复制时中断，请重新复制，或用“恢复备份”取回最近的备份")
}

func walSize(path string) int64 {
	info, err := os.Stat(path + "-wal")
	if err != nil {
		return 0
	}
	return info.Size()
}
