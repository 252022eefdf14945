package sheets

import (
	"fmt"
	"strconv"
	"strings"

	"gongkao/app/sheets/grid"
	"gongkao/data"
)

// leftOut says which sheets of a book were not read.
func leftOut(book *grid.Book) []string {
	if len(book.Left) == 0 {
		return nil
	}
	return []string{fmt.Sprintf("隐藏的工作表和图表没有读：%s", strings.Join(book.Left, "、"))}
}

// toldOf says what cannot be seen in a sheet and was read all the same, and what
// could not be read.
func toldOf(sheet grid.Sheet) (notes []string) {
	if len(sheet.HiddenRows) > 0 {
		notes = append(notes, "第 "+ranges(sheet.HiddenRows, strconv.Itoa)+" 行是隐藏的，也读了")
	}
	if len(sheet.HiddenColumns) > 0 {
		notes = append(notes, ranges(sheet.HiddenColumns, grid.ColumnName)+" 列是隐藏的，也读了")
	}
	if sheet.Uncalculated > 0 {
		notes = append(notes, fmt.Sprintf("有 %d 格公式没有存下结果，按空格读了；请用 WPS 或 Excel 打开、保存一次再导入", sheet.Uncalculated))
	}
	return notes
}

// mostRanges is how many rows or columns are named one by one.
const mostRanges = 8

// ranges writes ascending numbers: 3、5–9.
func ranges(all []int, name func(int) string) string {
	var parts []string
	for i := 0; i < len(all); {
		if len(parts) == mostRanges {
			return strings.Join(parts, "、") + fmt.Sprintf(" 等 %d", len(all))
		}
		last := i
		for last+1 < len(all) && all[last+1] == all[last]+1 {
			last++
		}
		part := name(all[i])
		if last > i {
			part += "–" + name(all[last])
		}
		parts = append(parts, part)
		i = last + 1
	}
	return strings.Join(parts, "、")
}

// lacking says which fields no row of a roster will have, though nobody enters
// without them. A unit may be named elsewhere.
func (h header) lacking() []string {
	if h.kind != People {
		return nil
	}
	notes := h.besides()
	for _, key := range data.RequiredToEnter {
		if key != "unit" && !h.has(key) {
			notes = append(notes, fmt.Sprintf("没有哪一列是“%s”，每一行都会待处理", Label(People, key)))
		}
	}
	return notes
}
