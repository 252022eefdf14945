package office

import (
	"context"

	"gongkao/data"
	"gongkao/data/seal"
	"gongkao/data/store"
)

// shortestPassphrase is how many characters a new clerk's passphrase has at
// least: the file can be copied, and then only the passphrase protects it.
const shortestPassphrase = 6

// Users returns the names of the clerks who may open the file, in the order they
// were added.
func (o *Office) Users(ctx context.Context) (names []string, err error) {
	err = o.Store.View(ctx, func(r *store.Reader) error {
		users, err := r.Users()
		for _, u := range users {
			names = append(names, u.Name)
		}
		return err
	})
	return names, err
}

// AddUser lets another clerk open the file by a passphrase of his own, which is
// how the program knows who signs in. It refuses a name that is none (name-bad)
// or taken (user-exists), and a passphrase that is too short (passphrase-short)
// or somebody else's (passphrase-taken): then nobody could tell the two apart.
func (o *Office) AddUser(ctx context.Context, name, passphrase string) error {
	name = data.NormaliseName(name)
	if name == "" {
		return data.Refuse("name-bad", "", "没有给出姓名", "请写明新用户的姓名")
	}
	if err := data.CheckName(name); err != nil {
		return err
	}
	if len([]rune(passphrase)) < shortestPassphrase {
		return data.Refuse("passphrase-short", "", "口令太短，不到 6 个字", "请由他本人设一个至少 6 个字、别人猜不到的口令")
	}
	cost := seal.DefaultCost
	if o.Profile.Practice {
		cost = seal.PracticeCost
	}
	wrap, err := o.keys.WrapPassphrase(passphrase, cost)
	if err != nil {
		return err
	}
	_, err = o.Store.Update(ctx, data.OpUser, "添加用户 "+name, func(tx *store.Tx) error {
		users, err := tx.Users()
		if err != nil {
			return err
		}
		if err := o.newcomer(users, name, passphrase); err != nil {
			return err
		}
		return tx.PutUser(data.User{ID: data.UserID(tx.NewID()), Name: name, Wrap: wrap})
	})
	return err
}

// newcomer refuses a name or passphrase that a clerk already has.
func (o *Office) newcomer(users []data.User, name, passphrase string) error {
	for _, u := range users {
		if u.Name == name {
			return data.Refuse("user-exists", "", "已经有用户叫“"+name+"”", "同名的请加以区别，例如写上科室")
		}
		switch _, err := seal.UnwrapPassphrase(u.Wrap, passphrase, o.random); {
		case err == nil:
			return data.Refuse("passphrase-taken", "", "这个口令不能用", "请换一个；每人的口令要不一样，程序靠口令认人")
		case !data.HasCode(err, "wrong-passphrase"):
			return err
		}
	}
	return nil
}
