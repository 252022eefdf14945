//go:build !windows

package kit

// dialogThread does nothing: only Windows' dialogs care about their thread.
func dialogThread() (leave func()) { return func() {} }

// ownFolder leaves it to the dialog where it begins.
func ownFolder() string { return "" }
