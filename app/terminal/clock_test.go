package terminal

import (
	"context"
	"strings"
	"testing"

	"gongkao/app/office"
	"gongkao/app/today"
	"gongkao/data"
)

func TestACommandByAClockThatWasSetBackSaysWhatToDoAndWritesNothing(t *testing.T) {
	d := newDesk(t)
	d.must("office", "--name", "罗山县工考管理机构", "--county", "罗山县", "--clerk", "王建国")
	right := d.now
	d.now = right.AddDate(-16, 0, 0)
	rename := []string{"office", "--name", "罗山县工考办"}
	if said := d.refuses(rename...); !strings.Contains(said, "电脑的日期是 2010-04-09，而 2026-04-09 已经有记录") || !strings.Contains(said, "请先把电脑的日期和时间调准") {
		t.Errorf("it says %s", said)
	}
	d.must("list")
	var state struct{ Back bool }
	if d.read(&state, "clock"); !state.Back {
		t.Error("clock does not say that it stands back")
	}
	d.now = right
	d.must(rename...)
	if d.read(&state, "clock"); state.Back {
		t.Error("a clock that is right stands back")
	}
}

func TestAClockThatRanAheadIsSaidOnTheCommandLine(t *testing.T) {
	d := newDesk(t)
	d.now = d.now.AddDate(0, 1, 0)
	d.must("office", "--name", "罗山县工考管理机构", "--county", "罗山县", "--clerk", "王建国")
	d.now = d.now.AddDate(0, -1, 0)
	rename := []string{"office", "--name", "罗山县工考办"}
	d.refuses(rename...)
	d.refuses("clock", "--right")
	d.must("clock", "--right", "--why", "5月9日那天电脑快了一个月")
	d.must(rename...)
	d.must("verify")
}

func TestAPracticeCountyIsAskedOnAnyOfItsDays(t *testing.T) {
	d := practice(t)
	d.now = d.now.AddDate(0, -2, 0)
	d.must("review", "--id", d.waiting(), "--decision", "return", "--reason", "materials-missing")
}

func TestTheHandwrittenNoteIsToldWithItsDay(t *testing.T) {
	d := practice(t)
	o, err := office.Open(context.Background(), office.Place{Folder: d.folder})
	if err != nil {
		t.Fatal(err)
	}
	err = today.Write(context.Background(), o, data.MustDate(2026, 4, 2), "09:30 送原件\n给县住建局打电话")
	if closing := o.Close(); err != nil || closing != nil {
		t.Fatal(err, closing)
	}
	if words := d.must("today", "--as-of", "2026-04-02"); !strings.Contains(words, "今日便条\n  09:30 送原件\n  给县住建局打电话") {
		t.Errorf("it says %s", words)
	}
	var page struct{ Note string }
	if d.read(&page, "today", "--as-of", "2026-04-03"); page.Note != "" {
		t.Errorf("the day after it says %q", page.Note)
	}
	if d.read(&page, "today", "--as-of", "2026-04-02"); page.Note != "09:30 送原件\n给县住建局打电话" {
		t.Errorf("as JSON it says %q", page.Note)
	}
}
