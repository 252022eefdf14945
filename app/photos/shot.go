package photos

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"path"
	"strings"
	"sync"

	"gongkao/app/policy"
	"gongkao/app/portrait"
	"gongkao/data"
)

// qualities are the steps by which a JPEG is made smaller; below the last of them
// faces become blocks.
var qualities = []int{92, 88, 84, 80, 75, 70, 65, 60}

const (
	// leastShare is how much of the rule's size the part taken has to have: half of
	// it is blurred, less is nobody.
	leastShare = 0.5
	// whiteFrom is how light each colour of a white ground is at least.
	whiteFrom = 225
	// heavyFrom is from how many points on pictures are opened one after the other:
	// two of forty million at once would take half a gigabyte.
	heavyFrom = 12_000_000
	// signature begins the comment by which a photo knows the picture it was cut from.
	signature = "gongkao "
)

var heavy sync.Mutex

// opened opens a picture for as long as use takes.
func opened(name string, content []byte, use func(*portrait.Picture) error) error {
	config, _, err := image.DecodeConfig(bytes.NewReader(content))
	if err == nil && config.Width*config.Height > heavyFrom {
		heavy.Lock()
		defer heavy.Unlock()
	}
	picture, err := portrait.Open(content)
	if err != nil {
		return unopened(err, name, content)
	}
	return use(picture)
}

// otherKinds are files that are sent as photos and are none of ours, by how their
// names end or their contents begin.
var otherKinds = []struct{ mark, ending, what, next string }{
	{"ftypheic", ".heic", "苹果手机的 HEIC 照片，这里读不了", "请在手机上导出为 JPG 再放"},
	{"ftypmif1", ".heif", "苹果手机的 HEIC 照片，这里读不了", "请在手机上导出为 JPG 再放"},
	{"ftypavif", ".avif", "AVIF 图片，这里读不了", "请另存为 JPG 再放"},
	{"\xd0\xcf\x11\xe0", ".doc", "Word 文件，不是照片", "请在 Word 里把照片另存为图片再放"},
	{"PK\x03\x04word", ".docx", "Word 文件，不是照片", "请在 Word 里把照片另存为图片再放"},
	{"PK\x03\x04", ".zip", "压缩包里的压缩包，不读", "请把它解开，再放里面的照片"},
	{"Rar!", ".rar", "RAR 压缩包，这里读不了", "请解开后选文件夹，或重新压缩成 .zip"},
	{"7z\xbc\xaf", ".7z", "7z 压缩包，这里读不了", "请解开后选文件夹，或重新压缩成 .zip"},
	{"%PDF-", ".pdf", "PDF 文件，不是照片", "请向报送单位要照片本身（JPG）"},
	{"II*\x00", ".tif", "TIFF 图片，这里读不了", "请另存为 JPG 再放"},
	{"MM\x00*", ".tiff", "TIFF 图片，这里读不了", "请另存为 JPG 再放"},
}

func unopened(err error, name string, content []byte) error {
	if errors.Is(err, portrait.ErrTooLarge) {
		return data.RefuseBecause(err, "photo-large", "图片太大（超过 4000 万点）", "请在手机或电脑上缩小后再放")
	}
	head, ending := string(content[:min(len(content), 16)]), strings.ToLower(path.Ext(name))
	for _, k := range otherKinds {
		if errors.Is(err, portrait.ErrUnknown) && ending == k.ending {
			return data.RefuseBecause(err, "photo-kind", k.what, k.next)
		}
	}
	for _, k := range otherKinds {
		if strings.HasPrefix(head, k.mark) || strings.HasPrefix(head[min(4, len(head)):], k.mark) {
			return data.RefuseBecause(err, "photo-kind", k.what, k.next)
		}
	}
	if errors.Is(err, portrait.ErrUnknown) {
		return data.RefuseBecause(err, "photo-kind", "不是能读的图片", "请用 JPG、PNG、BMP、GIF 或 WebP 格式的照片")
	}
	return data.RefuseBecause(err, "photo-broken", "图片打不开，可能没有传完或已损坏", "请重新拷贝，或请本人重新发一张")
}

// tooSmall refuses a picture of whose part nobody could be told.
func tooSmall(p *portrait.Picture, rule policy.Photo, f portrait.Frame) error {
	size := p.Turned(f.Turns).Size()
	part := f.Of(size, rule.Proportion())
	if float64(part.Dx()) >= leastShare*float64(rule.Width) && float64(part.Dy()) >= leastShare*float64(rule.Height) {
		return nil
	}
	return data.Refuse("photo-small", "", fmt.Sprintf("图片太小：%d×%d 点，裁出来只有 %d×%d，要 %d×%d", size.X, size.Y, part.Dx(), part.Dy(), rule.Width, rule.Height), "请本人发原图，不要发缩略图或截图")
}

// looks says what of a picture is to be looked at.
func looks(p *portrait.Picture, rule policy.Photo, f portrait.Frame) (warnings []string) {
	turned := p.Turned(f.Turns)
	if size := turned.Size(); size.X > size.Y {
		warnings = append(warnings, "横着的照片")
	}
	part := f.Of(turned.Size(), rule.Proportion())
	if part.Dx() < rule.Width {
		warnings = append(warnings, fmt.Sprintf("偏小，要放大到 %d×%d", rule.Width, rule.Height))
	}
	if rule.Background == policy.White && !(white(turned.Corner(0)) && white(turned.Corner(1))) {
		warnings = append(warnings, "底色不白")
	}
	if p.Format == "gif" {
		warnings = append(warnings, "GIF 图，取第一幅")
	}
	return warnings
}

func white(c color.RGBA) bool { return min(c.R, c.G, c.B) >= whiteFrom }

// cut makes the photo: the part of the frame in the rule's size, no heavier than the
// rule allows, with the picture's signature and nothing else besides.
func cut(p *portrait.Picture, rule policy.Photo, f portrait.Frame, sha string) ([]byte, error) {
	if err := tooSmall(p, rule, f); err != nil {
		return nil, err
	}
	turned := p.Turned(f.Turns)
	drawn := turned.Part(f.Of(turned.Size(), rule.Proportion()), rule.Size())
	var out bytes.Buffer
	for _, quality := range qualities {
		out.Reset()
		if err := jpeg.Encode(&out, drawn, &jpeg.Options{Quality: quality}); err != nil {
			return nil, err
		}
		if signed := signed(out.Bytes(), sha); rule.MaxKB == 0 || len(signed) <= rule.MaxKB<<10 {
			return signed, nil
		}
	}
	return nil, data.Refuse("photo-heavy", "", fmt.Sprintf("压到最低质量仍有 %d KB，规定不超过 %d KB", (out.Len()+1023)>>10, rule.MaxKB), "请核对照片规定里的 max_kb 是不是写小了")
}

// signed writes the signature into a JPEG, behind its start.
func signed(photo []byte, sha string) []byte {
	mark := signature + sha[:32]
	segment := binary.BigEndian.AppendUint16([]byte{0xFF, 0xFE}, uint16(len(mark)+2))
	return append(append(append(bytes.Clone(photo[:2]), segment...), mark...), photo[2:]...)
}

// isFrom reports whether a photo on record was cut from a picture by today's size.
func isFrom(photo []byte, sha string, rule policy.Photo) bool {
	if portrait.Comment(photo) != signature+sha[:32] {
		return false
	}
	config, err := jpeg.DecodeConfig(bytes.NewReader(photo))
	return err == nil && image.Pt(config.Width, config.Height) == rule.Size()
}

func shaOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}
