package store

import "gongkao/data"

// Shut refuses every Update with why, until it is called with nil: the records
// that are looked at are of a year that is over. A paper may still be printed of
// them, and that it was is written down.
func (s *Store) Shut(why error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.shut = why
}

func (s *Store) shutFor(op data.Op) error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if op == data.OpPrint {
		return nil
	}
	return s.shut
}
