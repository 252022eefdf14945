package grid

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"gongkao/data"
)

// format is a kind of file that can be read, or refused with good advice.
type format struct {
	is   func(content []byte) bool
	read func(b *Book, content []byte) error
}

// formats are tried in order; the first that says yes reads the file. The
// ending of the name is never asked: units send .xls that are .xlsx, and .xlsx
// that are web pages.
var formats = []format{
	{isCompound, readCompound},
	{isBareStream, readOldBook},
	{isZip, readWorkbook},
	{isStranger, refuseStranger},
	{isXMLBook, readXMLBook},
	{isWebPage, readWebPage},
	{isArchive, readArchive},
	{isText, readText},
}

// Read reads a file. It refuses with file-unreadable, file-encrypted or
// file-too-large.
func Read(path string) (*Book, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, unreadable(err, fmt.Sprintf("找不到文件“%s”", filepath.Base(path)), "请检查文件是否被移走或改名")
	case err != nil:
		return nil, unreadable(err, fmt.Sprintf("打不开文件“%s”", filepath.Base(path)), "请检查文件是否正被别的程序使用")
	case !info.Mode().IsRegular():
		return nil, unreadable(nil, fmt.Sprintf("“%s”不是文件", filepath.Base(path)), "请选择文件，不要选择文件夹")
	case info.Size() > maxFile:
		return nil, tooLarge()
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, unreadable(err, fmt.Sprintf("读不了文件“%s”", filepath.Base(path)), "请检查文件是否正被别的程序使用，或换一个 U 盘重新拷贝")
	}
	return Decode(filepath.Base(path), content)
}

// Decode reads the content of a file; name is for messages and for the one
// sheet of a CSV. It refuses as Read does.
func Decode(name string, content []byte) (*Book, error) {
	if len(content) > maxFile {
		return nil, tooLarge()
	}
	if len(bytes.TrimSpace(content)) == 0 {
		return nil, unreadable(nil, fmt.Sprintf("“%s”是空文件", name), "请让单位重新发送")
	}
	sum := sha256.Sum256(content)
	book := &Book{File: name, SHA256: hex.EncodeToString(sum[:])}
	for _, f := range formats {
		if !f.is(content) {
			continue
		}
		if err := f.read(book, content); err != nil {
			return nil, err
		}
		return book, nil
	}
	return nil, unreadable(nil, fmt.Sprintf("“%s”不是表格文件", name), saveAs)
}

// saveAs is the way out of most refusals, with where to click.
const (
	saveAs      = "请用 WPS 或 Excel 打开，" + saveAsSteps
	saveAsSteps = "另存为 .xlsx 再导入：文件 → 另存为 → 类型选“Excel 工作簿(*.xlsx)”"
)

// wantSheet is the way out when the file is a document.
const wantSheet = "请让单位发来原来的 Excel 表格，或把表格复制到新建的工作簿里，另存为 .xlsx 再导入"

func encrypted() error {
	return data.Refuse("file-encrypted", "", "文件加了密（设有打开密码）", "请用 WPS 或 Excel 凭密码打开，取消密码后"+saveAsSteps)
}

func unreadable(cause error, message, hint string) error {
	return data.RefuseBecause(cause, "file-unreadable", message, hint)
}

func damaged(cause error) error {
	return unreadable(cause, "表格文件已损坏或不完整", "请用 WPS 或 Excel 打开后另存为 .xlsx，打不开就让单位重新发送")
}

func tooLarge() error {
	return data.Refuse("file-too-large", "", fmt.Sprintf("文件太大（最多 50 MB、每表 %d 行）", maxRows), "请删去多余的行、列和图片，或分成几个文件导入")
}
