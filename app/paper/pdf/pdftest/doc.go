// Package pdftest looks at finished PDF files for tests: Read returns their
// words as a reader would copy them, Render their pages as a printer would draw
// them. It shares no code with package pdf, so that both cannot be wrong in the
// same way.
package pdftest
