package store

import "gongkao/data"

// Written says that a record was written: what the history tells of an entry
// without opening it.
type Written struct {
	Seq    int64
	Op     data.Op
	Kind   data.Kind
	Record string
}

// Since lists what was written after an entry of the history, oldest first.
func (r *Reader) Since(seq int64) (all []Written, err error) {
	err = r.each("SELECT seq, op, kind, record FROM audit WHERE seq > ? ORDER BY seq", []any{seq}, func(row []any) error {
		n, err := asNumber(row[0])
		if err != nil {
			return historyDamaged(seq, err)
		}
		var words [3]string
		for i := range words {
			if words[i], err = asText(row[i+1]); err != nil {
				return historyDamaged(n, err)
			}
		}
		all = append(all, Written{n, data.Op(words[0]), data.Kind(words[1]), words[2]})
		return nil
	})
	return all, err
}
