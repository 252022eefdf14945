package grid

import (
	"encoding/xml"
	"strings"
)

// workbook is an .xlsx while it is read. It is read here and not with excelize
// because one pass must tell for each cell whether it is text or number and how
// it is shown: excelize streams values without either (Rows), and asking it
// afterwards (GetCellType, GetCellStyle, GetMergeCells) loads the whole sheet.
type workbook struct {
	*parcel
	shows
	strings []string   // shared strings
	listed  []listed   // visible sheets in order
	left    []string   // names of the others
	related []relation // of the workbook part
	kept    int        // cells kept so far, all sheets
}

// listed is a sheet as the workbook part lists it.
type listed struct {
	name, part string
}

// readWorkbook reads the visible sheets of an .xlsx or .xlsm.
func readWorkbook(b *Book, content []byte) error {
	p, err := openParcel(content)
	if err != nil {
		return err
	}
	w := &workbook{parcel: p}
	for _, step := range []func() error{w.list, w.readStrings, w.readStyles} {
		if err := step(); err != nil {
			return err
		}
	}
	for _, l := range w.listed {
		sheet, err := w.readSheet(l)
		if err != nil {
			return err
		}
		b.Sheets = append(b.Sheets, sheet)
	}
	b.Left = w.left
	return nil
}

// list finds the workbook part and lists its visible sheets.
func (w *workbook) list() error {
	main, err := w.mainPart()
	if err != nil {
		return err
	}
	if w.related, err = w.relations(main); err != nil {
		return err
	}
	isWorkbook := false
	err = w.each(main, func(_ *tokens, token xml.Token) error {
		e, ok := token.(xml.StartElement)
		switch {
		case ok && e.Name.Local == "workbook":
			isWorkbook = true
		case ok && e.Name.Local == "workbookPr" && isTrue(attribute(e, "date1904")):
			w.epoch = epoch1904
		case ok && e.Name.Local == "sheet":
			return w.enlist(e)
		}
		return nil
	})
	if err == nil && !isWorkbook {
		return notWorkbook()
	}
	return err
}

func notWorkbook() error {
	return unreadable(nil, "这个文件不是 Excel 工作簿", "请用 WPS 或 Excel 打开，另存为 .xlsx 再导入；压缩包请先解压")
}

// mainPart follows the parcel's own relations to the workbook part.
func (w *workbook) mainPart() (string, error) {
	main := "xl/workbook.xml"
	top, err := w.relations("")
	if err != nil {
		return "", err
	}
	for _, r := range top {
		if strings.HasSuffix(r.kind, officeDocument) {
			main = r.target
		}
	}
	switch {
	case strings.HasSuffix(main, ".bin") || w.has("xl/workbook.bin"):
		return "", unreadable(nil, "这是二进制的 Excel 工作簿（.xlsb），本程序读不了", saveAs)
	case w.has("word/document.xml"):
		return "", unreadable(nil, "这是 Word 文档，不是表格", wantSheet)
	case w.has("content.xml"):
		return "", unreadable(nil, "这是 OpenDocument 表格（.ods），本程序读不了", saveAs)
	case !w.has(main):
		return "", notWorkbook()
	}
	return main, nil
}

// enlist adds a sheet when it is visible and its part is a worksheet: chart and
// dialog sheets hold no rows.
func (w *workbook) enlist(e xml.StartElement) error {
	if len(w.listed)+len(w.left) == maxSheets {
		return tooLarge()
	}
	name := attribute(e, "name")
	if strings.Contains(strings.ToLower(attribute(e, "state")), "hidden") {
		w.left = append(w.left, name)
		return nil
	}
	for _, r := range w.related {
		if r.id == attribute(e, "id") && strings.HasSuffix(r.kind, "/worksheet") && w.has(r.target) {
			w.listed = append(w.listed, listed{name, r.target})
			return nil
		}
	}
	w.left = append(w.left, name)
	return nil
}

// part returns the part of a kind that the workbook is related to, "" when it
// has none.
func (w *workbook) part(kind string) string {
	for _, r := range w.related {
		if strings.HasSuffix(r.kind, kind) && w.has(r.target) {
			return r.target
		}
	}
	return ""
}

func isTrue(s string) bool { return s == "1" || s == "true" }
