package settings

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"gongkao/app/review"
	"gongkao/data"
	"gongkao/views/wording"
)

// Keys of the fields of how the office reviews.
const (
	SecondField = "second"
	ShareField  = "second_share"
	TwiceField  = "key_twice"
)

// firstShare is what stands there when an office begins to share; it is the
// office's to change.
const firstShare = 10

// Reviewing returns the fields of how the office reviews.
func (m *Model) Reviewing() []Field {
	o := m.office.Profile.Review
	fields := []Field{
		{Key: SecondField, Label: "审核人", Text: review.SecondName(o.Second)},
		{Key: ShareField, Label: "两人审查", Text: strconv.Itoa(o.SecondShare), Hint: "百分之几，1 到 100", ReadOnly: o.Second != data.SecondShared},
		{Key: TwiceField, Label: "再录一遍", Text: strconv.Itoa(o.KeyTwice), Hint: "百分之几，0 为不要求"},
	}
	if fields[1].ReadOnly {
		fields[1].Text = "选“抽一部分”时填"
	}
	for i := range fields {
		f := &fields[i]
		if text, typed := m.texts[f.Key]; typed {
			f.Text = text
		}
		if refusal, ok := data.AsRefusal(m.problems[f.Key]); ok {
			f.Sentence = refusal.Message + "：" + refusal.Hint
		}
	}
	return fields
}

// Seconds lists the choices of a second reviewer in words.
func (m *Model) Seconds() (all []string) {
	for _, s := range review.Seconds() {
		all = append(all, review.SecondName(s))
	}
	return all
}

// LeaveReviewing writes one of the options; it counts from the next person on.
func (m *Model) LeaveReviewing(ctx context.Context, key, text string) (wording.Done, error) {
	options := m.office.Profile.Review
	options.Reasons, options.Excuses = nil, nil // as they are
	err := m.option(&options, key, text)
	if err == nil {
		err = review.SetOptions(ctx, m.desk, options)
	}
	if err != nil {
		m.texts[key], m.problems[key] = text, err
		if _, ok := data.AsRefusal(err); ok {
			return wording.Done{}, nil
		}
		return wording.Done{}, err
	}
	delete(m.texts, key)
	delete(m.problems, key)
	done := wording.Done{What: "审查办法已改：" + review.SecondName(options.Second), Next: "从下一个审查的人起"}
	switch {
	case key == TwiceField:
		done.What = fmt.Sprintf("关键项目抽 %d%% 再录一遍", options.KeyTwice)
	case options.Second == data.SecondShared:
		done.What = fmt.Sprintf("抽 %d%% 由两人审查", options.SecondShare)
	}
	return done, nil
}

// option takes what is written into the options.
func (m *Model) option(o *data.ReviewOptions, key, text string) error {
	if key == SecondField {
		for _, s := range review.Seconds() {
			if review.SecondName(s) == text {
				if o.Second = s; s == data.SecondShared && o.SecondShare == 0 {
					o.SecondShare = firstShare
				}
				return nil
			}
		}
		return data.Refuse("second-unknown", key, "没有“"+text+"”这种办法", "请按 F4 从列表里选")
	}
	share, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(data.Narrow(text)), "%"))
	if err != nil {
		return data.Refuse("share", key, "“"+text+"”不是百分之几", "请填一个整数，如 20")
	}
	if key == ShareField {
		o.SecondShare = share
	} else {
		o.KeyTwice = share
	}
	return nil
}

// AddUser lets another clerk open the file, by a passphrase typed twice.
func (m *Model) AddUser(ctx context.Context, name, passphrase, again string) (wording.Done, error) {
	if passphrase != again {
		return wording.Done{}, data.Refuse("passphrase-differs", "", "两遍口令不一样", "请由本人重新输入两遍")
	}
	if err := m.office.AddUser(ctx, name, passphrase); err != nil {
		return wording.Done{}, err
	}
	return wording.Done{What: "已添加用户 " + data.NormaliseName(name), Next: "他用自己的口令打开，每一笔都记他的名字"}, nil
}

// Users says who may open the file.
func (m *Model) Users(ctx context.Context) string {
	names, err := m.office.Users(ctx)
	if err != nil {
		return "读不出来"
	}
	return strings.Join(names, "、")
}

// Learnt returns the reasons and excuses that were typed, newest first.
func (m *Model) Learnt() (reasons, excuses []string) {
	o := m.office.Profile.Review
	for i := len(o.Reasons) - 1; i >= 0; i-- {
		reasons = append(reasons, o.Reasons[i])
	}
	for i := len(o.Excuses) - 1; i >= 0; i-- {
		excuses = append(excuses, o.Excuses[i])
	}
	return reasons, excuses
}
