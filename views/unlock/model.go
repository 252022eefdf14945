// Package unlock is the screen before an office is open: whose it is, who signs
// in, the passphrase. A wrong one is answered by a sentence, and after five by a
// wait that is written in seconds. Model holds the state; Try does the work in
// the background and changes nothing of it.
package unlock

import (
	"context"
	"fmt"
	"time"

	"gongkao/app/keeping"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/wording"
)

// freeTries is how many wrong passphrases cost nothing.
const freeTries = 5

// Model is the screen of signing in.
type Model struct {
	place    office.Place
	glimpse  office.Glimpse
	tries    int
	trouble  string
	recovery recovery
	refused  error // why the office cannot be opened at all
}

// New looks at the office of a place. It refuses what cannot be opened at all:
// a damaged file, a folder in use. Hand the refusal to Refused.
func New(ctx context.Context, place office.Place) (*Model, error) {
	glimpse, err := office.Look(ctx, place)
	if err != nil {
		return nil, err
	}
	return &Model{place: place, glimpse: glimpse}, nil
}

// Head names the office, its year, and when something was last written.
func (m *Model) Head() (title, fact string) {
	fact = fmt.Sprintf("%d 年度", m.glimpse.Year)
	if at := m.glimpse.LastAt; !at.IsZero() {
		now := m.now()
		fact += "　上次改动 " + wording.WhenExactly(at.In(now.Location()), now)
	}
	return m.glimpse.Name, fact
}

// Practice reports whether no passphrase is needed.
func (m *Model) Practice() bool { return m.glimpse.Practice }

// Clerks returns who may sign in. Nobody is chosen: whose passphrase it is, is
// signed in.
func (m *Model) Clerks() []string { return m.glimpse.Clerks }

// LastBackup says when the last automatic backup was made.
func (m *Model) LastBackup() string {
	now := m.now()
	last, ok := keeping.Latest(office.BackupFolderOf(m.place.Folder), now.Location())
	if !ok {
		return "还没有备份"
	}
	return "上次备份 " + wording.WhenExactly(last.At, now)
}

func (m *Model) now() time.Time {
	if m.place.Now == nil {
		return time.Now()
	}
	return m.place.Now()
}

// Wait returns how many whole seconds must pass before the next try, 0 when it
// may be now.
func (m *Model) Wait() int {
	return int((office.Delay(m.place.Folder) + time.Second - 1) / time.Second)
}

// Trouble is the sentence below the passphrase; "" when there is none. It counts
// the seconds down each time it is asked.
func (m *Model) Trouble() string {
	if seconds := m.Wait(); seconds > 0 {
		return fmt.Sprintf("口令不对，已试 %d 次；请等 %d 秒再试", max(m.tries, freeTries), seconds)
	}
	return m.trouble
}

// MayTry reports whether 打开 can be pressed with this text.
func (m *Model) MayTry(passphrase string) bool {
	return m.Wait() == 0 && (passphrase != "" || m.glimpse.Practice)
}

// Try opens the office and reads its register. It is for the background: it
// takes a fifth of a second and more. Hand an error to Failed.
func (m *Model) Try(ctx context.Context, passphrase string) (*registration.Desk, error) {
	place := m.place
	place.Passphrase = passphrase
	return enter(ctx, place)
}

func enter(ctx context.Context, place office.Place) (*registration.Desk, error) {
	o, err := office.Open(ctx, place)
	return registration.Sit(ctx, o, err)
}

// Failed takes the error of Try. What it returns is not about the passphrase
// and is to be shown; nil when the sentence below the field says all.
func (m *Model) Failed(err error) error {
	if !data.HasCode(err, "wrong-passphrase") {
		m.trouble = ""
		return err
	}
	m.tries++
	m.trouble = fmt.Sprintf("口令不对，已试 %d 次；请看大小写和输入法，%d 次以后每次要等", m.tries, freeTries)
	if m.tries >= freeTries {
		m.trouble = fmt.Sprintf("口令不对，已试 %d 次；忘了口令，按 F6 用恢复码", m.tries)
	}
	return nil
}

// Recover sets a new passphrase by the recovery code, and opens the office. It
// is for the background.
func (m *Model) Recover(ctx context.Context, code, passphrase string) (*registration.Desk, error) {
	place := m.place
	place.Passphrase = passphrase
	if err := office.Recover(ctx, place, code); err != nil {
		return nil, err
	}
	return enter(context.WithoutCancel(ctx), place) // the new passphrase holds already
}
