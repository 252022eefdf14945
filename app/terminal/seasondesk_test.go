package terminal

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"gongkao/app/policy"
	"gongkao/assets"
	"gongkao/data"
)

// The people of the season, by what becomes of them.
var (
	passes   = applying{"陈国强", "411521198001010", 男, "罗山县农业技术推广站", "农艺工", 4, "五级"}
	master   = applying{"李秀兰", "411521198003030", 女, "罗山县农业农村局", "农艺工", 1, "二级"}
	returned = applying{"王志远", "411521198505050", 男, "罗山县农业技术推广站", "农艺工", 3, "四级"}
	rejected = applying{"张小红", "411521199007070", 女, "罗山县人民医院", "护理员", 5, ""}
	unpaid   = applying{"赵铁柱", "411521198209090", 男, "罗山县人民医院", "护理员", 3, "四级"}
)

const (
	男 = 1
	女 = 2
)

// applying is somebody who applies.
type applying struct {
	name, number string // without sequence and check digit
	sex          int
	unit, trade  string
	level        int
	holds        string
}

func (a applying) id() string {
	return string(data.WithCheckDigit(fmt.Sprintf("%s0%d", a.number, a.sex)))
}

// whole is a desk whose season runs from March on.
type whole struct{ *desk }

// on moves the clock to a day, one hour a command.
func (w whole) on(month time.Month, day int) {
	w.now = time.Date(2026, month, day, 9, 0, 0, 0, time.UTC)
}

// does runs commands one after the other, an hour apart.
func (w whole) does(commands ...[]string) {
	w.t.Helper()
	for _, args := range commands {
		w.must(args...)
		w.now = w.now.Add(time.Hour)
	}
}

// sheet writes a sheet of lines.
func (w whole) sheet(name string, lines ...string) string {
	w.t.Helper()
	path := filepath.Join(w.t.TempDir(), name)
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")), 0o600); err != nil {
		w.t.Fatal(err)
	}
	return path
}

// head is the head of the audit chain, when everything is sound.
func (w whole) head() string {
	w.t.Helper()
	var report struct {
		OK   bool
		Head string
	}
	if w.read(&report, "verify"); !report.OK {
		w.t.Fatal("verify finds problems")
	}
	return report.Head
}

// unmoved wants commands to be refused in two sentences, and nothing changed.
func (w whole) unmoved(commands map[string][]string) {
	w.t.Helper()
	before := w.head()
	for what, args := range commands {
		code, out, errs := w.run(args...)
		if lines := strings.Split(strings.TrimSpace(errs), "\n"); code != Refused || out != "" || len(lines) != 2 || !strings.HasSuffix(lines[0], "。") || !strings.HasSuffix(lines[1], "。") {
			w.t.Errorf("%s: exit %d, %q, %q", what, code, out, errs)
		}
		if w.head() != before {
			w.t.Fatalf("%s is refused and changed something", what)
		}
	}
}

// imported is what import says, row by row.
type imported struct {
	Batch string
	Files []struct {
		Sheets []struct {
			Kind              string
			Accepted, Waiting int
			Problems          []struct{ Code, Message string }
		}
	}
}

func (i *imported) codes() (codes []string) {
	for _, p := range i.Files[0].Sheets[0].Problems {
		codes = append(codes, p.Code)
	}
	return codes
}

// listed is how somebody of the list stands.
type listed struct {
	outcome
	CurrentLevel int `json:"current_level"`
	Due          int `json:"fee_due_fen"`
	Paid         int `json:"fee_paid_fen"`
	Textbooks    int
}

func (w whole) find(a applying, before ...string) listed {
	w.t.Helper()
	var all []listed
	w.read(&all, append(before, "list", "--id", a.id())...)
	return all[0]
}

// signOff lays the office's own policy with a signed last day to pay.
func (d *desk) signOff(due data.Date) {
	d.t.Helper()
	p, err := policy.Load(assets.Files, "", 2026)
	if err != nil {
		d.t.Fatal(err)
	}
	p, err = p.SignOff(p.Only(policy.PaymentDue).Key(), map[string]any{"due": due}, policy.Signature{By: "王建国", On: data.MustDate(2026, 4, 9), Basis: "缴费通知"})
	if err != nil {
		d.t.Fatal(err)
	}
	folder := filepath.Join(d.folder, "policy")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		d.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "2026.toml"), []byte(p.Text), 0o600); err != nil {
		d.t.Fatal(err)
	}
}
