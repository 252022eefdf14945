package retirement

import "gongkao/data"

// Standing is how somebody stands to a year's assessment by his age (通知一（二）).
type Standing string

// The standings. Whether the age was reached before or after the very day of
// the notice, its month cannot tell: that is Boundary, and a person decides.
const (
	Unknown  Standing = ""          // birth or category is not known
	Reached  Standing = "reached"   // before the notice's month
	Boundary Standing = "boundary"  // in the notice's month
	ThisYear Standing = "this-year" // after it, within the year
	Usual    Standing = "usual"     // in a later year
)

var standingNames = map[Standing]string{
	Unknown: "无法计算", Reached: "不得申报", Boundary: "需人工确认", ThisYear: "本年到龄须本人与单位确认", Usual: "正常",
}

// String returns the word screens show.
func (s Standing) String() string { return standingNames[s] }

// Stand classes a month of retirement by the day of the notice and the year of
// the assessment. Before the notice is there nobody stands anywhere.
func Stand(month data.Month, notice data.Date, year int) Standing {
	switch limit := notice.MonthOf(); {
	case month.IsZero(), notice.IsZero():
		return Unknown
	case month.Before(limit):
		return Reached
	case month == limit:
		return Boundary
	case month.Year <= year:
		return ThisYear
	}
	return Usual
}
