package dossier

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"gongkao/data"
)

const (
	largestFile = 20 << 20 // bytes, of a file somebody brings
	mostScans   = 20       // of one document
)

// Attach keeps a JPEG, PNG or PDF file as a scan of a document. What is kept is
// drawn anew, upright and no larger than paper needs, so that nothing hidden in
// the file comes along. It refuses a file that is not there or cannot be read
// (file-missing, file-unreadable), is too large (scan-large), of another sort
// (scan-kind) or broken (scan-broken), one that is attached already
// (scan-twice), and a twenty-first (scan-many); besides what Note refuses, a
// decision excepted: papers may be added to it.
func (s *Dossiers) Attach(ctx context.Context, id data.ApplicationID, slot, path string) (data.Scan, error) {
	_, held, err := s.held(id, slot)
	if err != nil {
		return data.Scan{}, err
	}
	if len(held.Document.Scans) >= mostScans {
		return data.Scan{}, data.Refuse("scan-many", "", fmt.Sprintf("%s已有 %d 份扫描件", held.Name, mostScans), "请先取下不用的，或合成一个 PDF")
	}
	brought, err := readScan(path)
	if err != nil {
		return data.Scan{}, err
	}
	sheet, err := s.redraw(ctx, brought)
	if err != nil {
		return data.Scan{}, broken(err)
	}
	sum := sha256.Sum256(sheet.content)
	scan := data.Scan{
		SHA256: hex.EncodeToString(sum[:]), Name: data.FirstRunes(filepath.Base(path), 80), Type: sheet.kind,
		Bytes: len(sheet.content), Pages: sheet.pages, At: s.desk.Office.Now(), By: s.desk.Office.Clerk,
	}
	document := held.Document
	if slices.ContainsFunc(document.Scans, func(o data.Scan) bool { return o.SHA256 == scan.SHA256 }) {
		return scan, data.Refuse("scan-twice", "", "这份扫描件已经附在"+held.Name+"上", "请另选文件")
	}
	if err := s.desk.Office.Store.PutScan(scan.SHA256, sheet.content); err != nil {
		return scan, err
	}
	document.Scans = append(slices.Clone(document.Scans), scan)
	return scan, s.put(ctx, document, held.Name+"：附扫描件 "+scan.Name)
}

func readScan(path string) ([]byte, error) {
	there, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, data.RefuseBecause(err, "file-missing", "找不到文件 "+filepath.Base(path), "请检查文件是否还在、U 盘是否接好")
	case err == nil && there.IsDir():
		return nil, data.Refuse("scan-kind", "", filepath.Base(path)+" 是文件夹", "请选里面的一个 JPEG、PNG 或 PDF 文件")
	case err == nil && there.Size() > largestFile:
		return nil, data.Refuse("scan-large", "", fmt.Sprintf("文件有 %d MB，超过 %d MB", there.Size()>>20, largestFile>>20), "请用 200 dpi 灰度或彩色重新扫描")
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, data.RefuseBecause(err, "file-unreadable", "读不了文件 "+filepath.Base(path), "请关闭正在打开它的程序，再试一次")
	}
	return content, nil
}

func broken(err error) error {
	if _, refused := data.AsRefusal(err); refused || errors.Is(err, context.Canceled) {
		return err
	}
	return data.RefuseBecause(err, "scan-broken", "文件打不开，可能没有传完或已损坏", "请重新扫描或重新拷贝这个文件")
}

// Detach takes a scan off a document; its file stays for the history. It refuses
// a scan that is not there (scan-unknown), and what Note refuses.
func (s *Dossiers) Detach(ctx context.Context, id data.ApplicationID, slot, sha256 string) error {
	if err := s.undecided(id); err != nil {
		return err
	}
	_, held, err := s.held(id, slot)
	if err != nil {
		return err
	}
	document := held.Document
	at := slices.IndexFunc(document.Scans, func(o data.Scan) bool { return o.SHA256 == sha256 })
	if at < 0 {
		return data.Refuse("scan-unknown", "", held.Name+"上没有这份扫描件", "请重新打开材料再选")
	}
	name := document.Scans[at].Name
	document.Scans = slices.Delete(slices.Clone(document.Scans), at, at+1)
	return s.put(ctx, document, held.Name+"：取下扫描件 "+name)
}

// Scan returns the content of a scan: a JPEG or a PDF. It refuses what
// store.Scan refuses.
func (s *Dossiers) Scan(_ context.Context, sha256 string) ([]byte, error) {
	return s.desk.Office.Store.Scan(sha256)
}
