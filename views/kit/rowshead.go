package kit

import "slices"

// Sort returns the orders, the first one first.
func (r *Rows) Sort() []SortKey { return slices.Clone(r.sort) }

// SetSort shows the orders in the heads; the screen has sorted already.
func (r *Rows) SetSort(keys []SortKey) {
	r.sort = slices.Clone(keys)
	r.Refresh()
}

// order asks the screen for another order.
func (r *Rows) order(keys []SortKey) {
	if r.OnSort == nil {
		return
	}
	r.sort = keys
	r.OnSort(r.Sort())
	r.Refresh()
}

// walkHeads moves the keyboard along the heads that sort: ← and →, then
// Ctrl+↑ or Ctrl+↓ for the order.
func (r *Rows) walkHeads(by int) {
	for at := r.head + by; at >= 0 && at < len(r.laid); at += by {
		if r.laid[at].Sorted {
			r.head = at
			r.Refresh()
			return
		}
	}
}

// sortAtHead orders by the head the keyboard is at.
func (r *Rows) sortAtHead(down bool) {
	if r.head < 0 || r.head >= len(r.laid) {
		return
	}
	column := r.laid[r.head].Key
	keys := r.sort
	if rank(keys, column) != 1 {
		keys = sortBy(keys, column)
	}
	keys = slices.Clone(keys)
	keys[0].Down = down
	r.order(keys)
}

// Remember takes over the layout the clerk left under the list's name and keeps
// what he changes from now on.
func (r *Rows) Remember(memory RowsMemory, name string) {
	r.memory, r.name = memory, name
	if layout, ok := memory.RowsLayout(name); ok {
		layout.apply(r.columns)
	}
	r.relay()
}

// Columns returns the columns as they are now, for a list to choose from.
func (r *Rows) Columns() []Column { return slices.Clone(r.columns) }

// ShowColumn shows or hides a column. One always stays.
func (r *Rows) ShowColumn(key string, shown bool) {
	i := slices.IndexFunc(r.columns, func(c Column) bool { return c.Key == key })
	if i < 0 || !shown && len(r.shownColumns()) == 1 {
		return
	}
	r.columns[i].Hidden = !shown
	r.relay()
	r.keepLayout()
}

func (r *Rows) shownColumns() []Column {
	return slices.DeleteFunc(slices.Clone(r.columns), func(c Column) bool { return c.Hidden })
}

func (r *Rows) keepLayout() {
	if r.memory != nil {
		r.memory.KeepRowsLayout(r.name, layoutOf(r.columns))
	}
}

// relay places the columns anew and draws.
func (r *Rows) relay() {
	r.laid = r.layOut()
	r.head = min(r.head, len(r.laid)-1)
	r.Refresh()
}

func (r *Rows) layOut() []laidColumn {
	left := r.Inset
	if r.Boxes {
		left += boxColumn
	}
	return layColumns(r.columns, left, r.Size().Width-RowsBar-left)
}
