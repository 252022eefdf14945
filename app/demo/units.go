package demo

import (
	_ "embed"
	"fmt"
	"strings"

	"gongkao/data"
)

//go:embed units.tsv
var unitTable string

var towns = []string{"灵山", "周党", "青山", "楠杆", "子路", "竹竿", "东铺", "彭新", "莽张", "定远", "潘新", "朱堂", "山店", "铁铺", "庙仙", "高店", "尤店"}

// inventUnits returns n units of the county: the well-known ones first, then
// schools and stations of the towns. Supervising units come before theirs.
func (c *chance) inventUnits(n int) []data.Unit {
	var units []data.Unit
	byName := map[string]data.UnitID{}
	add := func(u data.Unit, supervising string) {
		u.ID = data.UnitID(c.newID())
		byName[u.Name] = u.ID
		u.Supervising = byName[supervising]
		units = append(units, u)
	}
	for _, line := range strings.Split(strings.TrimSpace(unitTable), "\n") {
		if cells := strings.Split(line, "\t"); !strings.HasPrefix(line, "#") && len(units) < n {
			u := data.Unit{Name: cells[0], Short: cells[1], Kind: cells[4], Contact: cells[5], Phone: cells[6]}
			if cells[2] != "" {
				u.Former = strings.Split(cells[2], ";")
			}
			supervising := cells[3]
			if byName[supervising] == "" && supervising != u.Name {
				supervising = u.Name
			}
			add(u, supervising)
		}
	}
	for i := 0; len(units) < n; i++ {
		town, number := towns[i%len(towns)], i/len(towns)+1
		name, supervising := fmt.Sprintf("罗山县%s镇第%s小学", town, chineseNumber(number)), "罗山县教育体育局"
		if number%4 == 0 {
			name, supervising = fmt.Sprintf("罗山县%s镇第%s卫生站", town, chineseNumber(number)), "罗山县卫生健康委员会"
		}
		add(data.Unit{Name: name, Kind: "事业单位", Contact: c.name(true), Phone: fmt.Sprintf("0376-21%05d", len(units))}, supervising)
	}
	return units
}

func chineseNumber(n int) string {
	digits := []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	tens := ""
	if n >= 10 {
		tens = "十"
	}
	if n >= 20 {
		tens = digits[n/10] + "十"
	}
	return tens + digits[n%10]
}

// inventAdministrators gives every supervising unit its account administrator.
func (c *chance) inventAdministrators(units []data.Unit) []data.Administrator {
	var all []data.Administrator
	for i, u := range units {
		if u.Supervising != u.ID || c.percent(10) { // some have not handed in their form
			continue
		}
		woman := c.percent(50)
		a := data.Administrator{ID: data.AdministratorID(c.newID()), Unit: u.ID, Name: c.name(woman), Sex: data.Male, Department: "人事科", Post: pick(c, []string{"科员", "科长", "副科长", "办公室主任"}),
			OfficePhone: u.Phone, Mobile: c.mobile(), FilledBy: c.name(!woman), FilledOn: data.DateOf(c.clock)}
		if woman {
			a.Sex = data.Female
		}
		if i == 2 {
			a.Name = "刘𬱖" // a rare character on the one paper whose layout is prescribed
		}
		all = append(all, a)
	}
	return all
}

func (c *chance) mobile() string {
	return fmt.Sprintf("%s0000%04d", pick(c, []string{"138", "139", "150", "159"}), c.IntN(10000))
}
