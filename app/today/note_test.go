package today_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"gongkao/app/today"
	"gongkao/data"
)

func TestTheNoteIsOnePageThatNamesNobody(t *testing.T) {
	d := practice(t, 120)
	page := morning(t, d, data.MustDate(2026, 4, 2))
	pdf, pages, err := today.Note(d.Office.Profile, d.Office.Clerk, page, d.Office.Now())
	if err != nil || !bytes.HasPrefix(pdf, []byte("%PDF")) || pages != 1 {
		t.Fatal(pages, err)
	}
	if dir := os.Getenv("GONGKAO_SCREENS"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, "day-note.pdf"), pdf, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	text := textOf(t, pdf)
	for _, words := range []string{"2026年4月2日", "【演练】", "单位完成初审", "工作日2天", "待审", "今天已办", "记事"} {
		if !strings.Contains(text, words) {
			t.Errorf("%s is not on the note: %s", words, text)
		}
	}
	for _, q := range page.Queues {
		if q.First != "" && strings.Contains(text, data.Squeeze(q.First)) {
			t.Errorf("the note names %s", q.First)
		}
	}
}

// textOf reads a PDF, without its blanks.
func textOf(t *testing.T, pdf []byte) string {
	t.Helper()
	read, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Fatal("there is no pdftotext to read it with: run make tools")
	}
	path := filepath.Join(t.TempDir(), "note.pdf")
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(read, "-raw", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return data.Squeeze(string(out))
}
