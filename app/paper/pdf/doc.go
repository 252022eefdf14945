// Package pdf sets Chinese type and writes PDF. It is the only package that
// knows gofpdf, whose handling of Chinese loses characters and panics, so
// nothing of gofpdf's own text code is used: strings are cleaned (Clean),
// measured (Face.Width), wrapped (Face.Wrap) and fitted (Style.Fit) here, the
// result is a Sheet of things placed in millimetres, and Write turns a Sheet
// into a file. Each file carries small fonts made of the glyphs it uses, so
// that 𬱖 prints and can be searched like any other character, and the same
// Sheet gives the same bytes.
//
// Song, Song Bold and Hei are embedded in the program. 仿宋 and 楷体 are Windows'
// own (Face.Missing says where they are not, and Song stands in); under the
// build tag ci no font of the system is ever opened.
//
// Most callers need Style.Fit and Write. A character that no font has is
// printed as 〓 and reported by Clean: never a silent box.
package pdf
