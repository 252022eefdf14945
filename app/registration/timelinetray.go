package registration

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"gongkao/data"
	"gongkao/data/store"
)

// recordsOfTray lists what was answered of the row that somebody came in by, and
// returns that row as it was written; neither where he did not come through a tray.
func recordsOfTray(r *store.Reader, app data.Application) (records []record, row *data.WaitingRow, err error) {
	if app.Batch == "" {
		return nil, nil, nil
	}
	answers, err := r.TrayAnswers(app.Batch)
	if err != nil {
		return nil, nil, err
	}
	for _, a := range answers {
		if a.Application != app.ID || a.State != data.TrayEntered {
			continue
		}
		batch, found, err := r.Batch(app.Batch)
		if err != nil || !found || a.Row >= len(batch.Tray) {
			return nil, nil, err
		}
		return []record{{data.KindTrayAnswer, string(a.ID)}}, &batch.Tray[a.Row], nil
	}
	return nil, nil, nil
}

// tellTrayAnswer: what a clerk put instead of what the sender wrote, and whether
// the row was sent back in between. That it entered is the registration itself.
func tellTrayAnswer(t *teller, e *Event, was *data.TrayAnswer, is data.TrayAnswer) (said []sentence) {
	e.bar(barTray)
	if t.row == nil {
		return nil
	}
	if was == nil {
		was = &data.TrayAnswer{}
	}
	head := fmt.Sprintf("导入第 %d 行", t.row.Row)
	keys := maps.Clone(was.Texts)
	if keys == nil {
		keys = map[string]string{}
	}
	maps.Copy(keys, is.Texts)
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		before, after := t.stood(was, key), t.stood(&is, key)
		if before != after {
			said = append(said, sentence{EventFields, head, rowLabel(key) + "由" + orEmpty(before) + "改为" + orEmpty(after)})
		}
	}
	switch {
	case is.State == was.State || is.State == data.TrayEntered:
	case is.State == data.TraySentBack:
		said = append(said, sentence{EventFields, head, "退给单位，" + is.Why})
	case is.State == data.TrayDropped:
		said = append(said, sentence{EventFields, head, "定为不录，" + is.Why})
	default:
		said = append(said, sentence{EventFields, head, "放回待处理"})
	}
	return said
}

// stood is what counted for a field of the row under an answer.
func (t *teller) stood(a *data.TrayAnswer, key string) string {
	if text, put := a.Texts[key]; put {
		return text
	}
	return t.row.Texts[key]
}

// rowLabel names a field of a roster's row.
func rowLabel(key string) string {
	if f := data.FieldByKey(key); f != nil {
		return f.Label
	}
	return strings.TrimPrefix(key, "appraisals.") + "年度考核"
}
