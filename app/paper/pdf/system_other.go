//go:build !windows || ci

package pdf

// systemFolders: only Windows has faces that papers ask for, and papers of a
// test must not depend on what a machine has.
func systemFolders() []string { return nil }
