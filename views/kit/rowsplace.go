package kit

// ColumnAt returns where a column stands now, so that a sum can be set under it;
// shown is false when it is hidden or has left for want of room.
func (r *Rows) ColumnAt(key string) (x, width float32, shown bool) {
	for _, c := range r.laid {
		if c.Key == key {
			return c.x, c.width, true
		}
	}
	return 0, 0, false
}
