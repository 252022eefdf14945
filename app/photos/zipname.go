package photos

import (
	"archive/zip"
	"encoding/binary"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/unicode/norm"
)

// largestDirectory is of a zip's list of files, 20,000 of which take 4 MB: reading
// one of millions takes gigabytes.
const largestDirectory = 16 << 20 // bytes

func isZip(name string) bool { return strings.EqualFold(filepath.Ext(name), ".zip") }

// fits refuses a zip whose list of files is too long to be read.
func fits(f *os.File, size int64) error {
	const endSize, longestRemark = 22, 1 << 16
	tail := make([]byte, min(size, endSize+longestRemark))
	if _, err := f.ReadAt(tail, size-int64(len(tail))); err != nil && err != io.EOF {
		return unreadable(err, filepath.Base(f.Name()))
	}
	at := strings.LastIndex(string(tail), "PK\x05\x06")
	if at < 0 || len(tail)-at < endSize {
		return nil // no zip: its reader says so
	}
	length, from := binary.LittleEndian.Uint32(tail[at+12:]), binary.LittleEndian.Uint32(tail[at+16:])
	if length > largestDirectory || size-int64(from) > largestDirectory {
		return tooMany()
	}
	return nil
}

// namesOf reads the names of a zip's files: Windows writes them in GBK and does not
// say so, others in UTF-8 and do not say so either. Which it is is asked of all the
// names at once; a name that is given in Unicode besides is that.
func namesOf(files []*zip.File) []string {
	var unsaid strings.Builder
	for _, f := range files {
		if f.NonUTF8 {
			unsaid.WriteString(f.Name + "\n")
		}
	}
	local := isGBK(unsaid.String())
	names := make([]string, len(files))
	for i, f := range files {
		name := f.Name
		if f.NonUTF8 && local {
			name = fromGBK(name)
		}
		if given, ok := unicodeName(f); ok {
			name = given
		}
		names[i] = cleaned(name)
	}
	return names
}

// cleaned gives a name its one form: composed, with /, without what cannot be read.
func cleaned(name string) string {
	return norm.NFC.String(strings.ReplaceAll(strings.ToValidUTF8(name, "�"), `\`, "/"))
}

// isGBK reports whether text that does not say how it is written is GBK. Two bytes
// of GBK may pass for one letter of UTF-8 (一 for ӻ), so where both can be, the one
// with hanzi is right.
func isGBK(text string) bool {
	if !utf8.ValidString(text) {
		return true
	}
	return !hasHan(text) && hasHan(fromGBK(text))
}

func hasHan(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

func fromGBK(text string) string {
	read, err := simplifiedchinese.GB18030.NewDecoder().String(text)
	if err != nil {
		return text
	}
	return read
}

// unicodeName returns the name that packers write beside a local one that lacks a
// letter: field 0x7075, which names the checksum of the local name it is for.
func unicodeName(f *zip.File) (string, bool) {
	const field, head = 0x7075, 5
	for rest := f.Extra; len(rest) >= 4; {
		id, size := binary.LittleEndian.Uint16(rest), int(binary.LittleEndian.Uint16(rest[2:]))
		if rest = rest[4:]; size > len(rest) {
			return "", false
		}
		if value := rest[:size]; id == field && size > head && value[0] == 1 && binary.LittleEndian.Uint32(value[1:]) == crc32.ChecksumIEEE([]byte(f.Name)) {
			return string(value[head:]), utf8.Valid(value[head:])
		}
		rest = rest[size:]
	}
	return "", false
}
