package record

import (
	"context"
	"fmt"
	"slices"

	"gongkao/app/dossier"
	"gongkao/data"
	"gongkao/views/wording"
)

// Folder is what lies beside the form of one record: its papers, what was
// promised, the public notice, violations. Each command is an act of its own in
// the history; the model is told and judges anew.
type Folder struct {
	m    *Model
	kept *dossier.Dossiers
}

// NewFolder returns the folder of a record.
func NewFolder(m *Model, kept *dossier.Dossiers) *Folder { return &Folder{m, kept} }

// Cell is one paper of the strip beneath the form.
type Cell struct {
	Slot, Name string
	Word       string // 见原件, 有复印件, 承诺后补, 可容缺, 缺, 未核
	Mark       wording.Mark
	Scans      int
}

// standings are the sign and the word of each standing.
var standings = map[dossier.Standing]wording.Mark{
	dossier.Seen: wording.Pass, dossier.Copy: wording.Pass, dossier.Promised: wording.Warn, dossier.Wanting: wording.Block, dossier.Open: wording.Plain,
}

// Cells are the papers that are needed, in the order of the matrix.
func (f *Folder) Cells() (cells []Cell) {
	for _, h := range f.all() {
		cells = append(cells, f.cell(h))
	}
	return cells
}

// all are the papers needed: none of somebody who is not registered yet, or where
// the matrix could not be read.
func (f *Folder) all() []dossier.Held {
	if f.m == nil || f.kept == nil || f.m.IsNew() {
		return nil
	}
	return f.kept.Of(&f.m.applicant)
}

// cell words a paper: what is not there, but may be promised, is 可容缺.
func (f *Folder) cell(h dossier.Held) Cell {
	c := Cell{Slot: h.Key, Name: h.Name, Word: h.Standing.String(), Mark: standings[h.Standing], Scans: len(h.Document.Scans)}
	switch {
	case h.Standing == dossier.Promised && h.Promise != nil && h.Promise.Lapsed(f.m.day()):
		c.Word, c.Mark = "到期未补", wording.Block
	case h.Standing == dossier.Wanting && h.Commitable:
		c.Word, c.Mark = "可容缺", wording.Warn
	}
	return c
}

// Paper is one paper opened: what to look for on it, who saw it when, and its
// scans.
type Paper struct {
	Cell
	Look  string
	Seen  string // 王建国 4月2日 见原件
	Note  string
	Scans []data.Scan
}

// Paper returns a paper; false when the record does not need it.
func (f *Folder) Paper(slot string) (Paper, bool) {
	h, ok := f.held(slot)
	if !ok {
		return Paper{}, false
	}
	p := Paper{Cell: f.cell(h), Look: h.Look, Note: h.Document.Note, Scans: h.Document.Scans}
	if h.Document.By != "" {
		p.Seen = fmt.Sprintf("%s　%s　%s", wording.When(h.Document.At, f.m.desk.Office.Now()), h.Document.By, h.Document.State)
	}
	return p, true
}

// ConsentPaper is the paper on which person and unit confirm that he applies in
// the year he retires, "" where none is needed.
func (f *Folder) ConsentPaper() string {
	for _, c := range f.Cells() {
		if c.Slot == consentSlot {
			return c.Slot
		}
	}
	return ""
}

// consentSlot is the matrix's key of the confirmation.
const consentSlot = "consent"

func (f *Folder) held(slot string) (dossier.Held, bool) {
	all := f.all()
	i := slices.IndexFunc(all, func(h dossier.Held) bool { return h.Key == slot })
	if i < 0 {
		return dossier.Held{}, false
	}
	return all[i], true
}

// writable refuses a change of what is closed.
func (f *Folder) writable() error {
	switch {
	case f.m.past != nil:
		return data.Refuse("decided", "", "这是过去的样子，不能改", "按 Esc 回到现在再改")
	case f.m.Decided():
		return data.Refuse("decided", "", "已审结，不能直接改", "更正另办：F2 里选“更正”")
	}
	return nil
}

// Mark says what has been seen of a paper.
func (f *Folder) Mark(ctx context.Context, slot string, state data.DocumentState) (Left, error) {
	h, ok := f.held(slot)
	if !ok || h.Document.State == state {
		return Left{}, nil
	}
	what := h.Name + "：" + state.String()
	if state == data.DocumentOpen {
		what = h.Name + "：收回，未核"
	}
	return f.write(what, func() error { return f.kept.Note(ctx, f.m.ID(), slot, state, h.Document.Note) })
}

// Remark writes a note beside a paper.
func (f *Folder) Remark(ctx context.Context, slot, note string) (Left, error) {
	h, ok := f.held(slot)
	if !ok || h.Document.Note == note {
		return Left{}, nil
	}
	return f.write(h.Name+"：备注已记下", func() error { return f.kept.Note(ctx, f.m.ID(), slot, h.Document.State, note) })
}

// Attaching returns the work of keeping a scan from a file, which is for the
// background: a PDF is drawn anew page by page. Attached tells what became of it.
func (f *Folder) Attaching(slot, path string) func(context.Context) (data.Scan, error) {
	kept, id, err := f.kept, f.m.ID(), f.writable()
	return func(ctx context.Context) (data.Scan, error) {
		if err != nil {
			return data.Scan{}, err
		}
		return kept.Attach(ctx, id, slot, path)
	}
}

// Attached takes up what Attaching has written.
func (f *Folder) Attached(slot string) (Left, error) {
	h, _ := f.held(slot)
	return f.record(h.Name+"：扫描件已存入", func() error { return nil })
}

// Detach takes a scan away.
func (f *Folder) Detach(ctx context.Context, slot, sha256 string) (Left, error) {
	h, _ := f.held(slot)
	return f.write(h.Name+"：扫描件已取下", func() error { return f.kept.Detach(ctx, f.m.ID(), slot, sha256) })
}

// Scan returns the work of reading a scan, which is for the background.
func (f *Folder) Scan(sha256 string) func(context.Context) ([]byte, error) {
	kept := f.kept
	return func(ctx context.Context) ([]byte, error) { return kept.Scan(ctx, sha256) }
}

// write does it and tells what became of the verdict.
func (f *Folder) write(what string, do func() error) (Left, error) {
	if err := f.writable(); err != nil {
		return Left{}, err
	}
	return f.record(what, do)
}

// record is write for what is noted of closed records too.
func (f *Folder) record(what string, do func() error) (Left, error) {
	if err := do(); err != nil {
		return Left{}, err
	}
	was := f.m.verdict
	f.m.Refresh()
	if turned := f.m.turned(was); turned != "" {
		what += "，" + turned
	}
	return Left{Done: wording.Done{What: what, Next: "Ctrl+Z 撤销"}, Changed: true}, nil
}
