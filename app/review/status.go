// Package review is how a clerk comes to a decision. A Case leads through the
// clauses of one application: Begin, Tick each of them, Conclude; every tick is
// written at once, so a restart goes on where it was. Decide is the same
// without ticks, for the command line. Status moves only through the one table
// in this file; a decision keeps all that is needed to explain it years later.
package review

import (
	"fmt"
	"slices"

	"gongkao/data"
)

// Decision is what a clerk may say.
type Decision string

// The decisions of the command line.
const (
	Submit   Decision = "submit"
	Approve  Decision = "approve"
	Return   Decision = "return"
	Reject   Decision = "reject"
	Withdraw Decision = "withdraw"
)

// Acts that have a door of their own: Reopen and Cancel.
const (
	reopening  Decision = "reopen"
	cancelling Decision = "cancel"
)

// move is a row of the status table: who stands there may go there.
type move struct {
	decision Decision
	from     []data.Status
	to       data.Status
	op       data.Op
	name     string
	reasons  bool // a reason must be given
	forward  bool // only when nothing that was asked is open
	judged   bool // a conclusion that an office may want two clerks for
}

// moves is the one table by which an application's status changes. What is
// approved may still be returned or rejected, with a reason: the city's spot
// checks find things. Nobody lapses by a click, see Lapsed.
var moves = []move{
	{Submit, []data.Status{data.Draft, data.Returned}, data.Submitted, data.OpSubmit, "交审", false, true, false},
	{Approve, []data.Status{data.Submitted, data.Returned, data.Rejected}, data.Approved, data.OpDecide, "通过", false, true, true},
	{Return, []data.Status{data.Submitted, data.Approved, data.Rejected}, data.Returned, data.OpDecide, "退回", true, false, true},
	{Reject, []data.Status{data.Submitted, data.Returned, data.Approved}, data.Rejected, data.OpDecide, "不通过", true, false, true},
	{Withdraw, []data.Status{data.Draft, data.Submitted, data.Returned, data.Approved}, data.Withdrawn, data.OpWithdraw, "撤回", true, false, false},
	{reopening, []data.Status{data.Approved, data.Rejected, data.Reported, data.Cancelled}, data.Submitted, data.OpReopen, "更正", true, false, false},
	{cancelling, []data.Status{data.Draft, data.Submitted, data.Returned, data.Approved, data.Rejected, data.Reported}, data.Cancelled, data.OpViolation, "取消", true, false, false},
}

// String returns the decision in the word that screens show.
func (d Decision) String() string {
	for _, m := range moves {
		if m.decision == d {
			return m.name
		}
	}
	return string(d)
}

// moveFor finds the row of a decision that a clerk may simply state.
func moveFor(d Decision) (move, error) {
	if d != reopening && d != cancelling {
		for _, m := range moves {
			if m.decision == d {
				return m, nil
			}
		}
	}
	return move{}, data.Refuse("decision-unknown", "", "没有“"+string(d)+"”这种决定", "请用 approve（通过）、return（退回）或 reject（不通过）")
}

// actFor finds the row of an act that has a door of its own.
func actFor(d Decision) move {
	return moves[slices.IndexFunc(moves, func(m move) bool { return m.decision == d })]
}

func (m move) allowed(from data.Status) error {
	if slices.Contains(m.from, from) {
		return nil
	}
	if from == data.Carried {
		return data.Refuse("status", "", "此人是从上一年度带入的，本年度还没有申报", "请先在登记页填申报工种和等级")
	}
	if from == m.to {
		return data.Refuse("status", "", "这份申报已经是“"+from.String()+"”", "不需要再做一次")
	}
	return data.Refuse("status", "", fmt.Sprintf("“%s”的申报不能再%s", from, m.name), "请先核对这份申报的经过")
}
