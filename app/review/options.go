package review

import (
	"context"
	"fmt"
	"slices"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// secondNames are the choices of a second reviewer in words.
var secondNames = map[data.SecondReviewer]string{
	data.SecondNone: "一人审查", data.SecondAll: "全部由两人审查", data.SecondTop: "二级、一级由两人审查", data.SecondShared: "抽一部分由两人审查",
}

// SetOptions changes how the office reviews. Lists of reasons that are nil stay
// as they are. It refuses a choice that is none (second-unknown), a share that is
// none of a hundred (share), and two reviewers where only one user is registered
// (second-nobody).
func SetOptions(ctx context.Context, d *registration.Desk, options data.ReviewOptions) error {
	words, known := secondNames[options.Second]
	switch {
	case !known:
		return data.Refuse("second-unknown", "", "没有“"+string(options.Second)+"”这种两人审查的办法", "请选一人审查、全部、二级一级或抽一部分")
	case options.Second == data.SecondShared && (options.SecondShare < 1 || options.SecondShare > 100):
		return data.Refuse("share", "", fmt.Sprintf("两人审查的比例不能是 %d%%", options.SecondShare), "请填 1 到 100")
	case options.KeyTwice < 0 || options.KeyTwice > 100:
		return data.Refuse("share", "", fmt.Sprintf("二次录入的比例不能是 %d%%", options.KeyTwice), "请填 0 到 100，0 为不要求")
	}
	if options.Second != data.SecondShared {
		options.SecondShare = 0
	}
	why := fmt.Sprintf("审查办法：%s", words)
	if options.Second == data.SecondShared {
		why += fmt.Sprintf("（%d%%）", options.SecondShare)
	}
	why += fmt.Sprintf("，二次录入 %d%%", options.KeyTwice)
	var profile data.Office
	_, err := d.Office.Store.Update(ctx, data.OpUser, why, func(tx *store.Tx) (err error) {
		if err := enoughUsers(tx, options.Second); err != nil {
			return err
		}
		if profile, err = tx.Office(); err != nil {
			return err
		}
		for _, list := range []struct{ given, kept *[]string }{{&options.Reasons, &profile.Review.Reasons}, {&options.Excuses, &profile.Review.Excuses}} {
			if *list.given == nil {
				*list.given = *list.kept
			}
			if *list.given, err = tidied(*list.given); err != nil {
				return err
			}
		}
		profile.Review = options
		return tx.PutOffice(profile)
	})
	if err == nil {
		d.Office.Profile.Review = profile.Review
	}
	return err
}

// enoughUsers refuses two reviewers where nobody could be the second.
func enoughUsers(tx *store.Tx, second data.SecondReviewer) error {
	users, err := tx.Users()
	if err != nil || second == data.SecondNone || len(users) > 1 {
		return err
	}
	return data.Refuse("second-nobody", "", "只登记了一位用户，没有人可以做第二位审核人", "请先在设置的“审查”里添加用户")
}

// tidied returns a list of reasons without blanks and repetitions.
func tidied(texts []string) ([]string, error) {
	var all []string
	for _, text := range texts {
		text, err := written(text)
		if err != nil {
			return nil, err
		}
		if text != "" && !slices.Contains(all, text) {
			all = append(all, text)
		}
	}
	return all, nil
}

// Seconds lists the choices of a second reviewer in the order of screens.
func Seconds() []data.SecondReviewer {
	return []data.SecondReviewer{data.SecondNone, data.SecondTop, data.SecondShared, data.SecondAll}
}

// SecondName says a choice of a second reviewer in words.
func SecondName(s data.SecondReviewer) string { return secondNames[s] }
