package intake

import (
	"context"
	"maps"
	"slices"
	"strings"

	"gongkao/app/units"
	"gongkao/data"
	"gongkao/data/store"
)

// Why rows of an earlier tray are settled by another import.
const (
	cameMended = "改好的表里已经进入"
	readAgain  = "同一行已按新的栏目对应重新读过"
	waitsAnew  = "后来的表里又有这一行，在那一批里等处理"
)

// settling settles rows of earlier trays whose people an import brings in.
type settling struct {
	t       *taking
	tx      *store.Tx
	matcher *units.Matcher
	byID    map[data.IDNumber]data.ApplicationID
	named   map[namesake][]data.ApplicationID
	rows    map[place]data.ApplicationID // "" for a row that waits anew
	waiting map[string][]int             // rows of the import's own tray, by whom they mean
}

// namesake is how a person is known whose ID number nobody can read: by his name
// and his unit. A name alone is nobody.
type namesake struct {
	name string
	unit data.UnitID
}

// settle drops the rows of earlier trays, open or sent back, that mean somebody
// whom these files bring in, or that are rows of the same file read anew.
func (t *taking) settle(ctx context.Context, tx *store.Tx) error {
	if t.roster.ID == "" {
		return nil
	}
	s := &settling{t: t, tx: tx, matcher: units.NewMatcher(t.known), byID: map[data.IDNumber]data.ApplicationID{},
		named: map[namesake][]data.ApplicationID{}, rows: map[place]data.ApplicationID{}, waiting: map[string][]int{}}
	s.note()
	for _, b := range t.past.batches {
		if len(b.Tray) == 0 || !isRoster(b.Kind) {
			continue
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := s.batch(b); err != nil {
			return err
		}
	}
	return nil
}

// note notes whom the import brings in, and which rows it has read.
func (s *settling) note() {
	for _, sheet := range s.t.roster.sheets {
		for i := range sheet.read.Accepted {
			row := &sheet.read.Accepted[i]
			a := &row.Applicant
			s.byID[a.Person.IDNumber] = a.Application.ID
			who := namesake{a.Person.Name, a.Application.Unit}
			s.named[who] = append(s.named[who], a.Application.ID)
			s.rows[place{sheet.file.SHA256, sheet.read.Sheet, row.Row}] = a.Application.ID
		}
	}
	for i, w := range s.t.roster.Tray {
		s.rows[s.placeOf(s.t.roster.Batch, w)] = ""
		if who := s.meant(w.Texts); who != "" {
			s.waiting[who] = append(s.waiting[who], i)
		}
	}
}

// meant tells whom a row means, so that it is known again where it still waits in a
// later sheet: by a number that can be read, else by all that it names somebody
// with, as it was written. "" is nobody.
func (s *settling) meant(texts map[string]string) string {
	if number := s.number(texts); number != "" {
		return string(number)
	}
	if texts["name"] == "" && texts["id_number"] == "" {
		return ""
	}
	return strings.Join([]string{texts["name"], texts["id_number"], texts["unit"]}, "\n")
}

func (s *settling) placeOf(b data.Batch, w data.WaitingRow) place {
	for _, f := range b.Files {
		if f.Name == w.File {
			return place{f.SHA256, w.Sheet, w.Row}
		}
	}
	return place{}
}

// batch settles the rows of one tray. Namesakes of one unit are settled only when
// the import brings as many as wait: which of them has come nobody knows otherwise.
func (s *settling) batch(b data.Batch) error {
	answers, err := s.tx.TrayAnswers(b.ID)
	if err != nil {
		return err
	}
	found := map[int]data.TrayAnswer{}
	namesakes := map[namesake][]int{}
	for i, w := range b.Tray {
		answer := answers[i]
		if answer.State != data.TrayOpen && answer.State != data.TraySentBack {
			continue
		}
		texts := counting(w, answer)
		app, why, settled := s.whose(b, w, texts)
		if !settled {
			if settled, err = s.again(w, answer); err != nil {
				return err
			}
			why = waitsAnew
		}
		if settled {
			answer.State, answer.Why, answer.Application = data.TrayDropped, why, app
			found[i] = answer
		} else if who, ok := s.namesakeOf(texts); ok {
			namesakes[who] = append(namesakes[who], i)
		}
	}
	for who, rows := range namesakes {
		if came := s.named[who]; len(came) >= len(rows) {
			for n, i := range rows {
				answer := answers[i]
				answer.State, answer.Why, answer.Application = data.TrayDropped, cameMended, came[n]
				found[i] = answer
			}
		}
	}
	return s.put(b, found)
}

// again reports whether the row waits anew in the import's own tray, where what was
// answered of it counts as far as the sender has written the same.
func (s *settling) again(w data.WaitingRow, answer data.TrayAnswer) (bool, error) {
	who := s.meant(w.Texts)
	rows := s.waiting[who]
	if len(rows) == 0 {
		return false, nil
	}
	s.waiting[who] = rows[1:]
	now := s.t.roster.Tray[rows[0]]
	texts := map[string]string{}
	for key, text := range answer.Texts {
		if now.Texts[key] == w.Texts[key] {
			texts[key] = text
		}
	}
	if len(texts) == 0 {
		return true, nil
	}
	return true, s.tx.PutTrayAnswer(data.TrayAnswer{ID: data.TrayRow(s.t.roster.ID, rows[0]), Batch: s.t.roster.ID, Row: rows[0], At: s.tx.Now(), By: answer.By, Texts: texts})
}

// counting are the texts of a row that count: as written, or what a clerk has put
// instead. An ID number whose digits a spreadsheet has lost is none, though its
// check digit may fit by chance.
func counting(w data.WaitingRow, answer data.TrayAnswer) map[string]string {
	texts := maps.Clone(w.Texts)
	if slices.Contains(w.Problems, "id-mangled") {
		delete(texts, "id_number")
	}
	maps.Copy(texts, answer.Texts)
	return texts
}

// whose tells for certain whom a row means: it is a row of the same file, or has
// an ID number that can be read.
func (s *settling) whose(b data.Batch, w data.WaitingRow, texts map[string]string) (app data.ApplicationID, why string, settled bool) {
	if app, read := s.rows[s.placeOf(b, w)]; read {
		if app == "" {
			return "", readAgain, true
		}
		return app, cameMended, true
	}
	if number := s.number(texts); number != "" {
		app, settled = s.byID[number]
	}
	return app, cameMended, settled
}

// number reads the ID number of a row; "" when it cannot be told.
func (s *settling) number(texts map[string]string) data.IDNumber {
	if reading := data.ReadID(texts["id_number"], s.t.desk.Office.Codes.Region); reading.Valid() {
		return reading.Normalised
	}
	return ""
}

// namesakeOf tells a row by name and unit; ok is false where it has an ID number of
// its own, or names no unit of the register.
func (s *settling) namesakeOf(texts map[string]string) (who namesake, ok bool) {
	if s.number(texts) != "" {
		return who, false
	}
	unit, known := s.matcher.Known(texts["unit"])
	name := data.NormaliseName(texts["name"])
	return namesake{name, unit.ID}, known && name != ""
}

// put writes the answers that were found.
func (s *settling) put(b data.Batch, found map[int]data.TrayAnswer) error {
	if len(found) == 0 {
		return nil
	}
	for _, i := range slices.Sorted(maps.Keys(found)) {
		answer := found[i]
		if answer.Why == cameMended {
			s.t.settled++
		}
		if answer.ID == "" {
			answer.ID = data.TrayRow(b.ID, i)
		}
		answer.Batch, answer.Row, answer.At, answer.By = b.ID, i, s.tx.Now(), s.t.desk.Office.Clerk
		if err := s.tx.PutTrayAnswer(answer); err != nil {
			return err
		}
	}
	return Settled(s.tx, b)
}
