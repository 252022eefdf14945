// Package paper makes the office's papers. A paper is a definition
// (assets/papers/<id>/paper.toml: boxes in millimetres, words, named values,
// type) and nothing in Go; the values a definition may name stand in one table
// (values.go). Load reads and checks all definitions, Print lays one out for a
// Job and writes the PDF. So a new paper is a folder and, at most, a new value.
//
// Two kinds of definition share all parts: forms (a grid of labelled cells, one
// set of pages a person, what is too long going to a continuation sheet) and
// tables (many people on many pages, with bands and counts). Whatever could not
// be printed as it should comes back as a Warning that names the person.
package paper
