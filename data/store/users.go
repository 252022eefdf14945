package store

import "gongkao/data"

var users = &table[data.User]{kind: data.KindUser, name: "users", columns: []column[data.User]{
	text("id", func(u *data.User) *data.UserID { return &u.ID }),
	text("name", func(u *data.User) *string { return &u.Name }),
	plainBytes("wrap", func(u *data.User) *[]byte { return &u.Wrap }),
}}

// Users returns all users in the order of their ids. They can be read while
// the file is locked: their wraps are what unlocks it.
func (r *Reader) Users() ([]data.User, error) { return all(r, users, "ORDER BY id") }

// PutUser writes a user.
func (tx *Tx) PutUser(u data.User) error {
	if len(u.Wrap) == 0 {
		u.Wrap = nil
	}
	return put(tx, users, u)
}
