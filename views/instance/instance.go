// Package instance keeps a data folder to one window: the first program claims
// the folder and listens, a second one finds it, asks it to come to the front,
// and ends. It talks over the loopback of the machine, which works on every
// system and survives a power cut: a claim whose program is gone answers
// nobody. Whoever comes first must say the word that lies in the folder, so that
// only its owner can call the window.
//
// Callers want Claim.
package instance

import (
	"bufio"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"
	"time"

	"gongkao/data/disk"
)

// FileName is the file in the data folder that says where the first program
// listens, and the word to say.
const FileName = "window.call"

// patience is how long a claimed folder has to answer; the loopback is quick.
const patience = 2 * time.Second

const here = "here"

// Claimed is a folder that is ours.
type Claimed struct {
	path     string
	listener net.Listener
}

// Claim claims a folder. It returns nil when another program has it: that one
// has been asked to show itself. called is called, on a goroutine of its own,
// whenever another program asks us.
func Claim(folder string, called func()) (*Claimed, error) {
	path := filepath.Join(folder, FileName)
	if answered(path) {
		return nil, nil
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	word := rand.Text()
	if err := disk.Replace(path, []byte(listener.Addr().String()+" "+word+"\n")); err != nil {
		return nil, errors.Join(err, listener.Close())
	}
	go listen(listener, word, called)
	return &Claimed{path: path, listener: listener}, nil
}

// Close gives the folder back.
func (c *Claimed) Close() error {
	err := c.listener.Close()
	if gone := os.Remove(c.path); !errors.Is(gone, fs.ErrNotExist) {
		err = errors.Join(err, gone)
	}
	return err
}

// answered reports whether a program behind the file says that it is there.
func answered(path string) bool {
	raw, err := os.ReadFile(path)
	if err != nil {
		return false
	}
	address, word, ok := strings.Cut(strings.TrimSpace(string(raw)), " ")
	if !ok {
		return false
	}
	call, err := net.DialTimeout("tcp", address, patience)
	if err != nil {
		return false
	}
	defer func() { _ = call.Close() }()
	_ = call.SetDeadline(time.Now().Add(patience))
	letForward()
	if _, err := fmt.Fprintln(call, word); err != nil {
		return false
	}
	// Whoever has the port now may be anybody: only our own answers so.
	answer, err := bufio.NewReader(call).ReadString('\n')
	return err == nil && strings.TrimSpace(answer) == here+" "+word
}

func listen(listener net.Listener, word string, called func()) {
	for {
		call, err := listener.Accept()
		if err != nil {
			return // closed
		}
		go func() {
			defer func() { _ = call.Close() }()
			_ = call.SetDeadline(time.Now().Add(patience))
			said, err := bufio.NewReader(call).ReadString('\n')
			if err != nil || strings.TrimSpace(said) != word {
				return
			}
			if _, err := fmt.Fprintln(call, here+" "+word); err == nil {
				called()
			}
		}()
	}
}
