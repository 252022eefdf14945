package sheets

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gongkao/app/sheets/grid"
	"gongkao/data"
)

// fullRoster has a column for every field and nobody's columns between; two people.
func fullRoster() (heads []any, rows [][]any) {
	heads = []any{"姓名", "身份证号", "性别", "出生年月", "民族", "学历", "政治面貌", "电话", "工作单位", "参加工作年月", "现工种", "现等级", "取得时间", "证书编号",
		"申报工种", "申报等级", "申报途径", "2024年度考核", "2025年度考核", "业绩", "备注", "序号", "爱好", "年龄"}
	for n := range 2 {
		id := person(n*2 + 1)[1]
		rows = append(rows, []any{"张伟", id, "男", "1980.01", "汉族", "大专", "群众", 13800000000, "罗山县实验幼儿园", 199807, "保育员", "四级", "2015.10", "0816001",
			"护理员", "高级工", "晋级", "合格", "优秀", "先进", "无", n + 1, "钓鱼", 46})
	}
	return heads, rows
}

func TestAnyArrangementOfColumnsGivesTheSameRecords(t *testing.T) {
	heads, rows := fullRoster()
	want := understood(t, bookOf(append([][]any{heads}, rows...)...)).Accepted
	if len(want) != 2 {
		t.Fatalf("accepted %d", len(want))
	}
	rapid.Check(t, func(t *rapid.T) {
		order := rapid.Permutation(indexes(len(heads))).Draw(t, "order")
		var moved [][]any
		for _, row := range append([][]any{heads}, rows...) {
			var out []any
			for _, column := range order {
				out = append(out, row[column])
			}
			moved = append(moved, out)
		}
		reading, err := Understand(bookOf(moved...), Knowledge{Codes: countyCodes{}, Units: kindergarten()})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, reading.Sheets[0].Accepted); diff != "" {
			t.Fatal(diff)
		}
	})
}

func indexes(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

// anyCell draws what may stand in a cell of a roster.
func anyCell(t *rapid.T) any {
	switch rapid.IntRange(0, 5).Draw(t, "kind") {
	case 0:
		return person(rapid.IntRange(1, 9).Draw(t, "who"))[1]
	case 1:
		return rapid.SampledFrom([]any{1, 2025, 13800000000, 411521198001010010.0, 1975.2, 36008}).Draw(t, "number")
	case 2:
		return nil
	}
	return rapid.SampledFrom([]any{"张伟", "合计", "小 计", "注：请填写", "单位：罗山县教育体育局", "填表人：", "姓名", "身份证号", "序号", "申报工种", "护理员", "三级", "—", "无",
		"花名册", "以下空白", "2026年3月1日", "本表一式三份，各存一份", "罗山县实验幼儿园", "审核人（签字）", "13800000000"}).Draw(t, "text")
}

func TestNobodyWithAnIDNumberIsSkippedAndNoRowIsLost(t *testing.T) {
	heads := []any{"序号", "姓名", "身份证号", "工作单位", "申报工种", "申报等级"}
	rapid.Check(t, func(t *rapid.T) {
		rows := [][]any{heads}
		for range rapid.IntRange(1, 12).Draw(t, "rows") {
			var row []any
			for range rapid.IntRange(1, 7).Draw(t, "cells") {
				row = append(row, anyCell(t))
			}
			rows = append(rows, row)
		}
		book := bookOf(rows...)
		reading, err := Understand(book, Knowledge{Codes: countyCodes{}, Units: kindergarten()})
		if err != nil {
			t.Fatal(err)
		}
		accountedFor(t, book, reading)
	})
}

// accountedFor checks that every row of the first sheet is a head, is skipped, waits
// or is accepted, each once, and that no skipped row has an ID number in its column.
func accountedFor(t interface{ Fatalf(string, ...any) }, book *grid.Book, reading *Reading) {
	rows := map[int]grid.Row{}
	for _, row := range book.Sheets[0].Rows {
		rows[row.Number] = row
	}
	taken := map[int]string{}
	take := func(row int, as string) {
		if before, twice := taken[row]; twice {
			t.Fatalf("row %d is taken as %s and as %s", row, before, as)
		}
		taken[row] = as
	}
	for _, s := range reading.Sheets {
		for _, a := range s.Accepted {
			take(a.Row, "accepted")
		}
		for _, w := range s.Waiting {
			take(w.Row, "waiting")
		}
		for _, skipped := range s.SkippedRows {
			take(skipped.Row, "skipped: "+skipped.Why)
			column, ok := columnOf(s.Columns["id_number"])
			if id := rows[skipped.Row].At(column).Text; ok && skipped.Row > s.HeaderRow && data.ReadID(id, countyCodes{}.Region).Valid() {
				t.Fatalf("row %d with ID number %s is skipped as %s", skipped.Row, id, skipped.Why)
			}
		}
		if s.Skipped != len(s.SkippedRows) {
			t.Fatalf("%d rows are said to be skipped, %d are listed", s.Skipped, len(s.SkippedRows))
		}
	}
	heads := 0
	for number := range rows {
		if _, ok := taken[number]; !ok {
			heads++
		}
	}
	if heads < len(reading.Sheets) || heads > highestHead*len(reading.Sheets) {
		t.Fatalf("%d rows are neither people nor skipped, with %d heads: %v", heads, len(reading.Sheets), fmt.Sprint(taken))
	}
}
