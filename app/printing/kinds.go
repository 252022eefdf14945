package printing

import (
	"context"

	"gongkao/app/registration"
	"gongkao/data"
)

// kind is what printing knows of a paper: whom it is about when nobody is asked
// for, and how that which it prints is gathered.
type kind struct {
	statuses []data.Status // nil: whatever became of somebody
	byUnit   bool          // people in the order of a roster
	counts   bool          // one table is about all the people it counts
	each     division      // what a batch makes a file of
	gather   func(context.Context, *gathering) error
	nobody   [2]string // what is said of a scope with nothing to print, and what to do then
}

// division is what a batch makes a file of: people of a unit, people of a
// supervising unit, or a supervising unit whether it has people or not.
type division int

const (
	eachUnit division = iota
	eachSupervising
	eachOffice
)

// Papers whose kind says nothing else are about everybody who may still be
// assessed. Fees are due once the review is passed; books are ordered and not
// lost, and statistics count, whatever became of somebody.
var kinds = map[string]kind{
	"administrator-form": {statuses: registration.Running, each: eachOffice, gather: administratorForms},
	"registration":       {statuses: registration.Running, gather: withPhotos},
	"roster":             {statuses: registration.Running, byUnit: true, each: eachSupervising, gather: entries},
	"summary":            {statuses: registration.Running, byUnit: true, counts: true, each: eachSupervising, gather: summary},
	"statistics":         {statuses: counted, counts: true, each: eachSupervising, gather: statistic},
	"textbooks":          {each: eachOffice, gather: orders, nobody: [2]string{"这个范围里没有教材征订", "请先登记征订，或放宽单位、等级的条件再打印"}},
	"payment-slip": {statuses: []data.Status{data.Approved, data.Reported}, gather: entries,
		nobody: [2]string{"这个范围里没有审查通过的人", "审查通过以后再印缴费前信息确认单，或放宽单位、等级的条件"}},
}

// ownKind is a paper that an office has added, whatever it is called.
var ownKind = kind{statuses: registration.Running, byUnit: true, gather: withPhotos}

// kindOf is what is known of a paper.
func kindOf(paper string) kind {
	if k, known := kinds[paper]; known {
		return k
	}
	return ownKind
}

var counted = append([]data.Status{data.Rejected, data.Cancelled, data.Lapsed}, registration.Running...)

// Statuses are those of the people on a paper when none is asked for; nil is
// whatever became of somebody.
func Statuses(paper string) []data.Status { return kindOf(paper).statuses }

// refusal is said of a scope in which there is nothing to print.
func (k kind) refusal() error {
	if k.nobody[0] != "" {
		return data.Refuse("nobody", "", k.nobody[0], k.nobody[1])
	}
	return data.Refuse("nobody", "", "没有人符合这个打印范围", "请放宽单位、等级或人员的条件再打印")
}
