package grid

import (
	"bytes"
	"unicode/utf16"

	"gongkao/data"
)

// compoundMark begins every OLE compound file: old Excel, old WPS, and the
// envelope of encrypted .xlsx.
var compoundMark = []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}

func isCompound(content []byte) bool { return bytes.HasPrefix(content, compoundMark) }

// isEncrypted reports whether the content is an .xlsx behind a password: a
// compound file with a stream of the name EncryptedPackage.
func isEncrypted(content []byte) bool {
	return isCompound(content) && bytes.Contains(content, wide("EncryptedPackage"))
}

func refuseEncrypted(*Book, []byte) error {
	return data.Refuse("file-encrypted", "", "文件设了打开密码", "请用密码打开，取消密码后另存为 .xlsx 再导入")
}

func refuseOldExcel(*Book, []byte) error {
	return unreadable(nil, "这是旧版格式的表格（.xls 或 .et），本程序还读不了", "请用 WPS 或 Excel 打开，另存为 .xlsx 再导入")
}

// isWebPage tells the web pages and XML sheets that many systems call .xls.
func isWebPage(content []byte) bool {
	head := bytes.ToLower(bytes.TrimLeft(content[:min(len(content), 1024)], "\ufeff \t\r\n"))
	for _, mark := range []string{"<html", "<!doctype", "<table", "<?xml", "<meta"} {
		if bytes.HasPrefix(head, []byte(mark)) {
			return true
		}
	}
	return false
}

func refuseWebPage(*Book, []byte) error {
	return unreadable(nil, "这个文件其实是网页，不是 Excel 工作簿", "请用 WPS 或 Excel 打开，另存为 .xlsx 再导入")
}

// wide returns the text in UTF-16LE, as compound files name their streams.
func wide(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return b
}
