package marked

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// annotating is a sheet whose comments are being written.
type annotating struct {
	*parcel
	sheet    string // its part
	block    int    // of 1,024 shape numbers, the first of this sheet
	comments string // the part of its comments
	shapes   string // the part of the boxes they unfold into
}

// annotate takes the comments of an earlier marked copy away and writes notes,
// each into the comment of its cell where the sender has one.
func (a *annotating) annotate(notes []note) error {
	a.comments, a.shapes = a.related(a.sheet, "comments"), a.related(a.sheet, "vmlDrawing")
	if a.parts[a.comments] != nil {
		a.forget()
	}
	if len(notes) == 0 {
		return nil
	}
	a.prepare(len(notes))
	his := a.join(notes)
	var texts, boxes strings.Builder
	author, number := a.author(), a.firstShape()
	prefix := prefixOf(a.parts[a.comments], "comments")
	for _, n := range notes {
		if his[n.cell] {
			continue
		}
		fmt.Fprintf(&texts, `<%[1]scomment ref="%[2]s" authorId="%[3]d"><%[1]stext>%[4]s</%[1]stext></%[1]scomment>`, prefix, n.cell, author, run(prefix, n.text))
		boxes.WriteString(shape(number, n))
		number++
	}
	a.parts[a.comments] = beforeLast(a.parts[a.comments], "</"+prefix+"commentList>", texts.String())
	a.parts[a.shapes] = beforeLast(a.parts[a.shapes], "</xml>", boxes.String())
	return nil
}

var (
	commentBlock = regexp.MustCompile(`(?s)<(?:\w+:)?comment (?:[^>]*? )?ref="([A-Z]+[0-9]+)"[^>]*>.*?</(?:\w+:)?comment>`)
	textRun      = regexp.MustCompile(`(?s)<(\w+:)?r>.*?</(?:\w+:)?r>`)
	textEnd      = regexp.MustCompile(`</(\w+:)?text>`)
	bareText     = regexp.MustCompile(`(?s)(<(?:\w+:)?text>)(<(?:\w+:)?t(?: [^>]*)?>.*?</(?:\w+:)?t>)`)
	shapeBlock   = regexp.MustCompile(`(?s)<v:shape .*?</v:shape>`)
	shapeRow     = regexp.MustCompile(`<x:Row>\s*(\d+)\s*</x:Row>`)
	shapeColumn  = regexp.MustCompile(`<x:Column>\s*(\d+)\s*</x:Column>`)
	shapeNumber  = regexp.MustCompile(`"_x0000_s(\d+)"`)
	authorEnd    = regexp.MustCompile(`<(?:\w+:)?author(?:/>|>)`)
	anyPrefix    = `<(\w+:)?%s[ />]`
)

// forget takes our words out of the comments, and comments that are ours alone
// away, with the boxes of those.
func (a *annotating) forget() {
	gone := map[string]bool{}
	a.parts[a.comments] = commentBlock.ReplaceAllFunc(a.parts[a.comments], func(block []byte) []byte {
		if !bytes.Contains(block, []byte(begins)) {
			return block
		}
		left := textRun.ReplaceAllFunc(block, func(run []byte) []byte {
			if bytes.Contains(run, []byte(begins)) {
				return nil
			}
			return run
		})
		if bytes.Contains(left, []byte(begins)) || !textRun.Match(left) { // other programs join runs
			gone[string(commentBlock.FindSubmatch(block)[1])] = true
			return nil
		}
		return left
	})
	if len(gone) == 0 || a.parts[a.shapes] == nil {
		return
	}
	a.parts[a.shapes] = shapeBlock.ReplaceAllFunc(a.parts[a.shapes], func(block []byte) []byte {
		row, column := shapeRow.FindSubmatch(block), shapeColumn.FindSubmatch(block)
		if row != nil && column != nil && gone[cellName(string(column[1]), string(row[1]))] {
			return nil
		}
		return block
	})
}

// join adds notes to the comments the sender has, and returns their cells.
func (a *annotating) join(notes []note) map[string]bool {
	texts, his := map[string]string{}, map[string]bool{}
	for _, n := range notes {
		texts[n.cell] = n.text
	}
	a.parts[a.comments] = commentBlock.ReplaceAllFunc(a.parts[a.comments], func(block []byte) []byte {
		cell := string(commentBlock.FindSubmatch(block)[1])
		text, ours := texts[cell]
		if !ours {
			return block
		}
		his[cell] = true
		prefix := prefixOf(block, "comment")
		block = bareText.ReplaceAll(block, []byte("${1}<"+prefix+"r>${2}</"+prefix+"r>"))
		at := textEnd.FindIndex(block)
		if at == nil {
			return block
		}
		return bytes.Join([][]byte{block[:at[0]], []byte(run(prefix, "\n"+text)), block[at[0]:]}, nil)
	})
	return his
}

// author is the number of our name among the authors.
func (a *annotating) author() int {
	content := a.parts[a.comments]
	known := len(authorEnd.FindAll(content, -1))
	prefix := prefixOf(content, "comments")
	a.parts[a.comments] = beforeLast(content, "</"+prefix+"authors>", fmt.Sprintf("<%[1]sauthor>%[2]s</%[1]sauthor>", prefix, Author))
	return known
}

// firstShape is a number that no box of the sheet has yet.
func (a *annotating) firstShape() int {
	first := a.block*1024 + 1
	for _, found := range shapeNumber.FindAllSubmatch(a.parts[a.shapes], -1) {
		if n, err := strconv.Atoi(string(found[1])); err == nil {
			first = max(first, n+1)
		}
	}
	return first
}

// prefixOf is the prefix with which an element is written: "" or "x:".
func prefixOf(content []byte, element string) string {
	found := regexp.MustCompile(fmt.Sprintf(anyPrefix, element)).FindSubmatch(content)
	if found == nil {
		return ""
	}
	return string(found[1])
}

// run is a text as a run of a comment.
func run(prefix, text string) string {
	var escaped strings.Builder
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			escaped.WriteByte('\n')
		}
		xml.EscapeText(&escaped, []byte(line)) // to memory: cannot fail
	}
	return fmt.Sprintf(`<%[1]sr><%[1]srPr><%[1]ssz val="10"/><%[1]srFont val="宋体"/><%[1]scharset val="134"/></%[1]srPr><%[1]st xml:space="preserve">%[2]s</%[1]st></%[1]sr>`, prefix, escaped.String())
}
