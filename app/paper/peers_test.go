package paper

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkao/app/paper/pdf"
)

// .ci/bench-papers asks for them with -peers out/bench-papers -peer-rows 10000.
var (
	peers    = flag.String("peers", "", "write the roster for other programs into this folder")
	peerRows = flag.Int("peer-rows", 40, "of how many people")
)

// Other programs are measured on what ours draws: the same words and rules at
// the same places (roster.things), and the same cells (roster.cells).
func TestPeersGetEveryWordAndRuleOfTheRoster(t *testing.T) {
	folder := *peers
	if folder == "" {
		folder = t.TempDir()
	}
	job := jobFor("roster", crowd(*peerRows)...)
	sheet, _, d, err := papersOf(t).layOut(job)
	if err != nil {
		t.Fatal(err)
	}
	things := writeThings(t, filepath.Join(folder, "roster.things"), sheet)
	words := 0
	for _, p := range sheet.Pages {
		words += len(p.Texts)
	}
	if things["T"] != words || things["P"] != len(sheet.Pages) || things["L"] == 0 || things["R"] == 0 {
		t.Errorf("%v of %d words on %d pages", things, words, len(sheet.Pages))
	}
	if rows := writeCells(t, filepath.Join(folder, "roster.cells"), &job, d); rows != *peerRows {
		t.Errorf("%d rows", rows)
	}
}

// writeThings writes a sheet, a thing a line, its parts parted by tabs, lengths in
// millimetres from the upper left corner: P page, L rule, R filled box, T words.
func writeThings(t *testing.T, name string, s *pdf.Sheet) map[string]int {
	t.Helper()
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	written, out := map[string]int{}, bufio.NewWriter(f)
	thing := func(kind string, parts ...any) {
		written[kind]++
		_, _ = fmt.Fprintln(out, kind+"\t"+strings.ReplaceAll(strings.TrimSuffix(fmt.Sprintln(parts...), "\n"), " ", "\t")) // Flush tells
	}
	for _, p := range s.Pages {
		thing("P", p.Width, p.Height)
		for _, l := range p.Lines {
			thing("L", l.X1, l.Y1, l.X2, l.Y2, l.Width)
		}
		for _, block := range p.Blocks {
			for _, r := range block {
				thing("R", r.X, r.Y, r.W, r.H)
			}
		}
		for _, w := range p.Texts {
			thing("T", w.X, w.Y, w.Face, w.Size, strings.ReplaceAll(w.Text, " ", "\u00a0"))
		}
	}
	if err := out.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return written
}

// writeCells writes the cells of the table, a row a line, parted by tabs.
func writeCells(t *testing.T, name string, job *Job, d *definition) (rows int) {
	t.Helper()
	var out strings.Builder
	for i := range job.Entries {
		var cells []string
		for _, c := range d.Table.Column {
			cells = append(cells, c.Text.of(&view{job: job, paper: d, entry: &job.Entries[i], number: i + 1}))
		}
		out.WriteString(strings.Join(cells, "\t") + "\n")
		rows++
	}
	if err := os.WriteFile(name, []byte(out.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return rows
}
