package eligibility

import "gongkao/app/policy"

// rule is one entry of the list: the id of the command-line contract, what is
// asked for every row of the policy with that id, and how a clause says what was
// looked at. explain reports whether the row asked anything of the person; it
// runs after check and only for Explain, so that judging stays fast.
type rule struct {
	id      string
	check   func(*matter, *policy.Rule)
	explain func(*matter, *policy.Rule, *Clause) bool
}

// rules lists all rules in the order findings are shown: who he is, whether he
// belongs here, what he asks for, what he brings along, when.
var rules = []rule{
	{"identity-id-number", idNumber, explainIDNumber},
	{"identity-unit", unit, explainUnit},
	{"object-retired", retired, explainRetired},
	{"object-retirement-category", retirementCategory, explainRetirementCategory},
	{"object-age-reached", ageReached, explainAgeReached},
	{"object-age-this-year", ageThisYear, explainAgeThisYear},
	{"violation-ban", violationBan, explainViolationBan},
	{"one-application", oneApplication, explainOneApplication},
	{"level-step", levelStep, explainLevelStep},
	{"years-in-level", yearsInLevel, explainYearsInLevel},
	{"working-years", workingYears, explainWorkingYears},
	{"education", education, explainEducation},
	{"appointed", appointed, explainAppointed},
	{"appraisals", appraisals, explainAppraisals},
	{"commitment-due", commitmentDue, explainCommitmentDue},
	{"commitment-lapsed", commitmentLapsed, explainCommitmentLapsed},
	{"trade-catalogue", tradeCatalogue, explainTradeCatalogue},
	{"public-notice", publicNotice, explainPublicNotice},
	{policy.NoticeDays, noticeLength, explainNoticeLength},
	{"window-closed", windowClosed, explainWindowClosed},
}
