package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"gongkao/data"
	"gongkao/data/disk"
)

// Scans of documents are files beside the database, in scans/ab/abcd…: sealed
// like every record, named by the hash of their content, never changed and never
// taken away, so that any entry of the history still finds its own.

// scanFolder is where they lie, beside the data file or a backup of it.
const scanFolder = "scans"

// ScanPath returns where the scan of that hash lies for a data file at path.
func ScanPath(path, sha256 string) string {
	if len(sha256) < 2 {
		sha256 = "00" + sha256
	}
	return filepath.Join(filepath.Dir(path), scanFolder, sha256[:2], sha256)
}

// scanID binds a sealed scan to its hash.
func scanID(sha256 string) string { return "scan/" + sha256 }

// PutScan keeps the content of a scan. It is on the disk when PutScan returns; a
// record that names it is to be written afterwards.
func (s *Store) PutScan(sha256 string, content []byte) error {
	keys, _ := s.unlocked()
	if keys == nil {
		return errLocked()
	}
	path := ScanPath(s.path, sha256)
	if _, err := s.Scan(sha256); err == nil {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(path), disk.FolderMode); err != nil {
		return disk.Explain(err)
	}
	return disk.Explain(disk.Replace(path, keys.Seal(data.KindDocument, scanID(sha256), content)))
}

// Scan returns the content of a scan. It refuses one whose file is not there
// (scan-missing) or was altered (record-damaged).
func (s *Store) Scan(sha256 string) ([]byte, error) {
	keys, _ := s.unlocked()
	if keys == nil {
		return nil, errLocked()
	}
	sealed, err := os.ReadFile(ScanPath(s.path, sha256))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, data.RefuseBecause(err, "scan-missing", "这份扫描件的文件不见了", "请从备份旁边的 scans 文件夹拷回数据文件夹，或重新扫描后附上")
	case err != nil:
		return nil, disk.Explain(err)
	}
	content, err := keys.Open(data.KindDocument, scanID(sha256), sealed)
	if err != nil {
		return nil, data.RefuseBecause(err, "record-damaged", "这份扫描件的文件已损坏", "请从备份旁边的 scans 文件夹拷回同名文件，或重新扫描后附上")
	}
	return content, nil
}

// Scans returns every scan that a document has now, each once.
func (r *Reader) Scans() (found []data.Scan, err error) {
	seen := map[string]bool{}
	err = eachOf(r, documents, func(d data.Document) {
		for _, s := range d.Scans {
			if !seen[s.SHA256] {
				seen[s.SHA256] = true
				found = append(found, s)
			}
		}
	})
	return found, err
}
