// Package tray is the desk on which the rows of an import lie that could not
// enter. Each is shown with what is wrong with it now, mended field by field and
// judged again at once, sent back to the sender, dropped, or put in.
//
// A row itself (data.WaitingRow) never changes. What a clerk says of it is a
// data.TrayAnswer, written by store.Update the moment he says it: nothing typed is
// lost, and the history tells who mended what. What a row of people means is read
// by package sheets, a row of payments, scores or orders is judged by its ledger.
//
// Callers want Waiting for the imports of which rows wait, and Open for one of
// them; then Groups, Row, Mend and their kin, and Enter. A Tray may be used from
// several goroutines.
package tray

import (
	"context"
	"slices"
	"sync"

	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/data"
	"gongkao/data/store"
)

// Tray is the tray of one import while a clerk works at it.
type Tray struct {
	desk *registration.Desk

	acts sync.Mutex // held by whoever changes something, all the while

	mu      sync.Mutex // guards what follows; let go while the store writes, so that it can be read then
	batch   data.Batch
	rows    []row // by their place in the batch
	again   *sheets.Again
	claims  map[data.IDNumber][]int        // open rows of people by their ID number, in order
	earlier map[data.IDNumber]sheets.Place // where the same person waits in the tray of an earlier import
	steps   []step                         // what was done in this sitting, the last at the end
}

// row is a row of the tray as it stands now.
type row struct {
	kind   string            // of its sheet
	answer data.TrayAnswer   // without an id as long as nobody has answered
	texts  map[string]string // what counts: as written, or what was put instead
	found  []sheets.Problem  // what is wrong with the row; that its person stands elsewhere is not among it
	person data.Applicant    // of a row of people, as far as it can be read
	home   string            // code of the problem by which it is shown: the first, or the last there was
	asked  string            // field of that problem where it is a month in doubt
}

// open reports whether the row is still to be settled.
func (r *row) open() bool { return r.answer.State == data.TrayOpen }

// Open opens the tray of an import. It refuses an import that there is none of
// (batch-unknown) and one that was taken back (batch-void).
func Open(ctx context.Context, d *registration.Desk, id data.BatchID) (*Tray, error) {
	t := &Tray{desk: d}
	return t, t.read(ctx, id)
}

// Renew reads everything again, after the register was changed by another door.
// What was done in this sitting can still be undone.
func (t *Tray) Renew(ctx context.Context) error {
	defer t.changing()()
	return t.read(ctx, t.batch.ID)
}

// changing makes the caller the only one who changes something until he calls done.
func (t *Tray) changing() (done func()) {
	t.acts.Lock()
	t.mu.Lock()
	return func() {
		t.mu.Unlock()
		t.acts.Unlock()
	}
}

// aside does what takes long while others may read the tray as it is. Whoever
// changes it calls this.
func (t *Tray) aside(do func() error) error {
	t.mu.Unlock()
	defer t.mu.Lock()
	return do()
}

// read is Renew for callers that hold the lock.
func (t *Tray) read(ctx context.Context, id data.BatchID) error {
	err := t.desk.Office.Store.View(ctx, func(r *store.Reader) error {
		all, err := thisYears(r, t.desk)
		if err != nil {
			return err
		}
		return t.readOf(r, all, id)
	})
	if err != nil {
		return err
	}
	return t.judgeAll()
}

// readOf reads one of the year's imports. Its rows are still to be judged.
func (t *Tray) readOf(r *store.Reader, all []data.Batch, id data.BatchID) error {
	at := slices.IndexFunc(all, func(b data.Batch) bool { return b.ID == id })
	if at < 0 {
		return unknownBatch()
	}
	if t.batch = all[at]; t.batch.Void != "" {
		return voidBatch(t.batch.Void)
	}
	answers, err := r.TrayAnswers(id)
	if err != nil {
		return err
	}
	t.lay(answers)
	t.earlier, err = t.claimed(r, all[:at])
	return err
}

// lay lays the rows out with what has been answered of them.
func (t *Tray) lay(answers map[int]data.TrayAnswer) {
	t.again = sheets.NewAgain(t.knowledge())
	t.rows = make([]row, len(t.batch.Tray))
	for i := range t.rows {
		t.rows[i] = row{kind: kindOf(&t.batch, i), home: firstError(t.batch.Tray[i].Problems)}
		t.take(i, answers[i])
	}
}

// take lets an answer count for its row. The row is still to be judged.
func (t *Tray) take(i int, a data.TrayAnswer) {
	r := &t.rows[i]
	r.answer, r.texts = a, t.batch.Tray[i].Texts
	if len(a.Texts) > 0 {
		r.texts = overlaid(r.texts, a.Texts)
	}
}

func unknownBatch() error {
	return data.Refuse("batch-unknown", "", "没有找到这一批导入", "请刷新后再试；往年的导入不能再改")
}

func voidBatch(why string) error {
	return data.Refuse("batch-void", "", "这一批已经撤销："+why, "要重新登记，请再导入一次")
}

// Batch returns the import.
func (t *Tray) Batch() data.Batch {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.batch
}

// Figures says what became of everything that was read.
type Figures struct {
	Read    int // rows of the sheets that are somebody or something
	Entered int // at once, and from the tray
	Open    int // still to be settled
	Ready   int // of them, those that Enter would take
	Sent    int // back to the sender
	Dropped int
	Skipped int // titles, sums, signatures; 0 in imports of older versions, which did not note them
}

// Figures counts the rows of the import.
func (t *Tray) Figures() Figures {
	t.mu.Lock()
	defer t.mu.Unlock()
	f := Figures{Read: t.batch.Accepted + len(t.rows), Entered: t.batch.Accepted}
	for i := range t.rows {
		switch t.rows[i].answer.State {
		case data.TrayEntered:
			f.Entered++
		case data.TraySentBack:
			f.Sent++
		case data.TrayDropped:
			f.Dropped++
		default:
			f.Open++
			if t.ready(i) {
				f.Ready++
			}
		}
	}
	for _, s := range t.batch.Sheets {
		f.Skipped += len(s.Skipped)
	}
	return f
}
