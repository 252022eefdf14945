// Package governing changes the policy an office goes by. A row of the year's
// file is edited in words (Numbers, Number.Read), kept as a draft beside the
// database as long as its original has not been seen (SaveDraft, Draft), looked
// at in its effect before it is in force (Compare), and put in force with a
// signature and the document that it was held against (PutInForce). History
// tells what was changed; PolicyAt reads a policy that a decision was made under.
//
// Rows that come from the year's own notice are what the notice says and are
// never edited.
package governing

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"gongkao/app/office"
	"gongkao/app/policy"
	"gongkao/app/registration"
	"gongkao/assets"
	"gongkao/data"
	"gongkao/data/disk"
	"gongkao/data/store"
)

// Edit is one row with the numbers it is to have: by key of the file, nil for a
// number that goes.
type Edit struct {
	Row    string
	Values map[string]any
	Basis  string // the document that the row was held against
}

// Next is the policy as it would be once the edit is signed off and in force.
func Next(d *registration.Desk, e Edit) (*policy.Policy, error) {
	o := d.Office
	return o.Policy.SignOff(e.Row, e.Values, policy.Signature{By: o.Clerk, On: o.Today(), Basis: strings.TrimSpace(e.Basis)})
}

// PutInForce signs the edit off as the clerk, writes the office's own policy
// file and what changed, and makes the running office go by it. It refuses an
// edit without a basis (basis-missing) and one that changes nothing
// (no-change). Other rows of a draft stay in it.
func PutInForce(ctx context.Context, d *registration.Desk, e Edit) (data.PolicyChange, error) {
	e.Basis = strings.TrimSpace(e.Basis)
	switch {
	case e.Basis == "":
		return data.PolicyChange{}, data.Refuse("basis-missing", "basis", "没有填核对依据", "请写明对照的是哪份文件、第几条，如 豫人社办〔2024〕19号 第9条（纸质件）")
	case utf8.RuneCountInString(e.Basis) > data.MaxNote:
		return data.PolicyChange{}, data.Refuse("basis-long", "basis", "核对依据超过 500 个字", "请写得短一些")
	}
	o := d.Office
	if o.Policy.Provisional() {
		return data.PolicyChange{}, data.Refuse("year-provisional", "", fmt.Sprintf("%d 年度的通知还没有录入，条件不能核对", o.Policy.Year), fmt.Sprintf("请先照通知填好 policy/%d.toml，再重新打开", o.Policy.Year))
	}
	was, ok := o.Policy.Row(e.Row)
	if !ok {
		return data.PolicyChange{}, noRow(e.Row)
	}
	if was.Confirmed() && was.Basis == e.Basis && len(e.Values) == 0 {
		return data.PolicyChange{}, data.Refuse("no-change", "", "这一条已经核对过，没有改动", "要改数字，请先在左边改")
	}
	next, err := o.Policy.SignOff(e.Row, e.Values, policy.Signature{By: o.Clerk, On: o.Today(), Basis: e.Basis})
	if err != nil {
		return data.PolicyChange{}, err
	}
	draft, drafted, err := Draft(d)
	if err != nil {
		return data.PolicyChange{}, err
	}
	is, _ := next.Row(e.Row)
	change := data.PolicyChange{
		Year: next.Year, Row: e.Row, What: What(was, is), Basis: e.Basis, By: o.Clerk, File: next.Hash,
		Before: o.Policy.RowText(e.Row), After: next.RowText(e.Row),
	}
	err = o.PutPolicy(ctx, next, change.What, func(tx *store.Tx) error {
		change.ID, change.At = data.PolicyChangeID(tx.NewID()), tx.Now()
		return tx.PutPolicyChange(change)
	})
	if err != nil || !drafted {
		return change, err
	}
	rest, err := without(d, draft, e.Row)
	if err != nil {
		return change, err
	}
	return change, keepDraft(d, rest)
}

// without returns a draft without what it says of one row: what is in force now,
// with the other rows as drafted.
func without(d *registration.Desk, draft *policy.Policy, row string) (*policy.Policy, error) {
	fresh := d.Office.Policy
	for _, r := range draft.RuleRows {
		key := r.Key()
		now, ok := fresh.Row(key)
		if !ok || key == row {
			continue
		}
		if values := Differing(now, r); len(values) > 0 {
			next, err := fresh.Change(key, values)
			if err != nil {
				return nil, err
			}
			fresh = next
		}
	}
	return fresh, nil
}

// Draft returns the policy as it is being worked on; ok is false when nobody
// is, and then it is the one in force.
func Draft(d *registration.Desk) (p *policy.Policy, ok bool, err error) {
	o := d.Office
	src, err := os.ReadFile(o.PolicyPath(o.Profile.Year, office.PolicyDraft))
	if errors.Is(err, fs.ErrNotExist) {
		return o.Policy, false, nil
	}
	if err != nil {
		return nil, false, data.RefuseBecause(err, "policy-draft", "读不到政策草稿", "请检查数据文件夹里 policy 文件夹的权限")
	}
	if p, err = policy.Parse(o.Profile.Year, src); err != nil {
		return nil, false, data.RefuseBecause(err, "policy-draft", "政策草稿读不懂："+strings.TrimSuffix(err.Error(), "。"), "请改正它，或从 policy 文件夹里删掉这份草稿")
	}
	return p, p.Hash != o.Policy.Hash, nil
}

// SaveDraft keeps the edit beside the database without putting it in force; the
// row stays as it was signed, or unsigned.
func SaveDraft(d *registration.Desk, e Edit) error {
	draft, _, err := Draft(d)
	if err != nil {
		return err
	}
	now, ok := d.Office.Policy.Row(e.Row)
	if !ok {
		return noRow(e.Row)
	}
	rest, err := without(d, draft, e.Row)
	if err != nil {
		return err
	}
	values := map[string]any{}
	maps.Copy(values, e.Values)
	if basis := strings.TrimSpace(e.Basis); basis != now.Basis {
		values["basis"] = basis
	}
	if len(values) > 0 {
		if rest, err = rest.Change(e.Row, values); err != nil {
			return err
		}
	}
	return keepDraft(d, rest)
}

func noRow(key string) error {
	return data.Refuse("no-row", "", "政策文件里没有 "+key+" 这一条", "请重新打开设置再试")
}

// DropDraft gives up what was drafted of one row.
func DropDraft(d *registration.Desk, row string) error {
	draft, ok, err := Draft(d)
	if err != nil || !ok {
		return err
	}
	rest, err := without(d, draft, row)
	if err != nil {
		return err
	}
	return keepDraft(d, rest)
}

// keepDraft writes the draft, or takes it away when it is what is in force.
func keepDraft(d *registration.Desk, p *policy.Policy) error {
	path := d.Office.PolicyPath(p.Year, office.PolicyDraft)
	if p.Hash == d.Office.Policy.Hash {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(path), disk.FolderMode); err != nil {
		return disk.Explain(err)
	}
	return disk.Save(path, []byte(p.Text))
}

// CopyYear lays a draft for a later year beside the database and returns where.
// It says of nothing what only that year's notice can say; see
// policy.Policy.CopyYear. A draft that is there already is not touched.
func CopyYear(d *registration.Desk, year int) (path string, err error) {
	o := d.Office
	for _, kind := range []string{"", office.PolicyDraft} {
		path = o.PolicyPath(year, kind)
		if _, err := os.Stat(path); err == nil {
			return path, data.Refuse("year-there", "", fmt.Sprintf("%d 年度已经有一份：%s", year, path), "请接着填那一份")
		}
	}
	text, err := o.Policy.CopyYear(year)
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(filepath.Dir(path), disk.FolderMode); err != nil {
		return "", disk.Explain(err)
	}
	return path, disk.Save(path, []byte(text))
}

// History returns the changes of a year's policy, oldest first.
func History(ctx context.Context, d *registration.Desk, year int) (all []data.PolicyChange, err error) {
	err = d.Office.Store.View(ctx, func(r *store.Reader) error {
		all, err = r.PolicyChanges(year)
		return err
	})
	return all, err
}

// PolicyAt returns the policy whose file had a hash: the one in force, one kept
// with a decision or a change, or the one shipped.
func PolicyAt(ctx context.Context, d *registration.Desk, hash string) (*policy.Policy, error) {
	if hash == d.Office.Policy.Hash {
		return d.Office.Policy, nil
	}
	var file data.PolicyFile
	var kept bool
	err := d.Office.Store.View(ctx, func(r *store.Reader) (err error) {
		file, kept, err = r.PolicyFile(hash)
		return err
	})
	if err != nil {
		return nil, err
	}
	if kept {
		return policy.Parse(file.Year, []byte(file.Text))
	}
	if p, err := policy.Load(assets.Files, "", d.Office.Profile.Year); err == nil && p.Hash == hash {
		return p, nil
	}
	return nil, data.Refuse("policy-lost", "", "当时的政策文件没有留下来", "当时的结论和理由仍在这个人的经过里")
}
