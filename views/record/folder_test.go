package record_test

import (
	"strings"
	"testing"

	"gongkao/app/dossier"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/record"
	"gongkao/views/wording"
)

// folderOf opens somebody undecided with his folder.
func folderOf(t testing.TB, d *registration.Desk, m *record.Model) *record.Folder {
	t.Helper()
	kept, err := dossier.New(d)
	if err != nil {
		t.Fatal(err)
	}
	return record.NewFolder(m, kept)
}

// wrote fails where a command was refused or changed nothing.
func wrote(t testing.TB, left record.Left, err error) record.Left {
	t.Helper()
	if err != nil || !left.Changed {
		t.Fatalf("%+v, %v", left, err)
	}
	return left
}

func TestAPaperIsMarkedAndTakenBack(t *testing.T) {
	d := practice(t, t.TempDir())
	m := somebody(t, d, "")
	f := folderOf(t, d, m)
	slot := f.Cells()[0].Slot
	for _, c := range []struct {
		state data.DocumentState
		word  string
		mark  wording.Mark
	}{{data.DocumentSeen, "见原件", wording.Pass}, {data.DocumentCopy, "有复印件", wording.Pass}, {data.DocumentOpen, "未核", wording.Plain}} {
		left, err := f.Mark(ctx, slot, c.state)
		if err == nil && !left.Changed && f.Cells()[0].Word == c.word {
			continue // it stood so already
		}
		wrote(t, left, err)
		if got := f.Cells()[0]; got.Word != c.word || got.Mark != c.mark {
			t.Errorf("marked %s: %+v", c.state, got)
		}
	}
	before := f.Cells()[0].Word
	left, err := f.Mark(ctx, slot, data.DocumentSeen)
	wrote(t, left, err)
	back, err := m.Undo(ctx)
	if err != nil || f.Cells()[0].Word != before || !strings.Contains(back.What, "撤销") {
		t.Errorf("undone: %+v, %v; the paper is %s", back, err, f.Cells()[0].Word)
	}
}

func TestACommitmentStandsUntilSomethingIsBrought(t *testing.T) {
	d := practice(t, t.TempDir())
	m := somebody(t, d, "")
	f := folderOf(t, d, m)
	if c, stands := f.Promised(); stands {
		left, err := f.Withdraw(ctx, c.ID, "重新来过")
		wrote(t, left, err)
	}
	leave(t, m, "appraisals.2025", "wba")
	may := f.Promisables()
	if len(may) == 0 || may[len(may)-1].Year != 2025 && may[0].Year != 2025 {
		t.Fatalf("may be promised: %+v", may)
	}
	if _, err := f.Commit(ctx, record.Promise{Of: []int{0}}); !data.HasCode(err, "reason-missing") {
		t.Errorf("without a reason: %v", err)
	}
	var of []int
	for i := range may {
		if may[i].Year == 2025 {
			of = append(of, i)
		}
	}
	left, err := f.Commit(ctx, record.Promise{Of: of, Reason: record.Excuses[0], Consent: true})
	wrote(t, left, err)
	c, stands := f.Promised()
	if !stands || !c.Promises(2025) || c.Due.String() != "2026-09-30" || !strings.Contains(f.Says(c)[0], "2025 年度考核") {
		t.Fatalf("promised: %+v; %q", c, f.Says(c))
	}
	left, err = f.Fulfil(ctx, c.ID, "2025 年度考核登记表，已备案")
	wrote(t, left, err)
	if _, stands := f.Promised(); stands {
		t.Error("kept, it still stands")
	}
}

func TestANoticeIsRefusedUntilItIsWhole(t *testing.T) {
	d := practice(t, t.TempDir())
	m := somebody(t, d, "")
	f := folderOf(t, d, m)
	leave(t, m, "level", "1")
	n := record.Notice{From: "2026.3.14", To: "2026-03"}
	for _, step := range []struct {
		fill func()
		says string
	}{
		{func() {}, "只有年月"},
		{func() { n.To = "2026-03-01" }, "结束在开始之前"},
		{func() { n.To = "2026年3月21日" }, "在哪里"},
		{func() { n.Place, n.Objections = "单位公示栏", "有人来信" }, "怎样处理"},
	} {
		step.fill()
		if _, err := f.Announce(ctx, n); err == nil || !strings.Contains(err.Error(), step.says) {
			t.Errorf("%+v: %v, want %s", n, err, step.says)
		}
	}
	n.Settled, n.Proof = "查无实据，已答复", true
	left, err := f.Announce(ctx, n)
	wrote(t, left, err)
	if got := f.Notice(); got.To != "2026-03-21" || !got.Proof {
		t.Errorf("on record: %+v", got)
	}
}

func TestAViolationShutsThePersonOut(t *testing.T) {
	d := practice(t, t.TempDir())
	m := somebody(t, d, "")
	f := folderOf(t, d, m)
	if got := f.BannedUntil("2026-04-01"); !strings.Contains(got, "2 年内不得申报") {
		t.Errorf("before it is written: %q", got)
	}
	left, err := f.Punish(ctx, record.Offence{What: "提供虚假考核材料", Found: "2026-04-01", Basis: "信人技考函〔2026〕9号", Revoked: "1916155026301234、1916155026301235"})
	wrote(t, left, err)
	p := m.Panel()
	if p.Mark != wording.Block || p.Title != "不符合条件" || len(m.Applicant().Dossier.Violations[0].Revoked) != 2 {
		t.Errorf("the panel says %s %+v", p.Title, p.Lines)
	}
}

func TestAClosedFolderTakesNothing(t *testing.T) {
	d := practice(t, t.TempDir())
	a := d.Select(registration.Selection{Statuses: []data.Status{data.Approved}})[0]
	m, err := record.Open(d, draftsOf(t, d), a.Application.ID)
	if err != nil {
		t.Fatal(err)
	}
	f := folderOf(t, d, m)
	for _, c := range f.Cells() {
		for _, state := range []data.DocumentState{data.DocumentSeen, data.DocumentWanting} {
			if left, err := f.Mark(ctx, c.Slot, state); left.Changed || err != nil && !data.HasCode(err, "decided") {
				t.Errorf("%s: %+v, %v", c.Name, left, err)
			}
		}
	}
}
