package marked

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"gongkao/app/sheets/grid"
)

// prepare makes sure that the sheet has parts for comments and their boxes.
func (a *annotating) prepare(notes int) {
	n := a.free("xl/comments%d.xml", "xl/drawings/vmlDrawing%d.vml")
	if a.parts[a.comments] == nil {
		a.comments = fmt.Sprintf("xl/comments%d.xml", n)
		a.put(a.comments, []byte(xmlHead+`<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors></authors><commentList></commentList></comments>`))
		a.relate(a.sheet, "gongkaoComments", "comments", "/"+a.comments)
		a.parts[contentTypes] = beforeLast(a.parts[contentTypes], "</Types>",
			`<Override PartName="/`+a.comments+`" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>`)
	}
	if a.parts[a.shapes] == nil {
		a.shapes = fmt.Sprintf("xl/drawings/vmlDrawing%d.vml", n)
		a.put(a.shapes, []byte(emptyShapes(a.block, notes)))
		a.relate(a.sheet, "gongkaoShapes", "vmlDrawing", "/"+a.shapes)
		a.pointToShapes("gongkaoShapes")
	}
	a.parts[a.shapes] = withNoteType(a.parts[a.shapes])
	if !vmlDefault.Match(a.parts[contentTypes]) {
		a.parts[contentTypes] = afterTypes.ReplaceAll(a.parts[contentTypes],
			[]byte(`${0}<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>`))
	}
}

var (
	vmlDefault = regexp.MustCompile(`(?i)<Default [^>]*Extension="vml"`)
	afterTypes = regexp.MustCompile(`<Types[^>]*>`)
	// afterShapes is what may follow the reference to the boxes in a worksheet.
	afterShapes = regexp.MustCompile(`<(?:\w+:)?(?:legacyDrawingHF|drawingHF|picture|oleObjects|controls|AlternateContent|webPublishItems|tableParts|extLst)[ />]|</(?:\w+:)?worksheet>`)
)

// pointToShapes writes the reference to the boxes into the worksheet.
func (a *annotating) pointToShapes(id string) {
	content := a.parts[a.sheet]
	at := max(0, bytes.LastIndex(content, []byte("sheetData"))) // rows hold nothing of the kind
	next := afterShapes.FindIndex(content[at:])
	if next == nil {
		return
	}
	at += next[0]
	prefix := prefixOf(content[:min(len(content), 4096)], "worksheet")
	reference := fmt.Sprintf(`<%slegacyDrawing xmlns:r="%s" r:id="%s"/>`, prefix, relationships, id)
	a.parts[a.sheet] = []byte(string(content[:at]) + reference + string(content[at:]))
}

// emptyShapes is a part for boxes that are numbered from a block of 1,024 on.
func emptyShapes(block, notes int) string {
	var blocks []string
	for i := range notes/1024 + 1 {
		blocks = append(blocks, strconv.Itoa(block+i))
	}
	return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">` +
		`<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="` + strings.Join(blocks, ",") + `"/></o:shapelayout></xml>`
}

const noteType = `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`

// withNoteType makes sure that the kind of box exists that ours are of.
func withNoteType(shapes []byte) []byte {
	if strings.Contains(string(shapes), `id="_x0000_t202"`) {
		return shapes
	}
	first := shapeBlock.FindIndex(shapes)
	if first == nil {
		return beforeLast(shapes, "</xml>", noteType)
	}
	return []byte(string(shapes[:first[0]]) + noteType + string(shapes[first[0]:]))
}

// shape is the box of a comment: it unfolds when the pointer rests on the cell.
func shape(number int, n note) string {
	b := n.box
	return fmt.Sprintf(`<v:shape id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#fffbe6" o:insetmode="auto">`+
		`<v:fill color2="#fffbe6"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>`+
		`<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>`+
		`<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%d, %d, %d, %d, %d, %d, %d, %d</x:Anchor>`+
		`<x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>`,
		number, b.left, b.leftBy, b.top, b.topBy, b.right, b.rightBy, b.bottom, b.bottomBy, n.row-1, n.column-1)
}

// cellName is the address of a column and row counted from 0, as shapes do.
func cellName(column, row string) string {
	c, err := strconv.Atoi(column)
	r, err2 := strconv.Atoi(row)
	if err != nil || err2 != nil {
		return ""
	}
	return grid.ColumnName(c) + strconv.Itoa(r+1)
}
