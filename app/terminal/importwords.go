package terminal

import (
	"fmt"
	"strings"

	"gongkao/app/intake"
	"gongkao/app/sheets"
	"gongkao/app/units"
)

// importWords says what an import did: a line of sums for each sheet with a line
// for each problem, and at the end what became of everything.
func importWords(result intake.Result, dry bool) string {
	var words strings.Builder
	for _, f := range result.Files {
		fileWords(&words, f)
	}
	accepted, waiting := result.Counts()
	done := "已录入"
	if dry {
		done = "（试读，没有录入）可录入"
	}
	fmt.Fprintf(&words, "%s %d 行，待处理 %d 行", done, accepted, waiting)
	if before := result.Before(); before > 0 {
		fmt.Fprintf(&words, "，其中 %d 行以前已经录入，不用再管", before)
	}
	if result.Settled > 0 {
		fmt.Fprintf(&words, "\n以前待处理的 %d 行，人已随改好的表进入，不用再管", result.Settled)
	}
	for _, b := range result.Batches {
		fmt.Fprintf(&words, "\n%s批次 %s（导错了用 undo-import %s 撤销）", sheets.KindName(b.Kind), b.ID, b.ID)
	}
	return words.String()
}

func fileWords(words *strings.Builder, f intake.File) {
	if f.Error != nil {
		fmt.Fprintf(words, "%s：%s。%s\n", f.File, f.Error.Message, f.Error.Hint)
		return
	}
	if !f.Before.IsZero() {
		fmt.Fprintf(words, "%s：这个文件 %s 已经导入过，已有的行不会重复进入\n", f.File, f.Before)
	}
	if f.InTray > 0 {
		fmt.Fprintf(words, "    %d 行还在那次导入的待处理里，没有再放一遍\n", f.InTray)
	}
	for _, s := range f.Sheets {
		fmt.Fprintf(words, "%s%s%s：可录入 %d 行，待处理 %d 行，跳过 %d 行\n", f.File, bracketed(s.Sheet), sheets.KindName(s.Kind), s.Good(), len(s.Waiting), s.Skipped)
		for _, note := range s.Notes {
			fmt.Fprintf(words, "    %s\n", note)
		}
		if s.Diff != nil {
			diffWords(words, *s.Diff)
		}
		for _, p := range s.Problems {
			fmt.Fprintf(words, "    %s %s。%s\n", placeOf(p), p.Message, p.Hint)
		}
	}
}

// placeOf is where a problem is: the cell, or the row where the sheet has no such
// column.
func placeOf(p sheets.Problem) string {
	if p.Cell == "" && p.Row > 0 {
		return fmt.Sprintf("第 %d 行", p.Row)
	}
	return p.Cell
}

// diffWords says what a unit sheet changes, a line for each unit.
func diffWords(words *strings.Builder, d units.Diff) {
	for _, name := range d.New {
		fmt.Fprintf(words, "    新增 %s\n", name)
	}
	for _, r := range d.Renamed {
		fmt.Fprintf(words, "    更名 %s → %s\n", r.From, r.To)
	}
	for _, m := range d.Merged {
		fmt.Fprintf(words, "    撤并 %s 并入 %s\n", m.Unit, m.Into)
	}
	for _, c := range d.Changed {
		fmt.Fprintf(words, "    改动 %s：%s\n", c.Unit, c.What)
	}
	if d.Unchanged > 0 {
		fmt.Fprintf(words, "    其余 %d 个单位与单位库一致\n", d.Unchanged)
	}
}

// bracketed is the name of a sheet beside that of its file; a CSV has none.
func bracketed(sheet string) string {
	if sheet == "" {
		return " "
	}
	return "［" + sheet + "］"
}
