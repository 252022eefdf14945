package results

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// mostNumber is how long a certificate's number may be, and who collects.
const mostNumber = 40

// Numbered is somebody and the number of his certificate.
type Numbered struct {
	Application data.ApplicationID
	Number      string
}

func (b *Books) everybody() []*data.Applicant {
	return b.desk.Register.Find(registration.Query{})
}

// Issue records certificates of one day. It refuses all of them when one is for
// somebody who did not pass (cert-not-passed) or has one (cert-twice), a number is
// missing (cert-number-missing), too long (cert-number-bad) or known in the office
// (cert-number-taken), or the day is missing or ahead (cert-date).
func (b *Books) Issue(ctx context.Context, day data.Date, list []Numbered) error {
	if err := b.past(day, "发证日期"); err != nil {
		return err
	}
	ids := make([]data.ApplicationID, len(list))
	for i, n := range list {
		ids[i] = n.Application
	}
	made := make([]data.Certificate, len(list))
	who, err := b.each(ids, func(i int, a *data.Applicant, r *Result) error {
		if err := deserves(a, r); err != nil {
			return err
		}
		if err := sits(b.desk, a); err != nil {
			return err
		}
		made[i] = data.Certificate{Application: ids[i], Number: data.Squeeze(data.Narrow(list[i].Number)), Issued: day, By: b.desk.Office.Clerk}
		return numberFits(a, made[i].Number)
	})
	if err != nil {
		return err
	}
	return b.write(ctx, data.OpCertificate, "发证："+who, ids, func(tx *store.Tx) error {
		if err := b.unused(tx, made); err != nil {
			return err
		}
		for _, c := range made {
			c.ID, c.At = data.CertificateID(tx.NewID()), tx.Now()
			if err := tx.PutCertificate(c); err != nil {
				return err
			}
		}
		return nil
	})
}

func deserves(a *data.Applicant, r *Result) error {
	if c, ok := issued(a); ok {
		return data.Refuse("cert-twice", "certificate_no", fmt.Sprintf("%s 已经发了证书 %s", a.Person.Name, c.Number), "写错了，请先把那条证书记录作废，写明理由")
	}
	if r.Outcome == Passed {
		return nil
	}
	word := r.Outcome.String()
	switch {
	case !r.Sits:
		word = "申报是“" + a.Application.Status.String() + "”"
	case r.Outcome == Pending:
		word = "还没有结果"
	}
	return data.Refuse("cert-not-passed", "certificate_no", fmt.Sprintf("%s %s，不能发证", a.Person.Name, word), "合格的人才发证；成绩没有录的请先录成绩")
}

func numberFits(a *data.Applicant, number string) error {
	switch {
	case number == "":
		return data.Refuse("cert-number-missing", "certificate_no", a.Person.Name+" 没有写证书编号", "请照证书上的编号填写")
	case utf8.RuneCountInString(number) > mostNumber:
		return data.Refuse("cert-number-bad", "certificate_no", fmt.Sprintf("证书编号超过 %d 个字", mostNumber), "请照证书上的编号填写")
	}
	return nil
}

// unused refuses a number that is twice in the list, was given before in any year,
// or is somebody's present certificate.
func (b *Books) unused(tx *store.Tx, made []data.Certificate) error {
	owner := map[string]string{}
	given, err := tx.Certificates()
	if err != nil {
		return err
	}
	people := b.everybody()
	names := make(map[data.ApplicationID]string, len(people))
	for _, a := range people {
		names[a.Application.ID] = a.Person.Name
		if a.Person.CurrentCertNo != "" {
			owner[plain(a.Person.CurrentCertNo)] = a.Person.Name + " 现等级的证书"
		}
	}
	for _, c := range given {
		if c.Void == "" {
			owner[plain(c.Number)] = holder(names[c.Application])
		}
	}
	for _, c := range made {
		key := plain(c.Number)
		if whose := owner[key]; whose != "" {
			return data.Refuse("cert-number-taken", "certificate_no", fmt.Sprintf("证书编号 %s 已经用过：%s", c.Number, whose), "请对照证书核对编号；确实重号，请先问清发证机关")
		}
		owner[key] = holder(names[c.Application])
	}
	return nil
}

func holder(name string) string {
	if name == "" {
		return "以前年度发的证书"
	}
	return name + " 的证书"
}

// past refuses a day that is missing or has not come (cert-date).
func (b *Books) past(day data.Date, what string) error {
	switch {
	case day.IsZero():
		return data.Refuse("cert-date", "issued", "没有写"+what, "请按 2026-11-20 的样子填写")
	case day.After(b.desk.Office.Today()):
		return data.Refuse("cert-date", "issued", fmt.Sprintf("%s%s还没有到", what, day.Chinese()), "请核对日期；电脑的日期不对，请先改正")
	}
	return nil
}

// Collect records that certificates were collected on a day, and who signed for
// them. It refuses all of them when one was not issued (cert-none), is collected
// (cert-collected) or revoked (cert-revoked), nobody signed (collector-missing), or
// the day cannot be (cert-date).
func (b *Books) Collect(ctx context.Context, ids []data.ApplicationID, day data.Date, who string) error {
	who = strings.TrimSpace(who)
	switch {
	case who == "":
		return data.Refuse("collector-missing", "collector", "没有写谁领取并签字", "请写领证人的姓名；代领的写代领人")
	case utf8.RuneCountInString(who) > mostNumber:
		return data.Refuse("collector-missing", "collector", fmt.Sprintf("领证人超过 %d 个字", mostNumber), "请只写姓名")
	}
	if err := b.past(day, "领取日期"); err != nil {
		return err
	}
	handed := make([]data.Certificate, len(ids))
	whose, err := b.each(ids, func(i int, a *data.Applicant, _ *Result) (err error) {
		handed[i], err = collectable(a, day)
		handed[i].Collected, handed[i].Collector = day, who
		return err
	})
	if err != nil {
		return err
	}
	return b.write(ctx, data.OpCertificate, fmt.Sprintf("领证：%s，%s签字", whose, who), ids, func(tx *store.Tx) error {
		for _, c := range handed {
			if err := tx.PutCertificate(c); err != nil {
				return err
			}
		}
		return nil
	})
}

func collectable(a *data.Applicant, day data.Date) (data.Certificate, error) {
	c, revoked, ok := Issued(a)
	switch {
	case !ok:
		return c, data.Refuse("cert-none", "", a.Person.Name+" 还没有发证", "请先登记证书编号和发证日期")
	case revoked:
		return c, data.Refuse("cert-revoked", "", fmt.Sprintf("%s 的证书 %s 已因违规撤销", a.Person.Name, c.Number), "撤销的证书不能领取，应予收回")
	case !c.Collected.IsZero():
		return c, data.Refuse("cert-collected", "", fmt.Sprintf("%s 的证书已于%s由%s领取", a.Person.Name, c.Collected.Chinese(), c.Collector), "登记错了，请在这个人的经过里撤销那一条")
	case day.Before(c.Issued):
		return c, data.Refuse("cert-date", "collected", fmt.Sprintf("领取日期早于发证日期（%s）", c.Issued.Chinese()), "请核对领取日期")
	}
	return c, nil
}

// VoidCertificate says why a certificate's record does not count; the number is
// free again. It refuses somebody without one (cert-none) and no reason
// (reason-missing).
func (b *Books) VoidCertificate(ctx context.Context, id data.ApplicationID, why string) error {
	why, err := reason(why)
	if err != nil {
		return err
	}
	a, _, err := b.of(id)
	if err != nil {
		return err
	}
	c, ok := issued(a)
	if !ok {
		return data.Refuse("cert-none", "", a.Person.Name+" 没有可作废的证书记录", "请核对是不是这个人")
	}
	c.Void = why
	return b.write(ctx, data.OpCertificate, "证书记录作废："+why, []data.ApplicationID{id}, func(tx *store.Tx) error { return tx.PutCertificate(c) })
}
