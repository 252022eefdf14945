package data

// PersonID names a person's record (UUIDv7). People are matched by ID number,
// never by this or by name.
type PersonID string

// Person is what is true of somebody in every year: identity, schooling, and
// the skill level held now. Name, ID number, birth, phone, address and photo
// are kept sealed.
type Person struct {
	ID       PersonID `json:"id"`
	Name     string   `json:"name"`
	IDNumber IDNumber `json:"id_number"`
	Sex      Sex      `json:"sex"`
	Birth    Date     `json:"birth"`
	Phone    string   `json:"phone"`
	Address  string   `json:"address"`
	Photo    []byte   `json:"photo,omitempty"` // JPEG, re-encoded by us

	Ethnicity string   `json:"ethnicity"`
	Education string   `json:"education"`
	Political string   `json:"political"`
	WorkStart Month    `json:"work_start"`
	Category  Category `json:"retirement_category"` // required of women; nobody may guess it

	CurrentLevel    Level  `json:"current_level"` // 0: none yet
	CurrentTrade    string `json:"current_trade"`
	CurrentCertDate Month  `json:"current_cert_date"`
	CurrentCertNo   string `json:"current_cert_no"`
	AppointedLevel  Level  `json:"appointed_level"`
	AppointedDate   Month  `json:"appointed_date"`

	Appraisals map[int]Appraisal `json:"appraisals,omitempty"` // 年度考核 by year
	Career     []CareerStep      `json:"career,omitempty"`     // 学习工作简历
}

// CareerStep is one line of the 学习工作简历.
type CareerStep struct {
	From  Month  `json:"from"`
	To    Month  `json:"to"` // zero: 至今
	Where string `json:"where"`
	As    string `json:"as"`
}

// RetirementCategory returns the entered category; men need none entered.
func (p *Person) RetirementCategory() Category {
	if p.Category == "" && p.Sex == Male {
		return M60
	}
	return p.Category
}
