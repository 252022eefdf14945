package years

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"gongkao/app/office"
	"gongkao/app/policy"
	"gongkao/assets"
	"gongkao/data/disk"
)

// PolicyPlan says by which policy the new year will go.
type PolicyPlan struct {
	Policy *policy.Policy
	From   PolicySource
	path   string // where it is to lie; "": it lies there
	draft  string // the draft that becomes it; "": there is none
}

// PolicySource is where the policy of a new year comes from.
type PolicySource string

// The sources.
const (
	PolicyThere   PolicySource = "there"   // the program or the office has one
	PolicyDrafted PolicySource = "drafted" // the office has prepared one
	PolicyCopied  PolicySource = "copied"  // it is copied now, without what only the notice can say
)

// policyFor finds the policy of the year, or makes it of the one in force. One
// that is there and cannot be read is refused with its line (policy-bad).
func policyFor(o *office.Office, year int) (plan PolicyPlan, err error) {
	path := o.PolicyPath(year, "")
	if there(path) || shipped(year) {
		plan.From = PolicyThere
		plan.Policy, err = policy.Load(assets.Files, o.Folder, year)
		return plan, err
	}
	plan = PolicyPlan{From: PolicyCopied, path: path}
	draft := o.PolicyPath(year, office.PolicyDraft)
	var text []byte
	switch text, err = os.ReadFile(draft); {
	case err == nil:
		plan.From, plan.draft = PolicyDrafted, draft
	case errors.Is(err, fs.ErrNotExist):
		copied, err := o.Policy.CopyYear(year)
		if err != nil {
			return plan, err
		}
		text = []byte(copied)
	default:
		return plan, disk.Explain(err)
	}
	plan.Policy, err = policy.Parse(year, text)
	return plan, err
}

func there(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func shipped(year int) bool {
	_, err := fs.Stat(assets.Files, fmt.Sprintf("policy/%d.toml", year))
	return err == nil
}

// lay puts the file beside the database. It lies there before the year is opened:
// a year without its policy could not be read, a policy without its year is only
// a file.
func (p PolicyPlan) lay() error {
	if p.path == "" {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(p.path), disk.FolderMode); err != nil {
		return disk.Explain(err)
	}
	return disk.Save(p.path, []byte(p.Policy.Text))
}

// settle takes the draft away that has become the policy.
func (p PolicyPlan) settle() error {
	if p.draft == "" {
		return nil
	}
	return os.Remove(p.draft)
}

// drop takes the file away again: the year was not opened.
func (p PolicyPlan) drop() error {
	if p.path == "" {
		return nil
	}
	return os.Remove(p.path)
}
