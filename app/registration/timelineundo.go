package registration

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"gongkao/data"
	"gongkao/data/store"
)

// bar is why an event cannot be taken back; "" when it can.
type bar string

// The bars.
const (
	barNothing   bar = "nothing"
	barEntered   bar = "entered"
	barStatus    bar = "status"
	barProposal  bar = "proposal"
	barDecision  bar = "decision"
	barPrint     bar = "print"
	barReopen    bar = "reopen"
	barShared    bar = "shared"
	barSpotCheck bar = "spot-check"
	barUnit      bar = "unit"
	barApplied   bar = "applied"
	barPayment   bar = "payment"
	barSheet     bar = "sheet"
	barTray      bar = "tray"
)

// barWords say of each bar what cannot be done and what to do instead.
var barWords = map[bar][2]string{
	barNothing:   {"这一条不能撤销", "要改回来，请直接在栏里改"},
	barEntered:   {"登记不能撤销", "确实不报了，请办“撤回”；整批导入错了，请撤销那一批导入"},
	barStatus:    {"申报状态的变动不能撤销", "要退回去，请由审核人“退回”；已审结的，请办“更正”"},
	barProposal:  {"审核意见不能撤销", "意见有变，请重新核对后再提一次"},
	barDecision:  {"审查决定不能撤销，它会留在记录里", "要改变它，请另办“更正”，写明理由"},
	barReopen:    {"打开更正不能撤销，它会留在记录里", "不改了，请重新交审、重新审结"},
	barPrint:     {"打印不能撤销，纸已经出去了", "请收回那张纸作废，改好后重新打印"},
	barApplied:   {"开始申报不能撤销", "确实不报了，请办“撤回”，写明理由"},
	barShared:    {"这张单子上还有别人的原件，不能从一个人这里撤销", "请在“原件收退”里把整张单子作废"},
	barUnit:      {"单位撤并带来的变动不能从一个人这里撤销", "撤并错了，请到“单位”里撤销这次撤并，人会一起回去"},
	barSpotCheck: {"抽查的抽取不能撤销", "抽错了，请另抽一次，两次都会留下"},

	barTray:  {"放入以前在导入里的改动不能从这里撤销", "要改，请直接在栏里改；整批导入错了，请撤销那一批导入"},
	barSheet: {"这张纸上还有别人，不能从一个人这里撤销", "请到“收盖章件”里撤销这一张"},

	barScore:       {"成绩不能撤销，它会留在记录里", "录错了，请用“更正”，写明理由"},
	barCertificate: {"发证不能撤销，编号已经用出去了", "写错了，请把证书记录作废，写明理由"},
	barPayment:     {"缴费记录不能撤销，它会留在记录里", "登记错了，请在“缴费与教材”里用更正，写明理由"},
}

// bar notes why the event cannot be taken back; the first reason stays.
func (e *Event) bar(why bar) {
	if e.barred == "" || e.barred == barNothing {
		e.barred = why
	}
}

// CanUndo reports whether the event may be taken back: something that was
// written of fields, papers, promises, ticks or notes, and is neither undone nor
// itself an undo.
func (e *Event) CanUndo() bool {
	return e.barred == "" && e.Seq != 0 && !e.Undone && e.undoes() == 0
}

// Undo takes an event back, however long ago it was, by putting what stood
// before through one Update. Fields are checked as if they were typed; a promise
// is withdrawn and a note struck out, so that both stay to be read. It refuses
// an event that cannot be taken back (undo-none) and says what to do instead, one
// that somebody has written over since (undo-stale), and fields and ticks of a
// decided application (closed).
func (d *Desk) Undo(ctx context.Context, id data.ApplicationID, e Event) (*data.Applicant, error) {
	a, ok := d.Register.ByID(id)
	if !ok {
		return nil, notFound()
	}
	if !e.CanUndo() {
		return nil, e.refusal()
	}
	if e.Kind == EventTick || e.Kind == EventKeying || e.Kind == EventAnswer {
		if err := undecided(a); err != nil {
			return nil, err
		}
	}
	var amended *data.Applicant
	before, err := e.fieldsBefore(a)
	if err != nil {
		return nil, err
	}
	if len(before) > 0 {
		if amended, err = d.amended(id, before); err != nil {
			return nil, err
		}
	}
	_, err = d.Office.Store.Update(ctx, e.Op, fmt.Sprintf(undoWords, e.Seq), func(tx *store.Tx) error {
		if amended != nil {
			if err := putAmended(tx, amended); err != nil {
				return err
			}
		}
		return e.putBack(tx, d.Office.Clerk)
	})
	if err != nil {
		return nil, err
	}
	return d.Renew(ctx, id)
}

func (e *Event) refusal() error {
	why := e.barred
	switch {
	case e.Undone:
		return data.Refuse("undo-none", "", "这一条已经撤销过了", "要再改，请直接改")
	case why == "":
		why = barNothing
	}
	return data.Refuse("undo-none", "", barWords[why][0], barWords[why][1])
}

// fieldsBefore returns the fields as they stood before the event.
func (e *Event) fieldsBefore(a *data.Applicant) (map[string]string, error) {
	before := map[string]string{}
	for _, c := range e.Changes {
		field := data.FieldByKey(c.Key)
		if field == nil || derived[c.Key] {
			continue
		}
		if now := field.Get(a); now != c.New {
			return nil, data.Refuse("undo-stale", c.Key, fmt.Sprintf("“%s”后来又改成了“%s”，这一条不能直接撤销", c.Label, now), "请先撤销后来的改动，或直接在栏里改")
		}
		before[c.Key] = c.Old
	}
	return before, nil
}

// derived are fields that follow from others and come back with them.
var derived = map[string]bool{"sex": true, "birth": true, "supervising_unit": true}

// undoing is what the putters need besides an entry.
type undoing struct {
	tx    *store.Tx
	clerk string
}

// putters put what an entry found before it back, kind by kind. Person and
// application go field by field, see fieldsBefore.
var putters = map[data.Kind]func(undoing, store.Entry) error{
	data.KindPhoto:      putPhotoBack,
	data.KindDocument:   whole(findDocument, openDocument, (*store.Tx).PutDocument),
	data.KindCommitment: whole(findCommitment, withdrawCommitment, (*store.Tx).PutCommitment),
	data.KindNotice:     whole(findNotice, takeDownNotice, (*store.Tx).PutNotice),
	data.KindCustody:    whole(findCustody, voidCustody, (*store.Tx).PutCustody),
	data.KindViolation:  whole(findViolation, withdrawViolation, (*store.Tx).PutViolation),
	data.KindReview:     putReviewBack,

	data.KindEvaluation:  whole(findEvaluation, takeBackEvaluation, (*store.Tx).PutEvaluation),
	data.KindCertificate: whole(findCertificate, voidCertificate, (*store.Tx).PutCertificate),
	data.KindArchive:     whole(findArchive, emptyArchive, (*store.Tx).PutArchive),
	data.KindBookOrder:   putBookOrderBack,
	data.KindPaymentSlip: whole(findPaymentSlip, openPaymentSlip, (*store.Tx).PutPaymentSlip),

	data.KindStampedSheet: whole(findStamped, voidStamped, (*store.Tx).PutStampedSheet),
}

func (e *Event) putBack(tx *store.Tx, clerk string) error {
	for _, entry := range slices.Backward(e.entries) {
		if put := putters[entry.Kind]; put != nil {
			if err := put(undoing{tx, clerk}, entry); err != nil {
				return err
			}
		}
	}
	return nil
}

// whole puts back a record that goes back as one. find returns it as it is now;
// fresh is what becomes of one that was new, because nothing is ever taken out.
func whole[T any](find func(*store.Tx, *T) (T, error), fresh func(undoing, T) T, put func(*store.Tx, T) error) func(undoing, store.Entry) error {
	return func(u undoing, e store.Entry) error {
		var after, before T
		if err := json.Unmarshal(e.After, &after); err != nil {
			return err
		}
		now, err := find(u.tx, &after)
		if err != nil {
			return err
		}
		if !alike(now, after) {
			return stale()
		}
		if e.Before == nil {
			before = fresh(u, after)
		} else if err := json.Unmarshal(e.Before, &before); err != nil {
			return err
		}
		return put(u.tx, before)
	}
}

// alike compares two records as they are written.
func alike(a, b any) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && slices.Equal(x, y)
}

func stale() error {
	return data.Refuse("undo-stale", "", "后来又改过，这一条不能直接撤销", "请先撤销后来的改动，或直接改成要的样子")
}
