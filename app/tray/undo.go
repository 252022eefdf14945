package tray

import (
	"context"
	"slices"

	"gongkao/data"
	"gongkao/data/store"
)

// step is one thing done in this sitting, with what stood before it.
type step struct {
	what    string
	at      []int
	before  []data.TrayAnswer
	learnt  *learnt  // the spelling that was remembered with it
	amended *amended // the registered applicant that was changed with it
}

// CanUndo returns what Undo would take back, "" when there is nothing.
func (t *Tray) CanUndo() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.steps) == 0 {
		return ""
	}
	return t.steps[len(t.steps)-1].what
}

// Undo takes back the last thing done in this sitting, with the spelling that was
// remembered by it, and tells what that was; it may be asked again until nothing
// is left (nothing-to-undo). What has entered is taken back with the batch.
func (t *Tray) Undo(ctx context.Context) (what string, err error) {
	defer t.changing()()
	if len(t.steps) == 0 {
		return "", data.Refuse("nothing-to-undo", "", "这次打开以后没有可以撤销的改动", "放入的行，请撤销整批导入，或在申报人员里撤回")
	}
	last := t.steps[len(t.steps)-1]
	if last.amended != nil {
		if err := last.amended.back(ctx, t.desk); err != nil {
			return "", err
		}
	}
	stood := map[int]data.TrayAnswer{}
	for n, i := range last.at {
		stood[i] = last.before[n]
	}
	said := answering{why: "撤销：" + last.what, at: last.at, set: func(i int, a *data.TrayAnswer) {
		a.Texts, a.State, a.Why, a.Application = stood[i].Texts, stood[i].State, stood[i].Why, stood[i].Application
	}}
	if last.learnt != nil {
		said.along = func(_ context.Context, tx *store.Tx) error { return t.unlearn(tx, last.learnt) }
	}
	stale := t.alike(last.at)
	if _, err := t.answer(ctx, said); err != nil {
		return "", err
	}
	t.steps = t.steps[:len(t.steps)-1]
	if last.learnt != nil {
		if err := t.learn(ctx); err != nil {
			return last.what, err
		}
	}
	return last.what, t.judge(merge(stale, t.alike(last.at)))
}

// unlearn forgets a spelling; what else was changed of the units since stays.
func (t *Tray) unlearn(tx *store.Tx, l *learnt) error {
	var again []data.Unit
	for _, was := range l.before {
		for _, u := range t.desk.EveryUnit() {
			if u.ID == was.ID {
				u.Written = was.Written
				again = append(again, u)
			}
		}
	}
	return putUnits(tx, again)
}

// forget leaves rows that have entered out of what can be undone.
func (t *Tray) forget(entered []int) {
	t.steps = slices.DeleteFunc(t.steps, func(s step) bool {
		return slices.ContainsFunc(s.at, func(i int) bool { return slices.Contains(entered, i) })
	})
}
