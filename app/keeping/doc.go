// Package keeping keeps the office's records safe: it makes backups that have
// been opened and verified before they get their name, brings one back, and
// checks everything.
//
// Most callers need AutoBackup, before anything large is done, and Restore.
// Nothing here is half done: what fails leaves the files as they were, and a
// file that Restore replaces is kept beside the backups.
package keeping
