package settings

import (
	"context"
	"fmt"

	"gongkao/app/years"
	"gongkao/data"
	"gongkao/views/wording"
)

// Year is a line of the list of years.
type Year struct {
	Year                    int
	State                   string
	Mark                    wording.Mark
	Came, Left, Risen, When string
	Next                    bool // it is not opened yet
	Working, Over           bool
	act                     data.YearOpening // by which it was opened; zero of the first year
}

// Years returns the years of the office, the next one first.
func (m *Model) Years(ctx context.Context) ([]Year, error) {
	all, err := years.List(ctx, m.desk)
	if err != nil {
		return nil, err
	}
	working := m.office.Working()
	list := []Year{{Year: working + 1, State: "还没有开启", Next: true}}
	first := working
	for i := len(all) - 1; i >= 0; i-- {
		act := all[i]
		first = min(first, act.From)
		y := Year{Year: act.Year, act: act, Came: wording.Count(act.People), Left: wording.Count(len(act.Left)), Risen: wording.Count(len(act.Promoted)), When: wording.WhenExactly(act.At, m.office.Now())}
		y.stand(act.Withdrawn != "", working)
		list = append(list, y)
	}
	y := Year{Year: first, When: "—"}
	y.stand(false, working)
	return append(list, y), nil
}

func (y *Year) stand(takenBack bool, working int) {
	switch {
	case takenBack:
		y.State = "开启后又退回"
	case y.Year == working:
		y.State, y.Mark, y.Working = "正在办理", wording.Pass, true
	default:
		y.State, y.Over = "已结束，可以查看", true
	}
}

// Ahead says, a sentence a paragraph, exactly what opening the next year will do.
// It refuses what cannot be opened.
func (m *Model) Ahead(ctx context.Context) ([]string, error) {
	plan, err := years.Look(ctx, m.desk, m.office.Working()+1)
	if err != nil {
		return nil, err
	}
	words := []string{
		fmt.Sprintf("%s 个单位照旧；%s 人带入 %d 年度，都算“未申报”，填了申报工种和等级才算申报。", wording.Count(plan.Units), wording.Count(len(plan.Coming)), plan.Year),
		fmt.Sprintf("%s 人不带入：已到退休年龄，或单位已撤销；开启后有名单，逐人写明原因。", wording.Count(len(plan.Left))),
		fmt.Sprintf("%s 人凭今年的证书，现等级改为新等级；%s 人可能合格而等级没有改，名单里写明原因。", wording.Count(len(plan.Promoted())), wording.Count(len(plan.Owed()))),
		fmt.Sprintf("%d 年度从此只能查看和打印。新年度还没有录入内容时，可以退回。开启前先备份一份。", plan.From),
	}
	return append(words, policyAhead[plan.Policy.From]), nil
}

var policyAhead = map[years.PolicySource]string{
	years.PolicyThere:   "政策用已有的那一份。",
	years.PolicyDrafted: "政策用准备好的草稿；文号没有填的，先不按条件核对。",
	years.PolicyCopied:  "政策照抄，通知才有的文号、日期、金额空着；通知录入之前，不按条件核对。",
}

// Returning says what taking the year in work back will do; it refuses what
// cannot be taken back.
func (m *Model) Returning(ctx context.Context) ([]string, error) {
	act, err := years.Returnable(ctx, m.desk, m.office.Working())
	if err != nil {
		return nil, err
	}
	return []string{
		fmt.Sprintf("带入的 %s 人从 %d 年度退出，升了的等级改回原来的，接着办理 %d 年度。", wording.Count(act.People), act.Year, act.From),
		"这一次开启和退回都留在记录里；以后可以再开启。",
	}, nil
}

// TellYear says what a year is and what can be done with it.
func (y *Year) TellYear() []string {
	switch {
	case y.Next:
		return []string{"单位、人员、政策从正在办理的年度带过来。按 F8 先看清会怎样，再开启。"}
	case y.Working && y.act.ID != "":
		return []string{fmt.Sprintf("由 %d 年度开启。F7 看名单：谁没有带入、谁升了等级，逐人写明原因。", y.act.From), "开错了、还没有录入内容的，按 F9 退回。"}
	case y.Working:
		return []string{"本机构用这个程序的第一个年度。"}
	case y.Over:
		return []string{"按 Enter 打开来看：只能查看和打印，Ctrl+Y 回到正在办理的年度。"}
	}
	return []string{"开启以后没有录入内容，退回了。"}
}

// Facts are what is known of how it was opened.
func (y *Year) Facts() []Fact {
	if y.act.ID == "" {
		return nil
	}
	return facts("开启", y.When+"　"+y.act.By, "带入", y.Came+" 人", "没有带入", y.Left+" 人", "升了等级", y.Risen+" 人", "单位", wording.Count(y.act.Units)+" 个", "退回", y.act.Withdrawn)
}

// ReportLine is somebody in the report of an opening.
type ReportLine struct{ Name, IDNumber, Why string }

// ReportPart is a list of the report.
type ReportPart struct {
	Title string
	Lines []ReportLine
}

// YearReport returns what became of everybody when the year was opened.
func (m *Model) YearReport(ctx context.Context, y Year) (sum string, parts []ReportPart, err error) {
	report, err := years.ReportOf(ctx, m.desk, y.act)
	if err != nil {
		return "", nil, err
	}
	for _, p := range []struct {
		title string
		told  []years.Told
	}{{"没有带入", report.Left}, {"等级没有改，请核对", report.Owed}, {"升了等级", report.Risen}} {
		part := ReportPart{Title: p.title}
		for _, t := range p.told {
			part.Lines = append(part.Lines, ReportLine{t.Person.Name, t.Person.IDNumber.Masked(), t.Why})
		}
		if len(part.Lines) > 0 {
			parts = append(parts, part)
		}
	}
	return fmt.Sprintf("带入 %s 人 + 没有带入 %s 人 = %d 年度全部 %s 人", y.Came, y.Left, y.act.From, wording.Count(y.act.People+len(y.act.Left))), parts, nil
}

// Looking reports whether a year is looked at that is over.
func (m *Model) Looking() bool { return m.office.Looking() }
