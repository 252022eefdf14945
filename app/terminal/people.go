package terminal

import (
	"fmt"
	"strings"
	"text/tabwriter"
	"unicode/utf8"

	"gongkao/app/eligibility"
	"gongkao/app/fees"
	"gongkao/app/registration"
	"gongkao/app/retirement"
	"gongkao/app/review"
	"gongkao/app/textbooks"
	"gongkao/data"
)

// scope are the options by which commands pick applicants.
type scope struct {
	Unit  string   `help:"单位或主管部门的全称、简称或曾用名" placeholder:"U"`
	Level int      `help:"申报等级，5 到 1" placeholder:"N"`
	ID    []string `name:"id" help:"身份证号；可写多个" placeholder:"NUMBER"`
}

// query turns the options into what the register is asked.
func (s scope) query(d *registration.Desk) (registration.Query, error) {
	q := registration.Query{Level: data.Level(s.Level)}
	if s.Level != 0 && !q.Level.Valid() {
		return q, &usageError{fmt.Sprintf("没有 %d 级", s.Level), "等级请写 5、4、3、2 或 1"}
	}
	if s.Unit != "" {
		u, err := d.UnitNamed(s.Unit)
		if err != nil {
			return q, err
		}
		q.Unit = u.Name
	}
	for _, text := range s.ID {
		a, err := applicantNumbered(d, text)
		if err != nil {
			return q, err
		}
		q.Numbers = append(q.Numbers, a.Person.IDNumber)
	}
	return q, nil
}

// applicantNumbered returns who has the ID number.
func applicantNumbered(d *registration.Desk, text string) (*data.Applicant, error) {
	a, known := d.Register.ByNumber(data.ReadID(text, d.Office.Codes.Region).Normalised)
	if !known {
		return nil, data.Refuse("not-found", "id_number", "没有找到身份证号为 "+text+" 的申报人员", "请核对号码，或用 list --query 按姓名查找")
	}
	return a, nil
}

// listCommand finds applicants.
type listCommand struct {
	Query  string `help:"姓名、拼音首字母、身份证号末几位或单位" placeholder:"Q"`
	Status string `help:"状态：draft submitted returned approved rejected …" placeholder:"S"`
	scope  `embed:""`
}

func (l *listCommand) run(c *call) (answer, error) {
	return c.atDesk(func(d *registration.Desk) (answer, error) {
		q, err := l.scope.query(d)
		if err != nil {
			return answer{}, err
		}
		q.Text = l.Query
		lapsed := data.Status(l.Status) == data.Lapsed
		if l.Status != "" && !lapsed {
			if !data.Status(l.Status).Valid() {
				return answer{}, &usageError{"没有“" + l.Status + "”这种状态", "请写 draft、submitted、returned、approved、rejected、withdrawn 等"}
			}
			q.Statuses = []data.Status{data.Status(l.Status)}
		}
		found := d.Register.Find(q)
		back, err := receivedOf(c.ctx, d)
		if err != nil {
			return answer{}, err
		}
		people := make([]map[string]any, 0, len(found))
		var words strings.Builder
		table := tabwriter.NewWriter(&words, 0, 4, 2, ' ', 0)
		for _, a := range found {
			standing := review.Standing(d, a)
			if lapsed && standing != data.Lapsed { // nobody is recorded so, it follows from the rules
				continue
			}
			person := documentOfPerson(d, a, standing)
			person["stamped"] = back(a.Application.ID)
			people = append(people, person)
			fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\t%s\n", a.Person.Name, a.Person.IDNumber.Masked(), a.Unit, a.Application.Trade, a.Application.Level, standing)
		}
		if err := table.Flush(); err != nil {
			return answer{}, err
		}
		fmt.Fprintf(&words, "共 %d 人", len(people))
		return answer{document: people, words: words.String()}, nil
	})
}

// documentOfPerson is somebody with every field and what the year's books say.
func documentOfPerson(d *registration.Desk, a *data.Applicant, standing data.Status) map[string]any {
	person := map[string]any{"status": a.Application.Status, "standing": standing}
	for _, f := range data.Fields {
		person[f.Key] = f.JSON(a)
	}
	person["textbooks"], _ = textbooks.Of(a)
	resultKeys(person, d, a)
	money := fees.Of(d.Office.Policy, a, d.Office.Today())
	person["fee_due_fen"], person["fee_paid_fen"] = money.Due, money.Paid
	return person
}

// checkCommand gives verdicts.
type checkCommand struct {
	AsOf  string `help:"按哪一天判断（默认今天）" placeholder:"DATE"`
	scope `embed:""`
}

// checked is one verdict of the command line.
type checked struct {
	IDNumber        data.IDNumber         `json:"id_number"`
	Name            string                `json:"name"`
	Unit            string                `json:"unit"`
	Trade           string                `json:"trade"`
	Level           data.Level            `json:"level"`
	Path            data.Path             `json:"path"`
	Verdict         eligibility.Outcome   `json:"verdict"`
	RetirementMonth data.Month            `json:"retirement_month"`
	Retirement      retirement.Standing   `json:"retirement"` // how that month stands to the year; "" when unknown
	Findings        []eligibility.Finding `json:"findings"`
}

func (k *checkCommand) run(c *call) (answer, error) {
	return c.atDesk(func(d *registration.Desk) (answer, error) {
		asOf := d.Office.Today()
		if k.AsOf != "" {
			var err error
			if asOf, err = data.ParseISODate(k.AsOf); err != nil {
				return answer{}, err
			}
		}
		q, err := k.scope.query(d)
		if err != nil {
			return answer{}, err
		}
		all := []checked{}
		var words strings.Builder
		found := d.Register.Find(q)
		if len(q.Numbers) == 0 {
			found = registration.WithoutCarried(found)
		}
		for _, a := range found {
			v := eligibility.Judge(eligibility.Question{Applicant: a, Policy: d.Office.Policy, Codes: d.Office.Codes, AsOf: asOf, Traced: true})
			if v.Findings == nil {
				v.Findings = []eligibility.Finding{}
			}
			app := a.Application
			all = append(all, checked{a.Person.IDNumber, a.Person.Name, a.Unit, app.Trade, app.Level, app.Path, v.Outcome, v.RetirementMonth, v.Retirement, v.Findings})
			fmt.Fprintf(&words, "%s  %s  %s\n", widened(registration.Judgement(v.Outcome).String()), a.Person.Name, a.Unit)
			for _, f := range v.Findings {
				fmt.Fprintf(&words, "    %s\n", f.Message)
			}
		}
		fmt.Fprintf(&words, "共 %d 人", len(all))
		return answer{document: all, words: words.String()}, nil
	})
}

// widened fills a word up to three characters, so that columns stand.
func widened(word string) string {
	return word + strings.Repeat("　", max(0, 3-utf8.RuneCountInString(word)))
}
