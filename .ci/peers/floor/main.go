// Command floor: floor THINGS FONTS OUT.pdf  draws a roster's words and rules with gofpdf alone:
// no wrapping, no fitting, no check whether a font has the character. What is
// beyond the BMP, of which gofpdf dies, becomes 〓. It prints the seconds from the
// first call of gofpdf to the finished file, by the clock and of the processor.
package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/jung-kurt/gofpdf"
)

type thing struct {
	kind    byte
	numbers [5]float64
	face    string
	text    string
}

func main() {
	things := read(os.Args[1])
	begun, worked := time.Now(), processor()
	doc := gofpdf.NewCustom(&gofpdf.InitType{OrientationStr: "L", UnitStr: "mm", SizeStr: "A4"})
	doc.SetAutoPageBreak(false, 0)
	for face, file := range map[string]string{"Song": "NotoSerifSC-Regular.ttf", "Bold": "NotoSerifSC-Bold-core.ttf"} {
		font, err := os.ReadFile(os.Args[2] + "/" + file)
		must(err)
		doc.AddUTF8FontFromBytes(face, "", font)
	}
	draw(doc, things)
	must(doc.OutputFileAndClose(os.Args[3]))
	fmt.Printf("%.3f %.3f\n", time.Since(begun).Seconds(), processor()-worked)
}

func draw(doc *gofpdf.Fpdf, things []thing) {
	width, face, size := 0.0, "", 0.0
	for i := range things {
		t := &things[i]
		n := t.numbers
		switch t.kind {
		case 'P':
			doc.AddPage()
			width, face = 0, ""
		case 'L':
			if n[4] != width {
				width = n[4]
				doc.SetLineWidth(width)
			}
			doc.Line(n[0], n[1], n[2], n[3])
		case 'R':
			doc.Rect(n[0], n[1], n[2], n[3], "F")
		case 'T':
			if t.face != face || n[2] != size {
				face, size = t.face, n[2]
				doc.SetFont(face, "", size)
			}
			doc.Text(n[0], n[1], t.text)
		}
	}
}

func read(file string) (things []thing) {
	all, err := os.ReadFile(file)
	must(err)
	for line := range strings.Lines(string(all)) {
		parts := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		t := thing{kind: parts[0][0]}
		if t.kind == 'T' {
			t.face, t.text = parts[3], strings.Map(plane, parts[5])
			parts = append(parts[1:3:3], parts[4])
		} else {
			parts = parts[1:]
		}
		for i, p := range parts {
			t.numbers[i], err = strconv.ParseFloat(p, 64)
			must(err)
		}
		things = append(things, t)
	}
	return things
}

func plane(r rune) rune {
	switch {
	case r > 0xFFFF:
		return '〓'
	case r == '\u00a0':
		return ' '
	}
	return r
}

// processor is the seconds of processor this program has used.
func processor() float64 {
	var used syscall.Rusage
	must(syscall.Getrusage(syscall.RUSAGE_SELF, &used))
	return time.Duration(used.Utime.Nano() + used.Stime.Nano()).Seconds()
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
