package results

import (
	"strconv"

	outcomes "gongkao/app/results"
	"gongkao/views/kit"
)

// scoreColumn is the cell into which a score is typed.
const scoreColumn = "score"

// columns are those of each stage. Names and units stand first in all of them, so
// that the eye finds a person where he stood.
var columns = [4][]kit.Column{
	Scores: {
		{Key: "name", Head: "姓名", Width: 136}, {Key: "unit", Head: "单位", Width: 248, Least: 200, Rest: true}, {Key: "trade", Head: "工种", Width: 128, Spare: 2},
		{Key: "level", Head: "等级", Width: 60}, {Key: "subject", Head: "科目", Width: 124, Spare: 3}, {Key: scoreColumn, Head: "成绩", Width: 96, Right: true},
		{Key: "outcome", Head: "结果", Width: 152}, {Key: "marks", Head: "标记", Width: 100, Spare: 1},
	},
	Evaluation: {
		{Key: "name", Head: "姓名", Width: 136}, {Key: "unit", Head: "单位", Width: 248, Least: 200, Rest: true}, {Key: "trade", Head: "工种", Width: 128, Spare: 2},
		{Key: "theory", Head: "理论", Width: 72, Right: true}, {Key: "admitted", Head: "进入评审", Width: 112}, {Key: scoreColumn, Head: "评审", Width: 96, Right: true},
		{Key: "outcome", Head: "评审结果", Width: 152}, {Key: "marks", Head: "标记", Width: 100, Spare: 1},
	},
	Certificates: {
		{Key: "name", Head: "姓名", Width: 136}, {Key: "unit", Head: "单位", Width: 248, Least: 200, Rest: true}, {Key: "trade", Head: "工种", Width: 128, Spare: 2},
		{Key: "level", Head: "等级", Width: 60}, {Key: "number", Head: "证书编号", Width: 160}, {Key: "issued", Head: "发证", Width: 96, Spare: 1},
		{Key: "collected", Head: "领取", Width: 176},
	},
	Archive: {
		{Key: "name", Head: "姓名", Width: 136}, {Key: "unit", Head: "单位", Width: 248, Least: 200, Rest: true}, {Key: "level", Head: "等级", Width: 60, Spare: 2},
		{Key: "outcome", Head: "结果", Width: 88}, {Key: "in", Head: "材料", Width: 64, Right: true}, {Key: "lacks", Head: "还缺", Width: 224, Spare: 1},
		{Key: "box", Head: "盒号", Width: 96}, {Key: "filed", Head: "归档", Width: 112},
	},
}

func (s *Screen) newList(stage Stage) *kit.Rows {
	r := kit.NewRows(columns[stage], nil)
	r.Cell = func(row int, column string) kit.RowCell { return s.cell(stage, row, column) }
	r.Boxes = true
	r.ID = func(row int) string { return string(s.m.ID(row)) }
	r.Typed = func(letter rune) bool { return s.entry.typed(letter) }
	r.OnOpen = func(int) { s.open() }
	r.OnCurrent = func(row int) { s.entry.elsewhere(row) }
	r.OnScroll = func() { s.object.Refresh() }
	r.OnSelect = func() { s.object.Refresh() }
	r.Join(s.w.Keys, func(back bool) {
		if back {
			s.w.Focus(s.tabs)
			return
		}
		s.w.Focus(s.filter)
	})
	return r
}

// cell is what stands in a column; every stage asks its own row.
func (s *Screen) cell(stage Stage, row int, column string) kit.RowCell {
	if stage != s.m.Stage() || row >= s.m.Len() {
		return kit.RowCell{} // the list of another stage is drawn once more before it goes
	}
	p := s.m.Person(row)
	switch column {
	case "name":
		return kit.Words(p.Name)
	case "unit":
		return kit.Styled(p.Unit, kit.Quiet())
	case "trade":
		return kit.Words(p.Trade)
	case "level":
		return kit.Words(p.Level)
	case "marks":
		return kit.Flags(p.Marks...)
	}
	switch stage {
	case Certificates:
		return certificateCell(s.m.Certificate(row), column)
	case Archive:
		return filedCell(s.m.Filed(row), column)
	}
	return scoreCell(s.m.Score(row), column)
}

func scoreCell(c Scored, column string) kit.RowCell {
	switch column {
	case "subject":
		return kit.Styled(c.Subject, kit.Quiet())
	case "theory":
		return kit.Words(tenths(c.Theory))
	case "admitted":
		if c.Admitted == "" {
			return kit.Signed(kit.Open, "可进入", kit.Quiet())
		}
		return kit.Words(c.Admitted)
	case scoreColumn:
		return kit.Styled(tenths(c.Score), kit.Strong())
	}
	return outcomeCell(c)
}

// tenths writes a whole score with its tenth, so that figures stand under figures:
// 88.0 beneath 84.3.
func tenths(score string) string {
	if _, err := strconv.Atoi(score); err == nil {
		return score + ".0"
	}
	return score
}

// outcomeSigns are the signs of outcomes.
var outcomeSigns = map[outcomes.Outcome]kit.Sign{outcomes.Passed: kit.Passed, outcomes.Failed: kit.Blocked, outcomes.Absent: kit.Warned, outcomes.Pending: kit.Open}

func outcomeCell(c Scored) kit.RowCell {
	sign := outcomeSigns[c.Outcome]
	switch {
	case c.Score == "":
		return kit.Signed(kit.Open, "未录", kit.Quiet())
	case c.Outcome == outcomes.Pending:
		return kit.Signed(kit.Unconfirmed, "合格线未填", kit.Quiet())
	}
	cell := kit.Signed(sign, c.Outcome.String(), kit.Style{Color: sign.Color()})
	if !c.Confirmed && c.Outcome != outcomes.Absent {
		return cell.Then("（待核对）", kit.Quiet())
	}
	return cell
}

func certificateCell(c Certified, column string) kit.RowCell {
	switch column {
	case "number":
		if c.Lapsed {
			return kit.Signed(kit.Blocked, "已失效，不发", kit.Style{Color: kit.Blocked.Color()})
		}
		if c.Number == "" {
			return kit.Signed(kit.Open, "未发", kit.Quiet())
		}
		return kit.Words(c.Number)
	case "issued":
		return kit.Words(c.Issued)
	}
	switch {
	case c.Revoked:
		return kit.Signed(kit.Blocked, "已撤销，应收回", kit.Style{Color: kit.Blocked.Color()})
	case c.Number == "":
		return kit.RowCell{}
	case c.Here:
		return kit.Signed(kit.Warned, "待领", kit.Style{Color: kit.Warned.Color()})
	}
	return kit.Signed(kit.Passed, c.Collected, kit.Style{})
}

func filedCell(c Filed, column string) kit.RowCell {
	switch column {
	case "outcome":
		return kit.Words(c.Outcome.String())
	case "in":
		return kit.Words(c.In)
	case "lacks":
		return kit.Styled(c.Lacks, kit.Style{Color: kit.Warned.Color()})
	case "box":
		return kit.Words(c.Box)
	}
	if c.Day == "" {
		return kit.Signed(kit.Open, "未归档", kit.Quiet())
	}
	return kit.Signed(kit.Passed, c.Day, kit.Style{})
}
