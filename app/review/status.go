// Package review records what a clerk decides. Status moves only through the
// one table in this file; Decide checks the verdict before it approves, asks
// for reasons before it returns or rejects, and keeps with each decision all
// that is needed to explain it years later.
package review

import "gongkao/data"

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

// move is a row of the status table: who stands there may go there.
type move struct {
	decision Decision
	from     []data.Status
	to       data.Status
	op       data.Op
	name     string
	reasons  bool // a reason must be given
}

// moves is the one table by which an application's status changes. What is
// approved may still be returned or rejected, with a reason: the city's spot
// checks find things.
var moves = []move{
	{Submit, []data.Status{data.Draft, data.Returned}, data.Submitted, data.OpSubmit, "提交", false},
	{Approve, []data.Status{data.Submitted, data.Returned, data.Rejected}, data.Approved, data.OpDecide, "通过", false},
	{Return, []data.Status{data.Submitted, data.Approved, data.Rejected}, data.Returned, data.OpDecide, "退回", true},
	{Reject, []data.Status{data.Submitted, data.Returned, data.Approved}, data.Rejected, data.OpDecide, "不通过", true},
	{Withdraw, []data.Status{data.Draft, data.Submitted, data.Returned, data.Approved}, data.Withdrawn, data.OpWithdraw, "撤回", true},
}

func moveFor(d Decision) (move, error) {
	for _, m := range moves {
		if m.decision == d {
			return m, nil
		}
	}
	return move{}, data.Refuse("decision-unknown", "", "没有“"+string(d)+"”这种决定", "请用 approve（通过）、return（退回）或 reject（不通过）")
}
