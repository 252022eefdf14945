package tray

import "strings"

// Ask is how the problem of a group is answered.
type Ask int

// The ways of answering.
const (
	AskText   Ask = iota // type what is right
	AskUnit              // choose a unit; one answer serves every row that spells it so
	AskMonth             // January or October, for the whole column
	AskChoice            // choose one of a few words
	AskBeside            // look at both sides and keep one
	AskResend            // nobody here can know: the sender has to mend it
)

// family is a group of problems that a clerk answers alike.
type family struct {
	codes  string // of problems; -name stands for every code that ends so, pay- for every one that begins so
	title  string
	advice string
	block  bool // an error of the sender's, not a question of ours
	ask    Ask
}

// families are all groups, in the order in which they are shown: first what holds
// most rows and is answered at once. The first that a code fits has it.
var families = []family{
	{"id-mangled", "身份证号被 Excel 弄坏", "只能单位重报", true, AskResend},
	{"unit-similar", "单位名称相近", "每种写法答一次", false, AskUnit},
	{"date-ambiguous", "日期说不清几月", "答一次，整列都用", false, AskMonth},
	{"id-checksum id-length id-characters id-birth id-legacy region-unknown", "身份证号校验不符", "对照原件改", true, AskText},
	{"id-duplicate-register id-duplicate-sheet", "同一人已由别的单位报", "两边并排看", true, AskBeside},
	{"required-missing", "缺必填项", "问清补上", true, AskText},
	{"level-unknown path-unknown", "等级或途径看不懂", "从列出的里选", false, AskChoice},
	{"id-birth-differs", "出生日期和身份证号不符", "对照身份证改", true, AskText},
	{"id-sex sex-unknown", "性别和身份证号不符", "对照身份证改", true, AskChoice},
	{"name-bad", "姓名里有打不出的字", "对照身份证补全", true, AskText},
	{"date-bad date-future", "日期读不出", "按档案改", false, AskText},
	{"unit-unknown", "单位库里没有", "选一个，或先登记新单位", false, AskUnit},
	{"unit-duplicate unit-merge unit-merged unit-taken merge-ring", "单位重复或撤并", "只留一行；撤并在“单位”里办", false, AskText},
	{"-twice", "以前已经录过", "不用再录，这一行不要", false, AskText},
	{"-stranger", "登记里没有这个人", "核对身份证号，或先登记他", true, AskText},
	{"-ambiguous -name", "说不清是谁", "补上身份证号", false, AskText},
	{"pay-", "缴费对不上", "对照收费凭证改", true, AskText},
	{"score- points-bad", "成绩不能录", "对照成绩单改", true, AskText},
	{"book- copies-bad title-long", "教材征订对不上", "对照书目改", true, AskText},
	{"amount-bad", "金额读不出", "只写数字", false, AskText},
	{"value-unknown value-mangled value-truncated trade-unknown", "内容读不懂", "对照原件改", false, AskText},
	{"", "其他问题", "照提示改", false, AskText},
}

// fits reports whether a code belongs to the family.
func (f *family) fits(code string) bool {
	for _, word := range strings.Fields(f.codes) {
		switch {
		case word == code, strings.HasPrefix(word, "-") && strings.HasSuffix(code, word), strings.HasSuffix(word, "-") && strings.HasPrefix(code, word):
			return true
		}
	}
	return f.codes == ""
}

// familyOf returns the place among families of the one that a code belongs to.
func familyOf(code string) int {
	at, met := familyByCode[code]
	for !met && !families[at].fits(code) {
		at++
	}
	return at
}

// familyByCode is what is known without looking through the families: the codes
// that they name in full.
var familyByCode = func() map[string]int {
	known := map[string]int{}
	for at, f := range families {
		for _, word := range strings.Fields(f.codes) {
			if !strings.HasPrefix(word, "-") && !strings.HasSuffix(word, "-") {
				known[word] = at
			}
		}
	}
	return known
}()
