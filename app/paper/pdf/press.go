package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"sync"
)

// press compresses page contents with one compressor for all pages: gofpdf
// would make a new one (1.2 MB) for each.
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

// page compresses a body that is a plain stream, as page contents are; any
// other is returned as it is.
func (p *press) page(body []byte) []byte {
	const head, begin, end = "<</Length ", ">>\nstream\n", "\nendstream\nendobj\n"
	at := bytes.Index(body[:min(len(body), 64)], []byte(begin))
	if !bytes.HasPrefix(body, []byte(head)) || at < 0 || !bytes.HasSuffix(body, []byte(end)) || bytes.ContainsRune(body[len(head):at], '/') {
		return body
	}
	p.buf.Reset()
	p.zip.Reset(&p.buf)
	// a bytes.Buffer does not fail
	_, _ = p.zip.Write(body[at+len(begin) : len(body)-len(end)])
	_ = p.zip.Close()
	out := fmt.Appendf(make([]byte, 0, p.buf.Len()+96), "<</Filter /FlateDecode /Length %d%s", p.buf.Len(), begin)
	return append(append(out, p.buf.Bytes()...), end...)
}
