package grid

import (
	"fmt"
	"testing"
)

// oldRoster is an .xls of n people in 20 columns: 15 shared texts, two thirds of
// them different, three numbers and two dates.
func oldRoster(n int) []byte {
	shared := rec(recSST, uint32(n*10), uint32(n*10))
	var piece, cells []byte
	for i := range n {
		for c := range 10 {
			if piece = append(piece, oldString(fmt.Sprintf("罗山县实验幼儿园%d-%d", c, i))...); len(piece) > 8000 {
				shared, piece = append(shared, rec(recContinue, piece)...), nil
			}
		}
		for c := range 15 {
			cells = append(cells, rec(recLabelSST, i, c, 0, uint32(i*10+c%10))...)
		}
		for c := range 3 {
			cells = append(cells, rec(recRK, i, 15+c, 3, uint32(i<<2|2))...)
		}
		cells = append(append(cells, rec(recNumber, i, 18, 1, 36008.0)...), rec(recNumber, i, 19, 2, 36008.0)...)
	}
	global := append(append([]byte{}, formatsOfOld...), append(shared, rec(recContinue, piece)...)...)
	stream := oldStream(global, cells)
	return oldWorkbook(stream, len(stream))
}

func BenchmarkDecodeOld10000(b *testing.B) {
	content := oldRoster(10_000)
	b.ReportAllocs()
	for b.Loop() {
		book, err := Decode("名册.xls", content)
		if err != nil || len(book.Sheets[0].Rows) != 10_000 || len(book.Sheets[0].Rows[9_999].Cells) != 20 {
			b.Fatal(err)
		}
	}
}
