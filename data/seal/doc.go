// Package seal keeps secrets: it seals the identities in the data file, finds
// duplicates without showing numbers, chains the audit log, and wraps the one
// master key under passphrases and a printed recovery code.
//
// Most callers need UnwrapPassphrase, which turns what a clerk typed into
// Keys, and Attempts, which makes guessing slow. Keys.Seal and Keys.Open do
// the work for every sealed row.
//
// It protects a stolen computer, a lost stick, a copied file. It does not
// protect against malware or an administrator while the file is unlocked.
// There is no cryptography of our own here: AES-256-GCM, HKDF and HMAC with
// SHA-256, argon2id.
package seal
