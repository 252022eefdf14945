// Package disk puts files where they belong so that a power cut leaves either
// the old one or the new one, never half of one. Replace writes a small file
// whole, Save does so for a clerk; Move brings a finished file to its name; Copy makes a second one.
// Everything is readable by its owner only. Explain turns what the machine
// says of a full or read-only disk into a refusal a clerk can act on.
package disk

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"gongkao/data"
)

// Modes of what the program writes: nobody but the owner looks inside.
const (
	FileMode   = 0o600
	FolderMode = 0o700
)

// Replace writes content to path: to a temporary file beside it, onto the
// disk, then under its name.
func Replace(path string, content []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return err
	}
	temp := f.Name()
	_, err = f.Write(content)
	if err = finish(f, err); err == nil {
		err = Move(temp, path)
	}
	if err != nil {
		os.Remove(temp)
	}
	return err
}

// Save is Replace for a file a clerk asked for: whatever goes wrong is refused
// in words (Explain, else output).
func Save(path string, content []byte) error {
	err := Explain(Replace(path, content))
	if _, refused := data.AsRefusal(err); err == nil || refused {
		return err
	}
	return data.RefuseBecause(err, "output", "不能写入文件 "+path, "请关闭正在打开它的程序，或换一个文件名、文件夹")
}

// Move gives a finished file its name, replacing what was there, and returns
// when the folder has it on the disk. Both names must be on one disk.
func Move(from, to string) error {
	if err := os.Rename(from, to); err != nil {
		return err
	}
	return SyncFolder(filepath.Dir(to))
}

// Copy makes to a copy of from, on the disk when it returns. It never
// overwrites: to must not exist. A copy that fails leaves nothing behind.
func Copy(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, FileMode)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if err = finish(out, err); err == nil {
		err = SyncFolder(filepath.Dir(to))
	}
	if err != nil {
		os.Remove(to)
		return fmt.Errorf("disk: copy %s: %w", filepath.Base(from), err)
	}
	return nil
}

// Sync returns when the file's content is on the disk.
func Sync(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return finish(f, nil)
}

// finish syncs and closes f; err is what went wrong before, and stays first.
func finish(f *os.File, err error) error {
	if err == nil {
		err = f.Sync()
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	return err
}
