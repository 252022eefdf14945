package unitbook

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"gongkao/data"
)

// Told is one line of a unit's own history in the year.
type Told struct {
	At     time.Time
	By     string
	Words  string
	Change data.UnitChangeID // what TakeBack takes back; "": nothing
}

// Story tells what happened to a unit in the year, newest first: how its names
// were checked, how it changed, how far its form came.
func (b *Records) Story(id data.UnitID) (all []Told) {
	for _, c := range b.confirmations {
		if c.Unit == id {
			all = append(all, Told{At: c.At, By: c.By, Words: "单位名称已核对，" + c.Who + "核对" + withdrawn(c.Withdrawn)})
		}
	}
	for _, c := range b.changes {
		if touches(c, id) {
			all = append(all, toldChange(c))
		}
	}
	for _, p := range b.prints {
		if b.printedFor(p, id) {
			all = append(all, Told{At: p.At, By: p.By, Words: "打印管理人员登记表"})
		}
	}
	for _, f := range b.forms {
		if f.Unit == id && !f.Returned.IsZero() {
			all = append(all, toldForm(f))
		}
	}
	slices.SortStableFunc(all, func(x, y Told) int { return cmp.Or(y.At.Compare(x.At), cmp.Compare(x.Words, y.Words)) })
	return all
}

func toldChange(c data.UnitChange) Told {
	t := Told{At: c.At, By: c.By, Words: string(c.Kind) + "：" + wordsOf(c)}
	if c.Moved > 0 {
		t.Words += fmt.Sprintf("，%d 人随同转入", c.Moved)
	}
	t.Words += "，依据 " + c.Basis + withdrawn(c.Withdrawn)
	if c.Withdrawn == "" && c.Kind != data.UnitNew {
		t.Change = c.ID
	}
	return t
}

func toldForm(f data.AdministratorForm) Told {
	words := f.Holder + " 的登记表 " + f.Returned.Chinese() + "盖章交回"
	if !f.Account.IsZero() {
		words += "，账户 " + f.Account.Chinese() + "发给 " + f.Hand
	}
	return Told{At: f.At, By: f.By, Words: words}
}

func withdrawn(why string) string {
	if why == "" {
		return ""
	}
	return "（已撤回：" + why + "）"
}
