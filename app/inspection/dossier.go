package inspection

import (
	"slices"
	"time"

	"gongkao/app/policy"
	"gongkao/data"
	"gongkao/data/store"
)

// Document is what was seen of one document.
type Document struct {
	Slot
	State     data.DocumentState `json:"state"`
	StateName string             `json:"state_name"`
	By        string             `json:"by"`
	At        time.Time          `json:"at"`
	Note      string             `json:"note,omitempty"`
	Scans     []data.Scan        `json:"scans"`
}

// Commitment is a promise and how it stands on the day.
type Commitment struct {
	data.Commitment
	Open   bool `json:"open"`
	Lapsed bool `json:"lapsed"`
}

// Violation is what the person was found to have done, and whether it still
// keeps him out on the day.
type Violation struct {
	data.Violation
	Bans bool `json:"bans"`
}

// Slip is a handing over of originals, as far as it names the application.
type Slip struct {
	ID    data.CustodyID `json:"id"`
	Back  bool           `json:"back"`
	At    time.Time      `json:"at"`
	Unit  string         `json:"unit"`
	Hand  string         `json:"hand"`
	By    string         `json:"by"`
	Void  string         `json:"void,omitempty"`
	Items []Original     `json:"items"`
}

// Original is a document on a slip.
type Original struct {
	Slot
	Pieces int `json:"pieces"`
}

// slotOf names a slot.
func slotOf(key string) Slot { return Slot{key, policy.EvidenceName(key)} }

// readDossier writes down what lies beside the form.
func (f *File) readDossier(d data.Dossier) {
	f.Documents, f.Commitments, f.Violations = []Document{}, []Commitment{}, []Violation{}
	for _, doc := range d.Documents {
		f.Documents = append(f.Documents, Document{slotOf(doc.Slot), doc.State, doc.State.String(), doc.By, doc.At, doc.Note, listed(doc.Scans)})
	}
	for _, c := range d.Commitments {
		f.Commitments = append(f.Commitments, Commitment{c, c.Open(), c.Lapsed(f.AsOf)})
	}
	for _, v := range d.Violations {
		f.Violations = append(f.Violations, Violation{v, v.Bans(f.AsOf)})
	}
	f.Notice = d.Notice
}

// readCustody takes in the slips that name the application, without what they
// say of others.
func (f *File) readCustody(r *store.Reader) error {
	f.Custody = []Slip{}
	slips, err := r.Custodies()
	if err != nil {
		return err
	}
	for _, s := range slips {
		var own []Original
		for _, item := range s.Items {
			if item.Application == f.Application {
				own = append(own, Original{slotOf(item.Slot), item.Pieces})
			}
		}
		if len(own) == 0 {
			continue
		}
		slip := Slip{ID: s.ID, Back: s.Back, At: s.At, Hand: s.Hand, By: s.By, Void: s.Void, Items: own}
		if s.Unit != "" {
			unit, err := r.Unit(s.Unit)
			if err != nil {
				return err
			}
			slip.Unit = unit.Name
		}
		f.Custody = append(f.Custody, slip)
	}
	slices.SortStableFunc(f.Custody, func(a, b Slip) int { return a.At.Compare(b.At) })
	return nil
}
