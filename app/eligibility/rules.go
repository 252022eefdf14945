package eligibility

import "gongkao/app/policy"

// rule is one entry of the list: the id of the command-line contract and what
// is asked for every row of the policy with that id.
type rule struct {
	id    string
	check func(*matter, *policy.Rule)
}

// rules lists all rules in the order findings are shown: who he is, whether he
// belongs here, what he asks for, what he brings along, when.
var rules = []rule{
	{"identity-id-number", idNumber},
	{"identity-unit", unit},
	{"object-retired", retired},
	{"object-retirement-category", retirementCategory},
	{"object-age-reached", ageReached},
	{"object-age-this-year", ageThisYear},
	{"level-step", levelStep},
	{"years-in-level", yearsInLevel},
	{"working-years", workingYears},
	{"education", education},
	{"appointed", appointed},
	{"appraisals", appraisals},
	{"commitment-due", commitmentDue},
	{"commitment-lapsed", commitmentLapsed},
	{"trade-catalogue", tradeCatalogue},
	{"public-notice", publicNotice},
	{"window-closed", windowClosed},
}
