package policy

import (
	"slices"

	"gongkao/data"
)

// Rule is one row of the rules: which rule it is, for whom, with which numbers
// and on whose word. Which of the numbers a rule needs stands in kinds; the
// others are zero.
type Rule struct {
	ID     string       `table:"rule"`            // of the command-line contract
	Levels []data.Level `table:"levels,optional"` // none: all, and applications without a level
	Paths  []data.Path  `table:"paths,optional"`  // none: all, and applications without a path
	Origin
	Quote
	Evidence []string `table:"evidence,optional"` // slots of the documents to look at (app/dossier)

	Step          Step      `table:"step,optional"`
	Years         int       `table:"years,optional"` // at least so many
	Below         int       `table:"below,optional"` // fewer than so many years; 0: no bound
	Counting      Counting  `table:"counting,optional"`
	AsOf          data.Date `table:"as_of,optional"` // counted to the end of this day
	SameTrade     bool      `table:"same_trade,optional"`
	TradeExempt   []string  `table:"trade_exempt,optional"`   // present trades of which another trade is only pointed out
	TransferredBy data.Date `table:"transferred_by,optional"` // who had to change trades (公车改革) by this day; zero: not known

	Education        string `table:"education,optional"` // at least
	RelaxedEducation string `table:"relaxed_education,optional"`
	RelaxedAgeMen    int    `table:"relaxed_age_men,optional"` // from which full age, on AsOf
	RelaxedAgeWomen  int    `table:"relaxed_age_women,optional"`
	RelaxedNote      string `table:"relaxed_note,optional"` // what else the relaxation asks

	LastYear     int              `table:"last_year,optional"`              // of the appraisals looked at
	Grades       []data.Appraisal `table:"grades,optional"`                 // that are good enough
	Excellent    int              `table:"excellent,optional"`              // how many of them 优秀
	Alternatives []string         `table:"excellent_alternatives,optional"` // honours that may count for a year 优秀
	HonoursWaive bool             `table:"honours_waive,optional"`          // honours may stand in for what is missing
	Waivers      []string         `table:"waivers,optional"`                // which honours; none: any is to be looked at

	Appointed data.Level `table:"appointed,optional"` // level of the post held
	Days      int        `table:"days,optional"`      // that a public notice hangs; 0: not known

	Due  data.Date `table:"due,optional"`  // last day to pay; zero: not known
	Pass int       `table:"pass,optional"` // points that are enough; 0: not known
	Full int       `table:"full,optional"` // points there are

	Wording string `table:"wording,optional"` // sentence that a letter prints; "": left to be written by hand
}

// Step says how the level applied for must stand to the level held.
type Step string

// The steps a row of level-step may ask for.
const (
	StepStated   Step = "stated"    // level and path are filled in
	StepNext     Step = "next"      // the level held is the next below
	StepBelow    Step = "below"     // the level held, if any, is below
	StepNoneHeld Step = "none-held" // no level held yet
	StepHonoured Step = "honoured"  // an exception that honours must support
	StepClosed   Step = "closed"    // no such way to this level
)

// Counting is how years are counted; it changed from notice to notice and can
// move a person by a whole year.
type Counting string

// The three ways of counting years.
const (
	FullYears          Counting = "full-years"          // 满整年
	CalendarDifference Counting = "calendar-difference" // 年份相减
	InclusiveYears     Counting = "inclusive-years"     // 年头, both ends
)

// kind says which numbers a rule needs and which it may have besides.
type kind struct {
	needs    []string
	may      []string
	deadline string // id of a deadline it looks at
	booked   bool   // no application is judged by it, the year's books go by it
}

// NoticeDays is the id of the row that says how long a public notice hangs, which
// the notice leaves to another document.
const NoticeDays = "public-notice-days"

// The rules that no application is judged by: they belong to the books of the
// year (app/fees, app/results), and stand here so that an office changes and
// signs them off like every other number.
const (
	PaymentDue           = "payment-due"            // last day of the fee due on approval
	EvaluationPaymentDue = "evaluation-payment-due" // and of level 1's second one
	SubjectComputer      = "subject-computer"       // 人机对话考试
	SubjectTheory        = "subject-theory"         // 一级理论考试
	SubjectEvaluation    = "subject-evaluation"     // 一级综合评审
	Objection            = "objection"              // how to object to a rejection
)

// kinds is the list of rules a file may hold.
var kinds = map[string]kind{
	"object-retired":             {},
	"object-age-reached":         {},
	"object-age-this-year":       {},
	"object-retirement-category": {},
	"identity-id-number":         {},
	"identity-unit":              {},
	"one-application":            {},
	"violation-ban":              {deadline: "registration"},
	"level-step":                 {needs: []string{"step"}},
	"years-in-level":             {needs: []string{"years", "same_trade", "counting", "as_of"}, may: []string{"trade_exempt", "transferred_by"}},
	"working-years":              {needs: []string{"counting", "as_of"}, may: []string{"years", "below"}},
	"education":                  {needs: []string{"education"}, may: []string{"relaxed_education", "relaxed_age_men", "relaxed_age_women", "relaxed_note", "as_of", "honours_waive", "waivers"}},
	"appraisals":                 {needs: []string{"years", "last_year", "grades"}, may: []string{"excellent", "excellent_alternatives", "honours_waive", "waivers"}},
	"appointed":                  {needs: []string{"appointed"}},
	"commitment-due":             {needs: []string{"last_year"}, deadline: "commitment-due"},
	"commitment-lapsed":          {needs: []string{"last_year"}, deadline: "commitment-due"},
	"trade-catalogue":            {},
	"public-notice":              {},
	NoticeDays:                   {may: []string{"days"}},
	PaymentDue:                   {booked: true, may: []string{"due"}},
	EvaluationPaymentDue:         {booked: true, may: []string{"due"}},
	SubjectComputer:              {booked: true, needs: []string{"full"}, may: []string{"pass"}},
	SubjectTheory:                {booked: true, needs: []string{"full"}, may: []string{"pass"}},
	SubjectEvaluation:            {booked: true, needs: []string{"full"}, may: []string{"pass"}},
	Objection:                    {booked: true, may: []string{"wording"}},
	"window-closed":              {deadline: "registration"},
}

// numbers lists the keys of a rule that only some kinds have.
var numbers = []string{
	"step", "years", "below", "counting", "as_of", "same_trade", "trade_exempt", "education", "relaxed_education", "relaxed_age_men",
	"relaxed_age_women", "relaxed_note", "last_year", "grades", "excellent", "honours_waive", "appointed",
	"transferred_by", "excellent_alternatives", "waivers", "days", "due", "pass", "full", "wording",
}

// AppliesTo reports whether the row speaks of applications to the level by the
// path.
func (r *Rule) AppliesTo(l data.Level, p data.Path) bool {
	return (len(r.Levels) == 0 || slices.Contains(r.Levels, l)) && (len(r.Paths) == 0 || slices.Contains(r.Paths, p))
}

// Judges reports whether applications are judged by the row.
func (r *Rule) Judges() bool { return !kinds[r.ID].booked }

// RuleIDs returns the ids of all rules that applications are judged by, sorted.
func RuleIDs() []string {
	var ids []string
	for id, k := range kinds {
		if !k.booked {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}
