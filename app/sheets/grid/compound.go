package grid

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/richardlehane/mscfb"
)

// compoundMark begins every compound file (OLE): old Excel, WPS .et, old Word,
// and the envelope of encrypted .xlsx.
var compoundMark = []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}

func isCompound(content []byte) bool { return bytes.HasPrefix(content, compoundMark) }

// readCompound reads the workbook inside a compound file, or says what else the
// file is.
func readCompound(b *Book, content []byte) error {
	r, err := mscfb.New(bytes.NewReader(content))
	if err != nil {
		return damaged(err)
	}
	book := (*mscfb.File)(nil)
	for _, f := range r.File {
		switch name := strings.ToLower(f.Name); {
		case name == "encryptedpackage":
			return encrypted()
		case name == "worddocument":
			return unreadable(nil, "这是 Word 文档，不是表格", "请打开文档，把表格复制到新建的 Excel 工作簿里，另存为 .xlsx 再导入")
		case len(f.Path) > 0: // of an object put into a sheet
		case name == "workbook", name == "book" && book == nil:
			book = f
		}
	}
	if book == nil {
		return unreadable(nil, "这个文件里没有 Excel 工作簿", "请检查是否选错了文件；能用 WPS 或 Excel 打开的，另存为 .xlsx 再导入")
	}
	stream, err := readStream(book, int64(len(content)))
	if err != nil {
		return damaged(err)
	}
	return readOldBook(b, stream)
}

// readStream reads a stream whole. Its sectors may form a ring: what claims to
// be longer than the file is one.
func readStream(f *mscfb.File, most int64) ([]byte, error) {
	if f.Size > most {
		return nil, fmt.Errorf("sheets: stream of %d bytes in a file of %d", f.Size, most)
	}
	stream := make([]byte, f.Size)
	// Piece by piece: asked for all at once, mscfb takes the square of the
	// number of sectors.
	for at := 0; at < len(stream); {
		n, err := f.Read(stream[at:min(at+64<<10, len(stream))])
		at += n
		switch {
		case err != nil && !errors.Is(err, io.EOF):
			return nil, err
		case n == 0:
			return nil, io.ErrUnexpectedEOF
		}
	}
	return stream, nil
}
