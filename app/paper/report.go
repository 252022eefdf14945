package paper

import (
	"errors"
	"fmt"

	"gongkao/app/paper/pdf"
	"gongkao/app/portrait"
)

// report collects what the clerk should know.
type report struct {
	warnings  []Warning
	seen      map[Warning]bool
	portraits map[*Entry][]byte // JPEG of each photo printed, nil when there is none
}

func newReport() *report {
	return &report{seen: map[Warning]bool{}, portraits: map[*Entry][]byte{}}
}

// warn notes something about the subject of a view, once.
func (r *report) warn(v *view, code, message string) {
	w := Warning{Code: code, Message: message}
	who := ""
	switch {
	case v.entry != nil:
		w.IDNumber = string(v.entry.Person.IDNumber)
		who = v.entry.Person.Name
	case v.admin != nil:
		who = v.admin.Name
	case v.change != nil:
		who = changeUnit(v)
	case v.line != nil:
		who = v.line.Name
	case v.letter != nil:
		who = v.letter.Title
	}
	if who != "" {
		who, _ = pdf.Clean(who)
		w.Message = short(who) + "：" + message
	}
	if !r.seen[w] {
		r.seen[w] = true
		r.warnings = append(r.warnings, w)
	}
}

// missingFace says of a face that the machine lacks what stands in for it.
var missingFace = map[pdf.Face]string{pdf.Fang: "本机没有仿宋字体，公函正文用宋体印", pdf.Kai: "本机没有楷体字体，楷体字用宋体印"}

// missingFaces says once which faces of the sheet the machine lacks.
func missingFaces(s *pdf.Sheet) (notes []string) {
	told := map[pdf.Face]bool{}
	for _, page := range s.Pages {
		for _, t := range page.Texts {
			if missingFace[t.Face] != "" && !told[t.Face] && t.Face.Missing() {
				told[t.Face] = true
				notes = append(notes, missingFace[t.Face])
			}
		}
	}
	return notes
}

// portrait returns the entry's photo, cut to proportion; nil when there is
// none or it cannot be read, and then the clerk is told.
func (r *report) portrait(v *view, proportion float64) []byte {
	if jpeg, known := r.portraits[v.entry]; known {
		return jpeg
	}
	photo := v.entry.photo()
	if len(photo) == 0 {
		r.portraits[v.entry] = nil
		r.warn(v, PhotoMissing, "没有照片，请贴上后再盖章")
		return nil
	}
	jpeg, err := portraitOf(photo, proportion)
	if err != nil {
		reason := "照片读不出来，请重新上传"
		if errors.Is(err, portrait.ErrTooLarge) {
			reason = "照片超过 4000 万像素，请缩小后重新上传"
		}
		r.warn(v, PhotoBad, fmt.Sprintf("%s（本次留空）", reason))
		jpeg = nil
	}
	r.portraits[v.entry] = jpeg
	return jpeg
}

func (e *Entry) photo() []byte {
	if len(e.Photo) > 0 {
		return e.Photo
	}
	return e.Person.Photo
}
