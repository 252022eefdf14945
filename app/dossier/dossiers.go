package dossier

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"gongkao/app/preview"
	"gongkao/app/registration"
	"gongkao/assets"
	"gongkao/data"
	"gongkao/data/store"
)

// Dossiers are the folders of an office's year.
type Dossiers struct {
	Matrix *Matrix
	Pages  *preview.Renderer // reads PDF files; nil: each Attach of one starts its own

	desk *registration.Desk
}

// New reads the list of documents of the desk's year. It refuses a list that is
// wrong (dossier-bad).
func New(d *registration.Desk) (*Dossiers, error) {
	m, err := Load(assets.Files, d.Office.Folder, d.Office.Profile.Year)
	if err != nil {
		return nil, err
	}
	return &Dossiers{Matrix: m, desk: d}, nil
}

// Standing is how a document stands.
type Standing string

// The standings, in the order in which they count: what was seen, then what was
// promised.
const (
	Seen     Standing = "seen"
	Copy     Standing = "copy"
	Scanned  Standing = "scanned"
	Promised Standing = "promised"
	Wanting  Standing = "wanting"
	Open     Standing = "open"
)

var standingNames = map[Standing]string{Seen: "见原件", Copy: "有复印件", Scanned: "有扫描件", Promised: "承诺后补", Wanting: "缺", Open: "未核"}

// String returns the word screens show.
func (s Standing) String() string { return standingNames[s] }

// There reports whether the document itself, a copy or a scan of it is there.
func (s Standing) There() bool { return s == Seen || s == Copy || s == Scanned }

// Held is a document that is asked for, and how it stands.
type Held struct {
	Slot
	Document data.Document
	Promise  *data.Commitment // that covers it and still stands; nil: none on record
	Standing Standing
}

// Of lists the documents an applicant has to have, in the order of the list.
func (s *Dossiers) Of(a *data.Applicant) []Held {
	slots := s.Matrix.slots(s.desk, a)
	all := make([]Held, 0, len(slots))
	for _, slot := range slots {
		h := Held{Slot: slot, Document: documentOf(a, slot.Key)}
		if slot.Commitable {
			h.Promise = promiseOf(a, slot.Key)
		}
		h.Standing = standingOf(h, s.desk.Office.Today())
		all = append(all, h)
	}
	return all
}

func documentOf(a *data.Applicant, slot string) data.Document {
	for _, d := range a.Dossier.Documents {
		if d.Slot == slot {
			return d
		}
	}
	return data.Document{ID: documentID(a.Application.ID, slot), Application: a.Application.ID, Slot: slot}
}

func documentID(id data.ApplicationID, slot string) data.DocumentID {
	return data.DocumentID(string(id) + "/" + slot)
}

// promiseOf returns the promise on record that covers a slot, the one that
// stands longest.
func promiseOf(a *data.Applicant, slot string) (found *data.Commitment) {
	for i := range a.Dossier.Commitments {
		c := &a.Dossier.Commitments[i]
		if c.Withdrawn.IsZero() && covers(c, slot) && (found == nil || c.Due.After(found.Due)) {
			found = c
		}
	}
	return found
}

func covers(c *data.Commitment, slot string) bool {
	if slices.Contains(c.Slots, slot) {
		return true
	}
	return slices.ContainsFunc(c.Years, func(year int) bool { return AppraisalSlot(year) == slot })
}

func standingOf(h Held, today data.Date) Standing {
	switch {
	case h.Document.State == data.DocumentSeen:
		return Seen
	case h.Document.State == data.DocumentCopy:
		return Copy
	case h.Promise != nil && h.Promise.Open() && !h.Promise.Lapsed(today):
		return Promised
	case h.Document.State == data.DocumentWanting:
		return Wanting
	case len(h.Document.Scans) > 0:
		return Scanned
	case h.Promise != nil && h.Promise.Lapsed(today):
		return Wanting
	}
	return Open
}

// Note says what has been seen of a document. DocumentOpen takes it back. It
// refuses a document nobody asks of the applicant (slot-unknown), a note that is
// too long (note-long), and a decided application unless the document was
// promised and is brought now (closed).
func (s *Dossiers) Note(ctx context.Context, id data.ApplicationID, slot string, state data.DocumentState, note string) error {
	_, held, err := s.held(id, slot)
	if err != nil {
		return err
	}
	if note, err = data.Written("note-long", note); err != nil {
		return err
	}
	if held.Promise == nil {
		if err := s.undecided(id); err != nil {
			return err
		}
	}
	document := held.Document
	document.State, document.Note = state, note
	return s.put(ctx, document, held.Name+"："+state.String())
}

// put writes a document as it is now.
func (s *Dossiers) put(ctx context.Context, document data.Document, why string) error {
	return s.write(ctx, data.OpDocument, why, document.Application, func(tx *store.Tx) error {
		document.By, document.At = s.desk.Office.Clerk, tx.Now()
		return tx.PutDocument(document)
	})
}

// write is one Update about one application, and its renewal.
func (s *Dossiers) write(ctx context.Context, op data.Op, why string, id data.ApplicationID, do func(*store.Tx) error) error {
	if _, err := s.desk.Office.Store.Update(ctx, op, why, do); err != nil {
		return err
	}
	_, err := s.desk.Renew(ctx, id)
	return err
}

// held finds a document that is asked of an applicant who may still be assessed.
func (s *Dossiers) held(id data.ApplicationID, slot string) (*data.Applicant, Held, error) {
	a, err := s.running(id)
	if err != nil {
		return nil, Held{}, err
	}
	all := s.Of(a)
	at := slices.IndexFunc(all, func(h Held) bool { return h.Key == slot })
	if at < 0 {
		var names []string
		for _, h := range all {
			names = append(names, h.Name)
		}
		return nil, Held{}, data.Refuse("slot-unknown", "", fmt.Sprintf("%s 的申报不需要“%s”", a.Person.Name, slot), "他要的材料是："+strings.Join(names, "、"))
	}
	return a, all[at], nil
}

// running returns an applicant who may still be assessed.
func (s *Dossiers) running(id data.ApplicationID) (*data.Applicant, error) {
	a, known := s.desk.Register.ByID(id)
	if !known {
		return nil, data.Refuse("not-found", "", "没有找到这份申报", "请在申报人员里重新查找")
	}
	if a.Application.Status == data.Carried {
		return nil, data.Refuse("closed", "", "此人本年度还没有申报，没有要登记的材料", "请先填申报工种和等级")
	}
	if status := a.Application.Status; !slices.Contains(registration.Running, status) {
		return nil, data.Refuse("closed", "", "这份申报是“"+status.String()+"”，材料不再改动", "确要改动，请先办“更正”，写明理由")
	}
	return a, nil
}

// undecided refuses what is decided: its papers are those the decision saw.
func (s *Dossiers) undecided(id data.ApplicationID) error {
	a, err := s.running(id)
	if err == nil && !slices.Contains(registration.Undecided, a.Application.Status) {
		err = data.Refuse("closed", "", "这份申报是“"+a.Application.Status.String()+"”，材料已经审定", "确要改动，请先办“更正”，写明理由；承诺后补的材料可以照常登记")
	}
	return err
}
