package dossier_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkao/app/dossier"
	"gongkao/app/keeping"
	"gongkao/app/paper/pdf"
	"gongkao/data/store"
)

func TestAScanIsKeptSmallUprightAndSealed(t *testing.T) {
	s := newStage(t)
	a := s.undecided(t)
	id := a.Application.ID
	for _, c := range []struct {
		name    string
		content []byte
		want    image.Point
	}{
		{"正面.png", pngOf(t, 300, 200), image.Pt(300, 200)},
		{"手机拍的.jpg", turned(t, jpegOf(t, 320, 200)), image.Pt(200, 320)},
		{"大图.jpg", jpegOf(t, 4680, 1000), image.Pt(2340, 500)},
	} {
		scan, err := s.Attach(bg, id, "certificate", written(t, c.name, c.content))
		must(t, err)
		kept, err := s.Scan(bg, scan.SHA256)
		must(t, err)
		size, kind, err := image.DecodeConfig(bytes.NewReader(kept))
		must(t, err)
		if kind != "jpeg" || size.Width != c.want.X || size.Height != c.want.Y || scan.Bytes != len(kept) || scan.Pages != 1 {
			t.Errorf("%s is kept as %s %d×%d: %+v", c.name, kind, size.Width, size.Height, scan)
		}
		sealed, err := os.ReadFile(store.ScanPath(filepath.Join(s.Office.Folder, "gongkao.db"), scan.SHA256))
		must(t, err)
		if bytes.Contains(sealed, kept[:20]) {
			t.Errorf("%s lies open on the disk", c.name)
		}
	}
	h := s.held(t, a, "certificate")
	if h.Standing != dossier.Scanned || len(h.Document.Scans) != 3 {
		t.Errorf("the document stands as %+v", h)
	}
	must(t, s.Detach(bg, id, "certificate", h.Document.Scans[0].SHA256))
	if got := s.held(t, a, "certificate").Document.Scans; len(got) != 2 {
		t.Errorf("%d scans are left", len(got))
	}
	refused(t, s.Detach(bg, id, "certificate", h.Document.Scans[0].SHA256), "scan-unknown")
}

func TestAPDFIsDrawnAnewPageByPage(t *testing.T) {
	s := newStage(t)
	a := s.undecided(t)
	var file bytes.Buffer
	sheet := &pdf.Sheet{Pages: []*pdf.Page{pdf.Portrait(), pdf.Landscape()}}
	sheet.Pages[0].Rule(20, 20, 190, 20, 1)
	must(t, pdf.Write(&file, sheet, pdf.Info{Title: "证书"}))
	scan, err := s.Attach(bg, a.Application.ID, "id-card", written(t, "证书.pdf", file.Bytes()))
	must(t, err)
	kept, err := s.Scan(bg, scan.SHA256)
	must(t, err)
	if scan.Pages != 2 || scan.Type != "application/pdf" || !bytes.HasPrefix(kept, []byte("%PDF-")) || bytes.Equal(kept, file.Bytes()) {
		t.Errorf("kept as %+v", scan)
	}
}

func TestAFileThatIsNoScanIsRefusedAndNothingIsKept(t *testing.T) {
	s := newStage(t)
	a := s.undecided(t)
	whole := jpegOf(t, 400, 300)
	for _, c := range []struct {
		name, code string
		content    []byte
	}{
		{"名单.xlsx", "scan-kind", []byte("PK\x03\x04 and more")},
		{"空.jpg", "scan-kind", nil},
		{"半张.jpg", "scan-broken", whole[:len(whole)/2]},
		{"吹牛.png", "scan-large", boast(t)},
		{"太大.jpg", "scan-large", bytes.Repeat([]byte{0}, 20<<20+1)},
	} {
		_, err := s.Attach(bg, a.Application.ID, "id-card", written(t, c.name, c.content))
		refused(t, err, c.code)
	}
	_, err := s.Attach(bg, a.Application.ID, "id-card", filepath.Join(t.TempDir(), "没有.jpg"))
	refused(t, err, "file-missing")
	_, err = s.Attach(bg, a.Application.ID, "id-card", t.TempDir())
	refused(t, err, "scan-kind")
	if got := s.held(t, a, "id-card").Document.Scans; len(got) != 0 {
		t.Errorf("kept all the same: %+v", got)
	}
	path := written(t, "证.jpg", whole)
	_, err = s.Attach(bg, a.Application.ID, "id-card", path)
	must(t, err)
	_, err = s.Attach(bg, a.Application.ID, "id-card", path)
	refused(t, err, "scan-twice")
}

func TestBackupsCarryTheScansAndVerifyTellsWhichIsMissing(t *testing.T) {
	s := newStage(t)
	a := s.undecided(t)
	scan, err := s.Attach(bg, a.Application.ID, "id-card", written(t, "证.jpg", jpegOf(t, 60, 40)))
	must(t, err)
	out := filepath.Join(t.TempDir(), "备份.db")
	_, err = keeping.Backup(bg, s.Office.Store, out)
	must(t, err)
	if _, err := os.Stat(store.ScanPath(out, scan.SHA256)); err != nil {
		t.Fatalf("the backup has no scan: %v", err)
	}
	report, err := keeping.Verify(bg, s.Office.Store)
	must(t, err)
	if !report.OK {
		t.Errorf("all is whole: %v", report.Problems)
	}
	must(t, os.Remove(store.ScanPath(s.Office.Store.Path(), scan.SHA256)))
	_, err = s.Scan(bg, scan.SHA256)
	refused(t, err, "scan-missing")
	report, err = keeping.Verify(bg, s.Office.Store)
	must(t, err)
	if report.OK || len(report.Problems) != 1 || !strings.Contains(report.Problems[0], "证.jpg") {
		t.Errorf("a scan is gone: %v", report.Problems)
	}
	if _, err = keeping.Backup(bg, s.Office.Store, filepath.Join(t.TempDir(), "又一份.db")); err != nil {
		t.Errorf("a missing scan must not stop a backup: %v", err)
	}
}

// turned writes into a JPEG that the camera was held upright (EXIF 6).
func turned(t *testing.T, jpeg []byte) []byte {
	t.Helper()
	exif := []byte("Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00")
	length := binary.BigEndian.AppendUint16(nil, uint16(len(exif)+2))
	head := append([]byte{0xFF, 0xD8, 0xFF, 0xE1}, length...)
	return append(append(head, exif...), jpeg[2:]...)
}

// boast is a small PNG that claims to be 30000 points wide and high.
func boast(t *testing.T) []byte {
	t.Helper()
	small := pngOf(t, 10, 10)
	binary.BigEndian.PutUint32(small[16:], 30000)
	binary.BigEndian.PutUint32(small[20:], 30000)
	return fixed(small)
}

// fixed writes the checksum of a PNG's first part anew.
func fixed(file []byte) []byte {
	binary.BigEndian.PutUint32(file[29:], crc32.ChecksumIEEE(file[12:29]))
	return file
}
