package data

// Op is one kind of thing that changes the office's records. The list is
// closed: whoever reads the history can know every word in it.
type Op string

// All operations.
const (
	OpCreateOffice Op = "create-office"
	OpMigrate      Op = "migrate"
	OpPractice     Op = "practice"
	OpImport       Op = "import"
	OpEnter        Op = "enter"
	OpAmend        Op = "amend"
	OpSubmit       Op = "submit"
	OpDecide       Op = "decide"
	OpWithdraw     Op = "withdraw"
	OpUnit         Op = "unit"
	OpAdmin        Op = "administrator"
	OpPrint        Op = "print"
	OpUser         Op = "user"
	OpRestore      Op = "restore"
	OpDocument     Op = "document"
	OpCommit       Op = "commit"
	OpNotice       Op = "notice"
	OpCustody      Op = "custody"
	OpViolation    Op = "violation"
	OpTick         Op = "tick"
	OpReopen       Op = "reopen"
	OpSpotCheck    Op = "spot-check"
	OpPolicy       Op = "policy"
	OpRemark       Op = "remark"
	OpPayment      Op = "payment"
	OpTextbook     Op = "textbook"
	OpResult       Op = "result"
	OpCertificate  Op = "certificate"
	OpArchive      Op = "archive"
	OpConfirm      Op = "confirm-unit"
	OpYear         Op = "year"
	OpTakeBack     Op = "take-back"
	OpDayNote      Op = "day-note"
	OpClock        Op = "clock"
	OpStamped      Op = "stamped-sheet"
	OpTray         Op = "tray"
	OpPhoto        Op = "photo"
	OpTemplate     Op = "template"
)

var opNames = map[Op]string{
	OpCreateOffice: "建立数据文件", OpMigrate: "升级数据格式", OpPractice: "生成演练数据", OpImport: "导入表格", OpEnter: "录入申报人员",
	OpAmend: "修改信息", OpSubmit: "交审", OpDecide: "资格审查", OpWithdraw: "撤回申报", OpUnit: "修改单位",
	OpAdmin: "修改网上报名管理人员", OpPrint: "打印", OpUser: "修改用户", OpRestore: "恢复备份",
	OpDocument: "核对材料", OpCommit: "容缺承诺", OpNotice: "公示", OpCustody: "原件收退", OpViolation: "违规记录",
	OpTick: "逐条核对", OpReopen: "更正已审结的申报", OpSpotCheck: "抽查", OpPolicy: "修改政策", OpRemark: "备注",
	OpPayment: "缴费", OpTextbook: "教材", OpResult: "成绩和评审", OpCertificate: "证书", OpArchive: "归档",
	OpConfirm: "核对单位名称", OpYear: "开启年度", OpTakeBack: "撤销导入",
	OpDayNote: "今日便条", OpClock: "说明电脑的日期",
	OpStamped: "收盖章件", OpTray: "处理待处理的行", OpPhoto: "放入照片",
	OpTemplate: "记住模板的栏目",
}

// String returns the operation in words a clerk reads in the history.
func (o Op) String() string { return opNames[o] }

// Valid reports whether o is in the list.
func (o Op) Valid() bool { return opNames[o] != "" }

// Kind names a kind of record.
type Kind string

// All kinds of records.
const (
	KindOffice        Kind = "office"
	KindUser          Kind = "user"
	KindUnit          Kind = "unit"
	KindAdministrator Kind = "administrator"
	KindPerson        Kind = "person"
	KindPhoto         Kind = "photo" // of the person with the same id
	KindApplication   Kind = "application"
	KindBatch         Kind = "batch"
	KindDecision      Kind = "decision"
	KindPrint         Kind = "print"
	KindSchema        Kind = "schema"
	KindDocument      Kind = "document"
	KindCommitment    Kind = "commitment"
	KindNotice        Kind = "notice"
	KindCustody       Kind = "custody"
	KindViolation     Kind = "violation"
	KindReview        Kind = "review"
	KindSpotCheck     Kind = "spot-check"
	KindPolicyFile    Kind = "policy-file"
	KindPolicyChange  Kind = "policy-change"
	KindPayment       Kind = "payment"
	KindPaymentSlip   Kind = "payment-slip"
	KindBook          Kind = "book"
	KindBookOrder     Kind = "book-order"
	KindBookSlip      Kind = "book-slip"
	KindScore         Kind = "score"
	KindEvaluation    Kind = "evaluation"
	KindCertificate   Kind = "certificate"
	KindArchive       Kind = "archive"
	KindConfirmation  Kind = "confirmation"
	KindUnitChange    Kind = "unit-change"
	KindAdminForm     Kind = "administrator-form"
	KindYearOpening   Kind = "year-opening"
	KindDayNote       Kind = "day-note"
	KindClock         Kind = "clock"
	KindStampedSheet  Kind = "stamped-sheet"
	KindTrayAnswer    Kind = "tray-answer"
	KindSheetLayout   Kind = "sheet-layout"
	KindSentFile      Kind = "sent-file"
)

// Changes tells which records an Update touched, so that lists know what to
// read again.
type Changes struct {
	Seq     int64 // the last audit entry written
	Touched map[Kind][]string
}

// Any reports whether a record of the kind was touched.
func (c Changes) Any(k Kind) bool { return len(c.Touched[k]) > 0 }
