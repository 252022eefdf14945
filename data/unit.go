package data

// UnitID names a unit's record (UUIDv7).
type UnitID string

// Unit is a 单位. Its full name equals its seal; short and former names help to
// recognise what people write. A supervising unit (主管部门) names itself.
type Unit struct {
	ID          UnitID   `json:"id"`
	Name        string   `json:"name"`
	Short       string   `json:"short"`
	Former      []string `json:"former,omitempty"`
	Written     []string `json:"written,omitempty"` // as senders write it, which a clerk has said means this unit
	Supervising UnitID   `json:"supervising"`
	Kind        string   `json:"kind"` // 行政机关, 事业单位 …
	Contact     string   `json:"contact"`
	Phone       string   `json:"phone"`
	Into        UnitID   `json:"into,omitempty"` // the unit it was merged into (撤并); "": it stands
}

// Merged reports whether the unit was merged into another and is no more.
func (u *Unit) Merged() bool { return u.Into != "" }

// AdministratorID names an account administrator's record.
type AdministratorID string

// Administrator is a 网上报名管理人员: the person at a supervising unit who holds
// the account of the registration site. One per supervising unit; a change
// means a new form (notice, 附件, 备注 3).
type Administrator struct {
	ID          AdministratorID `json:"id"`
	Unit        UnitID          `json:"unit"`
	Name        string          `json:"name"`
	Sex         Sex             `json:"sex"`
	Department  string          `json:"department"` // 工作部门
	Post        string          `json:"post"`       // 职务
	OfficePhone string          `json:"office_phone"`
	Mobile      string          `json:"mobile"`
	FilledBy    string          `json:"filled_by"` // 填表人
	FilledOn    Date            `json:"filled_on"` // 填表日期
}
