package firstrun

import (
	"context"
	"io"
	"strings"

	"gongkao/app/demo"
	"gongkao/app/intake"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/data"
	"gongkao/views/wording"
)

// Founded is a new office and its recovery code.
type Founded struct {
	Desk *registration.Desk
	Code string
}

// Found returns the work of making the county's data file.
func (m *Model) Found() func(context.Context) (Founded, error) {
	place := m.place
	place.Passphrase = m.texts[FirstField]
	profile := data.Office{Name: strings.TrimSpace(m.texts[OfficeField]), County: strings.TrimSpace(m.texts[CountyField])}
	clerk := data.NormaliseName(m.texts[ClerkField])
	return func(ctx context.Context) (Founded, error) {
		o, code, err := office.Create(ctx, place, profile, clerk)
		if err != nil {
			return Founded{}, err
		}
		desk, err := registration.Sit(ctx, o, nil)
		return Founded{desk, code}, err
	}
}

// Show takes a founded office: the recovery code is on the screen, and the
// passphrase is forgotten. random draws which groups are to be copied.
func (m *Model) Show(f Founded, random io.Reader) error {
	m.forgetPassphrases()
	m.desk, m.step = f.Desk, Recovery
	var err error
	m.recovery, err = newRecovery(f.Code, random)
	return err
}

// Desk returns the founded office, nil before.
func (m *Model) Desk() *registration.Desk { return m.desk }

// Practise returns the work of opening the practice county, invented when it
// is not there yet.
func (m *Model) Practise() func(context.Context) (*registration.Desk, error) {
	place := m.practice
	return func(ctx context.Context) (*registration.Desk, error) {
		o, err := demo.Visit(ctx, place)
		return registration.Sit(ctx, o, err)
	}
}

// Restore returns the work of bringing a backup back and opening it.
func (m *Model) Restore() func(context.Context) (*registration.Desk, error) {
	place := m.place
	place.Passphrase = m.texts[FirstField]
	backup := strings.TrimSpace(m.texts[BackupField])
	return func(ctx context.Context) (*registration.Desk, error) {
		if _, err := office.Restore(ctx, place, backup); err != nil {
			return nil, err
		}
		// The backup is in its place now: taking that for cancelled would be wrong.
		ctx = context.WithoutCancel(ctx)
		o, err := office.Open(ctx, place)
		return registration.Sit(ctx, o, err)
	}
}

// TakeUnits returns the work of importing the register of units.
func (m *Model) TakeUnits(paths []string) func(context.Context) (wording.Done, error) {
	desk := m.desk
	return func(ctx context.Context) (wording.Done, error) {
		// A roster would enter people here, payments would find nobody, and nobody
		// would see what became of them.
		looked, err := intake.Take(ctx, desk, paths, intake.Options{DryRun: true})
		if err != nil {
			return wording.Done{}, err
		}
		if holdsOthers(looked) {
			return wording.Done{}, data.Refuse("not-units", "", "这里面有花名册或别的表，不是单位册，没有导入", "请选单位册；花名册等开始工作以后按 Ctrl+O 导入")
		}
		result, err := intake.Take(ctx, desk, paths, intake.Options{})
		if err != nil {
			return wording.Done{}, err
		}
		for _, f := range result.Files {
			if f.Error != nil {
				return wording.Done{}, data.Refuse(f.Error.Code, "", f.Error.Message, f.Error.Hint)
			}
		}
		accepted, waiting := result.Counts()
		done := wording.Done{What: "已导入 " + wording.Count(accepted) + " 个单位", Next: "Enter 开始工作"}
		if waiting > 0 {
			done.What += "，" + wording.Count(waiting) + " 行读不懂"
			done.Next = "请单位把这些行改好，开始工作后按 Ctrl+O 再导入一次"
		}
		return done, nil
	}
}

func holdsOthers(r intake.Result) bool {
	for _, f := range r.Files {
		for _, sheet := range f.Sheets {
			if sheet.Kind != sheets.Units && sheet.Good()+len(sheet.Waiting) > 0 {
				return true
			}
		}
	}
	return false
}

// Taken remembers what the import of a file said; Imported returns what all of
// them said.
func (m *Model) Taken(d wording.Done) {
	if d.What != "" {
		m.taken = append(m.taken, d.What)
	}
}

// Imported returns what the imports said, a sentence each.
func (m *Model) Imported() []string { return m.taken }
