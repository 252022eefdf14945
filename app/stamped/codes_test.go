package stamped_test

import (
	"strings"
	"testing"

	"gongkao/app/printing"
	"gongkao/app/registration"
	"gongkao/app/stamped"
	"gongkao/data"
	"gongkao/data/store"
)

func TestTheReasonOfARefusedCodeIsSaid(t *testing.T) {
	s := open(t, 20)
	who := s.running()[0]
	code := s.print(printing.Order{Paper: "registration", Query: of(who)}).Codes[0]
	qr := s.qr("REG", code)
	forged := strings.Replace(qr, data.Dashed(code), "2222-3333", 1)
	for text, want := range map[string]string{
		"2222-3333":                            "code-unknown",
		forged:                                 "code-unknown",
		strings.Replace(qr, ":26:", ":25:", 1): "",
		strings.Replace(forged, ":26:", ":25:", 1):   "code-year",
		forged[:len(forged)-16] + "0123456789ABCDEF": "code-office",
		strings.Replace(qr, "REG", "ROS", 1):         "code-kind",
		strings.Replace(qr, "GK1", "GK2", 1):         "code-newer",
		"K7M2-9QX":                                   "code-bad",
		"K7M2-9OX4":                                  "code-letter",
		"":                                           "code-bad",
	} {
		_, err := stamped.Find(ctx, s.Desk, text)
		if want == "" {
			if err != nil {
				t.Errorf("%s: %v", text, err)
			}
			continue
		}
		refused(t, err, want)
	}
}
func TestACodeIsReadAsScannersAndHandsTypeIt(t *testing.T) {
	want := stamped.Scanned{Code: "K7M29QX4", Kind: "REG", Year: 26, Head: "9f86d081884c7d65"}
	for _, text := range []string{
		"GK1:REG:26:K7M2-9QX4:9F86D081884C7D65", "gk1:reg:26:k7m2-9qx4:9f86d081884c7d65", "ＧＫ１：ＲＥＧ：２６：Ｋ７Ｍ２－９ＱＸ４：９Ｆ８６Ｄ０８１８８４Ｃ７Ｄ６５",
		"GK1：REG：26：K7M2——9QX4：9F86D081884C7D65", "GK1;REG;26;K7M2-9QX4;9F86D081884C7D65", "GK1REG26K7M29QX49F86D081884C7D65", " GK1:REG:26:K7M2-9QX4:9F86D081884C7D65\r\n",
	} {
		if got, err := stamped.Read(text); err != nil || got != want || !stamped.Looks(text) {
			t.Errorf("%q: %+v, %v", text, got, err)
		}
	}
	for _, text := range []string{"K7M2-9QX4", "k7m29qx4", "Ｋ７Ｍ２　９ＱＸ４", "k7m2—9qx4"} {
		if got, err := stamped.Read(text); err != nil || got.Code != want.Code || !stamped.Looks(text) {
			t.Errorf("%q: %+v, %v", text, got, err)
		}
	}
	for _, text := range []string{"张三", "zhangsan", "lsxnyncj", "28123456", "411502197001010016", "K7M2", ""} {
		if stamped.Looks(text) {
			t.Errorf("%q is taken for a code", text)
		}
	}
}
func TestPrintsOfOlderVersionsAreFoundAsFarAsTheyTell(t *testing.T) {
	s := open(t, 30)
	printed := s.print(printing.Order{Paper: "registration", Query: registration.Query{Numbers: []data.IDNumber{s.running()[0].Person.IDNumber, s.running()[1].Person.IDNumber}}})
	roster := s.print(printing.Order{Paper: "roster"})
	s.older(printed)
	s.older(roster)
	if f := s.find(roster.Code); !f.True {
		t.Errorf("the roster: %q", f.Sentences())
	}
	first, _ := s.Register.ByID(printed.Records[0])
	if f := s.find(printed.Codes[0]); !f.True || f.Sheet.People[0] != printed.Records[0] {
		t.Errorf("a form: %+v", f)
	}
	if _, err := stamped.Receive(ctx, s.Desk, printed.Codes[1]); err != nil {
		t.Fatal(err)
	}
	if events, err := s.Timeline(ctx, printed.Records[1]); err != nil || events[0].Kind != registration.EventStamped {
		t.Errorf("the timeline begins with %+v, %v", events[0], err)
	}
	s.amend(first, "phone", "13900003333")
	_, err := stamped.Find(ctx, s.Desk, printed.Codes[0])
	if refused(t, err, "code-unknown"); err != nil && !strings.Contains(err.Error(), "早先版本") {
		t.Errorf("refused with %v", err)
	}
}

// older writes a print again as a version without codes of sheets kept it.
func (s *stage) older(p data.Print) {
	s.t.Helper()
	p.Codes, p.About, p.Asked = nil, nil, nil
	if _, err := s.Office.Store.Update(ctx, data.OpPrint, "", func(tx *store.Tx) error { return tx.PutPrint(p) }); err != nil {
		s.t.Fatal(err)
	}
}
