package record

import (
	"context"
	"fmt"
	"strings"

	"gongkao/app/policy"
	"gongkao/data"
)

// Notice is a 公示 as it is filled in, each as it was typed.
type Notice struct {
	From, To, Place     string
	Objections, Settled string
	Proof               bool
}

// AsksNotice reports whether the application has to be put up: level 1 only.
func (f *Folder) AsksNotice() bool { return f.m.applicant.Application.Level == 1 }

// Notice returns what is on record.
func (f *Folder) Notice() Notice {
	n := f.m.applicant.Dossier.Notice
	if n == nil {
		return Notice{}
	}
	return Notice{n.From.String(), n.To.String(), n.Place, n.Objections, n.Settled, n.Proof}
}

// NoticeDays says how long a notice hangs, as far as the policy knows.
func (f *Folder) NoticeDays() string {
	days := f.m.desk.Office.Policy.Only(policy.NoticeDays)
	if days.Days == 0 {
		return "公示几天，政策里还没有填（" + days.Source + "，待核对）；期满才能申报"
	}
	return fmt.Sprintf("公示不少于 %d 天（%s）；期满才能申报", days.Days, days.Source)
}

// Announce writes the notice down.
func (f *Folder) Announce(ctx context.Context, n Notice) (Left, error) {
	from, err := readDay("开始日期", n.From)
	if err != nil {
		return Left{}, err
	}
	to, err := readDay("结束日期", n.To)
	if err != nil {
		return Left{}, err
	}
	place := strings.TrimSpace(n.Place)
	switch {
	case to.Before(from):
		return Left{}, data.Refuse("date-bad", "", "结束在开始之前", "请核对两个日期")
	case place == "":
		return Left{}, data.Refuse("required-missing", "", "没有写公示在哪里", "例如：单位公示栏")
	case strings.TrimSpace(n.Objections) != "" && strings.TrimSpace(n.Settled) == "":
		return Left{}, data.Refuse("required-missing", "", "有异议，没有写怎样处理", "请写处理结果；没有异议的，把异议一栏清空")
	}
	what := fmt.Sprintf("公示已记下：%s 至 %s", from, to)
	return f.write(what, func() error {
		return f.kept.Announce(ctx, data.PublicNotice{
			ID: f.m.ID(), From: from, To: to, Place: place, Objections: strings.TrimSpace(n.Objections), Settled: strings.TrimSpace(n.Settled), Proof: n.Proof,
		})
	})
}

// Offence is a violation as it is filled in.
type Offence struct{ What, Found, Basis, Revoked string }

// BannedUntil says until when a violation found on a day shuts the person out,
// "" while the day cannot be read.
func (f *Folder) BannedUntil(found string) string {
	day, err := readDay("", found)
	if err != nil {
		return ""
	}
	if f.m.desk.Office.Policy.Provisional() {
		return "限制几年，要等本年度的通知"
	}
	return fmt.Sprintf("%s 起 %d 年内不得申报", day, f.m.desk.Office.Policy.Violation.BanYears)
}

// Punish writes a violation down.
func (f *Folder) Punish(ctx context.Context, o Offence) (Left, error) {
	what, basis := strings.TrimSpace(o.What), strings.TrimSpace(o.Basis)
	found, err := readDay("查实日期", o.Found)
	switch {
	case what == "":
		return Left{}, data.Refuse("required-missing", "", "没有写违规事实", "例如：提供虚假材料")
	case err != nil:
		return Left{}, err
	case found.After(f.m.day()):
		return Left{}, data.Refuse("date-bad", "", "查实日期还没有到", "请写今天或以前的一天")
	case basis == "":
		return Left{}, data.Refuse("required-missing", "", "没有写处理依据", "请写文件名称和文号")
	}
	revoked := strings.FieldsFunc(o.Revoked, func(r rune) bool { return strings.ContainsRune("、，,；; 　", r) })
	return f.record("违规已记下", func() error {
		_, err := f.kept.Punish(ctx, data.Violation{Person: f.m.applicant.Person.ID, Found: found, What: what, Basis: basis, Revoked: revoked})
		return err
	})
}
