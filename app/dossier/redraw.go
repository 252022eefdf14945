package dossier

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	_ "image/jpeg" // what scanners and phones write
	_ "image/png"

	"github.com/disintegration/imaging"

	"gongkao/app/paper/pdf"
	"gongkao/app/preview"
	"gongkao/data"
)

const (
	largestPicture = 40_000_000 // points: a small file may claim a gigabyte
	longestSide    = 2340       // points kept: A4 at 200 dpi
	widestPage     = 1654       // points of a PDF's page: A4 at 200 dpi
	scanQuality    = 82         // of JPEG: print of 8 points stays readable
	mostPages      = 30         // of a PDF
)

const (
	jpegType = "image/jpeg"
	pdfType  = "application/pdf"
)

// redrawn is a scan as it is kept.
type redrawn struct {
	content []byte
	kind    string
	pages   int
}

// redraw makes a fresh file of what somebody brought.
func (s *Dossiers) redraw(ctx context.Context, brought []byte) (redrawn, error) {
	if bytes.HasPrefix(bytes.TrimLeft(brought, "\ufeff\r\n\t "), []byte("%PDF-")) {
		return s.redrawPDF(ctx, brought)
	}
	config, _, err := image.DecodeConfig(bytes.NewReader(brought))
	switch {
	case err == image.ErrFormat:
		return redrawn{}, data.Refuse("scan-kind", "", "这个文件不是 JPEG、PNG 图片或 PDF", "请另存为这三种之一；Word 文件请先打印成 PDF")
	case err != nil:
		return redrawn{}, err
	case config.Width*config.Height > largestPicture:
		return redrawn{}, data.Refuse("scan-large", "", fmt.Sprintf("图片有 %d×%d 点，太大", config.Width, config.Height), "请用 200 dpi 重新扫描")
	}
	picture, err := imaging.Decode(bytes.NewReader(brought), imaging.AutoOrientation(true))
	if err != nil {
		return redrawn{}, err
	}
	content, err := encode(imaging.Fit(picture, longestSide, longestSide, imaging.Lanczos))
	return redrawn{content, jpegType, 1}, err
}

// encode writes a JPEG on white, where a PNG may be transparent.
func encode(picture image.Image) ([]byte, error) {
	size := picture.Bounds().Size()
	white := imaging.New(size.X, size.Y, color.White)
	var out bytes.Buffer
	err := imaging.Encode(&out, imaging.OverlayCenter(white, picture, 1), imaging.JPEG, imaging.JPEGQuality(scanQuality))
	return out.Bytes(), err
}

// redrawPDF draws every page and binds the pictures into a PDF of their sizes:
// scripts, attachments and forms stay behind.
func (s *Dossiers) redrawPDF(ctx context.Context, brought []byte) (_ redrawn, err error) {
	pages := s.Pages
	if pages == nil {
		pages = preview.New("")
		defer pages.Close()
	}
	document, err := pages.Open(ctx, brought)
	if err != nil {
		return redrawn{}, err
	}
	defer document.Close()
	n := document.Pages()
	if n == 0 || n > mostPages {
		return redrawn{}, data.Refuse("scan-large", "", fmt.Sprintf("PDF 有 %d 页", n), fmt.Sprintf("请拆成 1 到 %d 页的文件再附上", mostPages))
	}
	sheet := &pdf.Sheet{}
	for i := range n {
		width, height := document.PageSize(i)
		picture, err := document.Page(ctx, i, widestPage)
		if err != nil {
			return redrawn{}, err
		}
		jpeg, err := encode(picture)
		if err != nil {
			return redrawn{}, err
		}
		page := &pdf.Page{Width: width * pdf.MM, Height: height * pdf.MM}
		page.Images = []pdf.Image{{Rect: pdf.Rect{W: page.Width, H: page.Height}, JPEG: jpeg}}
		sheet.Pages = append(sheet.Pages, page)
	}
	var out bytes.Buffer
	err = pdf.Write(&out, sheet, pdf.Info{Title: "扫描件"})
	return redrawn{out.Bytes(), pdfType, n}, err
}
