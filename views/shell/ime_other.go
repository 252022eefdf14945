//go:build !windows

package shell

// FollowCaret does nothing: elsewhere Fyne leads the input method itself, or
// nobody can.
func (w *Window) FollowCaret() {}
