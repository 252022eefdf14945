package printing_test

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gongkao/app/demo/demotest"
	"gongkao/app/paper"
	"gongkao/app/printing"
	"gongkao/app/registration"
	"gongkao/assets"
	"gongkao/data"
	"gongkao/data/disk"
)

func TestAPreviewIsWhatWouldBePrintedAndIsNoAct(t *testing.T) {
	d := demotest.Desk(t, 40)
	papers, err := paper.Load(assets.Files)
	if err != nil {
		t.Fatal(err)
	}
	order := printing.Order{Paper: "roster"}
	seen, looked, err := printing.Preview(context.Background(), d, papers, order)
	if err != nil {
		t.Fatal(err)
	}
	if head, err := d.Timeline(context.Background(), d.Register.Find(order.Query)[0].Application.ID); err != nil || head[0].Paper != "" {
		t.Errorf("looking was an act: %+v, %v", head[0], err)
	}
	_, printed := printed(t, d, order)
	if looked.Pages != printed.Pages || looked.Records != printed.Records || len(seen) == 0 {
		t.Errorf("looked at %+v, printed %+v", looked, printed)
	}
}

func TestFormsTellHowFarTheyAreAndStopWhenTold(t *testing.T) {
	d := demotest.Desk(t, 20)
	papers, err := paper.Load(assets.Files)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	told := 0
	order := printing.Order{Paper: "registration", Going: func(done, total int) {
		if told++; done == 3 {
			cancel()
		}
		if total != len(d.Register.Find(registration.Query{Statuses: registration.Running})) {
			t.Errorf("%d of %d", done, total)
		}
	}}
	if _, _, err := printing.Preview(ctx, d, papers, order); !errors.Is(err, context.Canceled) || told != 3 {
		t.Errorf("told %d times, %v", told, err)
	}
}

func TestTheRecoverySheetShowsEveryGroup(t *testing.T) {
	code := "K7QF2-M9XD4-R3TWB-8HNPC-V5JGA-2YE6Z-QM4KX"
	pdf, err := printing.RecoverySheet(data.Office{Name: "罗山县工考管理机构"}, code, time.Date(2026, 3, 12, 9, 12, 0, 0, time.UTC))
	if err != nil || bytes.Contains(pdf, []byte(strings.Split(code, "-")[0])) && !bytes.HasPrefix(pdf, []byte("%PDF")) {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "recovery.pdf")
	if err := disk.Save(path, pdf); err != nil {
		t.Fatal(err)
	}
	text := data.Squeeze(tool(t, "pdftotext", "-raw", path, "-"))
	for _, group := range strings.Split(code, "-") {
		if !strings.Contains(text, group) {
			t.Errorf("%s is not on the sheet: %s", group, text)
		}
	}
}
