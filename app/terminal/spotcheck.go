package terminal

import (
	"fmt"
	"strings"
	"text/tabwriter"
	"time"

	"gongkao/app/registration"
	"gongkao/app/spotcheck"
	"gongkao/data"
)

// spotCheckCommand draws a sample, lists the year's, shows one, or records what
// one found.
type spotCheckCommand struct {
	Size   int      `help:"抽多少人" placeholder:"N"`
	Share  int      `help:"抽百分之几，1 到 100" placeholder:"P"`
	Seed   uint64   `help:"种子：同样的名单用同样的种子，抽出同样的人；不写由程序取一个" placeholder:"S"`
	By     []string `help:"分层：unit 按单位、level 按等级，可写 unit,level" placeholder:"unit,level"`
	Status []string `help:"从哪些状态里抽（默认 approved,reported）" placeholder:"S"`

	List bool `help:"列出本年的抽查"`

	ID     string `name:"id" help:"抽查编号；只写编号是看这次抽查" placeholder:"CHECK"`
	Person string `help:"登记谁的抽查结果：身份证号" placeholder:"NUMBER"`
	Sound  bool   `help:"抽查无问题"`
	Found  string `help:"抽查发现的问题" placeholder:"TEXT"`
}

// spotChecked is a spot check as the command line writes it.
type spotChecked struct {
	ID         data.SpotCheckID `json:"id"`
	At         time.Time        `json:"at"`
	By         string           `json:"by"`
	Year       int              `json:"year"`
	Seed       uint64           `json:"seed"`
	Size       int              `json:"size"`
	Share      int              `json:"share"`
	Strata     []string         `json:"strata"`
	Statuses   []data.Status    `json:"statuses"`
	Population int              `json:"population"`
	Checksum   string           `json:"checksum"` // of the population, as on the sheet
	Repeats    bool             `json:"repeats"`  // the seed draws the sample again
	Looked     int              `json:"looked"`   // at so many of the sample
	Objections int              `json:"objections"`
	Sample     []spotted        `json:"sample"`
}

// spotted is somebody in a sample.
type spotted struct {
	IDNumber data.IDNumber `json:"id_number"`
	Name     string        `json:"name"`
	Unit     string        `json:"unit"`
	Trade    string        `json:"trade"`
	Level    data.Level    `json:"level"`
	Stratum  string        `json:"stratum"`
	Sound    bool          `json:"sound"`
	Found    string        `json:"found"` // "" and not sound: nobody has looked
	By       string        `json:"by"`
	At       time.Time     `json:"at,omitzero"`

	words string // what was found
}

func (s *spotCheckCommand) run(c *call) (answer, error) {
	draws := s.Size != 0 || s.Share != 0 || s.Seed != 0 || len(s.By)+len(s.Status) > 0
	finds := s.Person != "" || s.Sound || s.Found != ""
	switch {
	case s.List && (draws || finds || s.ID != ""), draws && (finds || s.ID != ""):
		return answer{}, &usageError{"抽取、列出和登记要分开办", "请分别写 spot-check --size N、--list 或 --id 编号 --person 身份证号 --sound"}
	case finds && (s.ID == "" || s.Person == ""):
		return answer{}, &usageError{"登记抽查结果要写明哪次抽查、哪个人", "请写成 spot-check --id 编号 --person 身份证号 --sound，或 --found 发现的问题"}
	}
	return c.atDesk(func(d *registration.Desk) (answer, error) {
		switch {
		case s.List:
			return s.list(c, d)
		case s.ID == "":
			check, err := spotcheck.Draw(c.ctx, d, s.plan())
			if err != nil {
				return answer{}, err
			}
			return told(d, check)
		case finds:
			if err := s.find(c, d); err != nil {
				return answer{}, err
			}
		}
		check, err := spotcheck.Open(c.ctx, d, data.SpotCheckID(s.ID))
		if err != nil {
			return answer{}, err
		}
		return told(d, check)
	})
}

func (s *spotCheckCommand) plan() spotcheck.Plan {
	p := spotcheck.Plan{Seed: s.Seed, Size: s.Size, Share: s.Share, Strata: s.By}
	for _, status := range s.Status {
		p.Statuses = append(p.Statuses, data.Status(status))
	}
	return p
}

func (s *spotCheckCommand) find(c *call, d *registration.Desk) error {
	a, err := applicantNumbered(d, s.Person)
	if err != nil {
		return err
	}
	return spotcheck.Find(c.ctx, d, data.SpotCheckID(s.ID), data.SpotFinding{Application: a.Application.ID, Sound: s.Sound, Found: s.Found})
}

func (s *spotCheckCommand) list(c *call, d *registration.Desk) (answer, error) {
	checks, err := spotcheck.List(c.ctx, d)
	if err != nil {
		return answer{}, err
	}
	all := []spotChecked{}
	var words strings.Builder
	for _, check := range checks {
		one := spotCheckedOf(d, check)
		all = append(all, one)
		fmt.Fprintln(&words, one.line())
	}
	fmt.Fprintf(&words, "本年共抽查 %d 次", len(all))
	return answer{document: all, words: words.String()}, nil
}

// line says in one line what a spot check was and how far it has come.
func (s *spotChecked) line() string {
	return fmt.Sprintf("%s  %s  %s：从 %d 人中抽 %d 人，种子 %d；已查 %d 人，有问题 %d 人", s.ID, s.At.Format(minute), s.By, s.Population, len(s.Sample), s.Seed, s.Looked, s.Objections)
}

func spotCheckedOf(d *registration.Desk, check data.SpotCheck) spotChecked {
	s := spotChecked{
		ID: check.ID, At: check.At, By: check.By, Year: check.Year, Seed: check.Seed, Size: check.Size, Share: check.Share,
		Strata: append([]string{}, check.Strata...), Statuses: check.Statuses, Population: len(check.Population), Checksum: spotcheck.Checksum(check), Repeats: spotcheck.Repeats(check), Sample: []spotted{},
	}
	s.Looked, s.Objections = spotcheck.Looked(check)
	strata := map[data.ApplicationID]string{}
	for _, p := range check.Population {
		strata[p.Application] = p.Stratum
	}
	for _, f := range check.Sample {
		one := spotted{Stratum: strata[f.Application], Sound: f.Sound, Found: f.Found, By: f.By, At: f.At, words: f.Words()}
		if a, known := d.Register.ByID(f.Application); known {
			one.IDNumber, one.Name, one.Unit, one.Trade, one.Level = a.Person.IDNumber, a.Person.Name, a.Unit, a.Application.Trade, a.Application.Level
		}
		s.Sample = append(s.Sample, one)
	}
	return s
}

// told is a spot check as an answer.
func told(d *registration.Desk, check data.SpotCheck) (answer, error) {
	s := spotCheckedOf(d, check)
	lines := []string{s.line(), "抽取范围：" + spotcheck.Scope(check)}
	if !s.Repeats {
		lines = append(lines, "请注意：用记下的种子和名单重抽，得不到这份样本")
	}
	var table strings.Builder
	columns := tabwriter.NewWriter(&table, 0, 4, 2, ' ', 0)
	for _, p := range s.Sample {
		fmt.Fprintf(columns, "%s\t%s\t%s\t%s\t%s\t%s\n", p.Name, p.IDNumber.Masked(), p.Unit, p.Trade, p.Level, p.words)
	}
	err := columns.Flush()
	return answer{document: s, words: strings.Join(lines, "\n") + "\n" + table.String()}, err
}
