package results

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"gongkao/app/registration"
	outcomes "gongkao/app/results"
	"gongkao/data"
	"gongkao/views/wording"
)

// Enter writes a score into a row.
func (m *Model) Enter(ctx context.Context, row int, mark string) (wording.Done, error) {
	s := m.row(row)
	subject := ""
	if t, ok := m.entering(s); ok {
		subject = t.ID
	}
	if _, err := m.books.Score(ctx, outcomes.Entry{Application: m.ID(row), Subject: subject, Mark: mark}); err != nil {
		return wording.Done{}, err
	}
	m.again([]data.ApplicationID{m.ID(row)})
	return m.entered(row), nil
}

// entered says what a row came to and who is next.
func (m *Model) entered(row int) wording.Done {
	now := m.Score(row)
	what := m.Person(row).Name + "：" + now.Score
	if now.Outcome == outcomes.Passed || now.Outcome == outcomes.Failed {
		what += "，" + now.Outcome.String()
		if !now.Confirmed {
			what += "（合格线待核对）"
		}
	}
	next := "这一页的都录完了"
	if at := m.Next(row); at >= 0 {
		next = "下一人 " + m.Person(at).Name
	}
	return wording.Done{What: what, Next: next}
}

// Correct puts another score in the place of a row's, with the reason; no mark only
// makes it void.
func (m *Model) Correct(ctx context.Context, row int, mark, why string) (wording.Done, error) {
	t, ok := m.entering(m.row(row))
	subject := ""
	if ok {
		subject = t.ID
	}
	if err := m.books.Correct(ctx, outcomes.Entry{Application: m.ID(row), Subject: subject, Mark: strings.TrimSpace(mark)}, why); err != nil {
		return wording.Done{}, err
	}
	m.again([]data.ApplicationID{m.ID(row)})
	now := wording.Or(m.Score(row).Score, "没有成绩")
	return wording.Done{What: m.Person(row).Name + " 的成绩已更正：" + now, Next: "原来的成绩和理由留在经过里"}, nil
}

// Admit lets rows into the evaluation.
func (m *Model) Admit(ctx context.Context, rows []int) (wording.Done, error) {
	ids := m.IDs(rows)
	if err := m.books.Admit(ctx, ids); err != nil {
		return wording.Done{}, err
	}
	m.again(ids)
	return wording.Done{What: fmt.Sprintf("%s进入综合评审，评审费自今天起应缴", m.several(ids)), Next: "办错了按 Ctrl+Z 撤销"}, nil
}

// several names one by name, more by number.
func (m *Model) several(ids []data.ApplicationID) string {
	if len(ids) == 1 {
		return m.all[m.at[ids[0]]].a.Person.Name + " "
	}
	return fmt.Sprintf("%d 人", len(ids))
}

// Numbers proposes the numbers of certificates for so many, from the first that was
// written.
func (m *Model) Numbers(first string, n int) ([]string, error) {
	first = strings.TrimSpace(first)
	if n <= 1 {
		return []string{first}, nil
	}
	numbers, ok := outcomes.Series(first, n)
	switch {
	case first == "":
		return nil, data.Refuse("cert-number-missing", "certificate_no", "证书编号没有填", "请填第一个人的编号，例如 LS202630001，后面的自动加一")
	case !ok:
		return nil, data.Refuse("cert-number-missing", "certificate_no", "第一个编号末尾没有数字，排不下去", "请写完整的编号，例如 LS202630001，后面的自动加一")
	}
	return numbers, nil
}

// FirstNumber proposes the number after the last that was given to the level of a
// row.
func (m *Model) FirstNumber(row int) string {
	return m.books.NextNumber(m.row(row).a.Application.Level)
}

// Issue records certificates for rows, in their order, numbered from the first.
func (m *Model) Issue(ctx context.Context, rows []int, first, day string) (wording.Done, error) {
	ids := m.IDs(rows)
	numbers, err := m.Numbers(first, len(ids))
	if err != nil {
		return wording.Done{}, err
	}
	issued, err := readDay(day)
	if err != nil {
		return wording.Done{}, err
	}
	var list []outcomes.Numbered
	for i, id := range ids {
		list = append(list, outcomes.Numbered{Application: id, Number: numbers[i]})
	}
	if err := m.books.Issue(ctx, issued, list); err != nil {
		return wording.Done{}, err
	}
	m.again(ids)
	return wording.Done{What: fmt.Sprintf("%s已发证，编号 %s", m.several(ids), span(numbers)), Next: "来领的按 F9 登记签字；写错了按 * 作废"}, nil
}

// span words a series: 001 至 012.
func span(numbers []string) string {
	if len(numbers) == 1 {
		return numbers[0]
	}
	return numbers[0] + " 至 " + numbers[len(numbers)-1]
}

// readDay reads a day as people write it; an empty one is refused where it is used.
func readDay(text string) (data.Date, error) {
	if strings.TrimSpace(text) == "" {
		return data.Date{}, nil
	}
	written, err := data.ReadDate(text)
	if err != nil {
		return data.Date{}, err
	}
	day, whole := written.Date()
	if !whole {
		return data.Date{}, data.Refuse("date-bad", "", "“"+text+"”只有年月，没有日", "请写成 2026-11-20 的样子")
	}
	return day, nil
}

// Collect records that the certificates of rows were collected and signed for.
func (m *Model) Collect(ctx context.Context, rows []int, who, day string) (wording.Done, error) {
	ids := m.IDs(rows)
	on, err := readDay(day)
	if err != nil {
		return wording.Done{}, err
	}
	if err := m.books.Collect(ctx, ids, on, who); err != nil {
		return wording.Done{}, err
	}
	m.again(ids)
	return wording.Done{What: fmt.Sprintf("%s的证书已领取，%s签字", m.several(ids), strings.TrimSpace(who)), Next: "登记错了按 Ctrl+Z 撤销"}, nil
}

// Void says why a row's certificate does not count.
func (m *Model) Void(ctx context.Context, row int, why string) (wording.Done, error) {
	if err := m.books.VoidCertificate(ctx, m.ID(row), why); err != nil {
		return wording.Done{}, err
	}
	m.again([]data.ApplicationID{m.ID(row)})
	return wording.Done{What: m.Person(row).Name + " 的证书记录已作废", Next: "请按 F8 重新登记编号"}, nil
}

// Items are what goes into the archive of a row, and what is in it.
func (m *Model) Items(row int) (items []outcomes.Item, in map[string]bool, box string) {
	a := m.row(row).a
	items, in = m.books.ArchiveOf(a)
	if a.Ledger.Archive != nil {
		box = a.Ledger.Archive.Box
	}
	return items, in, box
}

// File records what is in the archive of a row, and closes it if asked.
func (m *Model) File(ctx context.Context, row int, f outcomes.Filing) (wording.Done, error) {
	f.Application = m.ID(row)
	return m.file(ctx, []outcomes.Filing{f})
}

// FileAll puts everything into the archives of rows, in one box, and closes them.
func (m *Model) FileAll(ctx context.Context, rows []int, box string) (wording.Done, error) {
	var list []outcomes.Filing
	for _, row := range rows {
		list = append(list, outcomes.Filing{Application: m.ID(row), Items: m.books.All(m.row(row).a), Box: box, Close: true})
	}
	return m.file(ctx, list)
}

func (m *Model) file(ctx context.Context, list []outcomes.Filing) (wording.Done, error) {
	if err := m.books.File(ctx, list); err != nil {
		return wording.Done{}, err
	}
	var ids []data.ApplicationID
	for _, f := range list {
		ids = append(ids, f.Application)
	}
	m.again(ids)
	word := "的归档材料已登记，还没有办结"
	if list[0].Close {
		word = "已归档，放在 " + strings.TrimSpace(list[0].Box) + " 盒"
	}
	return wording.Done{What: m.several(ids) + word, Next: "登记错了按 Ctrl+Z 撤销"}, nil
}

// Undo takes back the last command of this page. It refuses what cannot be taken
// back and says what to do instead.
func (m *Model) Undo(ctx context.Context) (wording.Done, error) {
	if len(m.last) == 0 {
		return wording.Done{}, data.Refuse("undo-none", "", "这一页上还没有办过什么", "以前办的，请打开登记，在经过里撤销")
	}
	ids, what := m.last, ""
	for _, id := range ids {
		events, err := m.desk.Timeline(ctx, id)
		if err != nil {
			return wording.Done{}, err
		}
		at := slices.IndexFunc(events, func(e registration.Event) bool { return e.Kind == registration.EventResult && !e.Undone })
		if at < 0 {
			continue
		}
		if _, err := m.desk.Undo(ctx, id, events[at]); err != nil {
			return wording.Done{}, err
		}
		what = events[at].Words
	}
	m.again(ids)
	m.last = nil
	return wording.Done{What: "已撤销：" + m.several(ids) + " " + what, Next: "经过里还能看到它"}, nil
}
