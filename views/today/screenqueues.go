package today

import "gongkao/views/kit"

// Heights of a queue's row: as drawn, and as low as it gives way.
const (
	queuePitch  float32 = 50
	queueLowest float32 = 30
)

const (
	earliestColumn = "earliest" // gives way to the words in a window of medium width
	enterColumn    = "enter"    // the key that opens the current queue
)

func (s *Screen) newQueueRows() *kit.Rows {
	rows := kit.NewRows([]kit.Column{
		{Key: "name", Head: "队列", Width: 164},
		{Key: "count", Head: "人（件）", Width: 104, Right: true},
		{Key: "gap", Width: 16}, // so that figures and days stand apart
		{Key: earliestColumn, Head: "最早一件", Width: 120},
		{Key: "words", Head: "情况", Width: 240, Rest: true},
		{Key: enterColumn, Width: 68, Right: true, Lends: true},
	}, s.cell)
	rows.Inset = 4
	rows.Pitch = queuePitch
	rows.ID = func(row int) string { return s.queues[row].ID }
	rows.OnOpen = s.open
	rows.CopyText = func(row int, column string) string {
		if column == enterColumn {
			return ""
		}
		return s.cell(row, column).Text()
	}
	return rows
}

func (s *Screen) cell(row int, column string) kit.RowCell {
	q, current := s.queues[row], row == s.rows.Current()
	style := func(st kit.Style) kit.Style {
		if q.Zero {
			return st.In(kit.Colors.Ink3)
		}
		return st
	}
	switch column {
	case "name":
		return kit.Styled(q.Name, style(kit.Style{Size: kit.Large, Bold: current}))
	case "count":
		return kit.Styled(q.Count, style(kit.Style{Size: kit.Heading, Bold: !q.Zero}))
	case earliestColumn:
		return kit.Styled(q.Earliest, style(kit.Quiet()))
	case "words":
		return kit.Signed(kit.SignOf(q.Mark), q.Words, style(kit.Style{}))
	case enterColumn:
		if current && q.Opening != Nothing {
			return kit.RowCell{Parts: []kit.Part{{Text: "Enter", Frame: kit.Flagged}}}
		}
	}
	return kit.RowCell{}
}
