// Package photos brings in photos of applicants: a folder or a zip of pictures, or
// one picture. Look finds out whose each picture is, by the ID number, the name and
// the unit in its file name, and never guesses: what is not plain is listed with the
// people it may be of. Put cuts pictures to the year's rule (policy.Photo), writes
// them anew without what a camera noted, and puts them on record, fifty people at a
// time; whoever cancels keeps whole people.
//
// Nothing is unpacked to the disk, and one picture at a time is held for each
// processor: five thousand take the memory of two. A photo on record knows the
// picture it was cut from, so that the same folder brought twice changes nothing.
//
// Callers want Open, Source.Look and Put; Shoot shows what a picture would become.
package photos

import (
	"image"

	"gongkao/app/portrait"
	"gongkao/data"
)

// Kind says what is to become of a picture.
type Kind string

// The kinds, in the order in which they want to be looked at.
const (
	Ambiguous Kind = "ambiguous" // of one of several people
	Doubled   Kind = "doubled"   // the person has another picture here
	Matched   Kind = "matched"   // to be put on record
	Closed    Kind = "closed"    // of somebody decided on, whose record is shut
	Stranger  Kind = "stranger"  // of nobody who applies this year
	Bad       Kind = "bad"       // cannot be used
	Same      Kind = "same"      // on record already
)

// Item is one picture.
type Item struct {
	File   string // within the folder or zip, with /
	Kind   Kind
	Who    *data.Applicant   // whose it is; nil where that is not plain
	Others []*data.Applicant // Ambiguous: whose it may be
	How    string            // by what he was found: 身份证号, 姓名, 姓名＋单位 …
	Code   string            // of the refusal, of what is Bad
	Why    string            // one sentence, of all but Matched and Same
	Next   string            // what to do about it
	Had    bool              // a photo is on record, and would be replaced

	Size     image.Point
	Bytes    int
	Warnings []string // what is to be looked at: 底色不白 …

	sha string // of the file
	at  int    // in the source
}

// Plan is what a folder or zip would bring.
type Plan struct {
	Items   []Item
	Missing []*data.Applicant // who is in the running and has no photo, neither on record nor here
}

// Of returns the pictures of a kind, in the order of their names.
func (p *Plan) Of(kind Kind) (found []Item) {
	for _, i := range p.Items {
		if i.Kind == kind {
			found = append(found, i)
		}
	}
	return found
}

// Placed is a picture that is to become somebody's photo.
type Placed struct {
	Item        Item
	Application data.ApplicationID
	Frame       portrait.Frame
}

// Left is a picture that did not, with the refusal.
type Left struct {
	File string
	Why  error
}

// Done is what Put has done.
type Done struct {
	Placed []data.ApplicationID
	Left   []Left
}
