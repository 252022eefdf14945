package review

import (
	"slices"
	"strings"

	reviewing "gongkao/app/review"
	"gongkao/data"
	"gongkao/views/wording"
)

// What says which of a unit's people are listed.
type What int

// The choices.
const (
	AllWaiting What = iota
	Warned          // of whom the rules say something
	SentBack        // returned, and not handed in again
	MyTurn          // on whom another clerk has concluded
)

// Words of the filters.
const (
	allUnits  = "全部单位"
	allLevels = "各等级"
)

var whatNames = []string{AllWaiting: "待审", Warned: "有提醒", SentBack: "退回的", MyTurn: "等我复核"}

// String is the word in the filter.
func (w What) String() string { return whatNames[w] }

// SetUnit narrows to a supervising unit or unit; "" to none.
func (q *Queue) SetUnit(unit string) {
	q.Unit = unit
	q.fresh()
}

// SetLevel narrows to a level; 0 to none.
func (q *Queue) SetLevel(l data.Level) {
	q.Level = l
	q.fresh()
}

// SetWhat says who is listed.
func (q *Queue) SetWhat(w What) {
	q.What = w
	q.fresh()
}

// widen takes every filter away.
func (q *Queue) widen() {
	q.Unit, q.Level, q.What = "", 0, AllWaiting
	q.fresh()
}

// Narrowed reports whether more than the batch is asked for.
func (q *Queue) Narrowed() bool { return q.Level != 0 || q.What != AllWaiting }

func (q *Queue) narrowWords() string {
	words := []string{wording.Or(q.Unit, allUnits)}
	if q.Level != 0 {
		words = append(words, q.Level.String())
	}
	return strings.Join(append(words, q.What.String()), "，")
}

// UnitChoices are the batches, all of them first.
func (q *Queue) UnitChoices() []wording.Choice {
	labels := []string{allUnits}
	for _, b := range reviewing.Batches(q.desk) {
		labels = append(labels, q.label(b.Unit))
	}
	return wording.Choices(labels...)
}

// label is a unit without the name of the county, which all of them bear.
func (q *Queue) label(unit string) string {
	return wording.Or(strings.TrimPrefix(unit, q.desk.Office.Profile.County), unit)
}

// unitOf returns the unit of a label; for what is no batch, the one there is.
func (q *Queue) unitOf(label string) string {
	for _, b := range reviewing.Batches(q.desk) {
		if q.label(b.Unit) == label {
			return b.Unit
		}
	}
	if label == allUnits {
		return ""
	}
	return q.Unit
}

// LevelChoices are the levels, all of them first.
func (q *Queue) LevelChoices() []wording.Choice {
	labels := []string{allLevels}
	for _, l := range data.Levels() {
		labels = append(labels, l.String())
	}
	return wording.Choices(labels...)
}

// WhatChoices are who may be listed. A turn is nobody's where one clerk decides.
func (q *Queue) WhatChoices() []wording.Choice {
	if q.desk.Office.Profile.Review.Second == data.SecondNone {
		return wording.Choices(whatNames[:MyTurn]...)
	}
	return wording.Choices(whatNames...)
}

// Narrow takes what was chosen in the three filters.
func (q *Queue) Narrow(unit, level, what string) {
	unit = q.unitOf(unit)
	l, _ := data.ReadLevel(level)
	w := What(max(0, slices.Index(whatNames, what)))
	if unit != q.Unit || l != q.Level || w != q.What {
		q.Unit, q.Level, q.What = unit, l, w
		q.fresh()
	}
}

// Words are what stands in the three filters.
func (q *Queue) Words() (unit, level, what string) {
	return wording.Or(q.label(q.Unit), allUnits), wording.Or(q.Level.String(), allLevels), q.What.String()
}
