//go:build !windows

package store

import (
	"bufio"
	"bytes"
	"context"
	cryptorand "crypto/rand"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"gongkao/data"
	"gongkao/data/seal"
)

// Parts that a test needs done by another process are played by this test
// program, started again with the name of the part in roleVariable.
const roleVariable = "GONGKAO_TEST_ROLE"

var roles = map[string]func(path string) error{"clerk": playClerk, "nobody": playNobody}

func TestMain(m *testing.M) {
	if role := roles[os.Getenv(roleVariable)]; role != nil {
		if err := role(os.Args[len(os.Args)-1]); err != nil {
			fmt.Println("error", err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func actor(role, path string) *exec.Cmd {
	c := exec.Command(os.Args[0], path)
	c.Env = append(os.Environ(), roleVariable+"="+role)
	c.Stderr = os.Stderr
	return c
}

// playClerk goes on entering people after those who are there, one to four an
// Update, and says the number of the last after each.
func playClerk(path string) error {
	ctx := context.Background()
	s, err := Open(ctx, path, Options{})
	if err != nil {
		return err
	}
	keys, err := sharedKeys()
	if err != nil {
		return err
	}
	s.Unlock(keys, "李娟")
	if err := s.Trouble(); err != nil {
		return err
	}
	var list []*data.Applicant
	if err := s.View(ctx, func(r *Reader) (err error) { list, err = r.Applicants(2026); return err }); err != nil {
		return err
	}
	for n := len(list); ; {
		next := n + 1 + n%4
		if _, err := s.Update(ctx, data.OpImport, "", func(tx *Tx) error { return putPeople(tx, n, next) }); err != nil {
			return err
		}
		n = next
		fmt.Println(n)
	}
}

// sharedKeys are the same in every process; only their nonces differ.
func sharedKeys() (*seal.Keys, error) {
	return seal.NewKeys(io.MultiReader(bytes.NewReader(make([]byte, 32)), cryptorand.Reader))
}

const kills = 30

func TestEveryAcknowledgedPersonIsThereAfterKill9(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gongkao.db")
	keys, err := sharedKeys()
	must(t, err)
	s, err := Create(context.Background(), path, fixedOptions())
	must(t, err)
	s.Unlock(keys, "李娟")
	update(t, s, data.OpUnit, func(tx *Tx) error { return putPeopleWithUnits(tx, 0) })
	must(t, s.Close())
	random := rand.New(rand.NewPCG(9, 9))
	for range kills {
		acknowledged := runAndKill(t, path, time.Duration(20+random.IntN(120))*time.Millisecond)
		s, err := Open(context.Background(), path, Options{})
		must(t, err)
		s.Unlock(keys, "李娟")
		must(t, s.Trouble())
		if report := mustVerify(t, s); report.People < acknowledged {
			t.Fatalf("%d people were acknowledged, %d are there", acknowledged, report.People)
		}
		must(t, s.Close())
	}
}

// runAndKill lets a clerk work for a while after his first word and kills him;
// it returns the last number he said.
func runAndKill(t *testing.T, path string, after time.Duration) int {
	t.Helper()
	c := actor("clerk", path)
	out, err := c.StdoutPipe()
	must(t, err)
	must(t, c.Start())
	lines := bufio.NewReader(out)
	first, err := lines.ReadString('\n')
	must(t, err)
	time.AfterFunc(after, func() { c.Process.Kill() })
	rest, err := io.ReadAll(lines)
	must(t, err)
	c.Wait()
	said := strings.Split(strings.TrimSuffix(first+string(rest), "\n"), "\n")
	if !strings.HasSuffix(string(rest), "\n") && len(rest) > 0 {
		said = said[:len(said)-1]
	}
	n, err := strconv.Atoi(said[len(said)-1])
	must(t, err)
	return n
}

// nobody is a user without rights to anything of ours.
const nobody = 65534

// playNobody gives up being the administrator, for whom nothing is read-only,
// and opens the file.
func playNobody(path string) error {
	if os.Geteuid() == 0 {
		if err := syscall.Setuid(nobody); err != nil {
			return err
		}
	}
	s, err := Open(context.Background(), path, Options{})
	if err == nil {
		s.Close()
	}
	if r, ok := data.AsRefusal(err); ok {
		fmt.Println("refused", r.Code)
		return nil
	}
	return err
}

func TestReadOnlyFolderOrFileIsARefusal(t *testing.T) {
	for _, c := range []struct {
		name         string
		folder, file os.FileMode
	}{{"folder", 0o555, 0o666}, {"file", 0o777, 0o444}, {"both", 0o555, 0o444}} {
		t.Run(c.name, func(t *testing.T) {
			path, _ := closedCounty(t, 3)
			folder := filepath.Dir(path)
			must(t, os.Chmod(path, c.file))
			must(t, os.Chmod(folder, c.folder))
			defer os.Chmod(folder, 0o700)
			must(t, os.Chmod(filepath.Dir(folder), 0o755))
			before, err := os.ReadFile(path)
			must(t, err)
			out, err := actor("nobody", path).Output()
			if got := string(out); err != nil || got != "refused read-only\n" {
				t.Errorf("said %q, %v", got, err)
			}
			after, err := os.ReadFile(path)
			must(t, err)
			if string(before) != string(after) {
				t.Error("the file was changed")
			}
		})
	}
}
