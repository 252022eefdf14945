package grid

import (
	"encoding/xml"
	"errors"
	"io"

	"gongkao/data"
)

// maxToken bounds a tag or text of an XML file; the decoder gathers each before
// we may look at it. A cell has 32,767 characters at most.
const maxToken = 4 << 20

// allowance is what a file may still take.
type allowance struct {
	bytes int64 // unpacked
	tags  int   // that bring nothing; cells and texts pay for theirs
}

// maxIdle is how many tags of a file may bring nothing: formatted empty cells,
// mostly.
const maxIdle = 1_500_000

// What a cell and a shared text pay for: the tags they are made of.
const (
	tagsOfCell = 4
	tagsOfText = 10 // in several fonts
)

// pay gives the tags back that something was made of.
func (a *allowance) pay(made bool, tags int) {
	if made {
		a.tags += tags
	}
}

func newAllowance() *allowance { return &allowance{maxUnpacked, maxIdle} }

var errTooLarge = errors.New("sheets: more unpacked than allowed")

// tokens are the tags and texts of an XML file. Entities that the file defines
// are not unfolded, and tags are not kept until their end: neither bombs nor
// depth cost anything.
type tokens struct {
	*xml.Decoder
	from *counted
}

// RawToken returns the next tag or text.
func (t *tokens) RawToken() (xml.Token, error) {
	t.from.token = maxToken
	token, err := t.Decoder.RawToken()
	if err != nil && t.from.over {
		return nil, errTooLarge // the decoder only sees a text that stops
	}
	if _, begins := token.(xml.StartElement); begins {
		if t.from.may.tags--; t.from.may.tags < 0 {
			return nil, errTooLarge
		}
	}
	return token, err
}

// counted takes what is read off an allowance, and off what a token may take.
type counted struct {
	r     io.Reader
	may   *allowance
	token int
	over  bool // more was asked for than may be read
}

func (c *counted) Read(b []byte) (int, error) {
	n, err := c.r.Read(b)
	c.may.bytes, c.token = c.may.bytes-int64(n), c.token-n
	if c.over = c.may.bytes < 0 || c.token < 0; c.over {
		return 0, errTooLarge
	}
	return n, err
}

// eachToken calls f with every tag and text until f returns io.EOF or an error.
// Prefixes are not looked up: the local name tells enough.
func eachToken(r io.Reader, may *allowance, f func(*tokens, xml.Token) error) error {
	from := &counted{r: r, may: may}
	d := &tokens{xml.NewDecoder(from), from}
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	for {
		token, err := d.RawToken()
		if err == nil {
			err = f(d, token)
		}
		switch _, refused := data.AsRefusal(err); {
		case err == nil:
		case errors.Is(err, io.EOF):
			return nil
		case errors.Is(err, errTooLarge):
			return tooLarge()
		case refused:
			return err
		default:
			return damaged(err)
		}
	}
}
