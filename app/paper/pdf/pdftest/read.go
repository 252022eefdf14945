package pdftest

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
)

// Run is one piece of text as it stands in a page's contents. X and Y are in
// points from the lower left corner.
type Run struct {
	X, Y, Size float64
	Text       string
}

var (
	objectBody  = regexp.MustCompile(`(?s)(\d+) 0 obj\n(.*?)\nendobj\n`)
	contents    = regexp.MustCompile(`/Contents (\d+) 0 R`)
	kids        = regexp.MustCompile(`/Kids \[([^\]]*)\]`)
	fontNames   = regexp.MustCompile(`/F([0-9a-f]+) (\d+) 0 R`)
	unicodeRef  = regexp.MustCompile(`/ToUnicode (\d+) 0 R`)
	unicodeLine = regexp.MustCompile(`<([0-9A-F]{4})> <([0-9A-F]+)>`)
	reference   = regexp.MustCompile(`(\d+) 0 R`)
)

// Read returns the runs of each page, through the fonts' ToUnicode maps.
func Read(file []byte) ([][]Run, error) {
	objects := map[string][]byte{}
	for _, m := range objectBody.FindAllSubmatch(file, -1) {
		objects[string(m[1])] = m[2]
	}
	fonts := map[string]map[uint16]string{}
	for _, m := range fontNames.FindAllSubmatch(objects["2"], -1) {
		ref := unicodeRef.FindSubmatch(objects[string(m[2])])
		if ref == nil {
			return nil, fmt.Errorf("font %s has no ToUnicode map", m[1])
		}
		table, err := stream(objects[string(ref[1])])
		if err != nil {
			return nil, err
		}
		fonts[string(m[1])] = unicodeMap(table)
	}
	list := kids.FindSubmatch(objects["1"])
	if list == nil {
		return nil, fmt.Errorf("no list of pages")
	}
	var pages [][]Run
	for _, kid := range reference.FindAllSubmatch(list[1], -1) {
		ref := contents.FindSubmatch(objects[string(kid[1])])
		if ref == nil {
			return nil, fmt.Errorf("page %s has no contents", kid[1])
		}
		text, err := stream(objects[string(ref[1])])
		if err != nil {
			return nil, err
		}
		pages = append(pages, runs(text, fonts))
	}
	return pages, nil
}

func unicodeMap(table []byte) map[uint16]string {
	m := map[uint16]string{}
	_, body, _ := bytes.Cut(table, []byte("endcodespacerange"))
	for _, line := range unicodeLine.FindAllSubmatch(body, -1) {
		code, _ := strconv.ParseUint(string(line[1]), 16, 16)
		units, _ := hex.DecodeString(string(line[2]))
		m[uint16(code)] = string(utf16.Decode(pairs(units)))
	}
	return m
}

func pairs(b []byte) (units []uint16) {
	for i := 0; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return units
}

func stream(object []byte) ([]byte, error) {
	_, body, _ := bytes.Cut(object, []byte("stream\n"))
	r, err := zlib.NewReader(bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// runs reads page contents: the operators package pdf writes and no others.
func runs(text []byte, fonts map[string]map[uint16]string) (all []Run) {
	var run Run
	var font map[uint16]string
	var stack []string
	for len(text) > 0 {
		switch c := text[0]; {
		case c == '(':
			units, n := literal(text)
			for _, u := range pairs(units) {
				run.Text += font[u]
			}
			text = text[n:]
			continue
		case strings.IndexByte(" \n[]", c) >= 0:
			text = text[1:]
			continue
		}
		n := bytes.IndexAny(text, " \n[]()")
		if n < 0 {
			n = len(text)
		}
		word := string(text[:n])
		text = text[n:]
		switch word {
		case "BT":
			run = Run{Size: run.Size}
		case "Td":
			run.X, run.Y = decimal(stack[len(stack)-2]), decimal(stack[len(stack)-1])
		case "Tf":
			font, run.Size = fonts[stack[len(stack)-2][2:]], decimal(stack[len(stack)-1])
		case "ET":
			all = append(all, run)
		}
		stack = append(stack[max(0, len(stack)-3):], word)
	}
	return all
}

func decimal(s string) float64 {
	v, _ := strconv.ParseFloat(s, 64)
	return v
}

// literal reads a string in brackets and returns how many bytes it took.
func literal(text []byte) (value []byte, n int) {
	for n = 1; text[n] != ')'; n++ {
		c := text[n]
		if c == '\\' {
			n++
			if c = text[n]; c == 'r' {
				c = '\r'
			}
		}
		value = append(value, c)
	}
	return value, n + 1
}
