package grid

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"gongkao/data"
)

// What a file may cost before it is read or refused. The time is generous,
// since a busy machine is no defect; the program asks 2 seconds of itself.
const (
	costTime   = 10 * time.Second
	costMemory = 300 << 20
)

// cost reads a file in a process of its own and returns the code of the refusal
// ("" when it was read) with what it took.
func cost(t *testing.T, content []byte) (code string, took time.Duration, memory uint64) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "名册.xls")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	child := exec.Command(os.Args[0], "-test.run=^TestReadingInAProcessOfItsOwn$")
	child.Env = append(os.Environ(), "GRID_READS="+path)
	out, err := child.CombinedOutput()
	line := ""
	for l := range strings.Lines(string(out)) {
		if rest, ok := strings.CutPrefix(l, "read:"); ok {
			line = rest
		}
	}
	if _, scanned := fmt.Sscanf(line, "%d %d %q", &took, &memory, &code); err != nil || scanned != nil {
		t.Fatalf("%v, %v: %s", err, scanned, out[:min(len(out), 2000)])
	}
	return code, took, memory
}

// TestReadingInAProcessOfItsOwn is the other side of cost: alone, it reads a
// small file.
func TestReadingInAProcessOfItsOwn(t *testing.T) {
	path := os.Getenv("GRID_READS")
	if path == "" {
		path = filepath.Join(samples, "05-two-sheets.xls")
	}
	begun := time.Now()
	_, err := Read(path)
	took := time.Since(begun)
	code := ""
	if err != nil {
		refusedProperly(t, err)
		refusal, _ := data.AsRefusal(err)
		code = refusal.Code
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Printf("\nread:%d %d %q\n", took, m.Sys, code)
}
