package printing

import (
	"context"

	"gongkao/app/paper"
	"gongkao/app/registration"
	"gongkao/data"
)

// kind is what printing knows of a paper: whom it is about when nobody is asked
// for, and how that which it prints is gathered.
type kind struct {
	statuses []data.Status // nil: whatever became of somebody
	byUnit   bool          // people in the order of a roster
	counts   bool          // one table is about all the people it counts
	dated    bool          // a day may be asked for (Order.Until)
	each     division      // what a batch makes a file of
	part     *some         // whom of the people in a scope it is about; nil: all
	gather   func(context.Context, *gathering) error
	nobody   [2]string // what is said of a scope with nothing to print, and what to do then

	adds   func(*registration.Desk) (adding, error) // what it says beyond others; nil: nothing
	byHand bool                                     // of nobody there is an empty sheet to be filled in by hand
	by     bool                                     // may be by this or that
	drawn  bool                                     // about a sample, and whole
}

// division is what a batch makes a file of: people of a unit, people of a
// supervising unit, or a supervising unit whether it has people or not.
type division int

const (
	eachUnit division = iota
	eachSupervising
	eachOffice
)

// adding tells what a paper says of somebody beyond what others say.
type adding func(*paper.Entry)

// Papers whose kind says nothing else are about everybody who may still be
// assessed. Fees are due once the review is passed; books are ordered and not
// lost, and statistics count, whatever became of somebody.
var kinds = map[string]kind{
	"administrator-form": {statuses: registration.Running, each: eachOffice, gather: administratorForms},
	"registration":       {statuses: registration.Running, gather: withPhotos},
	"roster":             {statuses: registration.Running, byUnit: true, by: true, each: eachSupervising, gather: roster},
	"summary":            {statuses: registration.Running, byUnit: true, counts: true, each: eachSupervising, gather: summary},
	"statistics":         {statuses: counted, counts: true, by: true, each: eachSupervising, gather: statistic},
	"textbooks":          {each: eachOffice, gather: orders, nobody: [2]string{"这个范围里没有教材征订", "请先登记征订，或放宽单位、等级的条件再打印"}},
	"review-sheet": {statuses: underReview, gather: reviewSheets,
		nobody: [2]string{"这个范围里没有待审或审过的人", "交审以后再印资格审查表，或放宽单位、等级的条件"}},
	"custody-slip": {gather: custodySlips,
		nobody: [2]string{"这个范围里没有收过原件", "到“单位”里按 F6 登记收到的原件以后再印，或放宽单位、人员的条件"}},
	"unit-change": {each: eachOffice, gather: unitChanges,
		nobody: [2]string{"今年还没有单位变更", "到“单位”里按 F2 办理以后再印；要一张空表，请选一个单位"}},
	"payment-slip": {statuses: []data.Status{data.Approved, data.Reported}, gather: entries,
		nobody: [2]string{"这个范围里没有审查通过的人", "审查通过以后再印缴费前信息确认单，或放宽单位、等级的条件"}},
	"commitment": {statuses: registration.Running, byUnit: true, part: promising, gather: entries,
		nobody: [2]string{"这个范围里没有人承诺容缺后补", "先登记容缺承诺再印承诺书，或放宽单位、等级的条件"}},
	"public-notice": {statuses: registration.Running, byUnit: true, part: announced, gather: publicNotices,
		nobody: [2]string{"这个范围里没有要公示的人", "通知只要求申报一级的公示；请放宽单位、等级的条件"}},
	"notice-proof": {statuses: registration.Running, byUnit: true, part: noticeEnded, gather: noticeProofs,
		nobody: [2]string{"这个范围里没有期满的公示", "先登记公示的起止日期；期满以后再印公示证明"}},
	"certificates": {byUnit: true, each: eachSupervising, part: certified, gather: entries, adds: addCertificate, byHand: true,
		nobody: [2]string{"这个范围里还没有登记过证书", "请先登记证书，或放宽单位、等级的条件再打印"}},
	"archive": {byUnit: true, each: eachSupervising, part: archived, gather: entries, adds: addArchive, byHand: true,
		nobody: [2]string{"这个范围里还没有登记过归档", "请先登记归档，或放宽单位、等级的条件再打印"}},
	"spot-check": {drawn: true, gather: sample,
		nobody: [2]string{"本年还没有抽查过", "请先在“抽查”里抽取，再印抽查表"}},
	"reminder": {statuses: registration.Running, byUnit: true, each: eachSupervising, part: owing, gather: reminders,
		nobody: [2]string{"这个范围里没有人还欠材料", "容缺承诺和缺的材料在申报人员的材料里登记；过了期限没有补的，印不予通过通知"}},
	"correction": {statuses: []data.Status{data.Returned}, byUnit: true, each: eachSupervising, dated: true, part: unmended, gather: corrections,
		nobody: [2]string{"这个范围里没有退回待补正的人", "在资格审查里退回以后再印补正通知，或放宽单位、等级的条件"}},
	"rejection": {statuses: append([]data.Status{data.Rejected}, registration.Running...), byUnit: true, each: eachSupervising, part: refused, gather: rejections,
		nobody: [2]string{"这个范围里没有审查不通过的人", "在资格审查里作出不通过的决定以后再印，或放宽单位、等级的条件"}},
	"import-note": {each: eachOffice, dated: true, gather: importNotes,
		nobody: [2]string{"没有要退回单位改的行", "导入花名册以后，不能录入的行才要退回；在“导入”里可以看到它们"}},
	"pass-notice": {statuses: []data.Status{data.Approved, data.Reported}, byUnit: true, each: eachSupervising, dated: true, part: passed, gather: passNotices,
		nobody: [2]string{"这个范围里还没有考核合格的人", "成绩录入以后再印合格人员通知，或放宽单位、等级的条件"}},
}

// ownKind is a paper that an office has added, whatever it is called.
var ownKind = kind{statuses: registration.Running, byUnit: true, gather: withPhotos}

// kindOf is what is known of a paper.
func kindOf(paper string) kind {
	if k, known := kinds[paper]; known {
		return k
	}
	return ownKind
}

var counted = append([]data.Status{data.Rejected, data.Cancelled, data.Lapsed}, registration.Running...)

// Statuses are those of the people on a paper when none is asked for; nil is
// whatever became of somebody.
func Statuses(paper string) []data.Status { return kindOf(paper).statuses }

// some says whom of the people in a scope a paper is about.
type some struct {
	others string // those it is not about: 没有容缺承诺
	of     func(*registration.Desk) (func(*data.Applicant) bool, error)
}

// Only tells whom of the people in a scope a paper is about, and what the others
// are called; is is nil when it is about all of them.
func Only(d *registration.Desk, paper string) (others string, is func(*data.Applicant) bool, err error) {
	s := kindOf(paper).part
	if s == nil {
		return "", nil, nil
	}
	is, err = s.of(d)
	return s.others, is, err
}

// ByHand reports whether a paper is printed as an empty sheet when there is nobody
// on it.
func ByHand(paper string) bool { return kindOf(paper).byHand }

// allows refuses what a paper cannot be: by something (by-unknown), until a day
// (until), of a sample (check-unknown), or only a part of one (check-whole).
func (k kind) allows(o Order) error {
	q := o.Query
	switch {
	case len(o.By) > 0 && !k.by:
		return data.Refuse("by-unknown", "by", "这种表没有别的排法", "请去掉排法再打印；花名册可以按单位、等级、工种排")
	case !o.Until.IsZero() && !k.dated:
		return data.Refuse("until", "until", "这种表上没有要写的日期", "只有补正通知、合格人员通知、花名册退回通知可以写日期")
	case o.Check != "" && !k.drawn:
		return data.Refuse("check-unknown", "check", "这种表与抽查无关", "请去掉抽查编号再打印，或改印抽查表")
	case k.drawn && (q.Unit != "" || q.Text != "" || q.Level != 0 || len(q.Numbers)+len(q.Statuses) > 0 || o.ByUnit || o.Changed || o.From > 1):
		return data.Refuse("check-whole", "", "抽查表只能整份打印", "请去掉单位、等级、状态、人员和起止的条件，也不要分单位")
	}
	return nil
}

// refusal is said of a scope in which there is nothing to print.
func (k kind) refusal() error {
	why, next := k.empty()
	return data.Refuse("nobody", "", why, next)
}

// Nobody says why a paper has nothing to print, and what to do.
func Nobody(paper string) (why, next string) { return kindOf(paper).empty() }

func (k kind) empty() (why, next string) {
	if k.nobody[0] != "" {
		return k.nobody[0], k.nobody[1]
	}
	return "没有人符合这个打印范围", "请放宽单位、等级或人员的条件再打印"
}
