package shell

import (
	"gongkao/app/registration"
	"gongkao/data"
)

// Place is a screen of the program. The places of the navigation are numbered
// as their keys Alt+1 … Alt+9; a number whose screen does not exist yet stays
// free, so that the hand never has to learn a key anew.
type Place int

// The places.
const (
	Today      Place = 1
	Applicants Place = 2
	Review     Place = 3
	Units      Place = 4
	Fees       Place = 5
	Papers     Place = 6
	Results    Place = 7
	Settings   Place = 9
	Record     Place = 20 // one person; belongs to Applicants
	SpotCheck  Place = 21 // the samples drawn; belongs to Review
	Statistics Place = 22 // the year's people counted; belongs to Today
	History    Place = 23 // one person over the years; belongs to Applicants
	Textbooks  Place = 24 // books ordered; belongs to Fees
	Stamped    Place = 25 // stamped sheets come in; belongs to Papers
	Reprints   Place = 26 // papers that no longer say what is on record; belongs to Papers
	Tray       Place = 27 // rows of an import that wait; belongs to Applicants
	Photos     Place = 28 // photos come in; belongs to Applicants
)

// Route says what is to be opened: a screen and what it is to show. Its zero
// fields mean "as it was left".
type Route struct {
	Place   Place
	Select  *registration.Selection // Applicants: whom to list
	Person  data.ApplicationID      // Record: whom, "" for somebody new; Applicants: whose row; Review: whom; Photos: whose alone
	List    []data.ApplicationID    // Record: the list it was opened from, for PgUp and PgDn
	Field   string                  // Record: the field to go to
	Unit    data.UnitID             // Units, Textbooks: which one; Fees: whose people
	Owing   string                  // Units: only those that this queue of 今日 counts
	Paper   string                  // Papers: which one
	UnitOf  string                  // Papers: full name of the unit it is for
	Numbers []data.IDNumber         // Papers: the people it is for
	By      []string                // Papers: what statistics are by
	Batch   data.BatchID            // Tray: which import; "" the one open last, or the newest
	Scan    string                  // Stamped: the code of a sheet that was scanned elsewhere
	Memo    any                     // what the screen itself wants to find again on Back
}

// navigation is the row of the navigation under which a place stands.
func (p Place) navigation() Place {
	switch p {
	case Record, History, Tray, Photos:
		return Applicants
	case SpotCheck:
		return Review
	case Statistics:
		return Today
	case Textbooks:
		return Fees
	case Stamped, Reprints:
		return Papers
	}
	return p
}

// navigated are the rows of the navigation, in their order.
var navigated = []struct {
	place Place
	word  string
}{
	{Today, "今日"}, {Applicants, "申报人员"}, {Review, "资格审查"}, {Units, "单位"}, {Fees, "缴费与教材"}, {Papers, "名册与打印"}, {Results, "结果与证书"}, {Settings, "设置"},
}
