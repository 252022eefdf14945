package store

// NewID returns an id for a record that will be put later.
func (s *Store) NewID() string { return s.options.NewID() }

// CheckCode returns the 核对码 of a paper with these values (package seal); ""
// while the file is locked.
func (s *Store) CheckCode(paper string, values []byte) string {
	keys, _ := s.unlocked()
	if keys == nil {
		return ""
	}
	return keys.CheckCode([]byte(paper), values)
}
