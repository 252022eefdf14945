//go:build !windows

package terminal

// AttachConsole does nothing: only Windows keeps programs with windows away from
// the console they were started in.
func AttachConsole() {}
