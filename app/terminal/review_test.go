package terminal

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// waiting returns the number of somebody who waits for review and of whom the
// rules have nothing to say.
func (d *desk) waiting() string {
	d.t.Helper()
	var people []person
	d.read(&people, "list", "--status", "submitted")
	for _, p := range people {
		var verdicts []struct{ Verdict string }
		if d.read(&verdicts, "check", "--id", p.IDNumber); verdicts[0].Verdict == "pass" {
			return p.IDNumber
		}
	}
	d.t.Fatal("nobody waits who is clear")
	return ""
}

func TestReturnedByTheCommandLineGoesOnOnlyWithAnswers(t *testing.T) {
	d := practice(t)
	who := d.waiting()
	d.must("review", "--id", who, "--decision", "return", "--reason", "seal-missing", "--reason", "materials-unclear")
	if said := d.refuses("review", "--id", who, "--decision", "submit"); !strings.Contains(said, "1. 缺少签字或公章；2. 申报材料不清晰") {
		t.Errorf("it does not say what is open: %s", said)
	}
	d.refuses("review", "--id", who, "--decision", "approve", "--answer", "1=已盖章")
	d.refuses("review", "--id", who, "--decision", "submit", "--answer", "3=什么")
	var got reviewed
	if d.read(&got, "review", "--id", who, "--decision", "submit", "--answer", "1=已盖章", "--answer", "2=重新扫描"); got.Status != "submitted" {
		t.Errorf("submitted again: %+v", got)
	}
	d.must("review", "--id", who, "--decision", "approve")
	d.refuses("review", "--id", who, "--decision", "submit")
	d.refuses("review", "--id", who, "--decision", "reopen")
	if d.read(&got, "review", "--id", who, "--decision", "reopen", "--reason", "证书编号录错"); got.Status != "submitted" {
		t.Errorf("reopened: %+v", got)
	}
	d.must("verify")
}

func TestAUserIsAddedWithAPassphraseFromAFile(t *testing.T) {
	d := practice(t)
	secret := filepath.Join(t.TempDir(), "口令.txt")
	if err := os.WriteFile(secret, []byte("第二位的口令\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Users []string
		Clerk string
	}
	d.read(&got, "user", "--add", "李卫东", "--new-passphrase-file", secret)
	if first := got.Clerk; len(got.Users) != 2 || got.Users[1] != "李卫东" || first == "李卫东" {
		t.Errorf("users: %+v", got)
	}
	d.refuses("user", "--add", "李卫东", "--new-passphrase-file", secret)
	d.refuses("user", "--add", "王秀英", "--new-passphrase-file", secret+".gone")
	if code, _, _ := d.run("user", "--add", "王秀英"); code != Usage {
		t.Errorf("without a passphrase: exit %d", code)
	}
	d.env = map[string]string{"GONGKAO_PASSPHRASE": "第二位的口令"}
	if d.read(&got, "user"); got.Clerk != "李卫东" || !slices.Contains(got.Users, "李卫东") {
		t.Errorf("signed in: %+v", got)
	}
}
