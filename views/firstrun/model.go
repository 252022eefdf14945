// Package firstrun is what somebody sees who opens the program for the first
// time: a new county, the practice county, or a backup brought back. One
// question a page; the recovery code is shown once, and nobody goes on who has
// not copied two groups of it. Model holds the answers; the works it returns
// (Found, Practise, Restore, TakeUnits) are for the background, and what they
// make is handed back to it.
package firstrun

import (
	"io"
	"strings"

	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/entrance"
	"gongkao/views/wording"
)

// Step is a page of the first run.
type Step int

// The pages, in their order.
const (
	Choose Step = iota
	Introduce
	Passphrase
	Recovery
	Units
	Backup // in place of all but the first: a backup is brought back
)

// Model is the first run on the screen.
type Model struct {
	place    office.Place
	practice office.Place
	step     Step
	choice   Choice
	texts    map[string]string
	recovery recovery
	desk     *registration.Desk
	again    bool // only a new recovery code is shown
	taken    []string
}

// Choice is what to begin with.
type Choice int

// The three beginnings.
const (
	OwnCounty Choice = iota
	PracticeCounty
	FromBackup
)

// Option is a choice, as the first page shows it.
type Option struct {
	Choice                Choice
	Title, Words, Further string
}

// Options returns the three beginnings.
func Options() []Option {
	return []Option{
		{OwnCounty, "建立本县", "登记本机构和口令，打印恢复码，导入单位册。", "约 10 分钟，要用打印机。"},
		{PracticeCounty, "先到演练县试试", "300 个编造的人、60 个单位，随便改，不影响真数据。", "满屏“演练”二字，不能上报。"},
		{FromBackup, "从备份恢复", "换了电脑，或者数据坏了：用 U 盘上的备份和口令。", "先核对备份，再启用。"},
	}
}

// New begins a first run: place is where the county's own data will lie,
// practice where the practice county does.
func New(place, practice office.Place) *Model {
	return &Model{place: place, practice: practice, texts: map[string]string{}}
}

// Bring goes straight to bringing a backup back: the one at path, or "" for one
// to be chosen.
func (m *Model) Bring(path string) {
	m.choice, m.step = FromBackup, Backup
	m.texts[BackupField] = path
}

// Recopy shows a new recovery code of an office that is there already, and
// nothing else of the first run. random draws which groups are to be copied.
func Recopy(f Founded, random io.Reader) (*Model, error) {
	m := New(office.Place{}, office.Place{})
	m.again = true
	return m, m.Show(f, random)
}

// Again reports whether the page is all there is: the office was there before.
func (m *Model) Again() bool { return m.again }

// Steps returns the words of the pages at the left, and which is open.
func (m *Model) Steps() (words []string, open int) {
	switch {
	case m.step == Backup:
		return []string{"选一样", "从备份恢复"}, 1
	case m.again:
		return []string{"恢复码"}, 0
	}
	return []string{"选一样", "本机构", "口令", "恢复码", "导入单位册"}, int(m.step)
}

// Step returns the page shown.
func (m *Model) Step() Step { return m.step }

// Choice returns what is chosen on the first page; Pick chooses.
func (m *Model) Choice() Choice { return m.choice }

// Pick chooses a beginning.
func (m *Model) Pick(c Choice) { m.choice = c }

// Keys of the fields.
const (
	OfficeField = "office"
	CountyField = "county"
	ClerkField  = "clerk"
	FirstField  = "passphrase"
	SecondField = "again"
	BackupField = "backup"
)

// Field is a field of the page shown.
type Field struct {
	Key, Label, Hint string
	Secret           bool
	entrance.Remark
}

// Fields returns the fields of the page shown.
func (m *Model) Fields() []Field {
	switch m.step {
	case Introduce:
		return []Field{
			{Key: CountyField, Label: "县（区）", Hint: "如 罗山县"},
			{Key: OfficeField, Label: "机构全称", Hint: "与公章一致，如 罗山县工考管理机构"},
			m.clerkField(),
		}
	case Passphrase:
		first, again := m.passphrases().Remarks()
		return []Field{
			{Key: FirstField, Label: "口令", Secret: true, Remark: first},
			{Key: SecondField, Label: "再输一遍", Secret: true, Remark: again},
		}
	case Backup:
		return []Field{
			{Key: BackupField, Label: "备份文件", Hint: "U 盘上的 gongkao-….db"},
			{Key: FirstField, Label: "口令", Secret: true, Hint: "做备份时用的口令"},
		}
	}
	return nil
}

func (m *Model) passphrases() entrance.Passphrases {
	return entrance.Passphrases{First: m.texts[FirstField], Again: m.texts[SecondField]}
}

func (m *Model) clerkField() Field {
	f := Field{Key: ClerkField, Label: "经办人", Hint: "您的姓名，印在页脚"}
	if err := data.CheckName(data.NormaliseName(m.texts[ClerkField])); err != nil {
		f.Mark, f.Sentence = wording.Block, err.Error()
	}
	return f
}

// Text returns what stands in a field; Type takes it as it is typed.
func (m *Model) Text(key string) string { return m.texts[key] }

// Type takes the text of a field. The office's name is proposed from the
// county's until somebody writes his own.
func (m *Model) Type(key, text string) {
	if key == CountyField && m.texts[OfficeField] == proposed(m.texts[CountyField]) {
		m.texts[OfficeField] = proposed(text)
	}
	m.texts[key] = text
}

func proposed(county string) string {
	if strings.TrimSpace(county) == "" {
		return ""
	}
	return strings.TrimSpace(county) + "工考管理机构"
}

// MayGoOn reports whether 下一步 can be pressed; why says what is missing.
func (m *Model) MayGoOn() (ok bool, why string) {
	switch m.step {
	case Introduce:
		for _, f := range m.Fields() {
			if strings.TrimSpace(m.texts[f.Key]) == "" || f.Mark == wording.Block {
				return false, "先填好“" + f.Label + "”"
			}
		}
	case Passphrase:
		return m.passphrases().Good()
	case Backup:
		if strings.TrimSpace(m.texts[BackupField]) == "" || m.texts[FirstField] == "" {
			return false, "选好备份文件、填好口令才能恢复"
		}
	case Recovery:
		return m.recovery.copied()
	}
	return true, ""
}

// Next goes to the next page where that needs no work: from the first page, from
// the names of a new county, and from its recovery code, which is noted as
// copied and wiped.
func (m *Model) Next() error {
	if ok, _ := m.MayGoOn(); !ok {
		return nil
	}
	switch {
	case m.step == Choose && m.choice == FromBackup:
		m.step = Backup
	case m.step == Choose && m.choice == OwnCounty, m.step == Introduce:
		m.step++
	case m.step == Recovery:
		if err := m.desk.Office.RecoveryCopied(); err != nil {
			return err
		}
		m.step, m.recovery = Units, recovery{}
	}
	return nil
}

// MayGoBack reports whether there is a page before: what has been founded stays
// founded.
func (m *Model) MayGoBack() bool { return m.step != Choose && m.step != Recovery && m.step != Units }

// Back goes to the page before. Passphrases are typed anew.
func (m *Model) Back() (ok bool) {
	if !m.MayGoBack() {
		return false
	}
	m.forgetPassphrases()
	if m.step == Backup {
		m.step = Choose
	} else {
		m.step--
	}
	return true
}

func (m *Model) forgetPassphrases() {
	delete(m.texts, FirstField)
	delete(m.texts, SecondField)
}

// MayLeave refuses to close the program over a recovery code that nobody has
// copied: it is shown this once, and cannot be made again.
func (m *Model) MayLeave() error {
	if m.step != Recovery {
		return nil
	}
	if ok, why := m.recovery.copied(); !ok {
		return data.Refuse("recovery-open", "", "恢复码只显示这一次，关了就再也看不到", why+"，也才能关")
	}
	return nil
}
