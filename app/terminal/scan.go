package terminal

import (
	"context"
	"fmt"
	"strings"
	"time"

	"gongkao/app/printing"
	"gongkao/app/registration"
	"gongkao/app/stamped"
	"gongkao/data"
)

// scanCommand finds the record of a printed sheet by its code.
type scanCommand struct {
	Code     string `arg:"" help:"扫描枪扫二维码打出的整行字，或纸上的核对码，如 K7M2-9QX4" placeholder:"CODE"`
	Returned bool   `help:"盖章件已回：仍与记录一致就登记收回，数据已改就拒绝"`
	Undo     bool   `help:"收错了，撤销收回"`
}

// scanned is a sheet as the command line writes it.
type scanned struct {
	Code    string    `json:"code"`
	Paper   string    `json:"paper"`
	Name    string    `json:"name"`
	At      time.Time `json:"printed_at"`
	By      string    `json:"printed_by"`
	Scope   string    `json:"scope"`
	Unit    string    `json:"unit,omitempty"` // of a paper about units
	People  []onSheet `json:"people"`
	Holds   bool      `json:"holds"` // the record still says what is printed
	Changed []onSheet `json:"changed"`
	Gone    []onSheet `json:"gone"`
	Came    []onSheet `json:"came"`
	Words   []string  `json:"words"`
	Stamped *cameBack `json:"stamped"` // nil: it is not back
}

// onSheet is somebody on a sheet, with what has changed of him.
type onSheet struct {
	IDNumber data.IDNumber `json:"id_number"`
	Name     string        `json:"name"`
	Unit     string        `json:"unit"`
	Told     bool          `json:"told,omitempty"` // everything that has changed is listed
	Changes  []sheetChange `json:"changes,omitempty"`
}

// sheetChange is a value as printed and as on record now.
type sheetChange struct {
	Label   string `json:"label"`
	Printed string `json:"printed"`
	Now     string `json:"now"`
}

// cameBack says when a stamped sheet came back.
type cameBack struct {
	At time.Time `json:"at"`
	By string    `json:"by"`
}

func (s *scanCommand) run(c *call) (answer, error) {
	if s.Returned && s.Undo {
		return answer{}, &usageError{"收回和撤销要分开办", "请写 --returned 或 --undo"}
	}
	return c.atDesk(func(at *registration.Desk) (answer, error) {
		papers, err := printing.Papers(at.Office.Folder)
		if err != nil {
			return answer{}, err
		}
		at.CallPapers(papers.Short)
		d := stamped.Desk{Desk: at, Papers: papers}
		do := stamped.Find
		if s.Returned {
			do = stamped.Receive
		}
		f, err := do(c.ctx, d, s.Code)
		if err == nil && s.Undo {
			err = stamped.TakeBack(c.ctx, d, data.StampedIDOf(f.Sheet.Print.Paper, f.Sheet.Code))
			f.Back = data.StampedSheet{}
		}
		if data.HasCode(err, "sheet-void") { // the list of changes is what one wants to know
			c.machine.Fail(err)
			return answer{document: scannedOf(d, f), words: wordsOfSheet(d, f), refused: true}, nil
		}
		if err != nil {
			return answer{}, err
		}
		return answer{document: scannedOf(d, f), words: wordsOfSheet(d, f)}, nil
	})
}

func scannedOf(d stamped.Desk, f *stamped.Found) scanned {
	p := f.Sheet.Print
	s := scanned{Code: data.Dashed(f.Sheet.Code), Paper: p.Paper, Name: f.Name, At: p.At, By: p.By, Scope: p.Scope, Unit: printing.UnitName(d.Desk, f.Sheet.Unit),
		People: []onSheet{}, Holds: f.True, Changed: peopleOn(d, f.Changed), Gone: peopleOn(d, f.Gone), Came: peopleOn(d, f.Came), Words: append([]string{}, f.Words...)}
	for _, id := range f.Sheet.People {
		if a, there := d.Register.ByID(id); there {
			s.People = append(s.People, onSheet{IDNumber: a.Person.IDNumber, Name: a.Person.Name, Unit: a.Unit})
		}
	}
	if f.Back.Back() {
		s.Stamped = &cameBack{f.Back.At, f.Back.By}
	}
	return s
}

func peopleOn(d stamped.Desk, list []stamped.Person) []onSheet {
	all := []onSheet{}
	for _, p := range list {
		one := onSheet{Name: p.Name, Unit: p.Unit, Told: p.Told}
		if a, there := d.Register.ByID(p.ID); there {
			one.IDNumber = a.Person.IDNumber
		}
		for _, change := range p.Changes {
			one.Changes = append(one.Changes, sheetChange{change.Label, change.Old, change.New})
		}
		all = append(all, one)
	}
	return all
}

// mostSheetWords is how many changes are written out for people.
const mostSheetWords = 20

func wordsOfSheet(d stamped.Desk, f *stamped.Found) string {
	var b strings.Builder
	zone := d.Office.Now().Location()
	fmt.Fprintf(&b, "%s　%s 由 %s 打印\n", f.Call(d), f.Sheet.Print.At.In(zone).Format(minute), f.Sheet.Print.By)
	if f.Back.Back() {
		fmt.Fprintf(&b, "盖章件已回：%s 由 %s 收\n", f.Back.At.In(zone).Format(minute), f.Back.By)
	}
	if f.True {
		b.WriteString("与现在的记录一致")
		return b.String()
	}
	b.WriteString("数据已改，此纸作废：\n")
	said := f.Sentences()
	for _, line := range said[:min(len(said), mostSheetWords)] {
		fmt.Fprintf(&b, "    %s\n", line)
	}
	if more := len(said) - mostSheetWords; more > 0 {
		fmt.Fprintf(&b, "    还有 %d 处，加 --json 列出全部\n", more)
	}
	return b.String()
}

// receivedOf lists the papers of somebody that are back with their stamp and still
// hold.
func receivedOf(ctx context.Context, d *registration.Desk) (func(data.ApplicationID) []string, error) {
	papers, err := printing.Papers(d.Office.Folder)
	if err != nil {
		return nil, err
	}
	book, err := stamped.Load(ctx, stamped.Desk{Desk: d, Papers: papers})
	if err != nil {
		return nil, err
	}
	return func(id data.ApplicationID) []string { return append([]string{}, book.Received(id)...) }, nil
}
