package data

import "time"

// Review is how far the review of an application has come: what the clerk has
// ticked, clause by clause, what was asked of the person and answered, and what
// was keyed a second time. It has the application's id; decisions are records
// of their own.
type Review struct {
	ID     ApplicationID   `json:"id"`
	Ticks  map[string]Tick `json:"ticks,omitempty"` // by clause (rule id, or rule id and field)
	Asks   []Ask           `json:"asks,omitempty"`
	Keyed  []Keying        `json:"keyed,omitempty"`  // second keying, by field
	First  *Proposal       `json:"first,omitempty"`  // waits for a second reviewer
	Reopen string          `json:"reopen,omitempty"` // why a closed record was opened for correction

	Differs *Proposal `json:"differs,omitempty"` // of the second reviewer, who does not share the first's

	Remarks []Remark                    `json:"remarks,omitempty"`
	Spots   map[SpotCheckID]SpotFinding `json:"spots,omitempty"` // what spot checks found
}

// Remark is a note that a clerk left in an application's timeline. It is never
// taken out; struck out, both stay.
type Remark struct {
	Text   string    `json:"text"`
	By     string    `json:"by"`
	At     time.Time `json:"at"`
	Struck string    `json:"struck,omitempty"` // who struck it out; "": it stands
}

// Tick is what a clerk said of a clause.
type Tick struct {
	Mark TickMark  `json:"mark"`
	Note string    `json:"note,omitempty"` // reason of an override, what is wrong, or a remark
	Seen string    `json:"seen,omitempty"` // hash of the values ticked; others later make the tick void
	By   string    `json:"by"`
	At   time.Time `json:"at"`
}

// TickMark is one of three.
type TickMark string

// The marks.
const (
	Agrees    TickMark = "agrees"   // 相符
	Objects   TickMark = "objects"  // 不符
	Overrides TickMark = "override" // the finding is set aside, with a reason
)

var tickMarkNames = map[TickMark]string{Agrees: "相符", Objects: "不符", Overrides: "说明理由后通过"}

// String returns the words of screens, papers and the history.
func (m TickMark) String() string { return tickMarkNames[m] }

// Ask is something a returned person must answer before the application can go
// on.
type Ask struct {
	Decision DecisionID `json:"decision"`
	Rule     string     `json:"rule,omitempty"`
	Text     string     `json:"text"`
	Answer   string     `json:"answer,omitempty"` // "": open
	By       string     `json:"by,omitempty"`
	At       time.Time  `json:"at"` // of the answer
}

// Keying is a key field typed a second time from the paper.
type Keying struct {
	Field   string    `json:"field"`
	First   string    `json:"first"`             // what stood in the record
	Second  string    `json:"second"`            // what was typed
	Settled string    `json:"settled,omitempty"` // what the paper says; "" while they differ
	By      string    `json:"by"`
	At      time.Time `json:"at"`
}

// Proposal is a first reviewer's conclusion that a second one has to share.
type Proposal struct {
	Decision  string            `json:"decision"`
	Reasons   []string          `json:"reasons,omitempty"`
	Overrides map[string]string `json:"overrides,omitempty"`
	By        string            `json:"by"`
	At        time.Time         `json:"at"`

	Ticks map[string]Tick `json:"ticks,omitempty"` // it rests on; the other reviewer makes his own
	Seen  string          `json:"seen,omitempty"`  // hash of everything judged; other values later make it void
}

// ReviewOptions is how an office reviews. The zero value: one reviewer, nothing
// is keyed twice.
type ReviewOptions struct {
	Second      SecondReviewer `json:"second,omitempty"`
	SecondShare int            `json:"second_share,omitempty"` // of a hundred, for SecondShared
	KeyTwice    int            `json:"key_twice,omitempty"`    // of a hundred applications
	Reasons     []string       `json:"reasons,omitempty"`      // besides the presets
	Excuses     []string       `json:"excuses,omitempty"`      // for overrides
}

// SecondReviewer says whose application two clerks must agree on.
type SecondReviewer string

// The choices.
const (
	SecondNone   SecondReviewer = ""
	SecondAll    SecondReviewer = "all"
	SecondTop    SecondReviewer = "top"    // levels 1 and 2
	SecondShared SecondReviewer = "shared" // a share
)

// SpotCheckID names a spot check.
type SpotCheckID string

// SpotCheck is a sample drawn from the year's applications (抽查). The same seed
// over the same population draws the same sample.
type SpotCheck struct {
	ID         SpotCheckID   `json:"id"`
	At         time.Time     `json:"at"`
	By         string        `json:"by"`
	Year       int           `json:"year"`
	Seed       uint64        `json:"seed"`
	Size       int           `json:"size"`             // people asked for; 0 when a share was
	Share      int           `json:"share,omitempty"`  // of a hundred
	Strata     []string      `json:"strata,omitempty"` // unit, level
	Statuses   []Status      `json:"statuses,omitempty"`
	Population []SpotPerson  `json:"population"` // by application
	Sample     []SpotFinding `json:"sample"`     // likewise; what was found is kept with the reviews
}

// SpotPerson is somebody a sample is drawn from, and his stratum when it was.
type SpotPerson struct {
	Application ApplicationID `json:"application"`
	Stratum     string        `json:"stratum,omitempty"`
}

// SpotFinding is somebody in the sample and what was found.
type SpotFinding struct {
	Application ApplicationID `json:"application"`
	Found       string        `json:"found,omitempty"` // "": not looked at, or no objection
	Sound       bool          `json:"sound,omitempty"` // looked at, nothing found
	By          string        `json:"by,omitempty"`
	At          time.Time     `json:"at"`
}

// Looked reports whether somebody has looked at the application.
func (f *SpotFinding) Looked() bool { return f.Sound || f.Found != "" }

// Words says what was found.
func (f *SpotFinding) Words() string {
	switch {
	case f.Found != "":
		return "有问题：" + f.Found
	case f.Sound:
		return "无问题"
	}
	return "未查"
}

// PolicyFile is the text of a policy file that was in force, by the SHA-256 of
// its bytes, so that a decision can be explained when the file is long gone.
type PolicyFile struct {
	ID   string    `json:"id"` // hex
	Year int       `json:"year"`
	Text string    `json:"text"`
	From time.Time `json:"from"` // in force from
	By   string    `json:"by"`
}

// PolicyChangeID names a change of the policy.
type PolicyChangeID string

// PolicyChange is one row of a policy changed or signed off.
type PolicyChange struct {
	ID     PolicyChangeID `json:"id"`
	Year   int            `json:"year"`
	Row    string         `json:"row"`  // names the row as long as it stands in the file
	What   string         `json:"what"` // 三级 晋级 取得现等级年限：5 年 → 4 年
	Basis  string         `json:"basis"`
	Before string         `json:"before"` // text of the row
	After  string         `json:"after"`
	File   string         `json:"file"` // hash of the file that came of it
	At     time.Time      `json:"at"`
	By     string         `json:"by"`
}
