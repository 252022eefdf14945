package today_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkao/app/today"
	"gongkao/data"
	"gongkao/data/store"
)

var april2 = data.MustDate(2026, 4, 2)

const handwritten = "09:30 县教育体育局陈国强送原件 14 份，当面点清\n给县住建局打电话：管理人员登记表还没交\n15：00刘𬱖来补容缺承诺书和单位同意"

func TestWhatIsWrittenBelongsToItsDay(t *testing.T) {
	d, ctx := practice(t, 10), context.Background()
	for _, text := range []string{"给县住建局打电话", handwritten + "  \n\n", handwritten} {
		if err := today.Write(ctx, d.Office, april2, text); err != nil {
			t.Fatal(err)
		}
	}
	for day, want := range map[data.Date]string{april2: handwritten, april2.AddDays(1): "", april2.AddDays(-1): ""} {
		if page := morning(t, d, day); page.Written != want {
			t.Errorf("on %s stands %q", day, page.Written)
		}
	}
	before := historyOf(t, d.Office.Store)
	if len(before) != 2 || before[0] != "给县住建局打电话" {
		t.Errorf("the history keeps %q", before)
	}
	if err := today.Write(ctx, d.Office, april2, ""); err != nil || morning(t, d, april2).Written != "" {
		t.Errorf("the note cannot be emptied: %v", err)
	}
}

// historyOf returns the texts that the note of the day had, oldest first.
func historyOf(t *testing.T, s *store.Store) (texts []string) {
	t.Helper()
	err := s.View(context.Background(), func(r *store.Reader) error {
		entries, err := r.History(data.KindDayNote, april2.String())
		for _, e := range entries {
			var n data.DayNote
			if err := json.Unmarshal(e.After, &n); err != nil {
				return err
			}
			texts = append(texts, n.Text)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

func TestANoteThatIsTooLongIsRefusedAndTheOldOneStays(t *testing.T) {
	d, ctx := practice(t, 10), context.Background()
	if err := today.Write(ctx, d.Office, april2, handwritten); err != nil {
		t.Fatal(err)
	}
	if err := today.Write(ctx, d.Office, april2, strings.Repeat("字", today.MaxWritten+1)); !data.HasCode(err, "note-long") {
		t.Errorf("got %v", err)
	}
	if got := morning(t, d, april2).Written; got != handwritten {
		t.Errorf("now it says %q", got)
	}
}

func TestTheHandwritingIsPrintedWholeOnAsManyPagesAsItTakes(t *testing.T) {
	d := practice(t, 120)
	page := morning(t, d, april2)
	for pages, text := range map[int]string{1: handwritten, 3: strings.Repeat("字", today.MaxWritten-1) + "完"} {
		page.Written = text
		pdf, got, err := today.Note(d.Office.Profile, d.Office.Clerk, page, d.Office.Now())
		if err != nil || got != pages {
			t.Errorf("%d pages, want %d: %v", got, pages, err)
		}
		if printed := textOf(t, pdf); !strings.Contains(printed, data.Squeeze(text[len(text)-9:])) {
			t.Errorf("its end is not printed: %s", printed)
		}
		if dir := os.Getenv("GONGKAO_SCREENS"); dir != "" && pages == 1 {
			if err := os.WriteFile(filepath.Join(dir, "day-note-written.pdf"), pdf, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}
