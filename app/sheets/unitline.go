package sheets

import (
	"regexp"
	"slices"
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

// sealMark stands where the seal goes, behind a name or in its place.
var sealMark = regexp.MustCompile(`[（(](加?盖章|公章|印章|签章)[）)]`)

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

// unitFrom returns the unit for which a table speaks: the one named above it. A
// table that follows another without a title of its own goes on with that one's;
// whose people stand under a new title without a unit is not known.
func (t table) unitFrom(before string) string {
	if before == "" {
		return unitAbove(t.above)
	}
	return carried(t.above, nil, before)
}

// unitAgain returns the unit for which a table goes on whose head stands once more
// in a row; the title that every page repeats does not end it.
func (t table) unitAgain(at int, before string) string {
	var titles []string
	for _, row := range t.above {
		titles = append(titles, squeeze(firstText(row)))
	}
	return carried(t.sheet.Rows[:at], titles, before)
}

// carried looks back over the lines above a head: the unit they name; none under a
// title that is new; the one before otherwise.
func carried(above []grid.Row, titles []string, before string) string {
	titled := false
	for i := len(above) - 1; i >= 0; i-- {
		if name := unitIn(above[i]); name != "" {
			return name
		}
		why := lineOf(firstText(above[i]))
		if why == "" && !loneText(above[i]) {
			break
		}
		titled = titled || why == "" && !slices.Contains(titles, squeeze(firstText(above[i])))
	}
	if titled {
		return ""
	}
	return before
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
		if name = units.Trim(sealMark.ReplaceAllString(name, "")); name != "" {
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
