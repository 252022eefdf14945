package grid

import (
	"bytes"
	"regexp"
)

// headBytes is how much of a file is looked at to tell what it is.
const headBytes = 4 << 10

// headOf returns the beginning of a text in UTF-8, in lower case, without the
// mark of its encoding.
func headOf(content []byte) []byte {
	head := content[:min(len(content), headBytes)]
	if isUTF16(head) {
		if decoded, err := decodeText(head); err == nil {
			head = decoded
		}
	}
	return bytes.ToLower(bytes.TrimLeft(head, "\ufeff \t\r\n"))
}

// isXMLBook tells a workbook that is one XML file.
func isXMLBook(content []byte) bool {
	head := headOf(content)
	return bytes.HasPrefix(head, []byte("<")) && bytes.Contains(head, []byte("urn:schemas-microsoft-com:office:spreadsheet")) && xmlBookTag.Match(head)
}

var xmlBookTag = regexp.MustCompile(`<([a-z]+:)?workbook[\s>]`)

// isWebPage tells the web pages, and what else begins with a tag.
func isWebPage(content []byte) bool { return webPageTag.Match(headOf(content)) }

var webPageTag = regexp.MustCompile(`^<[a-z!?]`)

// isArchive tells a web page saved as one file (MHTML).
func isArchive(content []byte) bool { return archiveHead.Match(headOf(content)) }

var archiveHead = regexp.MustCompile(`^(from|subject|date|mime-version|content-[a-z-]+|x-[a-z-]+):[^\n]*\n(?s:.*)content-type:\s*multipart/`)

// stranger is a kind of file that is no sheet, told by how it begins.
type stranger struct{ mark, name, hint string }

var strangers = []stranger{
	{"%PDF", "PDF 文件", wantSheet},
	{"{\\rtf", "文字文档（RTF）", wantSheet},
	{"\xff\xd8\xff", "图片", wantSheet},
	{"\x89PNG", "图片", wantSheet},
	{"Rar!", "压缩包", "请先解压，再导入里面的表格"},
	{"7z\xbc\xaf\x27\x1c", "压缩包", "请先解压，再导入里面的表格"},
	{"\x1f\x8b", "压缩包", "请先解压，再导入里面的表格"},
}

func strangerOf(content []byte) (stranger, bool) {
	for _, s := range strangers {
		if bytes.HasPrefix(content, []byte(s.mark)) {
			return s, true
		}
	}
	return stranger{}, false
}

func isStranger(content []byte) bool {
	_, is := strangerOf(content)
	return is
}

func refuseStranger(_ *Book, content []byte) error {
	s, _ := strangerOf(content)
	return unreadable(nil, "这是"+s.name+"，不是表格", s.hint)
}

// isBareStream tells a workbook before .xlsx that lies in no compound file: a
// few programs write the records alone, and Excel did until version 4.
func isBareStream(content []byte) bool {
	return len(content) > 8 && content[0] == 9 && (content[1] == 0 || content[1] == 2 || content[1] == 4 || content[1] == 8) && content[3] == 0
}
