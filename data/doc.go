// Package data is the vocabulary of the office: what a person, an application,
// a unit, a level or a date *is*. Everything else speaks in these words.
//
// It knows nobody: only the standard library is imported, nothing here reads a
// clock, a file or a database. Most callers want Applicant (a person with this
// year's application and unit) and Fields, the one table that names every
// field of it. What is shown to a clerk as a refusal is an *Error.
package data
