package stamped

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"gongkao/app/paper"
	"gongkao/app/printing"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// Found is a sheet and how it stands to the record.
type Found struct {
	Sheet data.PrintedSheet
	Name  string // what the paper is called
	True  bool   // the record still says what is printed

	Changed []Person // people of whom something else is on record now
	Gone    []Person // people on the sheet who would not be on it now
	Came    []Person // people who would
	Words   []string // what has changed besides, and what nobody can tell any more

	Back data.StampedSheet // how it came back; see Back

	seq int64 // of its print in the history
}

// Person is somebody on a sheet.
type Person struct {
	ID      data.ApplicationID
	Name    string
	Unit    string
	Changes []registration.FieldChange // as printed, and as on record now
	Told    bool                       // all that has changed is among them
}

// Desk is a registration desk that knows the papers of the program.
type Desk struct {
	*registration.Desk
	Papers *paper.Papers
}

// Called is how a paper is called where there is no room for what the notice calls
// it.
func (d Desk) Called(paper string) string {
	return d.Papers.Short(paper)
}

// Find finds the sheet of a scanned or typed code and holds it against the
// record. It writes nothing. Besides what Read refuses it refuses a code that is
// on no print (code-unknown), the sheet of another office (code-office), of
// another year (code-year), and one whose paper is not the one the code names
// (code-kind).
func Find(ctx context.Context, d Desk, text string) (*Found, error) {
	scanned, err := Read(text)
	if err != nil {
		return nil, err
	}
	f := &Found{}
	if err := f.look(ctx, d, scanned); err != nil {
		return nil, err
	}
	if scanned.Kind != "" && d.Papers.Kind(f.Sheet.Print.Paper) != scanned.Kind {
		return nil, data.Refuse("code-kind", "", "二维码说的表和核对码的打印记录不是同一种", "这张纸的二维码可能被改过，请不要收下；核对码 "+data.Dashed(scanned.Code)+" 属于"+f.Name)
	}
	return f, f.compare(ctx, d)
}

// look finds the print: the latest with the code, or the first after the history
// stood where the sheet says.
func (f *Found) look(ctx context.Context, d Desk, scanned Scanned) error {
	var unknown error
	err := d.Office.Store.View(ctx, func(r *store.Reader) error {
		prints, err := r.PrintsWithCode(scanned.Code)
		if err != nil {
			return err
		}
		since, ours := int64(0), true
		if scanned.Head != "" {
			if since, ours, err = r.SeqOfHead(scanned.Head); err != nil {
				return err
			}
		}
		for _, p := range prints {
			seq, err := r.WrittenAt(data.KindPrint, string(p.ID))
			if err != nil {
				return err
			}
			if sheet, has := withCode(&p, scanned.Code); has && (f.seq == 0 || !ours || since == 0 || f.seq < since) {
				f.Sheet, f.seq = sheet, seq
			}
		}
		if f.seq == 0 {
			unknown = strange(scanned, ours, d.Office.Profile.Year)
			return nil
		}
		f.Name = d.Called(f.Sheet.Print.Paper)
		if year, err := f.year(r); err != nil || year != d.Office.Profile.Year {
			return otherYear(err, f.Name, year, d.Office.Profile.Year)
		}
		f.Back, _, err = r.StampedSheet(f.id())
		return err
	})
	if err != nil || unknown == nil {
		return err
	}
	return f.lookAtOlder(ctx, d, scanned, unknown)
}

func withCode(p *data.Print, code string) (data.PrintedSheet, bool) {
	sheets := p.Sheets()
	at := slices.IndexFunc(sheets, func(s data.PrintedSheet) bool { return s.Code == code })
	if at < 0 {
		return data.PrintedSheet{}, false // the code of a job of several sheets stands on none
	}
	return sheets[at], true
}

// year is the year of which the sheet is; that of the office where nothing tells.
func (f *Found) year(r *store.Reader) (int, error) {
	if asked := f.Sheet.Print.Asked; asked != nil {
		return asked.Year, nil
	}
	if len(f.Sheet.People) == 0 {
		office, err := r.Office()
		return office.Year, err
	}
	app, err := r.Application(f.Sheet.People[0])
	return app.Year, err
}

// id is that of the sheet when it comes back.
func (f *Found) id() data.StampedID {
	return data.StampedIDOf(f.Sheet.Print.Paper, f.Sheet.Code)
}

func otherYear(err error, name string, year, working int) error {
	if err != nil {
		return err
	}
	return data.Refuse("code-year", "", fmt.Sprintf("这张%s是 %d 年度的，现在看的是 %d 年度", name, year, working), fmt.Sprintf("请先在“设置”里换到 %d 年度，再扫", year))
}

// strange says of a code that is on no print what it may be.
func strange(s Scanned, ours bool, year int) error {
	switch {
	case s.Head == "":
		return data.Refuse("code-unknown", "", "没有打印过核对码是 "+data.Dashed(s.Code)+" 的纸", "请对着纸再录一遍；没有录错，这张纸就不是本机构按记录打印的，不要收下")
	case !ours:
		return data.Refuse("code-office", "", "这张纸不是从本机构的数据打印的", "可能是别的县、别的数据文件打印的，也可能是伪造的；请问清来处，不要收下")
	case s.Year != year%100:
		return data.Refuse("code-year", "", fmt.Sprintf("这张纸是 20%02d 年度的，现在看的是 %d 年度", s.Year, year), fmt.Sprintf("请先在“设置”里换到 20%02d 年度，再扫", s.Year))
	}
	return data.Refuse("code-unknown", "", "二维码里的核对码 "+data.Dashed(s.Code)+" 没有打印记录", "二维码可能被改过，或扫的时候漏了字符；请再扫一次，还不对就不要收下")
}

// lookAtOlder looks for a sheet among prints of versions that kept one code for
// many forms: what they printed then is what would be printed now, or nobody can
// tell.
func (f *Found) lookAtOlder(ctx context.Context, d Desk, scanned Scanned, unknown error) error {
	prints, err := d.Prints(ctx)
	if err != nil {
		return err
	}
	older := false
	for _, p := range slices.Backward(prints) {
		if len(p.Codes) > 0 || len(p.Records) < 2 || !d.Papers.PerPerson(p.Paper) || scanned.Kind != "" && scanned.Kind != d.Papers.Kind(p.Paper) {
			continue
		}
		older = true
		now, err := printing.Anew(ctx, d.Desk, d.Papers, data.PrintedSheet{Print: &p, People: p.Records})
		if err != nil && !data.HasCode(err, "nobody") {
			return err
		}
		if at := slices.Index(now.Codes, scanned.Code); at >= 0 && len(now.People) == len(now.Codes) {
			who := now.People[at]
			f.Sheet = data.PrintedSheet{Print: &p, At: slices.Index(p.Records, who), Code: scanned.Code, People: []data.ApplicationID{who}}
			f.Name = d.Called(p.Paper)
			return d.Office.Store.View(ctx, func(r *store.Reader) (err error) {
				f.Back, _, err = r.StampedSheet(f.id())
				return err
			})
		}
	}
	if r, is := data.AsRefusal(unknown); is && older && data.HasCode(unknown, "code-unknown") {
		return data.Refuse("code-unknown", "", r.Message+"；早先版本成批打印的表没有记下单张的核对码，打印后改过的就查不到了", r.Hint+"；早先打印的，请按现在的记录重打")
	}
	return unknown
}

// Call is how a sheet is called: the paper, and for whom.
func (f *Found) Call(d Desk) string {
	if len(f.Sheet.People) == 1 {
		if a, there := d.Register.ByID(f.Sheet.People[0]); there {
			return a.Person.Name + "的" + f.Name
		}
	}
	if f.Sheet.Unit != "" {
		return printing.UnitName(d.Desk, f.Sheet.Unit) + "的" + f.Name
	}
	return strings.TrimSuffix(f.Sheet.Print.Scope, "的") + "的" + f.Name
}
