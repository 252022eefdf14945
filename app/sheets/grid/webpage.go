package grid

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// Limits of web pages.
const (
	maxTag    = 16 << 20  // bytes of one tag or text; photos in a page are that long
	maxNested = 50        // tables within tables
	maxTags   = 2_500_000 // that begin something; 100,000 rows of 20 columns are 2.1 million
)

// page is a web page while its tables are read into one sheet: as WPS and Excel
// open it, a line of text outside is a row, and a table in a cell begins at that
// cell. Many systems write such pages and call them .xls.
type page struct {
	*gathering
	tags   *html.Tokenizer
	tables []*webTable
	names  []string // that Excel gives the sheets of the page
	next   int      // the next free row
	loose  webText  // outside the tables
	begun  int      // tags so far
	found  bool     // a table
	frames bool     // the page only points to others
}

var webNames = regexp.MustCompile(`<x:Name>([^<]{1,100})</x:Name>`)

// readWebPage reads the tables of a web page.
func readWebPage(b *Book, content []byte) error {
	text, err := decodeText(content)
	if err != nil {
		return damaged(err)
	}
	kept := 0
	p := newPage(text, &kept)
	if err := p.read(); err != nil {
		return err
	}
	sheet, err := p.sheet()
	switch {
	case err != nil:
		return err
	case p.frames && !p.found:
		return unreadable(nil, "这个网页只是目录，表格在同名的“.files”文件夹里", "请在发送的电脑上打开，"+saveAsSteps)
	case !p.found:
		return unreadable(nil, "这个文件是网页或 XML，里面没有表格", wantSheet)
	}
	b.Sheets = []Sheet{sheet}
	return nil
}

func newPage(text []byte, kept *int) *page {
	p := &page{gathering: newGathering("", kept), tags: html.NewTokenizer(bytes.NewReader(text)), next: 1}
	p.tags.SetMaxBuf(maxTag)
	for _, name := range webNames.FindAllSubmatch(text[:min(len(text), 64<<10)], maxSheets) {
		p.names = append(p.names, html.UnescapeString(string(name[1])))
	}
	if len(p.names) > 0 {
		p.name = p.names[0]
	}
	return p
}

// read goes through the page's tags.
func (p *page) read() error {
	silent := "" // the tag whose text is not shown
	for {
		var err error
		switch kind := p.tags.Next(); kind {
		case html.ErrorToken:
			return p.end(p.tags.Err())
		case html.TextToken:
			if silent == "" {
				p.text().add(p.tags.Text())
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			if p.begun++; p.begun > maxTags {
				return tooLarge()
			}
			name, more := p.tags.TagName()
			tag := string(name)
			if silentTags[tag] && kind == html.StartTagToken {
				silent = tag
			}
			err = p.open(tag, p.attributes(more))
		case html.EndTagToken:
			name, _ := p.tags.TagName()
			tag := string(name)
			if tag == silent {
				silent = ""
			}
			err = p.close(tag)
		}
		if err != nil {
			return err
		}
	}
}

// silentTags hold text that no reader of the page sees.
var silentTags = map[string]bool{"style": true, "script": true, "title": true}

// blockTags begin a line of their own.
var blockTags = map[string]bool{"br": true, "p": true, "div": true, "li": true, "center": true,
	"h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true}

// attributes returns those attributes of the tag that matter here.
func (p *page) attributes(more bool) map[string]string {
	var all map[string]string
	for more {
		var key, value []byte
		key, value, more = p.tags.TagAttr()
		switch string(key) {
		case "rowspan", "colspan", "span", "style", "x:num", "hidden":
			if all == nil {
				all = map[string]string{}
			}
			all[string(key)] = string(value)
		}
	}
	return all
}

// end closes what the page left open.
func (p *page) end(err error) error {
	switch {
	case errors.Is(err, html.ErrBufferExceeded):
		return tooLarge()
	case !errors.Is(err, io.EOF):
		return damaged(err)
	}
	for len(p.tables) > 0 {
		if err := p.close("table"); err != nil {
			return err
		}
	}
	return p.line()
}

// text is where text goes that comes now.
func (p *page) text() *webText {
	if n := len(p.tables); n > 0 {
		return &p.tables[n-1].cell.text
	}
	return &p.loose
}

// line ends a line of text outside the tables: a row with one cell.
func (p *page) line() error {
	text := p.loose.take()
	if strings.TrimSpace(text) == "" {
		return nil
	}
	p.next++
	return p.put(p.next-1, 0, TextCell(text))
}
