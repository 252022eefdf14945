package store

import (
	"context"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"gongkao/data"
	"gongkao/data/disk"
)

// The head file stands beside the database (gongkao.db, gongkao.head) and says
// how far the history had come when the last Update returned. It is the only
// witness when a write-ahead log is lost or cut, which SQLite takes for a
// database that never had those commits. Five lines: mark, data file, number,
// hash, checksum of the four.
const headMark = "gongkao head 1"

// HeadPath returns where the head file of a database lies.
func HeadPath(database string) string {
	return strings.TrimSuffix(database, filepath.Ext(database)) + ".head"
}

// writeHeadFile puts the head on the disk.
func writeHeadFile(database string, h Head) error {
	lines := fmt.Sprintf("%s\n%s\n%d\n%s\n", headMark, h.Database, h.Seq, h.Hash)
	return disk.Replace(HeadPath(database), fmt.Appendf(nil, "%s%08x\n", lines, crc32.ChecksumIEEE([]byte(lines))))
}

var errHeadFile = errors.New("store: the head file is damaged")

// readHeadFile returns the head on the disk; found is false when there is no
// such file.
func readHeadFile(database string) (h Head, found bool, err error) {
	b, err := os.ReadFile(HeadPath(database))
	if errors.Is(err, fs.ErrNotExist) {
		return h, false, nil
	}
	if err != nil {
		return h, false, err
	}
	lines := strings.Split(string(b), "\n")
	if len(lines) != 6 || lines[0] != headMark || lines[5] != "" {
		return h, true, errHeadFile
	}
	sum := crc32.ChecksumIEEE([]byte(strings.Join(lines[:4], "\n") + "\n"))
	if lines[4] != fmt.Sprintf("%08x", sum) {
		return h, true, errHeadFile
	}
	if _, err := fmt.Sscan(lines[2], &h.Seq); err != nil {
		return h, true, errHeadFile
	}
	h.Database, h.Hash = lines[1], lines[3]
	return h, true, nil
}

// compareHead holds the history against the head file. A history that is
// ahead is fine: power went between commit and head file. One that is behind,
// or has another hash at that number, has lost or changed something, and
// nothing more may be written to it.
func (r *Reader) compareHead(database string) error {
	file, found, err := readHeadFile(database)
	if err != nil {
		return data.RefuseBecause(err, "head-damaged", "核对文件 "+filepath.Base(HeadPath(database))+" 已损坏，不能确认数据是否完整", hintRestore)
	}
	now, err := r.Head()
	if err != nil || !found || file.Seq == 0 {
		return err
	}
	if file.Database != now.Database {
		return data.Refuse("head-damaged", "", "数据文件与旁边的核对文件不是一套", "请用“恢复备份”取回最近的备份，不要手工替换数据文件")
	}
	hash := ""
	err = r.each("SELECT seq, hash FROM audit WHERE seq = ?", []any{file.Seq}, func(row []any) (err error) {
		_, hash, err = readSeqHash(row)
		return err
	})
	if err != nil {
		return err
	}
	if hash != file.Hash {
		return data.Refuse("records-lost", "", fmt.Sprintf("数据文件丢失了已保存的内容：应有第 %d 条操作记录，现只到第 %d 条或内容不同", file.Seq, now.Seq), hintRestore)
	}
	return nil
}

// committed remembers that the history has come to h. When the head file
// cannot be written now, the next Update writes it before anything else: the
// records of this one are safe.
func (s *Store) committed(h Head) {
	err := writeHeadFile(s.path, h)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.owed = nil
	if err != nil {
		s.owed = &h
	}
}

// mayWrite says why nothing may be written, nil when it may.
func (s *Store) mayWrite() error {
	if s.writer == nil {
		return data.Refuse("read-only", "", "这份数据文件只供查看", "要修改请打开正在使用的数据文件")
	}
	if err := s.Trouble(); err != nil {
		return err
	}
	return s.payOwed()
}

// payOwed writes a head that could not be written when its Update committed.
func (s *Store) payOwed() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.owed == nil {
		return nil
	}
	if err := writeHeadFile(s.path, *s.owed); err != nil {
		return disk.Explain(err)
	}
	s.owed = nil
	return nil
}

// checkHead finds, when a file is opened, whether it has lost records.
func (s *Store) checkHead(ctx context.Context) error {
	err := s.View(ctx, func(r *Reader) error { return r.compareHead(s.path) })
	if data.HasCode(err, "records-lost") || data.HasCode(err, "head-damaged") {
		s.trouble = err
		return nil
	}
	return err
}
