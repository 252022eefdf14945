package sheets

import (
	"regexp"
	"strings"

	"gongkao/app/sheets/grid"
	"gongkao/app/units"
	"gongkao/data"
)

// unitLabel finds the unit in the line above the table: 填报单位（盖章）：… The
// label begins the cell or follows a blank, so that 主管单位：… is not taken for
// it.
var unitLabel = regexp.MustCompile(`(?:^|\s)(?:填报|申报|报送|上报|呈报|所在|工作|用人)?单位(?:名称|全称)?(?:[(（][^()（）]*[)）])?[:：](.*)`)

// nextLabel ends the unit's name: a wide gap, or the next label.
var nextLabel = regexp.MustCompile(`[\s　]{2,}|\t|[\s　]+[^\s　:：]{2,8}[:：]`)

// unitAbove returns the unit named in the lines above the header, "" when none
// is; the line nearest to the table counts.
func unitAbove(rows []grid.Row) string {
	for i := len(rows) - 1; i >= 0; i-- {
		if name := unitIn(rows[i]); name != "" {
			return name
		}
	}
	return ""
}

// unitIn returns the unit that a line names after its label, in the same cell
// or in the next one that holds something.
func unitIn(row grid.Row) string {
	for i, cell := range row.Cells {
		m := unitLabel.FindStringSubmatch(strings.TrimSpace(cell.Text))
		if m == nil {
			continue
		}
		name := strings.TrimLeft(m[1], " \t　")
		if at := nextLabel.FindStringIndex(name); at != nil {
			name = name[:at[0]]
		}
		if name = units.Trim(name); name != "" {
			return name
		}
		for _, next := range row.Cells[i+1:] {
			if next.Kind == grid.Text {
				if strings.ContainsAny(next.Text, ":：") {
					break
				}
				return units.Trim(next.Text)
			}
		}
	}
	return ""
}

// newUnits gathers the units that CreateUnits takes in, by their normalised
// name, in the order of meeting.
type newUnits map[string]*newUnit

type newUnit struct {
	order int
	line  units.Line
}

// meet takes a unit in, unless it came before.
func (n newUnits) meet(name, supervising string, row int) {
	key := data.NormaliseUnit(name)
	u, met := n[key]
	if !met {
		u = &newUnit{order: len(n), line: units.Line{Row: row, Name: name}}
		n[key] = u
	}
	if u.line.Supervising == "" {
		u.line.Supervising = supervising
	}
}

func (n newUnits) lines() []units.Line {
	if len(n) == 0 {
		return nil
	}
	all := make([]units.Line, len(n))
	for _, u := range n {
		all[u.order] = u.line
	}
	return all
}
