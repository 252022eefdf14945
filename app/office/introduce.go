package office

import (
	"context"
	"strings"

	"gongkao/data"
	"gongkao/data/store"
)

// Introduce fills in the office's name and county and the signed-in clerk's
// name, as they are printed on paper; "" leaves one as it is. A practice county
// keeps its own.
func (o *Office) Introduce(ctx context.Context, name, county, clerk string) error {
	name, county, clerk = strings.TrimSpace(name), strings.TrimSpace(county), data.NormaliseName(clerk)
	if name+county+clerk == "" {
		return nil
	}
	if o.Profile.Practice {
		return data.Refuse("practice", "", "这是演练县，名称不能改", "请用 --data 另选一个空文件夹建立本县的数据")
	}
	if err := data.CheckName(clerk); err != nil {
		return err
	}
	profile := o.Profile
	for _, change := range []struct {
		at   *string
		text string
	}{{&profile.Name, name}, {&profile.County, county}} {
		if change.text != "" {
			*change.at = data.FirstRunes(change.text, data.MaxUnit)
		}
	}
	_, err := o.Store.Update(ctx, data.OpUser, "填写机构和经办人", func(tx *store.Tx) error {
		if err := tx.PutOffice(profile); err != nil {
			return err
		}
		return renameClerk(tx, o.Clerk, clerk)
	})
	if err != nil {
		return err
	}
	o.Profile = profile
	if clerk != "" {
		o.Clerk = clerk
	}
	return nil
}

// renameClerk refuses a name that another clerk has (user-exists), and any while
// a conclusion of the clerk's waits for another one (proposal-waits): under a new
// name he could share his own.
func renameClerk(tx *store.Tx, from, to string) error {
	if to == "" || to == from {
		return nil
	}
	users, err := tx.Users()
	if err != nil {
		return err
	}
	reviews, err := tx.Reviews()
	if err != nil {
		return err
	}
	for _, r := range reviews {
		if r.First != nil && r.First.By == from || r.Differs != nil && r.Differs.By == from {
			return data.Refuse("proposal-waits", "", "您有审查结论正等另一位审核人，现在不能改名", "请等复核完，或先收回结论")
		}
	}
	for _, u := range users {
		if u.Name == to {
			return data.Refuse("user-exists", "", "已经有用户叫“"+to+"”", "同名的请加以区别，例如写上科室")
		}
	}
	for _, u := range users {
		if u.Name == from {
			u.Name = to
			return tx.PutUser(u)
		}
	}
	return nil
}
