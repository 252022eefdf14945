package today

import (
	"fmt"
	"slices"

	"gongkao/app/policy"
	"gongkao/data"
)

// Deadline is a last day of the year's calendar, as seen from the day of the page.
type Deadline struct {
	policy.Deadline
	DaysLeft    int  // 0: today is the last day
	WorkingLeft int  // working days among them
	Unconfirmed bool // the day stands in a row that nobody has signed off: it lets nobody lapse
	Open        int  // how many people or units still stand in the way
	Way         string
	Clash       string // what is odd about the day in the notice itself; "": nothing
}

// dues are the rows of the policy whose day joins the calendar, and how the
// calendar calls it.
var dues = []struct{ row, name, who string }{
	{policy.PaymentDue, "网上缴费截止", "审查通过的人"}, {policy.EvaluationPaymentDue, "评审费缴费截止", "进入评审的人"},
}

// calendar lists all last days of a policy: its deadlines, and the days to pay
// where they are known.
func calendar(p *policy.Policy) (all []Deadline) {
	for _, d := range p.Deadlines {
		all = append(all, Deadline{Deadline: d})
	}
	for _, due := range dues {
		if r := p.Only(due.row); !r.Due.IsZero() {
			d := policy.Deadline{ID: due.row, Name: due.name, To: r.Due, Who: due.who, Quote: r.Quote}
			all = append(all, Deadline{Deadline: d, Unconfirmed: !r.Confirmed()})
		}
	}
	return all
}

// ahead returns the deadlines that are not past.
func (p *Page) ahead(of *policy.Policy) []Deadline {
	var all []Deadline
	for _, d := range calendar(of) {
		if d.DaysLeft = p.Day.DaysUntil(d.To); d.DaysLeft < 0 {
			continue
		}
		d.WorkingLeft = p.Holidays.Between(p.Day, d.To)
		d.Clash = clash(of, d)
		all = append(all, d)
	}
	slices.SortStableFunc(all, func(a, b Deadline) int { return a.DaysLeft - b.DaysLeft })
	return all
}

// clash says what the notice itself does not fit together: first reviews are to
// be done before registration closes. It is shown, not mended.
func clash(p *policy.Policy, d Deadline) string {
	first, ok := p.Deadline("first-review")
	if d.ID != "registration" || !ok || !first.To.Before(d.To) {
		return ""
	}
	return fmt.Sprintf("%d 日报名的赶不上 %d 日的初审", d.To.Day, first.To.Day)
}

// impede says of each deadline what still stands in its way.
func (p *Page) impede() {
	for i := range p.Deadlines {
		d := &p.Deadlines[i]
		d.Open, d.Way = p.way(d)
	}
}

// way counts what stands in the way of a deadline and says it.
func (p *Page) way(d *Deadline) (open int, words string) {
	switch d.ID {
	case "unit-names":
		open = p.Count("unit-unconfirmed")
		words = fmt.Sprintf("%s 个主管部门还没有核对", data.Commas(open))
	case "first-review":
		open = p.Progress.Draft
		words = fmt.Sprintf("%s 个单位、%s 份草稿没有交审", data.Commas(p.queue("draft").Units), data.Commas(open))
	case "registration":
		open = p.Progress.Draft
		words = fmt.Sprintf("还有 %s 份草稿没有交审", data.Commas(open))
	case "review":
		open = p.Progress.Submitted
		words = fmt.Sprintf("待审 %s 人%s", data.Commas(open), p.perDay(open, d.To))
	case "commitment-due":
		open = p.Count("commitment")
		words = fmt.Sprintf("未补 %s 人，逾期视为不通过", data.Commas(open))
	case policy.PaymentDue, policy.EvaluationPaymentDue:
		open = p.Count("unpaid")
		words = fmt.Sprintf("未缴 %s 人，逾期视为自动放弃", data.Commas(open))
	}
	if open == 0 {
		return 0, ""
	}
	return open, words
}

// perDay says how many a working day must take, today among them.
func (p *Page) perDay(count int, until data.Date) string {
	days := p.Holidays.Between(p.Day.AddDays(-1), until)
	if days < 2 {
		return "，今天就要办完"
	}
	return fmt.Sprintf("，每个工作日约 %s 人", data.Commas((count+days-1)/days))
}

// Count returns how much waits in a queue, 0 for one that there is not.
func (p *Page) Count(queue string) int { return p.queue(queue).Count }

func (p *Page) queue(id string) Queue {
	for _, q := range p.Queues {
		if q.ID == id {
			return q
		}
	}
	return Queue{}
}
