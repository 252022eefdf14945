package intake

import (
	"context"
	"fmt"
	"strings"

	"gongkao/app/keeping"
	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/data"
	"gongkao/data/store"
)

// KeepLayout keeps what a clerk has said of the columns of a sheet; sheets with the
// same head are read alike from then on. A layout without columns takes back what
// was said. It refuses a layout without a head (layout-unknown).
func KeepLayout(ctx context.Context, d *registration.Desk, l data.SheetLayout) error {
	if l.ID == "" {
		return data.Refuse("layout-unknown", "", "这张表没有表头，栏目对应记不住", "请给表格加上一行栏目名称再导入")
	}
	_, err := d.Office.Store.Update(ctx, data.OpImport, "栏目对应："+l.File, func(tx *store.Tx) error { return putLayout(tx, d, l) })
	return err
}

func putLayout(tx *store.Tx, d *registration.Desk, l data.SheetLayout) error {
	l.At, l.By = tx.Now(), d.Office.Clerk
	return tx.PutSheetLayout(l)
}

// Again takes a batch back and takes its files in again, with their columns as the
// layout says, which is kept for the next sheet with this head. What was answered
// of rows that wait once more goes along. A roster is taken back and in by one
// Update: when anything is refused, nothing has changed. People whom somebody has
// touched since stay as they are.
//
// It refuses what TakeBack and KeepLayout refuse, a batch whose files are not kept
// (file-gone), and files that cannot be read under the layout (as grid.Read and
// sheets.Understand do) before anything is written.
func Again(ctx context.Context, d *registration.Desk, id data.BatchID, l data.SheetLayout, opts Options) (Result, error) {
	back, err := newTakingBack(ctx, d, id, "改了栏目对应，重新读过")
	if err != nil {
		return Result{}, err
	}
	a := &again{desk: d, back: back, layout: l}
	if a.files, err = keptFiles(ctx, d, back.batch); err != nil {
		return Result{}, err
	}
	if err := a.leaving(ctx); err != nil {
		return Result{}, err
	}
	if a.taking, err = newTaking(ctx, d, opts); err != nil {
		return Result{}, err
	}
	t := a.taking
	t.layouts[l.ID], t.only, t.leaving = l, back.batch.Kind, a.gone
	t.past.leave(back.batch)
	result, err := t.look(ctx, a.files)
	if err == nil {
		err = unread(result)
	}
	if err != nil || opts.DryRun {
		return result, err
	}
	if _, err := keeping.AutoBackup(ctx, d.Office.Store, d.Office.BackupFolder(), "导入前"); err != nil {
		return Result{}, err
	}
	if !a.together {
		return a.apart(ctx, opts)
	}
	if err := a.write(ctx); err != nil {
		return Result{}, err
	}
	t.tell(&result)
	return result, d.Reload(context.WithoutCancel(ctx))
}

// again is a batch while it is read again.
type again struct {
	desk     *registration.Desk
	back     *takingBack
	layout   data.SheetLayout
	files    []source
	taking   *taking
	gone     map[data.ApplicationID]bool // who is taken back
	together bool                        // out and in by one Update
}

// keptFiles returns the files of a batch as they were sent.
func keptFiles(ctx context.Context, d *registration.Desk, b data.Batch) (files []source, err error) {
	err = d.Office.Store.View(ctx, func(r *store.Reader) error {
		for _, f := range b.Files {
			kept, found, err := r.SentFile(f.SHA256)
			if err != nil {
				return err
			}
			if !found {
				return data.Refuse("file-gone", "", "“"+f.Name+"”没有留着，不能重新读", "请记住栏目对应，撤销这一批，再选原来的文件导入")
			}
			files = append(files, source{path: kept.Name, kept: &kept})
		}
		return nil
	})
	return files, err
}

// leaving finds who would be taken back, and whether that and the reading can be
// one Update: of people alone. What units and ledgers would be without the batch
// is known only when it is gone.
func (a *again) leaving(ctx context.Context) error {
	a.gone = map[data.ApplicationID]bool{}
	if a.back.batch.Kind != sheets.People {
		return nil
	}
	return a.desk.Office.Store.View(ctx, func(r *store.Reader) error {
		s, err := readSince(r, a.desk, &a.back.batch, a.back.drafts)
		if err != nil {
			return err
		}
		a.together = len(s.units) == 0
		for _, p := range brought(a.desk, a.back.batch.ID) {
			a.gone[p.Application.ID] = s.why(p.Application.ID) == ""
		}
		return nil
	})
}

// unread refuses what the first file that could not be read was refused for.
func unread(r Result) error {
	for _, f := range r.Files {
		if f.Error != nil {
			return data.Refuse(f.Error.Code, "", f.Error.Message, f.Error.Hint)
		}
	}
	return nil
}

// write takes out and in by one Update.
func (a *again) write(ctx context.Context) error {
	a.back.again = true
	_, err := a.desk.Office.Store.Update(ctx, data.OpImport, a.back.batch.Void+"："+a.taking.named(), func(tx *store.Tx) error {
		if err := a.back.write(ctx, tx); err != nil {
			return err
		}
		if err := putLayout(tx, a.desk, a.layout); err != nil {
			return err
		}
		if !a.taking.nothing() {
			if err := a.taking.write(ctx, tx); err != nil {
				return err
			}
		}
		if err := a.carry(tx, a.taking); err != nil {
			return err
		}
		return Settled(tx, a.back.batch)
	})
	return err
}

// apart takes out by one Update and in by another: the files are known to be
// readable. When the second is refused all the same, that is said.
func (a *again) apart(ctx context.Context, opts Options) (Result, error) {
	if err := KeepLayout(ctx, a.desk, a.layout); err != nil {
		return Result{}, err
	}
	if _, err := TakeBack(ctx, a.desk, a.back.batch.ID, a.back.batch.Void); err != nil {
		return Result{}, err
	}
	result, err := a.takeKept(ctx, opts)
	if err != nil {
		return Result{}, data.RefuseBecause(err, "again-half", fmt.Sprintf("这一批已经撤销，重新读入没有成功：%s", strings.TrimRight(err.Error(), "。")), "请选原来的文件再导入一次")
	}
	return result, nil
}

func (a *again) takeKept(ctx context.Context, opts Options) (Result, error) {
	t, err := newTaking(ctx, a.desk, opts)
	if err != nil {
		return Result{}, err
	}
	t.only = a.back.batch.Kind
	result, err := t.look(ctx, a.files)
	if err != nil || t.nothing() {
		return result, err
	}
	_, err = a.desk.Office.Store.Update(ctx, data.OpImport, t.named(), func(tx *store.Tx) error {
		if err := t.write(ctx, tx); err != nil {
			return err
		}
		return a.carry(tx, t)
	})
	if err != nil {
		return Result{}, err
	}
	t.tell(&result)
	return result, t.renew(context.WithoutCancel(ctx))
}
