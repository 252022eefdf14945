package registration

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"gongkao/app/eligibility"
	"gongkao/data"
	"gongkao/data/store"
)

// teller puts events of one application into words.
type teller struct {
	desk      *Desk
	applicant *data.Applicant
	waiting   *data.Proposal
	books     []data.Book      // of the year, by whose titles orders are told
	row       *data.WaitingRow // by which he came in, as it was written; nil: by none of a tray
}

// sentence is one thing said of an event. Those with the same head are said
// together: 见原件：身份证、毕业证书.
type sentence struct {
	kind EventKind
	head string
	of   string
}

// tellers says how each kind of record is told: what of it changed, in words.
var tellers = map[data.Kind]func(*teller, *Event, store.Entry) ([]sentence, error){
	data.KindApplication: tellApplication,
	data.KindPerson:      tellPerson,
	data.KindPhoto:       tellPhoto,
	data.KindDocument:    of(tellDocument),
	data.KindCommitment:  of(tellCommitment),
	data.KindNotice:      of(tellNotice),
	data.KindCustody:     of(tellCustody),
	data.KindViolation:   of(tellViolation),
	data.KindReview:      of(tellReview),
	data.KindDecision:    of(tellDecision),
	data.KindPrint:       of(tellPrint),

	data.KindScore:       of(tellScore),
	data.KindEvaluation:  of(tellEvaluation),
	data.KindCertificate: of(tellCertificate),
	data.KindArchive:     of(tellArchive),
	data.KindBookOrder:   of(tellBookOrder),
	data.KindPayment:     of(tellPayment),
	data.KindPaymentSlip: of(tellPaymentSlip),

	data.KindStampedSheet: of(tellStamped),
	data.KindTrayAnswer:   of(tellTrayAnswer),
}

// tell fills in what an event's entries say.
func (t *teller) tell(e *Event) error {
	var said []sentence
	for _, entry := range e.entries {
		say := tellers[entry.Kind]
		if say == nil {
			continue
		}
		more, err := say(t, e, entry)
		if err != nil {
			return fmt.Errorf("registration: entry %d of the history: %w", entry.Seq, err)
		}
		said = append(said, more...)
	}
	for _, s := range said {
		if slices.Index(eventKinds, s.kind) > slices.Index(eventKinds, e.Kind) {
			e.Kind = s.kind
		}
	}
	e.Words = together(relevant(e, said))
	if e.Words == "" {
		e.Words = e.Op.String()
	}
	if len(said) == 0 {
		e.bar(barNothing)
	}
	return nil
}

// relevant leaves out what goes without saying: the fields of somebody just
// registered, the move of a status and the asks that a decision or an opening for
// correction tells already.
func relevant(e *Event, said []sentence) []sentence {
	return slices.DeleteFunc(slices.Clone(said), func(s sentence) bool {
		switch e.Kind {
		case EventEntered:
			return s.kind != EventEntered && e.Op != data.OpYear
		case EventDecision, EventReopen:
			return s.kind == EventStatus || s.head == askHead
		}
		return false
	})
}

// together makes one text of sentences.
func together(said []sentence) string {
	var parts, heads []string
	for _, s := range said {
		at := slices.Index(heads, s.head)
		switch {
		case s.head == "":
			parts, heads = append(parts, s.of), append(heads, "")
		case at < 0:
			parts, heads = append(parts, s.head+"："+s.of), append(heads, s.head)
		default:
			parts[at] += "、" + s.of
		}
	}
	return strings.Join(parts, "；")
}

// of reads both sides of an entry for a teller; was is nil for a new record.
func of[T any](say func(t *teller, e *Event, was *T, is T) []sentence) func(*teller, *Event, store.Entry) ([]sentence, error) {
	return func(t *teller, e *Event, entry store.Entry) ([]sentence, error) {
		var was *T
		var is T
		if entry.Before != nil {
			was = new(T)
			if err := json.Unmarshal(entry.Before, was); err != nil {
				return nil, err
			}
		}
		if err := json.Unmarshal(entry.After, &is); err != nil {
			return nil, err
		}
		return say(t, e, was, is), nil
	}
}

func tellApplication(t *teller, e *Event, entry store.Entry) ([]sentence, error) {
	if entry.Before == nil {
		e.New = true
		e.bar(barEntered)
		words := "登记"
		if entry.Op == data.OpImport {
			words = "由导入登记"
		}
		if t.row != nil && entry.Op == data.OpTray {
			words = fmt.Sprintf("由导入第 %d 行改好后登记", t.row.Row)
		}
		if entry.Op == data.OpYear {
			return tellCarried(entry)
		}
		return []sentence{{EventEntered, "", words}}, nil
	}
	if said, told, err := tellBatch(e, entry); told || err != nil {
		return said, err
	}
	return t.tellFields(e, entry, func(a *data.Applicant, content []byte) error {
		err := json.Unmarshal(content, &a.Application)
		a.Unit = t.desk.nameOf(a.Application.Unit)
		return err
	})
}

func tellPerson(t *teller, e *Event, entry store.Entry) ([]sentence, error) {
	if entry.Before == nil || entry.Op == data.OpTakeBack {
		e.bar(barEntered)
		return nil, nil
	}
	return t.tellFields(e, entry, func(a *data.Applicant, content []byte) error { return json.Unmarshal(content, &a.Person) })
}

// tellFields compares an entry's before and after, field by field.
func (t *teller) tellFields(e *Event, entry store.Entry, read func(*data.Applicant, []byte) error) (said []sentence, err error) {
	var before, after data.Applicant
	if err := read(&before, entry.Before); err != nil {
		return nil, err
	}
	if err := read(&after, entry.After); err != nil {
		return nil, err
	}
	for _, f := range data.Fields {
		if was, is := f.Get(&before), f.Get(&after); was != is {
			e.Changes = append(e.Changes, FieldChange{f.Key, f.Label, was, is})
			said = append(said, sentence{EventFields, "", f.Label + "：" + orEmpty(was) + " → " + orEmpty(is)})
		}
	}
	if entry.Op == data.OpUnit {
		e.bar(barUnit)
	}
	if was, is := before.Application.Status, after.Application.Status; was != is {
		e.Changes = append(e.Changes, FieldChange{statusKey, "状态", was.String(), is.String()})
		said = append(said, sentence{EventStatus, "", statusWords(e.Op, was, is)})
		if was == data.Carried {
			e.bar(barApplied)
		}
		e.bar(barStatus)
	}
	return said, nil
}

func statusWords(op data.Op, was, is data.Status) string {
	switch {
	case op == data.OpSubmit:
		return "交审"
	case op == data.OpYear && is == data.Carried:
		return "再次带入本年度"
	case op == data.OpYear:
		return "年度退回，没有带入"
	case was == data.Carried:
		return "开始申报"
	}
	return "状态：" + was.String() + " → " + is.String()
}

func orEmpty(text string) string {
	if text == "" {
		return "空"
	}
	return text
}

// tellPhoto does not look at the pictures, only whether there are any.
func tellPhoto(_ *teller, _ *Event, entry store.Entry) ([]sentence, error) {
	var was, is struct {
		JPEG []byte `json:"jpeg"`
	}
	if entry.Before != nil {
		if err := json.Unmarshal(entry.Before, &was); err != nil {
			return nil, err
		}
	}
	if err := json.Unmarshal(entry.After, &is); err != nil {
		return nil, err
	}
	words := "换了照片"
	switch {
	case len(is.JPEG) == 0:
		words = "取下照片"
	case len(was.JPEG) == 0:
		words = "放上照片"
	}
	return []sentence{{EventPhoto, "", words}}, nil
}

// title names a clause by its key.
func (t *teller) title(key string) string {
	return eligibility.TitleOf(t.desk.Office.Policy, &t.applicant.Application, key)
}

// CallPapers tells the desk how papers are called in words: they belong to a
// package that is built on this one.
func (d *Desk) CallPapers(name func(id string) string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.papers = name
}

// PaperName returns a paper's name, its id where nobody knows one.
func (d *Desk) PaperName(id string) (name string) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if d.papers != nil {
		name = d.papers(id)
	}
	return cmp.Or(name, id)
}
