package record

import (
	"context"

	"gongkao/data"
	"gongkao/views/wording"
)

// Commands are what can be done with the record now.
type Commands struct {
	Submit  bool // hand it in for review
	Print   bool // print its form
	Discard bool // throw away what was typed of a new person
	Other   bool // acts besides filling in fields
}

// Commands returns what can be done now; what cannot is not shown.
func (m *Model) Commands() Commands {
	if m.past != nil {
		return Commands{}
	}
	status := m.applicant.Application.Status
	return Commands{
		Other:   !m.IsNew(),
		Submit:  !m.IsNew() && (status == data.Draft || status == data.Returned),
		Print:   !m.IsNew(),
		Discard: m.IsNew() && m.Typed(),
	}
}

// Printable refuses to print somebody whom no register knows.
func (m *Model) Printable() error {
	if m.IsNew() {
		return data.Refuse("required-missing", "", "还没有登记，不能打印", m.toEnter())
	}
	return nil
}

// Discarding says what throwing a new person away will do.
func (m *Model) Discarding() (title string, words []string) {
	who := wording.Or(m.applicant.Person.Name, "这一人")
	return "放弃" + who + "？", []string{who + "还没有登记；已经填的各栏会清空，不能撤销。"}
}

// Photo returns the person's photo as JPEG, nil when there is none.
func (m *Model) Photo(ctx context.Context) ([]byte, error) {
	if m.IsNew() {
		return nil, nil
	}
	return m.desk.Photo(ctx, m.applicant.Person.ID)
}
