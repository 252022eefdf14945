package unlock_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"gongkao/app/office"
	"gongkao/data"
	"gongkao/views/unlock"
	"gongkao/views/wording"
)

var ctx = context.Background()

const passphrase = "试验用的口令"

// founded makes an office and returns where it lies, and its recovery code.
func founded(t *testing.T) (office.Place, string) {
	t.Helper()
	place := office.Place{Folder: t.TempDir()}
	first := place
	first.Passphrase = passphrase
	o, code, err := office.Create(ctx, first, data.Office{Name: "罗山县工考管理机构", Year: 2026}, "王秀兰")
	if err != nil {
		t.Fatal(err)
	}
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	return place, code
}

func open(t *testing.T, place office.Place) *unlock.Model {
	t.Helper()
	m, err := unlock.New(ctx, place)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestTheScreenSaysWhoseItIsBeforeAnybodySignsIn(t *testing.T) {
	place, _ := founded(t)
	m := open(t, place)
	title, fact := m.Head()
	if title != "罗山县工考管理机构" || !strings.HasPrefix(fact, "2026 年度　上次改动 今天 ") || len(m.Clerks()) != 1 || m.Clerks()[0] != "王秀兰" || m.LastBackup() != "还没有备份" || m.Practice() {
		t.Errorf("%s %s %v %s", title, fact, m.Clerks(), m.LastBackup())
	}
	desk, err := m.Try(ctx, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	if err := desk.Office.Close(); err != nil {
		t.Error(err)
	}
}

func TestAWrongPassphraseIsASentenceAndTheFifthAWait(t *testing.T) {
	place, _ := founded(t)
	m := open(t, place)
	for try := 1; try <= 5; try++ {
		_, err := m.Try(ctx, "不对")
		if err := m.Failed(err); err != nil {
			t.Fatal(err)
		}
		if try == 2 && !strings.HasPrefix(m.Trouble(), "口令不对，已试 2 次") {
			t.Errorf("after two: %s", m.Trouble())
		}
	}
	if m.Wait() < 1 || m.MayTry(passphrase) || !strings.Contains(m.Trouble(), "请等 1 秒") {
		t.Errorf("after five: wait %d, %s", m.Wait(), m.Trouble())
	}
}

func TestAnotherTroubleIsNotTakenForAWrongPassphrase(t *testing.T) {
	place, _ := founded(t)
	m := open(t, place)
	other, err := m.Try(ctx, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Office.Close()
	_, err = m.Try(ctx, passphrase)
	if shown := m.Failed(err); !data.HasCode(shown, "in-use") || m.Trouble() != "" {
		t.Errorf("shown %v, below the field %q", shown, m.Trouble())
	}
}

func TestTheRecoveryCodeGivesANewPassphrase(t *testing.T) {
	place, code := founded(t)
	m := open(t, place)
	desk, err := m.Recover(ctx, strings.ToLower(code), "新的口令新的口令")
	if err != nil {
		t.Fatal(err)
	}
	desk.Office.Close()
	if desk, err = m.Try(ctx, "新的口令新的口令"); err != nil {
		t.Fatal(err)
	}
	desk.Office.Close()
}

func TestANewPassphraseNeedsCodeAndTwoOfAKind(t *testing.T) {
	place, code := founded(t)
	m := open(t, place)
	for _, typed := range []struct{ key, text, why string }{
		{unlock.CodeField, "", "先抄恢复码"},
		{unlock.CodeField, code, "口令还要再牢固一点"},
		{unlock.FirstField, "新的口令新的口令", "两遍要一样"},
		{unlock.SecondField, "新的口令新的口令", ""},
	} {
		m.Type(typed.key, typed.text)
		if ok, why := m.MayRecover(); why != typed.why || ok != (why == "") {
			t.Errorf("with %q in %s: %t %s", typed.text, typed.key, ok, why)
		}
	}
	_, err := m.Recover(ctx, "A"+code[:10], "新的口令新的口令")
	if m.RecoverFailed(err) != nil || m.Fields()[0].Mark != wording.Block {
		t.Errorf("a wrong code: %v, %+v", err, m.Fields()[0])
	}
	if m.Type(unlock.CodeField, code); m.Fields()[0].Mark != wording.Plain {
		t.Error("the remark stays when the code is mended")
	}
	if full := data.Refuse("disk-full", "", "磁盘已满", ""); m.RecoverFailed(full) != full {
		t.Error("a full disk was taken for a wrong code")
	}
}

func TestOnlyDamageIsAnsweredWithBackups(t *testing.T) {
	place := office.Place{Folder: t.TempDir()}
	for code, damaged := range map[string]bool{"file-cut": true, "records-lost": true, "in-use": false, "file-newer": false, "read-only": false} {
		r, refused := unlock.Refused(place, data.Refuse(code, "", "什么事", "怎么办")).Refusal()
		if !refused || r.Damaged != damaged || (r.Folder != "") != damaged {
			t.Errorf("%s: %+v", code, r)
		}
	}
	if r, _ := unlock.Refused(place, errors.New("on fire")).Refusal(); r.Damaged || r.Title == "" {
		t.Errorf("a fault: %+v", r)
	}
}
