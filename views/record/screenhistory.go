package record

import "gongkao/views/shell"

// toHistory opens the years of the person; somebody new has none.
func (s *Screen) toHistory() {
	if id := s.model.ID(); id != "" {
		s.w.Go(shell.Route{Place: shell.History, Person: id})
	}
}
