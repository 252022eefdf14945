package unlock_test

import (
	"context"
	"strings"
	"testing"

	"gongkao/app/office"
	"gongkao/data"
	"gongkao/views/unlock"
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
	if title != "罗山县工考管理机构" || fact != "2026 年度" || len(m.Clerks()) != 1 || m.Clerks()[0] != "王秀兰" || m.LastBackup() != "还没有备份" || m.Practice() {
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
