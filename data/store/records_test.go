package store

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gongkao/data"
)

// oneOfEach puts a record of every kind and returns them as they must read
// back.
type oneOfEach struct {
	office   data.Office
	user     data.User
	unit     data.Unit
	admin    data.Administrator
	person   data.Person
	batch    data.Batch
	app      data.Application
	decision data.Decision
	print    data.Print
	dossier  data.Dossier
	custody  data.Custody
	review   data.Review
	check    data.SpotCheck
	policy   data.PolicyFile
	change   data.PolicyChange
	books    yearBooks
	note     data.DayNote
	clock    data.ClockCorrection
	stamped  data.StampedSheet
	answer   data.TrayAnswer
	layout   data.SheetLayout
	sent     data.SentFile
}

func everyKind() oneOfEach {
	at := time.Date(2026, 3, 20, 0, 30, 0, 123456789, beijing)
	o := oneOfEach{
		office: data.Office{Name: "罗山县工考管理机构", County: "罗山县", Year: 2026, Practice: true, Seed: 1<<63 + 5, Recovery: []byte{9, 8}},
		user:   data.User{ID: "u1", Name: "李娟", Wrap: []byte{0, 1, 2}},
		unit:   unit(0),
		admin: data.Administrator{ID: "a1", Unit: unit(0).ID, Name: "周𬱖", Sex: data.Female, Department: "人事股", Post: "股长",
			OfficePhone: "0376-2170000", Mobile: "13900000000", FilledBy: "赵敏", FilledOn: data.MustDate(2026, 3, 12)},
		person: person(3),
		batch: data.Batch{ID: "b1", Kind: "people", At: at, Files: []data.BatchFile{{Name: "花名册.xlsx", SHA256: "ab"}}, Accepted: 1, Waiting: 1,
			Tray: []data.WaitingRow{{File: "花名册.xlsx", Sheet: "表一", Row: 5, Texts: map[string]string{"name": "刘𬱖"}, Cells: map[string]string{"name": "B5"}, Numbers: []string{"birth"}, Problems: []string{"unit-similar"}},
				{File: "花名册.xlsx", Sheet: "表一", Row: 6}}, // still waits
			Sheets: []data.BatchSheet{{File: "花名册.xlsx", Sheet: "表一", Kind: "people", HeaderRow: 2, Layout: "9f", Columns: []data.SheetColumn{{Column: "B", Head: "姓名", Field: "name"}}, Skipped: []data.SkippedRow{{Row: 1, Why: "标题", Text: "花名册"}}}}},
	}
	o.person.Photo = []byte("\xff\xd8 a photo \xff\xd9")
	o.app = application(3, o.unit.ID)
	o.app.Batch, o.app.Consent = o.batch.ID, true
	o.decision = data.Decision{ID: "d1", Application: o.app.ID, At: at, By: "李娟", From: data.Submitted, To: data.Approved,
		Reasons: []string{"核对原件"}, Overrides: map[string]string{"education": "经批准"}, Verdict: "warn",
		Findings: []data.DecidedFinding{{Rule: "education", Severity: "warn", Clause: "三", Message: "学历<高中>"}}, PolicyHash: "ff"}
	o.print = data.Print{ID: "p1", At: at, By: "李娟", Paper: "registration", Scope: "王伟", Code: "K7Q42M9X", Hash: "ee", Pages: 2, Records: []data.ApplicationID{o.app.ID},
		Sums: []string{"12345678"}, Codes: []string{"K7Q42M9X"}, About: []data.SheetAbout{{People: 1, Unit: o.unit.ID}}, Asked: &data.PrintAsked{Year: 2026, Unit: o.unit.ID, Level: 3, Statuses: []data.Status{data.Draft}, By: []string{"sex"}}}
	o.answer = data.TrayAnswer{ID: "b1/0", Batch: "b1", At: at, By: "李娟", Texts: map[string]string{"unit": "罗山县第二初级中学"}, State: data.TraySentBack, Why: "单位重报"}
	o.layout = data.SheetLayout{ID: "9f", File: "名册.xls", At: at, By: "李娟", Columns: map[string]string{"M": "note", "N": "-"}}
	o.sent = data.SentFile{SHA256: "ab", Name: "名册.xls", Content: []byte("原件")}
	o.stamped = data.StampedSheet{ID: data.StampedIDOf("registration", "K7Q42M9X"), Year: 2026, Print: "p1", Paper: "registration", Code: "K7Q42M9X", People: 1, At: at, By: "李娟", Void: "撤销"}
	o.giveReview(at)
	o.books = yearBooksOf(o.app.ID, o.unit.ID, o.batch.ID, at)
	o.note = data.DayNote{ID: "2026-04-02", Text: "15:00 刘𬱖来补承诺书\n给县住建局打电话", By: "李娟", At: at}
	o.clock = data.ClockCorrection{ID: "cc1", Was: at.AddDate(0, 1, 0), Why: "电脑快了一个月", By: "李娟", At: at}
	return o
}

// giveReview invents the kinds that came with reviews and dossiers.
func (o *oneOfEach) giveReview(at time.Time) {
	day, app := data.MustDate(2026, 3, 20), o.app.ID
	o.dossier = data.Dossier{
		Documents: []data.Document{{ID: "m1", Application: app, Slot: "certificate", State: data.DocumentSeen, By: "李娟", At: at,
			Scans: []data.Scan{{SHA256: "cd", Name: "证书.jpg", Type: "image/jpeg", Bytes: 9, Pages: 1, At: at, By: "李娟"}}}},
		Commitments: []data.Commitment{{ID: "c1", Application: app, Years: []int{2025}, Reason: "尚未备案", Consent: true, Made: day, Due: day.AddDays(9), By: "李娟"}},
		Notice:      &data.PublicNotice{ID: app, From: day, To: day.AddDays(5), Place: "单位公示栏", Proof: true, By: "李娟"},
		Violations:  []data.Violation{{ID: "v1", Person: o.person.ID, Found: day, Until: day.AddDays(730), What: "虚假材料", Basis: "查实记录", By: "李娟"}},
	}
	o.custody = data.Custody{ID: "k1", At: at, Unit: o.unit.ID, Hand: "赵敏", By: "李娟", Items: []data.CustodyItem{{Application: app, Slot: "certificate", Pieces: 1}}}
	o.review = data.Review{ID: app, Ticks: map[string]data.Tick{"education": {Mark: data.Overrides, Note: "经批准", By: "李娟", At: at}},
		Asks: []data.Ask{{Decision: "d1", Text: "补毕业证", Answer: "已补", By: "李娟", At: at}}}
	o.check = data.SpotCheck{ID: "s1", At: at, By: "李娟", Year: 2026, Seed: 7, Size: 1, Population: []data.SpotPerson{{Application: app}}, Sample: []data.SpotFinding{{Application: app, Sound: true, By: "李娟", At: at}}}
	o.policy = data.PolicyFile{ID: "ff", Year: 2026, Text: "[notice]\n", From: at, By: "李娟"}
	o.change = data.PolicyChange{ID: "pc1", Year: 2026, Row: "years-in-level/3/promotion", What: "5 年 → 4 年", Basis: "原文第 9 条", Before: "years = 5", After: "years = 4", File: "ff", At: at, By: "李娟"}
}

func (o oneOfEach) put(tx *Tx) error {
	return errors.Join(o.putFirstFormat(tx), o.putReview(tx), o.books.put(tx), tx.PutDayNote(o.note), tx.PutClockCorrection(o.clock), tx.PutStampedSheet(o.stamped),
		tx.PutTrayAnswer(o.answer), tx.PutSheetLayout(o.layout), tx.PutSentFile(o.sent))
}

// putReview puts the kinds that came with reviews and dossiers.
func (o oneOfEach) putReview(tx *Tx) error {
	d := o.dossier
	return errors.Join(tx.PutDocument(d.Documents[0]), tx.PutCommitment(d.Commitments[0]), tx.PutNotice(*d.Notice), tx.PutViolation(d.Violations[0]),
		tx.PutCustody(o.custody), tx.PutReview(o.review), tx.PutSpotCheck(o.check), tx.PutPolicyFile(o.policy), tx.PutPolicyChange(o.change))
}

func (o oneOfEach) putFirstFormat(tx *Tx) error {
	return errors.Join(tx.PutOffice(o.office), tx.PutUser(o.user), tx.PutUnit(o.unit), tx.PutAdministrator(o.admin), tx.PutPerson(o.person),
		tx.PutBatch(o.batch), tx.PutApplication(o.app), tx.PutDecision(o.decision), tx.PutPrint(o.print))
}

func TestEveryKindOfRecordReadsBackAsItWasPut(t *testing.T) {
	s, _ := emptyStore(t)
	want := everyKind()
	update(t, s, data.OpEnter, want.put)
	view(t, s, func(r *Reader) error {
		got := oneOfEach{}
		var err error
		got.office, err = r.Office()
		must(t, err)
		list, err := r.Users()
		must(t, err)
		got.user = list[0]
		got.unit, err = r.Unit(want.unit.ID)
		must(t, err)
		admins, err := r.Administrators()
		must(t, err)
		got.admin = admins[0]
		got.person, err = r.Person(want.person.ID)
		must(t, err)
		batchList, err := r.Batches()
		must(t, err)
		got.batch = batchList[0]
		got.app, err = r.Application(want.app.ID)
		must(t, err)
		decided, err := r.Decisions(want.app.ID)
		must(t, err)
		got.decision = decided[0]
		printed, err := r.Prints()
		must(t, err)
		got.print = printed[0]
		got.readReview(t, r, want)
		got.books = readYearBooks(t, r, want.app)
		corrections, err := r.ClockCorrections()
		must(t, err)
		got.clock = corrections[0]
		got.note, err = r.DayNote(data.MustDate(2026, 4, 2))
		must(t, err)
		sheets, err := r.StampedSheets(2026)
		must(t, err)
		got.stamped = sheets[0]
		answers, err := r.TrayAnswers("b1")
		must(t, err)
		got.answer = answers[0]
		layouts, err := r.SheetLayouts()
		must(t, err)
		got.layout = layouts["9f"]
		got.sent, _, err = r.SentFile("ab")
		must(t, err)
		if d := cmp.Diff(want, got, cmp.AllowUnexported(oneOfEach{}, yearBooks{})); d != "" {
			t.Error(d)
		}
		return nil
	})
}

// readReview reads the kinds that came with reviews and dossiers.
func (o *oneOfEach) readReview(t *testing.T, r *Reader, want oneOfEach) {
	var err error
	o.dossier, err = r.Dossier(want.app)
	must(t, err)
	applicants, err := r.Applicants(want.app.Year)
	must(t, err)
	if diff := cmp.Diff(want.dossier, applicants[0].Dossier); diff != "" {
		t.Error("with the register: " + diff)
	}
	slips, err := r.Custodies()
	must(t, err)
	o.custody = slips[0]
	o.review, err = r.Review(want.app.ID)
	must(t, err)
	begun, err := r.Reviews()
	must(t, err)
	if diff := cmp.Diff(o.review, begun[want.app.ID]); diff != "" {
		t.Error(diff)
	}
	checks, err := r.SpotChecks(2026)
	must(t, err)
	o.check = checks[0]
	o.policy, _, err = r.PolicyFile("ff")
	must(t, err)
	changes, err := r.PolicyChanges(2026)
	must(t, err)
	o.change = changes[0]
}

func TestPuttingWhatIsThereWritesNothing(t *testing.T) {
	s, _ := emptyStore(t)
	first := update(t, s, data.OpEnter, everyKind().put)
	again := update(t, s, data.OpEnter, everyKind().put)
	if again.Seq != first.Seq || len(again.Touched) != 0 {
		t.Errorf("the second time wrote entries up to %d (was %d), touching %v", again.Seq, first.Seq, again.Touched)
	}
	if !first.Any(data.KindPerson) || !first.Any(data.KindPhoto) || first.Any(data.KindSchema) == false {
		t.Errorf("the first time touched %v", first.Touched)
	}
}

func TestAmendedPersonKeepsHisPhotoUnlessItIsTakenAway(t *testing.T) {
	s, _ := emptyStore(t)
	p := everyKind().person
	update(t, s, data.OpEnter, func(tx *Tx) error { return tx.PutPerson(p) })
	photoAfter := func(photo []byte) []byte {
		p.Photo, p.Phone = photo, p.Phone+"0"
		update(t, s, data.OpAmend, func(tx *Tx) error { return tx.PutPerson(p) })
		var kept []byte
		view(t, s, func(r *Reader) (err error) {
			kept, err = r.Photo(p.ID)
			return err
		})
		return kept
	}
	if got := photoAfter(nil); len(got) == 0 {
		t.Error("a person from a list, without photo, lost the photo that was kept")
	}
	has := func() (known bool) {
		view(t, s, func(r *Reader) error {
			have, err := r.Photographed()
			known = have[p.ID]
			return err
		})
		return known
	}
	if got := photoAfter([]byte("new")); string(got) != "new" || !has() {
		t.Errorf("a new photo reads back as %q, listed %v", got, has())
	}
	if got := photoAfter([]byte{}); got != nil || has() {
		t.Errorf("a photo that was taken away is still there: %q, listed %v", got, has())
	}
}

func TestLockedFileShowsOnlyOfficeAndUsers(t *testing.T) {
	s, keys := emptyStore(t)
	update(t, s, data.OpEnter, everyKind().put)
	s.Lock()
	view(t, s, func(r *Reader) error {
		office, err := r.Office()
		if err != nil || office.County != "罗山县" {
			t.Errorf("office: %v %v", office, err)
		}
		if users, err := r.Users(); err != nil || len(users) != 1 {
			t.Errorf("users: %v %v", users, err)
		}
		_, personErr := r.Person(person(3).ID)
		_, _, findErr := r.PersonByIDNumber(person(3).IDNumber)
		_, listErr := r.Applicants(2026)
		_, historyErr := r.History(data.KindPerson, string(person(3).ID))
		for _, err := range []error{personErr, findErr, listErr, historyErr} {
			if !data.HasCode(err, "locked") {
				t.Errorf("got %v", err)
			}
		}
		return nil
	})
	_, err := s.Update(context.Background(), data.OpEnter, "", func(*Tx) error { return nil })
	if !data.HasCode(err, "locked") {
		t.Errorf("update: %v", err)
	}
	s.Unlock(keys, "李娟")
	view(t, s, func(r *Reader) error { _, err := r.Person(person(3).ID); return err })
}

func TestNothingThatNamesAPersonIsPlainInTheFile(t *testing.T) {
	s, _ := emptyStore(t)
	o := everyKind()
	_, err := s.Update(context.Background(), data.OpEnter, "录入王伟", o.put)
	must(t, err)
	for _, secret := range []string{o.person.Name, string(o.person.IDNumber), o.person.Phone, o.person.Address, o.person.Birth.String(),
		o.person.Career[0].Where, "a photo", o.admin.Name, o.admin.Mobile, o.admin.OfficePhone, o.admin.FilledBy, o.unit.Contact, o.unit.Phone, o.print.Scope, "录入王伟", o.note.Text} {
		for _, file := range []string{s.Path(), s.Path() + "-wal"} {
			if fileContains(t, file, secret) {
				t.Errorf("%q can be read in %s", secret, file)
			}
		}
	}
	if !fileContains(t, s.Path()+"-wal", "汽车驾驶员") {
		t.Error("the trade cannot be read: the test looks in the wrong place")
	}
}
