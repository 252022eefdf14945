package record

import (
	"context"

	"gongkao/data"
)

// readDay reads a day a clerk writes; what is needed is named in the refusal.
func readDay(what, text string) (data.Date, error) {
	written, err := data.ReadDate(text)
	if err != nil {
		return data.Date{}, data.Refuse("date-bad", "", what+"没有读懂", "请写成 2026-04-07 这样的一天")
	}
	day, whole := written.Date()
	if !whole {
		return data.Date{}, data.Refuse("date-bad", "", what+"只有年月", "请写到哪一天，如 2026-04-07")
	}
	return day, nil
}

// Past is the day whose record is shown, zero of the present one.
func (m *Model) Past() data.Date {
	if m.past == nil {
		return data.Date{}
	}
	return *m.past
}

func (m *Model) pastNote() string {
	return m.past.Chinese() + "结束时的样子"
}

// AsOf returns the record as it was at the end of a day, to be read and not to
// be changed. The rules are those in force now, held against that day.
func (m *Model) AsOf(ctx context.Context, text string) (*Model, error) {
	day, err := readDay("日期", text)
	if err != nil {
		return nil, err
	}
	if day.After(m.desk.Office.Today()) {
		return nil, data.Refuse("date-bad", "", "这一天还没有到", "请写今天或以前的一天")
	}
	then, err := m.desk.AsOf(ctx, m.ID(), day)
	if err != nil {
		return nil, err
	}
	past := blank(m.desk, m.drafts)
	past.applicant, past.row, past.past = *then, m.row, &day
	past.judge()
	return past, nil
}
