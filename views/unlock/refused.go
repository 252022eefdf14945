package unlock

import (
	"context"

	"gongkao/app/keeping"
	"gongkao/app/office"
	"gongkao/data"
	"gongkao/views/wording"
)

// Refusal says why an office cannot be opened, and what to do about it.
type Refusal struct {
	Title, Next string
	Damaged     bool     // a backup is what helps
	Folder      string   // where the backups lie
	Backups     []Backup // the latest, if there are any
}

// Backup is a backup as it is named to a clerk.
type Backup struct{ Words, Path string }

// shownBackups is how many backups are named: the latest may have the same
// damage.
const shownBackups = 3

// helpless are refusals that a backup does nothing about.
var helpless = map[string]bool{
	"in-use": true, "file-locked": true, "read-only": true, "disk-full": true, "disk-error": true, "file-newer": true,
}

// Refused is the screen of an office that cannot be opened; err is what New or
// opening said.
func Refused(place office.Place, err error) *Model { return &Model{place: place, refused: err} }

// Refusal returns why the office cannot be opened; false when it can.
func (m *Model) Refusal() (r Refusal, refused bool) {
	if m.refused == nil {
		return r, false
	}
	e, ok := data.AsRefusal(m.refused)
	if !ok {
		return Refusal{Title: "数据打不开", Next: "数据没有动过。请再试一次；还不行，请把下面的故障号告诉维护的人"}, true
	}
	r = Refusal{Title: e.Message, Next: e.Hint, Damaged: !helpless[e.Code]}
	if r.Damaged {
		r.Next = "请用最近的备份恢复；现在的数据文件会原样留着"
		r.Folder = office.BackupFolderOf(m.place.Folder)
		r.Backups = m.backups(r.Folder)
	}
	return r, true
}

func (m *Model) backups(folder string) (all []Backup) {
	now := m.now()
	kept, err := keeping.List(folder, now.Location())
	if err != nil { // then the folder's name has to do
		return nil
	}
	for _, k := range kept[:min(len(kept), shownBackups)] {
		all = append(all, Backup{wording.WhenExactly(k.At, now), k.Path})
	}
	return all
}

// Fault returns the error behind a refusal that is none, for the log and its
// number.
func (m *Model) Fault() error {
	if _, ok := data.AsRefusal(m.refused); ok {
		return nil
	}
	return m.refused
}

// Again looks once more, and returns the screen of what it finds. It is for the
// background.
func (m *Model) Again(ctx context.Context) (*Model, error) {
	fresh, err := New(ctx, m.place)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil {
		return Refused(m.place, err), nil
	}
	return fresh, nil
}
