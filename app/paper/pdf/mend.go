package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"regexp"
	"sort"
	"strconv"

	"gongkao/data/spread"
)

// object is one numbered object of the file gofpdf wrote, without its "n 0
// obj" line.
type object struct {
	number int
	body   []byte
}

// mend rewrites the file gofpdf made, object by object: the real fonts take the
// place of the seeds, photos get an order that does not depend on chance, and
// the catalogue asks the printer not to scale the millimetres away.
func mend(w io.Writer, raw []byte, sheet *Sheet, l *letters, info Info) error {
	objects, err := readObjects(raw)
	if err != nil {
		return err
	}
	press := presses.Get().(*press)
	defer presses.Put(press)
	orderImages(objects)
	for i, e := range l.fonts {
		if err := mendFont(objects, familyName(i), e, press); err != nil {
			return err
		}
	}
	catalog := &objects[len(objects)-1]
	catalog.body = mendCatalog(catalog.body, info)
	pages, err := contentsOf(objects, sheet)
	if err != nil {
		return err
	}
	written := writePages(objects, pages, l)
	return writeObjects(w, objects, func(o object) []byte {
		if page := written[o.number-1]; page != nil {
			return page
		}
		return o.body
	})
}

// writePages returns the body of each object that holds the contents of a page, and
// nil for the others; the pages are written and compressed on all processors.
func writePages(objects []object, pages map[int]*Page, l *letters) [][]byte {
	written := make([][]byte, len(objects))
	spread.Over(len(objects), func(from, to int) struct{} {
		press, pen := presses.Get().(*press), &pen{letters: l}
		defer presses.Put(press)
		for i := from; i < to; i++ {
			if page := pages[objects[i].number]; page != nil {
				written[i] = press.stream(pen.page(plainStream(objects[i].body), page), "")
			}
		}
		return struct{}{}
	})
	return written
}

// contentsOf finds which object holds the contents of which page.
func contentsOf(objects []object, sheet *Sheet) (map[int]*Page, error) {
	pages := map[int]*Page{}
	for _, o := range objects {
		if !bytes.HasPrefix(o.body, []byte("<</Type /Page\n")) {
			continue
		}
		m := contentsRef.FindSubmatch(o.body)
		if m == nil || len(pages) == len(sheet.Pages) {
			return nil, errForeign
		}
		n, _ := strconv.Atoi(string(m[1]))
		pages[n] = sheet.Pages[len(pages)]
	}
	if len(pages) != len(sheet.Pages) {
		return nil, errForeign
	}
	return pages, nil
}

// plainStream returns what stands in an uncompressed stream.
func plainStream(body []byte) []byte {
	_, content, _ := bytes.Cut(body, []byte("\nstream\n"))
	content, _, _ = bytes.Cut(content, []byte("\nendstream\n"))
	return append(content[:len(content):len(content)], '\n')
}

var (
	crossReference = regexp.MustCompile(`startxref\n(\d+)\n%%EOF\s*$`)
	objectHead     = regexp.MustCompile(`^\d+ 0 obj\n`)
	contentsRef    = regexp.MustCompile(`/Contents (\d+) 0 R`)
	imageName      = regexp.MustCompile(`(?m)^/I([0-9a-f]+) (\d+) 0 R$`)
)

var errForeign = fmt.Errorf("pdf: the file gofpdf wrote is not laid out as expected")

// readObjects takes the objects apart by the table of offsets. The i-th of the
// result is object i+1.
func readObjects(raw []byte) ([]object, error) {
	m := crossReference.FindSubmatch(raw[max(0, len(raw)-64):])
	if m == nil {
		return nil, errForeign
	}
	table, _ := strconv.Atoi(string(m[1]))
	lines := bytes.Split(raw[table:], []byte("\n"))
	var count int
	if _, err := fmt.Sscanf(string(lines[1]), "0 %d", &count); err != nil || len(lines) < count+2 {
		return nil, errForeign
	}
	offsets := make([]int, count)
	sorted := []int{table}
	for i := 1; i < count; i++ {
		offsets[i], _ = strconv.Atoi(string(lines[i+2][:10]))
		sorted = append(sorted, offsets[i])
	}
	sort.Ints(sorted)
	objects := make([]object, 0, count-1)
	for i := 1; i < count; i++ {
		end := sorted[sort.SearchInts(sorted, offsets[i]+1)]
		whole := raw[offsets[i]:end]
		head := objectHead.Find(whole)
		if head == nil {
			return nil, errForeign
		}
		objects = append(objects, object{i, whole[len(head):]})
	}
	return objects, nil
}

// orderImages sorts the photos by their names, which are hashes of their
// contents. gofpdf sorts them by width only, and all photos are equally wide.
// Resources are object 2.
func orderImages(objects []object) {
	resources := objects[1].body
	found := imageName.FindAllSubmatch(resources, -1)
	numbers := map[string]int{}
	for _, m := range found {
		numbers[string(m[1])], _ = strconv.Atoi(string(m[2]))
	}
	names := make([]string, 0, len(numbers))
	places := make([]int, 0, len(numbers))
	for name, n := range numbers {
		names, places = append(names, name), append(places, n)
	}
	sort.Strings(names)
	sort.Ints(places)
	bodies := map[string][]byte{}
	for name, n := range numbers {
		bodies[name] = objects[n-1].body
	}
	where := map[string]int{}
	for i, name := range names {
		objects[places[i]-1].body = bodies[name]
		where[name] = places[i]
	}
	seen := map[string]bool{}
	objects[1].body = imageName.ReplaceAllFunc(resources, func(line []byte) []byte {
		name := string(imageName.FindSubmatch(line)[1])
		if seen[name] { // one photo used twice is listed twice
			return nil
		}
		seen[name] = true
		return fmt.Appendf(nil, "/I%s %d 0 R", name, where[name])
	})
}

// mendCatalog adds what gofpdf cannot say: the language, the real title in the
// window, printing in true size and on both sides.
func mendCatalog(body []byte, info Info) []byte {
	const head = "<<\n/Type /Catalog\n"
	if !bytes.HasPrefix(body, []byte(head)) {
		return body
	}
	preferences := "/DisplayDocTitle true /PrintScaling /None"
	if info.Duplex {
		preferences += " /Duplex /DuplexFlipLongEdge"
	}
	return append(fmt.Appendf(nil, "%s/Lang (zh-CN)\n/ViewerPreferences <<%s>>\n", head, preferences), body[len(head):]...)
}

// writeObjects writes the file anew, with its table of offsets and an identity
// made from the contents. final gives each object its last form.
func writeObjects(w io.Writer, objects []object, final func(object) []byte) error {
	// The four bytes above 127 tell transfer programs that the file is binary.
	out := counter{w: w}
	out.print("%PDF-1.7\n%\xE4\xBA\xBA\xE5\n")
	offsets := make([]int, len(objects))
	sum := sha256.New()
	for i, o := range objects {
		offsets[i] = out.n
		out.print(fmt.Sprintf("%d 0 obj\n", o.number))
		body := final(o)
		out.write(body)
		sum.Write(body)
	}
	table := out.n
	out.print(fmt.Sprintf("xref\n0 %d\n0000000000 65535 f \n", len(objects)+1))
	for _, at := range offsets {
		out.print(fmt.Sprintf("%010d 00000 n \n", at))
	}
	id := sum.Sum(nil)[:16]
	out.print(fmt.Sprintf("trailer\n<<\n/Size %d\n/Root %d 0 R\n/Info %d 0 R\n/ID [<%x> <%x>]\n>>\nstartxref\n%d\n%%%%EOF\n",
		len(objects)+1, len(objects), len(objects)-1, id, id, table))
	return out.err
}

// counter counts what it writes and keeps the first error.
type counter struct {
	w   io.Writer
	n   int
	err error
}

func (c *counter) write(b []byte) {
	if c.err != nil {
		return
	}
	n, err := c.w.Write(b)
	c.n, c.err = c.n+n, err
}

func (c *counter) print(s string) { c.write([]byte(s)) }
