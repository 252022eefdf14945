package review_test

import (
	"slices"
	"testing"

	"gongkao/app/policy"
	"gongkao/app/review"
	"gongkao/assets"
)

func TestEveryGroundOfThePolicyIsThatOfAPresetReason(t *testing.T) {
	p, err := policy.Load(assets.Files, "", 2026)
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range p.Grounds {
		if !slices.ContainsFunc(review.Reasons, func(r review.Reason) bool { return r.Code == g.Reason }) {
			t.Errorf("there is no reason %s", g.Reason)
		}
	}
	if len(p.Grounds) < 5 {
		t.Errorf("only %d reasons have a clause", len(p.Grounds))
	}
}
