package paper

import "gongkao/data"

// Letter is one letter (公函, 通知, 公示, 证明) about some people: to whom, about
// what, until when. A paper whose definition has a [letter] prints it after GB/T
// 9704.
type Letter struct {
	Title  string    // of its entry in the outline: the unit it goes to
	To     string    // addressee; "" of a notice to everybody
	Number string    // 发文字号; "" leaves room to write it by hand
	From   string    // who signs and stamps
	On     data.Date // 成文日期; zero: left to be written by hand
	Start  data.Date // first day of what it announces; zero: none
	Until  data.Date // last day, or the day by which something is due; zero: none
	Days   int       // of the time announced, or left until then
	Place  string    // where it is posted, or where to hand things in
	Clause string    // what it rests on: 通知三（二）
	Text   string    // what is particular to it, in whole sentences
	Items  []Item
}

// SheetSpot is a place of a sheet that a unit has sent. The item that names it is
// about whoever the row names, who is not on record.
type SheetSpot struct {
	Row     int
	Cell    string // E42, after the name of its sheet where the letter is about several; "": the row as a whole
	Written string // what is written there, an ID number covered
	Advice  string // how it is mended
}

// Item is one person of a letter.
type Item struct {
	Entry
	What   string // what is to be mended, what is still missing, what was decided
	Clause string // what that rests on

	Spot  SheetSpot // import-note: where it stands in the unit's own sheet
	Until data.Date // by when it is due; zero: no day is known
	Days  int       // left until then; below zero: past
}
