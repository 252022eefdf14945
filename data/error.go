package data

import "errors"

// Error is a refusal: something the clerk can mend. It is one sentence of what
// happened and one of what to do next, and a code for programs. Anything that
// is not an *Error is a fault of ours.
type Error struct {
	Code    string // from the command-line contract, or of this program
	Field   string // key of the field it belongs to, "" when none
	Message string // what happened, one Chinese sentence without full stop
	Hint    string // what to do next, likewise
	Cause   error  // what the machine said, for the log; may be nil
}

// Refuse returns an *Error.
func Refuse(code, field, message, hint string) error {
	return &Error{Code: code, Field: field, Message: message, Hint: hint}
}

// RefuseBecause is Refuse that keeps the machine's own error for the log.
func RefuseBecause(cause error, code, message, hint string) error {
	return &Error{Code: code, Message: message, Hint: hint, Cause: cause}
}

// Error returns both sentences.
func (e *Error) Error() string {
	if e.Hint == "" {
		return e.Message
	}
	return e.Message + "。" + e.Hint
}

// Unwrap returns the machine's own error.
func (e *Error) Unwrap() error { return e.Cause }

// AsRefusal returns the refusal inside err; ok is false for a fault.
func AsRefusal(err error) (r *Error, ok bool) {
	ok = errors.As(err, &r)
	return r, ok
}

// HasCode reports whether err is a refusal with that code.
func HasCode(err error, code string) bool {
	r, ok := AsRefusal(err)
	return ok && r.Code == code
}
