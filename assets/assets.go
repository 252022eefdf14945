// Package assets holds the files that people may change without touching Go:
// the policy year, its list of documents, the archive list, code tables, papers and fonts. They are embedded, so the
// program is one file; an office's own copies beside its database win.
package assets

import (
	"bytes"
	"compress/gzip"
	"embed"
	"fmt"
	"io"
	"sync"
)

// Files holds policy/, dossier/, holidays/, results/, codes/ and of papers/ the
// definitions, without the goldens that tests hold beside them.
//
//go:embed policy dossier holidays results codes papers/house.toml papers/*/paper.toml
var Files embed.FS

// Icons holds icons/: the signs of the screens, drawn in black on a grid of 16,
// and the program's own icon.
//
//go:embed icons
var Icons embed.FS

// Song, for paper; Song Bold, for titles; Hei, for screens and headings; Hei
// Bold (SemiBold 600), for screens only.
var (
	//go:embed fonts/NotoSerifSC-Regular.ttf
	Song []byte
	//go:embed fonts/NotoSerifSC-Bold-core.ttf
	SongBold []byte
	//go:embed fonts/NotoSansSC-Regular.ttf
	Hei []byte
	//go:embed fonts/NotoSansSC-SemiBold-core.ttf
	HeiBold []byte
	//go:embed fonts/HanaMinB-rare.ttf.gz
	rareGzip []byte
)

// Rare returns the last-resort font of rare hanzi. It is unpacked (30 MB, a
// quarter of a second) when it is first asked for, which most offices never do.
var Rare = sync.OnceValues(func() ([]byte, error) {
	packed, err := gzip.NewReader(bytes.NewReader(rareGzip))
	if err != nil {
		return nil, fmt.Errorf("assets: rare font: %w", err)
	}
	return io.ReadAll(packed)
})
