package grid

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// decodeText finds the encoding: byte order mark, then UTF-8, then GB18030.
// The order matters: UTF-8 passes as GB18030 without an error (张三 becomes
// 寮犱笁), and GBK would lose the characters that need four bytes. UTF-8 that
// is damaged here and there, or cut at the end, is UTF-8 all the same.
func decodeText(content []byte) ([]byte, error) {
	switch {
	case isUTF16(content):
		return unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(content)
	case mostlyUTF8(content):
		return bytes.TrimPrefix(content, []byte("\ufeff")), nil
	}
	return simplifiedchinese.GB18030.NewDecoder().Bytes(content)
}

// mostlyUTF8 reports whether of a hundred characters beyond ASCII one at most is
// wrong; of Chinese in GB18030 most are.
func mostlyUTF8(content []byte) bool {
	right, wrong := 0, 0
	for utf8.FullRune(content) { // until one that is cut
		r, size := utf8.DecodeRune(content)
		switch {
		case r == utf8.RuneError && size == 1:
			wrong++
		case r >= utf8.RuneSelf:
			right++
		}
		content = content[size:]
	}
	return wrong*100 <= right
}

func isUTF16(content []byte) bool {
	return bytes.HasPrefix(content, []byte{0xFF, 0xFE}) || bytes.HasPrefix(content, []byte{0xFE, 0xFF})
}
