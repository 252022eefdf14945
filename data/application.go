package data

// ApplicationID names one person's application of one year (UUIDv7).
type ApplicationID string

// Application is what a person asks for in one year. A person has at most one
// a year (one trade, one level).
type Application struct {
	ID         ApplicationID `json:"id"`
	Person     PersonID      `json:"person"`
	Year       int           `json:"year"`
	Unit       UnitID        `json:"unit"`
	StaffKind  string        `json:"staff_kind"` // 正式工作人员 / 其他聘用工作人员
	Post       string        `json:"post"`
	Trade      string        `json:"trade"`
	Level      Level         `json:"level"`
	Path       Path          `json:"path"`
	Honours    string        `json:"honours"`
	Commitment bool          `json:"commitment"` // 容缺承诺
	Consent    bool          `json:"consent"`    // 到龄确认: person and unit have both confirmed
	Note       string        `json:"note"`
	Status     Status        `json:"status"`
	Batch      BatchID       `json:"batch,omitempty"` // the import it came with
}

// Vacant reports whether nobody has applied by it: it was carried over from the
// year before, or carried over and taken back again. Whoever applies takes it.
func (a *Application) Vacant() bool {
	return a.Status == Carried || a.Status == Withdrawn && a.Trade == "" && a.Level == 0
}

// Status is where an application stands. It moves only through the table in
// app/review.
type Status string

// The statuses of the command-line contract.
const (
	Draft     Status = "draft"
	Submitted Status = "submitted"
	Returned  Status = "returned"
	Approved  Status = "approved"
	Rejected  Status = "rejected"
	Reported  Status = "reported"
	Withdrawn Status = "withdrawn"
	Cancelled Status = "cancelled"
	Lapsed    Status = "lapsed"
	Carried   Status = "carried" // known from the year before; has not applied this year
)

var statusNames = map[Status]string{
	Draft: "草稿", Submitted: "待审", Returned: "退回", Approved: "通过", Rejected: "不通过",
	Reported: "已上报", Withdrawn: "已撤回", Cancelled: "已取消", Lapsed: "已失效", Carried: "未申报",
}

// String returns the word screens show: 待审, 通过 …
func (s Status) String() string { return statusNames[s] }

// Valid reports whether s is one of the statuses.
func (s Status) Valid() bool { return statusNames[s] != "" }

// Applicant is a person with this year's application and the names of his
// unit: what lists, forms, rules and papers look at. Fields reads and writes
// it.
type Applicant struct {
	Person      Person
	Application Application
	Unit        string // full name, as on the seal
	Supervising string // full name of the supervising unit
	Dossier     Dossier
	Ledger      Ledger
}
