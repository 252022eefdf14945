// Package settings is the screen of what the office is and goes by: its names,
// the policy of the year with source and standing, the backups. Model holds the
// state; BackUp and Verify return work for the background. Editing is one row of
// the policy being changed and signed off.
package settings

import (
	"context"
	"fmt"
	"path/filepath"

	"gongkao/app/keeping"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/wording"
)

// Model is the settings on the screen.
type Model struct {
	office   *office.Office
	desk     *registration.Desk
	problems map[string]error
	texts    map[string]string
	report   Report
	editing  *Editing
}

// New shows an office's settings.
func New(d *registration.Desk) *Model {
	return &Model{office: d.Office, desk: d, problems: map[string]error{}, texts: map[string]string{}, editing: NewEditing(d)}
}

// Editing returns the row of the policy that is being changed.
func (m *Model) Editing() *Editing { return m.editing }

// HasRecovery reports whether the data opens with a recovery code: a practice
// county's passphrase is public.
func (m *Model) HasRecovery() bool { return !m.office.Profile.Practice }

// Field is a field of the office's names.
type Field struct {
	Key, Label, Text, Hint string
	ReadOnly               bool
	Sentence               string // why it could not be taken
}

// Keys of the office's names.
const (
	NameField   = "office"
	CountyField = "county"
	ClerkField  = "clerk"
)

// Fields returns the office's names; those of a practice county stay.
func (m *Model) Fields() []Field {
	p := m.office.Profile
	fields := []Field{
		{Key: NameField, Label: "机构全称", Text: p.Name, Hint: "与公章一致，印在每张表上"},
		{Key: CountyField, Label: "县（区）", Text: p.County, Hint: "如 罗山县，印在花名册标题里"},
		{Key: ClerkField, Label: "经办人", Text: m.office.Clerk, Hint: "印在页脚，也记在每一笔改动上"},
	}
	for i := range fields {
		f := &fields[i]
		f.ReadOnly = p.Practice
		if text, typed := m.texts[f.Key]; typed {
			f.Text = text
		}
		if refusal, ok := data.AsRefusal(m.problems[f.Key]); ok {
			f.Sentence = refusal.Message + "：" + refusal.Hint
		}
	}
	return fields
}

// Leave writes one of the names.
func (m *Model) Leave(ctx context.Context, key, text string) (wording.Done, error) {
	var label string
	for _, f := range m.Fields() {
		if f.Key == key {
			if label = f.Label; f.Text == text {
				return wording.Done{}, nil
			}
		}
	}
	var name, county, clerk string
	switch key {
	case NameField:
		name = text
	case CountyField:
		county = text
	case ClerkField:
		clerk = text
	}
	err := m.office.Introduce(ctx, name, county, clerk)
	if err == nil && data.Squeeze(text) == "" {
		err = data.Refuse("required-missing", key, label+"不能空着", "请按公章或身份证填写")
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
	return wording.Done{What: label + "已改为 " + text, Next: "以后打印的表用新的名称"}, nil
}

// Place tells where the data lies.
func (m *Model) Place() (folder, backups string) {
	return m.office.Folder, m.office.BackupFolder()
}

// Backup is a line of the list of backups.
type Backup struct{ When, Why, Size, Path string }

// Backups returns the automatic backups, latest first.
func (m *Model) Backups() (all []Backup, err error) {
	now := m.office.Now()
	kept, err := keeping.List(m.office.BackupFolder(), now.Location())
	for _, k := range kept {
		all = append(all, Backup{wording.WhenExactly(k.At, now), k.Why, fmt.Sprintf("%s KB", wording.Count(int(k.Size>>10))), k.Path})
	}
	return all, err
}

// LastBackup is what the message bar says at its right: 备份 今天 08:31.
func LastBackup(o *office.Office) string {
	now := o.Now()
	last, ok := keeping.Latest(o.BackupFolder(), now.Location())
	if !ok {
		return "还没有备份"
	}
	return "备份 " + wording.WhenExactly(last.At, now)
}

// BackUp returns the work of making a backup: into the folder of backups, or
// to a file when a path is given. It is opened and checked before it counts.
func (m *Model) BackUp(path string) func(context.Context) (wording.Done, error) {
	return func(ctx context.Context) (wording.Done, error) {
		if path == "" {
			out, err := keeping.AutoBackup(ctx, m.office.Store, m.office.BackupFolder(), "手动")
			if err != nil {
				return wording.Done{}, err
			}
			return wording.Done{What: "已备份并逐条核对：" + filepath.Base(out), Next: "请再存一份到 U 盘"}, nil
		}
		report, err := keeping.Backup(ctx, m.office.Store, path)
		if err != nil {
			return wording.Done{}, err
		}
		return wording.Done{What: fmt.Sprintf("已备份 %s 人到 %s，并逐条核对", wording.Count(report.People), path), Next: "U 盘请锁好；没有口令打不开"}, nil
	}
}

// BackupName proposes a name for a backup outside the folder of backups.
func (m *Model) BackupName() string {
	return m.office.Profile.Marked("工考备份 " + wording.Or(m.office.Profile.County, m.office.Profile.Name) + " " + m.office.Today().String() + ".db")
}

// Report is what checking all data found.
type Report struct {
	OK       bool
	Words    string
	Problems []string
	Next     string
}

// Mark is the sign of what was found.
func (r Report) Mark() wording.Mark {
	switch {
	case r.Words == "":
		return wording.Plain
	case r.OK:
		return wording.Pass
	}
	return wording.Block
}

// Said is the report, or why there is none yet.
func (r Report) Said() string {
	return wording.Or(r.Words, "这次打开程序后还没有核验过。核验会把每一条记录同操作记录逐一对照，数据多时要等一会儿。")
}

// Verify returns the work of checking everything; hand its report to Show.
func (m *Model) Verify() func(context.Context) (Report, error) {
	return func(ctx context.Context) (Report, error) {
		found, err := keeping.Verify(ctx, m.office.Store)
		if err != nil {
			return Report{}, err
		}
		r := Report{OK: found.OK, Problems: found.Problems}
		r.Words = fmt.Sprintf("全部数据完好：%s 人，%s 条记录", wording.Count(found.People), wording.Count(found.AuditEntries))
		if !found.OK {
			r.Words = fmt.Sprintf("发现 %d 处问题", len(found.Problems))
			r.Next = "请停止录入，用最近一份核对无误的备份恢复"
		}
		return r, nil
	}
}

// Show puts a report on the screen; Report returns it.
func (m *Model) Show(r Report) { m.report = r }

// Report returns the last report shown; its words are empty before the first.
func (m *Model) Report() Report { return m.report }
