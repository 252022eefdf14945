package terminal

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"gongkao/app/registration"
	"gongkao/app/unitbook"
	"gongkao/app/units"
	"gongkao/data"
)

// unitCommand is the year of the units.
type unitCommand struct {
	List     unitList     `cmd:"" help:"主管部门：核对、登记表、还欠什么"`
	Show     unitShow     `cmd:"" help:"一个单位：应交、已交、还欠和本年经过"`
	Confirm  unitConfirm  `cmd:"" help:"登记主管部门已核对单位名称"`
	Withdraw unitWithdraw `cmd:"" help:"撤回一次核对"`
	New      unitNew      `cmd:"" help:"新增单位"`
	Rename   unitRename   `cmd:"" help:"更名，旧名称留作曾用名"`
	Merge    unitMerge    `cmd:"" help:"撤并：人和下属单位一起转入"`
	TakeBack unitTakeBack `cmd:"" help:"撤销一次变更"`
	Form     unitForm     `cmd:"" help:"管理人员登记表：盖章交回、发账户"`
}

// unitBasis is what a change rests on.
type unitBasis struct {
	Basis   string `help:"依据：文件名和文号" placeholder:"DOCUMENT"`
	Contact string `help:"联系人" placeholder:"WHO"`
}

func (b unitBasis) words() unitbook.Basis {
	return unitbook.Basis{Document: b.Basis, Contact: b.Contact}
}

// unitShown is a unit as the command line writes it.
type unitShown struct {
	Unit        string     `json:"unit"`
	Supervising string     `json:"supervising_unit"`
	Former      []string   `json:"former"`
	People      int        `json:"people"`
	Approved    int        `json:"approved"`
	Originals   int        `json:"originals"`
	Confirmed   data.Date  `json:"confirmed,omitzero"`
	Form        string     `json:"form,omitempty"`
	Owes        int        `json:"owes"`
	Items       []unitItem `json:"items"`
	Story       []unitTold `json:"story,omitempty"`
}

type unitItem struct {
	ID   string    `json:"id"`
	Name string    `json:"name"`
	Due  int       `json:"due"`
	Done int       `json:"done"`
	Left int       `json:"left"`
	By   data.Date `json:"by,omitzero"`
}

type unitTold struct {
	Date   data.Date         `json:"date"`
	By     string            `json:"by"`
	Words  string            `json:"words"`
	Change data.UnitChangeID `json:"change,omitempty"` // what take-back takes
}

// formStates are the words of the contract for how far a form has come.
var formStates = map[unitbook.FormState]string{unitbook.FormNobody: "none", unitbook.FormChanged: "changed", unitbook.FormAwaited: "awaited", unitbook.FormReturned: "returned", unitbook.FormDone: "account"}

func shownUnit(b *unitbook.Book, u data.Unit) unitShown {
	above, _ := b.Unit(u.Supervising)
	s := unitShown{Unit: u.Name, Supervising: above.Name, Former: append([]string{}, u.Former...), Owes: b.Owes(u.ID), Items: []unitItem{}}
	s.People, s.Approved, s.Originals = b.People(u.ID)
	if u.Supervising == u.ID {
		s.Form = formStates[b.Form(u.ID).State]
	}
	if c, confirmed := b.Confirmed(u.ID); confirmed {
		s.Confirmed = c.On
	}
	for _, it := range b.Items(u.ID) {
		s.Items = append(s.Items, unitItem{it.ID, it.Name, it.Due, it.Done, it.Left(), it.By})
	}
	return s
}

// shown is a unit, with its year, as an answer; said stands above it.
func shown(c *call, d *registration.Desk, id data.UnitID, said string) (answer, error) {
	b, err := unitbook.Load(c.ctx, d)
	if err != nil {
		return answer{}, err
	}
	u, _ := b.Unit(id)
	s := shownUnit(b, u)
	var words strings.Builder
	fmt.Fprintf(&words, "%s（%s）\n", u.Name, s.Supervising)
	table := tabwriter.NewWriter(&words, 0, 4, 2, ' ', 0)
	for _, it := range s.Items {
		fmt.Fprintf(table, "  %s\t应交 %d\t已交 %d\t还欠 %d\t%s\n", it.Name, it.Due, it.Done, it.Left, it.By)
	}
	if err := table.Flush(); err != nil {
		return answer{}, err
	}
	for _, t := range b.Story(id) {
		one := unitTold{data.DateOf(t.At), t.By, t.Words, t.Change}
		s.Story = append(s.Story, one)
		fmt.Fprintf(&words, "  %s  %s  %s", one.Date, one.By, one.Words)
		if one.Change != "" {
			fmt.Fprintf(&words, "（%s）", one.Change)
		}
		fmt.Fprintln(&words)
	}
	if said != "" {
		said += "\n"
	}
	return answer{document: s, words: said + words.String()}, nil
}

// atUnit runs a use case on the unit of a name, and shows the unit afterwards.
func (c *call) atUnit(name string, do func(*registration.Desk, data.Unit) (said string, err error)) (answer, error) {
	return c.atDesk(func(d *registration.Desk) (answer, error) {
		u, err := d.UnitNamed(name)
		if err != nil {
			return answer{}, err
		}
		said, err := do(d, u)
		if err != nil {
			return answer{}, err
		}
		return shown(c, d, u.ID, said)
	})
}

type unitList struct{}

func (*unitList) run(c *call) (answer, error) {
	return c.atDesk(func(d *registration.Desk) (answer, error) {
		b, err := unitbook.Load(c.ctx, d)
		if err != nil {
			return answer{}, err
		}
		all := []unitShown{}
		var words strings.Builder
		table := tabwriter.NewWriter(&words, 0, 4, 2, ' ', 0)
		for _, u := range b.Supervising() {
			s := shownUnit(b, u)
			all = append(all, s)
			fmt.Fprintf(table, "%s\t%d 人\t核对 %s\t%s\t还欠 %d 项\n", u.Name, s.People, s.Confirmed, b.Form(u.ID).State, s.Owes)
		}
		err = table.Flush()
		fmt.Fprintf(&words, "共 %d 个主管部门", len(all))
		return answer{document: all, words: words.String()}, err
	})
}

type unitShow struct {
	Unit string `arg:"" help:"单位全称、简称或曾用名"`
}

func (s *unitShow) run(c *call) (answer, error) {
	return c.atUnit(s.Unit, func(*registration.Desk, data.Unit) (string, error) { return "", nil })
}

type unitConfirm struct {
	Unit string `arg:"" help:"主管部门"`
	Who  string `help:"单位里谁核对的" placeholder:"NAME"`
}

func (s *unitConfirm) run(c *call) (answer, error) {
	return c.atUnit(s.Unit, func(d *registration.Desk, u data.Unit) (string, error) {
		_, err := unitbook.Confirm(c.ctx, d, u.ID, s.Who)
		return "已登记核对", err
	})
}

type unitWithdraw struct {
	Unit   string `arg:"" help:"主管部门"`
	Reason string `help:"为什么撤回" placeholder:"WHY"`
}

func (s *unitWithdraw) run(c *call) (answer, error) {
	return c.atUnit(s.Unit, func(d *registration.Desk, u data.Unit) (string, error) {
		return "核对已撤回", unitbook.Withdraw(c.ctx, d, u.ID, s.Reason)
	})
}

type unitRename struct {
	Unit      string `arg:"" help:"现在的名称"`
	Name      string `arg:"" help:"新的全称，与公章一致"`
	unitBasis `embed:""`
}

func (s *unitRename) run(c *call) (answer, error) {
	return c.atUnit(s.Unit, func(d *registration.Desk, u data.Unit) (string, error) {
		_, err := unitbook.Rename(c.ctx, d, u.ID, s.Name, s.words())
		return "已更名，旧名称留作曾用名", err
	})
}

type unitMerge struct {
	Unit      string `arg:"" help:"撤并的单位"`
	Into      string `required:"" help:"并入哪个单位" placeholder:"UNIT"`
	unitBasis `embed:""`
}

func (s *unitMerge) run(c *call) (answer, error) {
	return c.atDesk(func(d *registration.Desk) (answer, error) {
		heir, err := d.UnitNamed(s.Into)
		if err != nil {
			return answer{}, err
		}
		u, err := exactly(d, s.Unit)
		if err != nil {
			return answer{}, err
		}
		change, err := unitbook.Merge(c.ctx, d, u.ID, heir.ID, s.words())
		if err != nil {
			return answer{}, err
		}
		return shown(c, d, heir.ID, fmt.Sprintf("%s 已并入 %s，%d 人随同转入", change.Old, change.New, change.Moved))
	})
}

// exactly returns the unit of a name even when it was merged into another: its
// name means the heir everywhere else.
func exactly(d *registration.Desk, name string) (data.Unit, error) {
	for _, u := range d.EveryUnit() {
		if u.Name == units.Trim(name) {
			return u, nil
		}
	}
	return d.UnitNamed(name)
}

type unitNew struct {
	Name        string `arg:"" help:"全称，与公章一致"`
	Supervising string `help:"主管部门；不写就是它自己" placeholder:"UNIT"`
	unitBasis   `embed:""`
}

func (s *unitNew) run(c *call) (answer, error) {
	return c.atDesk(func(d *registration.Desk) (answer, error) {
		u := data.Unit{Name: s.Name, Contact: s.Contact}
		if s.Supervising != "" {
			above, err := d.UnitNamed(s.Supervising)
			if err != nil {
				return answer{}, err
			}
			u.Supervising = above.ID
		}
		change, err := unitbook.New(c.ctx, d, u, s.words())
		if err != nil {
			return answer{}, err
		}
		return shown(c, d, change.Unit, "已登记")
	})
}

type unitTakeBack struct {
	Unit   string `arg:"" help:"单位"`
	Change string `required:"" help:"哪次变更：unit show 里写着的编号" placeholder:"ID"`
	Reason string `help:"为什么撤销" placeholder:"WHY"`
}

func (s *unitTakeBack) run(c *call) (answer, error) {
	return c.atUnit(s.Unit, func(d *registration.Desk, _ data.Unit) (string, error) {
		return "变更已撤销", unitbook.TakeBack(c.ctx, d, data.UnitChangeID(s.Change), s.Reason)
	})
}

type unitForm struct {
	Unit     string `arg:"" help:"主管部门"`
	Returned bool   `help:"登记表已盖章交回"`
	Account  string `help:"账户发给谁" placeholder:"NAME"`
	Undo     bool   `help:"撤销最后登记的一步"`
}

func (s *unitForm) run(c *call) (answer, error) {
	return c.atUnit(s.Unit, func(d *registration.Desk, u data.Unit) (said string, err error) {
		switch {
		case s.Undo && !s.Returned && s.Account == "":
			return "已撤销最后一步", unitbook.RecallForm(c.ctx, d, u.ID)
		case s.Undo || !s.Returned && s.Account == "":
			return "", &usageError{"没有写登记表到了哪一步", "请写 --returned 盖章交回，--account 姓名 发账户，或 --undo 撤销最后一步"}
		}
		if s.Returned {
			if err := unitbook.ReturnForm(c.ctx, d, u.ID); err != nil {
				return "", err
			}
			said = "登记表已交回"
		}
		if s.Account != "" {
			if err := unitbook.HandOut(c.ctx, d, u.ID, s.Account); err != nil {
				return "", err
			}
			said = "账户已发给 " + s.Account
		}
		return said, nil
	})
}
