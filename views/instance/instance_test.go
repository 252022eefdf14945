package instance_test

import (
	"net"
	"os"
	"path/filepath"
	"testing"
	"time"

	"gongkao/views/instance"
)

func claim(t *testing.T, folder string, called func()) *instance.Claimed {
	t.Helper()
	c, err := instance.Claim(folder, called)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestTheSecondCallsTheFirst(t *testing.T) {
	folder, calls := t.TempDir(), make(chan struct{}, 4)
	first := claim(t, folder, func() { calls <- struct{}{} })
	if first == nil {
		t.Fatal("a free folder is not claimed")
	}
	if second := claim(t, folder, func() {}); second != nil {
		t.Fatal("a folder has two windows")
	}
	select {
	case <-calls:
	case <-time.After(10 * time.Second):
		t.Fatal("the first window was not called")
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	third := claim(t, folder, func() {})
	if third == nil {
		t.Fatal("a folder given back is not free")
	}
	if err := third.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(folder, instance.FileName)); err == nil {
		t.Error("the file of the claim stays behind")
	}
}

func TestAClaimOfAProgramThatIsGoneIsTaken(t *testing.T) {
	stranger, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = stranger.Close() }()
	go func() {
		for {
			c, err := stranger.Accept()
			if err != nil {
				return
			}
			_, _ = c.Write([]byte("HTTP/1.0 400 Bad Request\n"))
			_ = c.Close()
		}
	}()
	for name, content := range map[string]string{
		"nobody listens":          "127.0.0.1:1 WORD\n",
		"a stranger has the port": stranger.Addr().String() + " WORD\n",
		"cut off":                 "127.0.0.1:4",
		"empty":                   "",
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			if err := os.WriteFile(filepath.Join(folder, instance.FileName), []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
			c := claim(t, folder, func() {})
			if c == nil {
				t.Fatal("the folder counts as taken")
			}
			if err := c.Close(); err != nil {
				t.Error(err)
			}
		})
	}
}
