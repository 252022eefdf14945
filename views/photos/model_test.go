package photos

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/photos"
	"gongkao/app/registration"
	"gongkao/data"
)

// looked is a model on whatever the files are.
func looked(t *testing.T, d *registration.Desk, files map[string][]byte) *Model {
	t.Helper()
	root := t.TempDir()
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(root, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	m := New(d)
	l, err := m.Look(root)(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Show(l); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := m.Clear(); err != nil {
			t.Error(err)
		}
	})
	return m
}

func TestAFrameIsMovedWithinItsPictureAndTakenBack(t *testing.T) {
	r := &Row{}
	r.Nudge(1, -1, false)
	r.Nudge(1, 0, true)
	r.Closer(3)
	if r.Frame.DX != coarse+fine || r.Frame.DY != -coarse || r.Frame.Zoom != 1.15 {
		t.Errorf("it stands at %+v", r.Frame)
	}
	r.Closer(-9)
	r.Turn()
	if r.Frame.Zoom != 0 || r.Frame.Turns != 1 || r.Frame.DX != 0 {
		t.Errorf("turned it stands at %+v", r.Frame)
	}
	for range 3 {
		r.Turn()
	}
	if r.Frame.Turns != 0 {
		t.Errorf("turned round it stands at %+v", r.Frame)
	}
}

func TestOfTwoPicturesOfSomebodyOneIsTaken(t *testing.T) {
	a := &data.Applicant{Person: data.Person{Name: "张三"}}
	rows := []*Row{{Item: photos.Item{Kind: photos.Doubled, Who: a, File: "1.jpg"}}, {Item: photos.Item{Kind: photos.Doubled, Who: a, File: "2.jpg"}}, {Item: photos.Item{Kind: photos.Stranger, Why: "不知道", Next: "请改名"}}}
	m := New(nil)
	for _, r := range rows {
		r.judge()
	}
	m.rows = rows
	m.Choose(Doubtful)
	if m.Len() != 2 || m.Next(0) != 1 || m.Next(1) != 0 || m.waiting() != 2 {
		t.Errorf("%d are listed, %d wait", m.Len(), m.waiting())
	}
	if _, err := m.Accept(rows[1]); err != nil || rows[0].State != LeftOut || len(m.Ready()) != 1 {
		t.Errorf("%v: %+v", err, rows[0])
	}
	if m.Next(0) != -1 {
		t.Errorf("somebody waits still: %d", m.Next(0))
	}
	m.LeaveOut(rows[1])
	m.LeaveOut(rows[0])
	if rows[0].State != Waits || rows[1].State != LeftOut {
		t.Errorf("left out and taken back: %v %v", rows[0].State, rows[1].State)
	}
	if _, err := m.Accept(rows[2]); !data.HasCode(err, "photo-unusable") {
		t.Errorf("a stranger is taken: %v", err)
	}
	if m.LeaveOut(rows[2]).What != "" {
		t.Error("what cannot be used is left out")
	}
	m.Choose(Unmet)
	if m.Len() != 1 || m.File(0) != "" || m.Row(5) != nil || m.Person(0) != nil {
		t.Errorf("%d are unmet", m.Len())
	}
}

func TestACancelTellsWhatIsIn(t *testing.T) {
	d := demotest.Desk(t, 40)
	m := looked(t, d, map[string][]byte{"无此人.heic": []byte("\x00\x00\x00\x18ftypheic")})
	if _, err := m.Put()(t.Context(), nil); !data.HasCode(err, "photo-none") {
		t.Errorf("nothing is put: %v", err)
	}
	if m.Filter() != Every || !strings.Contains(m.Found(), "1 张对不上或不能用") {
		t.Errorf("found: %s", m.Found())
	}
	a := d.Register.Find(registration.Query{})[0]
	m.rows = append(m.rows, &Row{Item: photos.Item{Kind: photos.Matched, Who: a}, State: Taken})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	done, err := m.Put()(ctx, nil)
	if err != nil || len(done.Placed) != 0 {
		t.Fatalf("%+v, %v", done, err)
	}
	if said, err := m.PutDone(done); err != nil || !strings.Contains(said.Next, "停下了，还有 1 张没有放") {
		t.Errorf("said %+v, %v", said, err)
	}
	refused := photos.Done{Left: []photos.Left{{File: "", Why: photos.Shut(&data.Applicant{Application: data.Application{Status: data.Approved}})}}}
	if _, err := m.PutDone(refused); !data.HasCode(err, "closed") || m.rows[1].State != Unusable {
		t.Errorf("decided on meanwhile: %v, %+v", err, m.rows[1])
	}
}

func TestThePageTellsTheRuleAndThatNobodyHasCheckedIt(t *testing.T) {
	d := demotest.Desk(t, 20)
	if got := New(d).Rule(); got != "295×413 点，白底（待核对）" {
		t.Errorf("the rule: %s", got)
	}
	if err := New(d).For("nobody"); !data.HasCode(err, "not-found") {
		t.Errorf("nobody's page opens: %v", err)
	}
}
