package record

// Shrunk is shrunk, for its test.
var Shrunk = shrunk
