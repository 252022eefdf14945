package photos

import (
	"archive/zip"
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"gongkao/data"
)

// Limits of what is brought. A telephone's picture has 5 MB, a county 5,000 people.
const (
	largestFile  = 20 << 20 // bytes of one picture
	mostPictures = 20_000
	mostBytes    = 8 << 30 // of all pictures
	deepest      = 4       // folders within each other
)

// Source is an opened folder or zip, or one picture.
type Source struct {
	Name  string // of the folder or file
	files []file
	close func() error
}

// file is one of a source: what it is called, and how it is read.
type file struct {
	name string // with /, in composed Unicode
	size int64
	bad  *data.Error // why it is not even read
	open func() (io.ReadCloser, error)
}

// Open opens a folder, a zip or a picture. It refuses what is not there
// (file-missing), what cannot be read (file-unreadable), a zip under a password
// (file-encrypted) and one of too many files (file-too-large).
func Open(name string) (*Source, error) {
	there, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, data.RefuseBecause(err, "file-missing", "找不到 "+filepath.Base(name), "请检查文件夹或文件是否还在、U 盘是否接好")
	case err != nil:
		return nil, unreadable(err, filepath.Base(name))
	}
	s := &Source{Name: filepath.Base(name), close: func() error { return nil }}
	switch {
	case there.IsDir():
		err = s.readFolder(name)
	case isZip(name):
		err = s.readZip(name, there.Size())
	default:
		s.files = []file{{name: norm.NFC.String(s.Name), size: there.Size(), open: func() (io.ReadCloser, error) { return os.Open(name) }}}
	}
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	slices.SortStableFunc(s.files, func(a, b file) int { return cmp.Compare(a.name, b.name) })
	return s, nil
}

// Close gives the zip back.
func (s *Source) Close() error { return s.close() }

// Pictures returns how many files there are.
func (s *Source) Pictures() int { return len(s.files) }

func unreadable(err error, name string) error {
	return data.RefuseBecause(err, "file-unreadable", "读不了 "+name, "请关闭正在打开它的程序，或重新拷贝一次再试")
}

func tooMany() error {
	return data.Refuse("file-too-large", "", "照片太多，一次最多 2 万张、共 8 GB", "请按主管部门分成几个文件夹或压缩包，分几次放")
}

// litter are files that systems leave in folders.
var litter = map[string]bool{"thumbs.db": true, "desktop.ini": true, ".ds_store": true}

func littered(name string) bool {
	base := path.Base(name)
	return litter[strings.ToLower(base)] || strings.HasPrefix(base, "._") || strings.HasPrefix(name, "__MACOSX/")
}

func (s *Source) readFolder(root string) error {
	var total int64
	return fs.WalkDir(os.DirFS(root), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return unreadable(err, name)
		}
		switch {
		case e.IsDir() && strings.Count(name, "/") >= deepest:
			return fs.SkipDir
		case !e.Type().IsRegular() || littered(name):
			return nil
		}
		info, err := e.Info()
		if err != nil {
			return unreadable(err, name)
		}
		if total += info.Size(); total > mostBytes || len(s.files) >= mostPictures {
			return tooMany()
		}
		full := filepath.Join(root, filepath.FromSlash(name))
		s.files = append(s.files, file{name: norm.NFC.String(strings.ToValidUTF8(name, "�")), size: info.Size(), open: func() (io.ReadCloser, error) { return os.Open(full) }})
		return nil
	})
}

// readZip lists a zip. Nothing of it is unpacked, so that its names can do no harm;
// those that try are refused all the same.
func (s *Source) readZip(name string, size int64) error {
	f, err := os.Open(name)
	if err != nil {
		return unreadable(err, s.Name)
	}
	s.close = f.Close
	if err := fits(f, size); err != nil {
		return err
	}
	z, err := zip.NewReader(f, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return data.RefuseBecause(err, "file-unreadable", s.Name+" 打不开，可能没有传完或已损坏", "请重新压缩成 .zip，或解开后选文件夹")
	}
	names := namesOf(z.File)
	var total uint64
	shut := 0
	for i, f := range z.File {
		if strings.HasSuffix(names[i], "/") || littered(names[i]) {
			continue
		}
		if f.Flags&1 != 0 {
			shut++
		}
		if total += f.UncompressedSize64; total > mostBytes || len(s.files) >= mostPictures {
			return tooMany()
		}
		s.files = append(s.files, file{name: names[i], size: int64(min(f.UncompressedSize64, mostBytes)), bad: refusedIn(f, names[i]), open: f.Open})
	}
	if shut > 0 && shut == len(s.files) {
		return data.Refuse("file-encrypted", "", s.Name+" 加了密码", "请用密码解开，再选解开后的文件夹")
	}
	return nil
}

// refusedIn says why a file of a zip is not read; nil: it may be.
func refusedIn(f *zip.File, name string) *data.Error {
	switch {
	case f.Flags&1 != 0:
		return &data.Error{Code: "file-encrypted", Message: "文件加了密码", Hint: "请解开后再放"}
	case strings.HasPrefix(name, "/") || strings.Contains(name, ":") || slices.Contains(strings.Split(name, "/"), ".."):
		return &data.Error{Code: "photo-path", Message: "文件名里带着路径（" + data.FirstRunes(name, 40) + "），不读", Hint: "请向报送单位要一个正常的压缩包"}
	case !f.Mode().IsRegular():
		return &data.Error{Code: "photo-path", Message: "这是快捷方式，不是照片", Hint: "请把照片本身放进压缩包"}
	}
	return nil
}

// read returns a file's content.
func (s *Source) read(at int) ([]byte, error) {
	f := s.files[at]
	switch {
	case f.bad != nil:
		return nil, f.bad
	case f.size > largestFile:
		return nil, tooHeavy()
	}
	r, err := f.open()
	if err != nil {
		return nil, unreadable(err, path.Base(f.name))
	}
	defer r.Close()
	content, err := io.ReadAll(io.LimitReader(r, largestFile+1))
	switch {
	case err != nil:
		return nil, unreadable(err, path.Base(f.name))
	case len(content) > largestFile:
		return nil, tooHeavy()
	}
	return content, nil
}

func tooHeavy() error {
	return data.Refuse("photo-large", "", "文件超过 20 MB", "请在手机或电脑上缩小后再放")
}
