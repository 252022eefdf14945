package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"sync"
)

// press compresses streams with one compressor for all of them: gofpdf would
// make a new one (1.2 MB) for each page.
type press struct {
	zip *zlib.Writer
	buf bytes.Buffer
}

// presses are kept for the next document.
var presses = sync.Pool{New: func() any {
	p := &press{}
	// the level is valid, so this does not fail
	p.zip, _ = zlib.NewWriterLevel(&p.buf, zlib.BestSpeed)
	return p
}}

// stream returns the body of an object that holds content, compressed; more
// are further entries of its dictionary.
func (p *press) stream(content []byte, more string) []byte {
	p.buf.Reset()
	p.zip.Reset(&p.buf)
	// a bytes.Buffer does not fail
	_, _ = p.zip.Write(content)
	_ = p.zip.Close()
	out := fmt.Appendf(make([]byte, 0, p.buf.Len()+96), "<</Filter /FlateDecode /Length %d%s>>\nstream\n", p.buf.Len(), more)
	return append(append(out, p.buf.Bytes()...), "\nendstream\nendobj\n"...)
}
