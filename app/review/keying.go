package review

import (
	"context"
	"slices"
	"strings"

	"gongkao/data"
	"gongkao/data/store"
)

// keyFields are typed a second time from the paper.
var keyFields = []string{"name", "id_number", "level", "trade", "current_cert_date"}

// Keyed is a field to be typed a second time, and how far that has come.
type Keyed struct {
	*data.Field
	Keying data.Keying // the zero Keying while it has not been typed, or the record has changed since
}

// Typed reports whether it has been typed a second time.
func (k Keyed) Typed() bool { return !k.Keying.At.IsZero() }

// Agrees reports whether both times the same was typed, or the difference is
// settled.
func (k Keyed) Agrees() bool { return k.Typed() && k.Keying.Settled != "" }

// KeyTwice returns the fields to be typed a second time; none when the
// application is not in the share of which the office wants it.
func (c *Case) KeyTwice() []Keyed {
	if !drawn(c.id, "key", c.desk.Office.Profile.Review.KeyTwice) {
		return nil
	}
	var all []Keyed
	for _, key := range keyFields {
		k := Keyed{Field: data.FieldByKey(key)}
		now := k.Get(c.applicant)
		for _, had := range c.review.Keyed {
			if had.Field == key && (had.Settled == now || had.Settled == "" && had.First == now) {
				k.Keying = had
			}
		}
		all = append(all, k)
	}
	return all
}

// Key takes what was typed a second time from the paper. The answer says whether
// it is what stood in the record (Settled is set) or not.
func (c *Case) Key(ctx context.Context, field, text string) (data.Keying, error) {
	if err := c.open(); err != nil {
		return data.Keying{}, err
	}
	k, err := c.keying(field)
	if err != nil {
		return data.Keying{}, err
	}
	second, err := c.canonical(k.Field, text)
	if err != nil {
		return data.Keying{}, err
	}
	made := data.Keying{Field: field, First: k.Get(c.applicant), Second: second, By: c.desk.Office.Clerk}
	why := "二次录入" + k.Label + "：一致"
	if made.First == second {
		made.Settled = second
	} else {
		why = "二次录入" + k.Label + "：不一致，登记的是“" + made.First + "”，再录的是“" + second + "”"
	}
	return made, c.putKeying(ctx, &made, why)
}

// Settle writes what the paper says where the two differ, and mends the record
// when it was the one that was wrong.
func (c *Case) Settle(ctx context.Context, field, text string) error {
	if err := c.open(); err != nil {
		return err
	}
	k, err := c.keying(field)
	if err != nil {
		return err
	}
	if !k.Typed() {
		return data.Refuse("keying-none", field, "“"+k.Label+"”还没有二次录入", "请先对照材料再录一遍")
	}
	paper, err := c.canonical(k.Field, text)
	if err != nil {
		return err
	}
	if paper != k.Get(c.applicant) {
		if _, err := c.desk.Amend(ctx, c.id, map[string]string{field: paper}, "二次录入不一致，以纸质材料为准"); err != nil {
			return err
		}
		if err := c.look(); err != nil {
			return err
		}
	}
	settled := k.Keying
	settled.Settled = paper
	return c.putKeying(ctx, &settled, "二次录入"+k.Label+"：以纸质材料为准，“"+paper+"”")
}

func (c *Case) putKeying(ctx context.Context, k *data.Keying, why string) error {
	return c.write(ctx, data.OpTick, why, func(tx *store.Tx, r *data.Review) error {
		k.At, k.By = tx.Now(), c.desk.Office.Clerk
		r.Keyed = slices.DeleteFunc(r.Keyed, func(had data.Keying) bool { return had.Field == k.Field })
		r.Keyed = append(r.Keyed, *k)
		return nil
	})
}

func (c *Case) keying(field string) (Keyed, error) {
	for _, k := range c.KeyTwice() {
		if k.Key == field {
			return k, nil
		}
	}
	return Keyed{}, data.Refuse("keying-idle", field, "这份申报的这一栏不需要二次录入", "请接着审查")
}

// canonical reads what was typed as the record would keep it.
func (c *Case) canonical(f *data.Field, text string) (string, error) {
	if strings.TrimSpace(text) == "" {
		return "", data.Refuse("required-missing", f.Key, "没有录“"+f.Label+"”", "请对照材料录入")
	}
	if f.Key == "id_number" {
		text = string(data.ReadID(text, c.desk.Office.Codes.Region).Normalised)
	}
	var typed data.Applicant
	if err := f.Set(&typed, text); err != nil {
		return "", err
	}
	return f.Get(&typed), nil
}

// keyed refuses an approval while second keying is not done (keying-open).
func (c *Case) keyed() error {
	for _, k := range c.KeyTwice() {
		switch {
		case !k.Typed():
			return data.Refuse("keying-open", k.Key, "“"+k.Label+"”还没有二次录入", "这份申报抽中了二次录入，请对照材料再录一遍")
		case !k.Agrees():
			return data.Refuse("keying-open", k.Key, "“"+k.Label+"”两次录入不一致：“"+k.Keying.First+"”和“"+k.Keying.Second+"”", "请看纸质材料，按材料上的定下来")
		}
	}
	return nil
}
