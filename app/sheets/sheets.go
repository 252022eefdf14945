// Package sheets takes in the sheets that units send and writes the ones the
// office gives out. Reading has two halves that know nothing of each other:
// package grid turns any file into a Book of plain cells; Understand finds the
// tables in a Book and their heads, reads every row into an applicant, a unit or an
// entry of the year's books, and says what is wrong with the others. Nothing is
// guessed: a row with an error waits, whole, for a clerk, and a row that is nobody
// is listed with the reason.
//
// A head is known by its words (data.Fields, ledgerWords, unitWords) and can be
// given another meaning by a clerk: Knowledge.Layouts, asked for by the id that
// SheetReading.Layout names. A row that waits is read again, as written or mended,
// by ReadTexts.
//
// Everything here is a function of its arguments; codes, units and who is
// registered already come in as Knowledge, and storing is the caller's. What is
// given out is a Table: Export writes it in our own look, package template into a
// workbook of the office's own, of which FindHead finds the heads.
package sheets
