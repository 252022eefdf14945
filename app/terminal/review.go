package terminal

import (
	"fmt"
	"strings"

	"gongkao/app/registration"
	"gongkao/app/review"
	"gongkao/data"
)

// reviewCommand records a decision.
type reviewCommand struct {
	ID       string            `name:"id" required:"" help:"身份证号" placeholder:"NUMBER"`
	Decision string            `required:"" help:"approve 通过、return 退回、reject 不通过；也可 submit 交审、withdraw 撤回、reopen 更正"`
	Reason   []string          `help:"理由：代码、规则编号或一句话；可写多次" sep:"none" placeholder:"CODE"`
	Override map[string]string `help:"越过一条规则的理由" mapsep:"none" placeholder:"RULE=REASON"`
	Answer   map[int]string    `help:"退回时第几条要求怎样补正的，如 1=已补交考核表" mapsep:"none" placeholder:"N=TEXT"`
}

// reviewed is what the command answers.
type reviewed struct {
	IDNumber data.IDNumber `json:"id_number"`
	Status   data.Status   `json:"status"`
	Proposed bool          `json:"proposed,omitempty"` // another clerk has to agree
	Differs  bool          `json:"differs,omitempty"`  // another clerk had concluded otherwise
}

func (r *reviewCommand) run(c *call) (answer, error) {
	return c.atDesk(func(d *registration.Desk) (answer, error) {
		a, err := applicantNumbered(d, r.ID)
		if err != nil {
			return answer{}, err
		}
		out, err := r.decide(c, d, a)
		if err != nil {
			return answer{}, err
		}
		words := fmt.Sprintf("%s：%s", a.Person.Name, out.Status)
		switch {
		case out.Differs:
			words += "\n两位审核人结论不同，请先提出结论的一位再看"
		case out.Proposed:
			words += "\n结论已提出，等另一位审核人"
		}
		return answer{document: reviewed{a.Person.IDNumber, out.Status, out.Proposed, out.Differs}, words: words}, nil
	})
}

func (r *reviewCommand) decide(c *call, d *registration.Desk, a *data.Applicant) (review.Outcome, error) {
	id := a.Application.ID
	if r.Decision == "reopen" {
		if err := review.Reopen(c.ctx, d, id, strings.Join(r.Reason, "；")); err != nil {
			return review.Outcome{}, err
		}
		return review.Outcome{Status: data.Submitted}, nil
	}
	answers := map[int]string{}
	for n, text := range r.Answer {
		answers[n-1] = text
	}
	found, err := review.Begin(c.ctx, d, id)
	if err != nil {
		return review.Outcome{}, err
	}
	return found.Rule(c.ctx, review.Ruling{Decision: review.Decision(r.Decision), Reasons: r.Reason, Overrides: r.Override, Answers: answers})
}
