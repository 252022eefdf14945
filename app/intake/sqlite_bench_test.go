package intake_test

import (
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"gongkao/app/sheets/grid"
)

// BenchmarkSQLiteImport10000 is the yardstick of BenchmarkImport10000: what
// sqlite3 itself needs for the same rows as CSV into one table without checks,
// sealing or history.
func BenchmarkSQLiteImport10000(b *testing.B) {
	program, err := exec.LookPath("sqlite3")
	if err != nil {
		b.Fatal("sqlite3 is missing: run make bench, which installs it")
	}
	rows := asCSV(b, rosterOf(b, 10_000))
	for b.Loop() {
		b.StopTimer()
		file := filepath.Join(b.TempDir(), "rows.db")
		b.StartTimer()
		out, err := exec.Command(program, file, "PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", ".import --csv "+rows+" people").CombinedOutput()
		if err != nil {
			b.Fatalf("%v\n%s", err, out)
		}
	}
}

func asCSV(b *testing.B, roster string) string {
	b.Helper()
	book, err := grid.Read(roster)
	if err != nil {
		b.Fatal(err)
	}
	path := filepath.Join(b.TempDir(), "rows.csv")
	file, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	w := csv.NewWriter(file)
	header := book.Sheets[0].Rows[0]
	for _, row := range book.Sheets[0].Rows {
		if len(row.Cells) > len(header.Cells) {
			header = row
		}
	}
	for _, row := range book.Sheets[0].Rows {
		texts := make([]string, len(header.Cells))
		for i := range texts {
			texts[i] = row.At(i).Text
		}
		if err := w.Write(texts); err != nil {
			b.Fatal(err)
		}
	}
	w.Flush()
	if err := file.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}
