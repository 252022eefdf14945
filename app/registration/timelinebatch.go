package registration

import (
	"encoding/json"
	"slices"
	"strings"

	"gongkao/data"
	"gongkao/data/store"
)

// tellBatch tells that somebody was taken back with the import that had brought
// him, or came in once more by the application that was left; told is false for
// any other change.
func tellBatch(e *Event, entry store.Entry) (said []sentence, told bool, err error) {
	var was, is data.Application
	if err := json.Unmarshal(entry.Before, &was); err != nil {
		return nil, false, err
	}
	if err := json.Unmarshal(entry.After, &is); err != nil {
		return nil, false, err
	}
	words := ""
	switch byImport := e.Op == data.OpImport || e.Op == data.OpTray; {
	case !was.Vacant() && is.Vacant() && (byImport || e.Op == data.OpTakeBack):
		words = "所在的一批导入已撤销"
	case was.Status == data.Withdrawn && was.Vacant() && !is.Vacant() && byImport:
		words, e.New = "由导入登记", true
	default:
		return nil, false, nil
	}
	e.bar(barEntered)
	return []sentence{{EventEntered, "", words}}, true, nil
}

// takenBack is that the import which brought somebody was taken back.
type takenBack struct {
	entry store.Entry
	why   string
}

// batchTakenBack finds when the import of an application was taken back; nil when
// it stands, or when it was none.
func batchTakenBack(r *store.Reader, batch data.BatchID) (*takenBack, error) {
	if batch == "" {
		return nil, nil
	}
	entries, err := r.History(data.KindBatch, string(batch))
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		var b data.Batch
		if err := json.Unmarshal(e.After, &b); err != nil {
			return nil, err
		}
		if b.Void != "" {
			return &takenBack{e, b.Void}, nil
		}
	}
	return nil, nil
}

// stayed tells that somebody stayed when his import was taken back, and what had
// been done with him by then.
func (b *takenBack) stayed(events []Event) Event {
	var done []string
	for _, e := range events {
		if e.Seq < b.entry.Seq && e.Kind != EventEntered && !slices.Contains(done, e.Op.String()) {
			done = append(done, e.Op.String())
		}
	}
	words := "所在的一批导入已撤销，此人保留"
	if len(done) > 0 {
		words = "所在的一批导入已撤销，此人因已办过" + strings.Join(done, "、") + "而保留"
	}
	return Event{At: b.entry.At, By: b.entry.By, Op: data.OpTakeBack, Why: b.why, Kind: EventStatus, Words: words, barred: barEntered}
}
