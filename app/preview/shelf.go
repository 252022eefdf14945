package preview

import (
	"image"
	"slices"
)

// shelfBytes holds some five A4 pages at 150 dpi: the one looked at, its
// neighbours, and thumbnails.
const shelfBytes = 48 << 20

// place says which picture: of which document, page and width.
type place struct {
	document *Document
	page     int
	wide     int
}

// shelf keeps the pictures used last. It is guarded by the renderer's turn.
type shelf struct {
	room  int // bytes
	taken int
	books []book // the one used last stands at the end
}

type book struct {
	at      place
	picture *image.RGBA
}

func (s *shelf) get(at place) *image.RGBA {
	i := slices.IndexFunc(s.books, func(b book) bool { return b.at == at })
	if i < 0 {
		return nil
	}
	found := s.books[i]
	s.books = append(slices.Delete(s.books, i, i+1), found)
	return found.picture
}

// put makes room by taking away what was used longest ago. A picture larger
// than the whole shelf is not kept.
func (s *shelf) put(at place, picture *image.RGBA) {
	if len(picture.Pix) > s.room {
		return
	}
	for s.taken+len(picture.Pix) > s.room {
		s.taken -= len(s.books[0].picture.Pix)
		s.books = slices.Delete(s.books, 0, 1)
	}
	s.books = append(s.books, book{at, picture})
	s.taken += len(picture.Pix)
}

func (s *shelf) drop(d *Document) {
	s.books = slices.DeleteFunc(s.books, func(b book) bool {
		if b.at.document != d {
			return false
		}
		s.taken -= len(b.picture.Pix)
		return true
	})
}

func (s *shelf) clear() { s.books, s.taken = nil, 0 }
