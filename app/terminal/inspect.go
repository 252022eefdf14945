package terminal

import (
	"gongkao/app/inspection"
	"gongkao/app/printing"
	"gongkao/app/registration"
)

// minute is how moments are written for people.
const minute = "2006-01-02 15:04"

// inspectCommand tells one person's whole story.
type inspectCommand struct {
	ID string `name:"id" required:"" help:"身份证号" placeholder:"NUMBER"`
}

func (i *inspectCommand) run(c *call) (answer, error) {
	return c.atDesk(func(d *registration.Desk) (answer, error) {
		a, err := applicantNumbered(d, i.ID)
		if err != nil {
			return answer{}, err
		}
		papers, err := printing.Papers(d.Office.Folder)
		if err != nil {
			return answer{}, err
		}
		d.CallPapers(papers.Short)
		f, err := inspection.Of(c.ctx, d, a.Application.ID)
		if err != nil {
			return answer{}, err
		}
		return answer{document: f, words: f.Text(papers.Name)}, nil
	})
}
