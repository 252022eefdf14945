package grid

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"gongkao/data"
)

// What a file may cost before it is read or refused. The program asks 2 seconds
// of itself; the test is generous, since a busy or slow machine is no defect.
const (
	costTime   = 10 * time.Second
	costMemory = 300 << 20
)

// unread and tooBig are the codes of most.
const unread, tooBig = "file-unreadable", "file-too-large"

// hostile is a file made to harm.
type hostile struct {
	name, code string // "" when it is read all the same
	make       func(t *testing.T) []byte
}

func cheap(t *testing.T, all []hostile) {
	t.Helper()
	for _, h := range all {
		code, took, memory := cost(t, h.make(t))
		t.Logf("%-32s %-15s %5.2f s %4d MB", h.name, code, took.Seconds(), memory>>20)
		if code != h.code || took > costTime || memory > costMemory {
			t.Errorf("%s: %q after %v with %d MB; want %q", h.name, code, took, memory>>20, h.code)
		}
	}
}

// text makes a file of a text.
func text(s string) func(*testing.T) []byte { return func(*testing.T) []byte { return []byte(s) } }

// much repeats a text up to 24 MB, behind a beginning. Twice as much costs no
// more where a limit stops it.
func much(begin, s string) func(*testing.T) []byte {
	return func(*testing.T) []byte { return []byte(begin + strings.Repeat(s, 24<<20/len(s))) }
}

func TestHostileTextsAreCheap(t *testing.T) {
	cheap(t, []hostile{
		{"200 MB", tooBig, func(*testing.T) []byte { return make([]byte, 200<<20) }},
		{"49 MB on one line", tooBig, text(strings.Repeat("x", 49<<20))},
		{"one quoted cell", tooBig, much(`"`, strings.Repeat("x", 99)+"\n")},
		{"line ends", tooBig, much("x", "\n")},
		{"commas without pair of marks", tooBig, much("\"x\n", strings.Repeat(",", 45)+"\n")},
		{"cells without end", tooBig, much("", strings.Repeat("\xd5\xc5,", 80)+"\n")},
		{"UTF-16", tooBig, much("\xff\xfe", "\x20\x5f,\x00\n\x00")},
	})
}

func TestHostilePagesAreCheap(t *testing.T) {
	const letter = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n"
	cheap(t, []hostile{
		{"100,000 nested tables", unread, text(strings.Repeat("<table><tr><td>", 100_000))},
		{"colspan, rowspan", "", text("<table><tr><td colspan=999999999 rowspan=999999999>x<td>y")},
		{"spans in every row", tooBig, much("<table>", "<tr><td colspan=256 rowspan=2>x")},
		{"empty cells", tooBig, much("<table><tr>", "<td>")},
		{"cells without end", tooBig, much("<table>", "<tr>"+strings.Repeat("<td>x", 250))},
		{"one text", tooBig, much("<table><tr><td>", "x")},
		{"one attribute", tooBig, much("<table a='", "x")},
		{"attributes", tooBig, much("<table ", "a ")},
		{"empty XML rows", tooBig, much(xmlBookHead+"<Worksheet><Table>", "<Row/>")},
		{"deep XML", tooBig, much(xmlBookHead+"<Worksheet><Table>", "<a>")},
		{"entities of entities", tooBig, much(`<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><!DOCTYPE a [`, `<!ENTITY b "&a;&a;">`)},
		{"entity used", unread, text(`<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "x">]><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet>&b;`)},
		{"parts without end", tooBig, much(letter+"\r\n", "--x\r\nContent-Type: text/html\r\n\r\n<table><tr><td>x\r\n")},
		{"head without end", unread, much(letter, "A: b\r\n")},
	})
}

// ring makes a compound file whose sectors lead in rings: those of its stream,
// which claims a size, or those that spoil sets.
func ring(size int, spoil func(m *compoundMaker, stream, directory uint32)) func(*testing.T) []byte {
	return func(*testing.T) []byte {
		m := &compoundMaker{shift: 9}
		stream := m.add(make([]byte, 4096))
		directory := m.add(append(dirEntry("Root Entry", 5, 1, stream, 4096), dirEntry("Workbook", 2, noSector, stream, size)...))
		spoil(m, stream, directory)
		return m.file(directory)
	}
}

// head sets a number in the head of a compound file.
func head(content []byte, at int, value uint32) []byte {
	binary.LittleEndian.PutUint32(content[at:], value)
	return content
}

// muchOld makes an .xls that repeats a record up to 24 MB, before its sheets or
// in its sheet.
func muchOld(inSheet bool, begin, again []byte) func(*testing.T) []byte {
	return func(*testing.T) []byte {
		all := append(bytes.Clone(begin), bytes.Repeat(again, 24<<20/len(again))...)
		stream := oldStream(all, nil)
		if inSheet {
			stream = oldStream(nil, all)
		}
		return oldWorkbook(stream, len(stream))
	}
}

func TestHostileOldWorkbooksAreCheap(t *testing.T) {
	none := func(*compoundMaker, uint32, uint32) {}
	shared := rec(recSST, uint32(1), uint32(1))
	cheap(t, []hostile{
		{"ring of sectors", unread, ring(5000, func(m *compoundMaker, s, _ uint32) { m.fat[s+7] = s })},
		{"ring that claims 2 GB", unread, ring(1<<31-1, func(m *compoundMaker, s, _ uint32) { m.fat[s+7] = s })},
		{"ring of the directory", unread, ring(4096, func(m *compoundMaker, _, d uint32) { m.fat[d] = d })},
		{"ring of the table", unread, func(t *testing.T) []byte {
			content := ring(4096, none)(t)
			return head(head(head(content, 68, 0), 72, 1<<30), 512+508, 0)
		}},
		{"ring of small sectors", unread, func(t *testing.T) []byte { return head(ring(4000, none)(t), 60, 0) }},
		{"directory of 400,000", tooBig, func(*testing.T) []byte {
			m := &compoundMaker{shift: 12}
			return m.file(m.add(bytes.Repeat(dirEntry("甲", 2, noSector, 0, 5000), 400_000)))
		}},
		{"4 billion texts claimed", "", oldFile(rec(recSST, uint32(0xFFFFFFFF), uint32(0xFFFFFFFF), "甲"), rec(recLabelSST, 0, 0, 0, uint32(0)))},
		{"empty texts", tooBig, muchOld(false, shared, rec(recContinue, make([]byte, 8100)))},
		{"texts of one letter", tooBig, muchOld(false, shared, rec(recContinue, bytes.Repeat([]byte{1, 0, 0, 0xE9}, 2000)))},
		{"formats", "", muchOld(false, nil, rec(recFormat, 164, strings.Repeat("[红]", 1300)))},
		{"styles", "", muchOld(false, nil, rec(recXF, 0, 0))},
		{"text that goes on in nothing", "", muchOld(true, rec(recLabel, 0, 0, 0, 60000, byte(1)), rec(recContinue))},
		{"rows at IV", tooBig, func(*testing.T) []byte {
			var cells []byte
			for row := range 65_536 {
				cells = append(cells, rec(recRK, row, 255, 0, uint32(6))...)
			}
			stream := oldStream(nil, cells)
			return oldWorkbook(stream, len(stream))
		}},
		{"merged over everything", "", muchOld(true, rec(recRK, 0, 0, 0, uint32(6)), rec(recMerged, 1, 0, 65535, 0, 255))},
		{"1,000 sheets at one place", unread, func(*testing.T) []byte {
			stream := oldSheets(nil, strings.Split(strings.Repeat("甲 ", 999)+"甲", " "), bytes.Repeat(rec(0x0201, 0, 0, 0), 4<<20))
			return oldWorkbook(stream, len(stream))
		}},
	})
}

// oldFile makes an .xls of these records.
func oldFile(global, sheet []byte) func(*testing.T) []byte {
	return func(*testing.T) []byte {
		stream := oldStream(global, sheet)
		return oldWorkbook(stream, len(stream))
	}
}

func TestHostileWorkbooksAreCheap(t *testing.T) {
	sheet := func(s string) string { return `<worksheet><sheetData>` + s + `</sheetData></worksheet>` }
	sameSheets := `<workbook><sheets>` + strings.Repeat(`<sheet name="表" id="s1"/>`, 500) + `</sheets></workbook>`
	parts := func(worksheet string, others map[string]string) func(*testing.T) []byte {
		return func(t *testing.T) []byte { return workbookOf(t, worksheet, others) }
	}
	const below = 8<<20 - 500 // what is let through whatever its ratio
	cheap(t, []hostile{
		{"empty cells over and over", tooBig, parts(sheet("<row>"+strings.Repeat("<c/>", below/4)), map[string]string{"xl/workbook.xml": sameSheets})},
		{"one cell over and over", tooBig, parts(sheet("<row>"+strings.Repeat(`<c r="A1"><v>1</v></c>`, below/22)), map[string]string{"xl/workbook.xml": sameSheets})},
		{"sheets and relations", tooBig, parts("", map[string]string{"xl/workbook.xml": `<workbook>` + strings.Repeat(`<sheet id="x"/>`, below/15),
			"xl/_rels/workbook.xml.rels": `<Relationships>` + strings.Repeat(`<Relationship/>`, below/15) + `</Relationships>`})},
		{"merged over everything", "", parts(sheet(`<row><c><v>1</v></c></row><row/>`)+`<mergeCell ref="A1:XFD1048576"/>`, nil)},
		{"merged over and over", tooBig, parts(`<worksheet><sheetData>`+strings.Repeat(`<row><c><v>1</v></c><c><v>2</v></c></row>`, 1000)+`</sheetData>`+
			strings.Repeat(`<mergeCell ref="A1:XFD1048576"/>`, 30_000), nil)},
		{"path tricks", "", parts(sheet(`<row><c><v>1</v></c></row>`), map[string]string{"../../../etc/passwd": "x", `..\..\windows\x`: "x", "C:/x": "x"})},
		{"zip in a zip", unread, func(t *testing.T) []byte {
			return zipOf(t, map[string]string{"名册.xlsx": string(workbookOf(t, sheet(""), nil))})
		}},
	})
}

// cost reads a file in a process of its own and returns the code of the refusal
// ("" when it was read) with what it took: time of the processor, since other
// programs may be at work, and memory.
func cost(t *testing.T, content []byte) (code string, took time.Duration, memory uint64) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "名册.xls")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	child := exec.Command(os.Args[0], "-test.run=^TestReadingInAProcessOfItsOwn$")
	child.Env = append(os.Environ(), "GRID_READS="+path)
	out, err := child.CombinedOutput()
	line := ""
	for l := range strings.Lines(string(out)) {
		if rest, ok := strings.CutPrefix(l, "read:"); ok {
			line = rest
		}
	}
	if _, scanned := fmt.Sscanf(line, "%d %d %q", &took, &memory, &code); err != nil || scanned != nil {
		t.Fatalf("%v, %v: %s", err, scanned, out[:min(len(out), 2000)])
	}
	return code, child.ProcessState.UserTime() + child.ProcessState.SystemTime(), memory
}

// TestReadingInAProcessOfItsOwn is the other side of cost: alone, it reads a
// small file.
func TestReadingInAProcessOfItsOwn(t *testing.T) {
	path := os.Getenv("GRID_READS")
	if path == "" {
		path = filepath.Join(samples, "05-two-sheets.xls")
	}
	begun := time.Now()
	_, err := Read(path)
	took := time.Since(begun)
	code := ""
	if err != nil {
		refusedProperly(t, err)
		refusal, _ := data.AsRefusal(err)
		code = refusal.Code
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Printf("\nread:%d %d %q\n", took, m.Sys, code)
}
