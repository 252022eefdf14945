package settings_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"gongkao/app/demo"
	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/data"
	"gongkao/views/settings"
	"gongkao/views/wording"
)

var ctx = context.Background()

func county(t *testing.T) (*settings.Model, *office.Office) {
	t.Helper()
	place := office.Place{Folder: t.TempDir(), Passphrase: "试验用的口令"}
	o, _, err := office.Create(ctx, place, data.Office{Name: "工考管理机构", Year: 2026}, "经办人")
	if err != nil {
		t.Fatal(err)
	}
	return settings.New(demotest.Sit(t, o)), o
}

func TestTheNamesAreWrittenAsTheyAreLeft(t *testing.T) {
	m, o := county(t)
	for key, text := range map[string]string{settings.NameField: "罗山县工考管理机构", settings.CountyField: "罗山县", settings.ClerkField: "王秀兰"} {
		if _, err := m.Leave(ctx, key, text); err != nil {
			t.Fatal(err)
		}
	}
	if o.Profile.Name != "罗山县工考管理机构" || o.Profile.County != "罗山县" || o.Clerk != "王秀兰" {
		t.Errorf("%+v %s", o.Profile, o.Clerk)
	}
	if _, err := m.Leave(ctx, settings.ClerkField, "王□"); err != nil {
		t.Fatal(err)
	}
	if f := m.Fields()[2]; f.Sentence == "" || f.Text != "王□" || o.Clerk != "王秀兰" {
		t.Errorf("a name that cannot be printed: %+v", f)
	}
	if _, err := m.Leave(ctx, settings.NameField, " "); err != nil || m.Fields()[0].Sentence == "" {
		t.Errorf("an empty name: %+v, %v", m.Fields()[0], err)
	}
}

func TestABackupIsListedAndEverythingIsSound(t *testing.T) {
	m, o := county(t)
	if settings.LastBackup(o) != "还没有备份" {
		t.Errorf("at first: %s", settings.LastBackup(o))
	}
	if _, err := m.BackUp("")(ctx); err != nil {
		t.Fatal(err)
	}
	all, err := m.Backups()
	if err != nil || len(all) != 1 || all[0].Why != "手动" || !strings.HasPrefix(settings.LastBackup(o), "备份 今天") {
		t.Errorf("%+v, %v, %s", all, err, settings.LastBackup(o))
	}
	stick := filepath.Join(t.TempDir(), "U盘.db")
	if done, err := m.BackUp(stick)(ctx); err != nil || !strings.Contains(done.What, stick) {
		t.Errorf("%+v, %v", done, err)
	}
	report, err := m.Verify()(ctx)
	m.Show(report)
	if err != nil || !m.Report().OK || !strings.HasPrefix(report.Words, "全部数据完好") {
		t.Errorf("%+v, %v", report, err)
	}
}

func TestThePolicyIsShownWithSourceAndStanding(t *testing.T) {
	m, o := county(t)
	p := m.Policy()
	if len(p.Rules) != len(o.Policy.RuleRows) || len(p.Days) != len(o.Policy.Deadlines) || len(p.Fees) != 6 || p.Open == 0 {
		t.Fatalf("%d rules, %d days, %d fees, %d open", len(p.Rules), len(p.Days), len(p.Fees), p.Open)
	}
	for _, r := range p.Rules {
		if r.Source == "" || r.Name == "" || strings.Contains(r.Name, "-") || (r.Mark == wording.Pass) != (r.Standing == "已核对") {
			t.Errorf("%+v", r)
		}
	}
}

func TestAPracticeCountyKeepsItsNames(t *testing.T) {
	folder := t.TempDir()
	if _, err := demo.Fill(ctx, folder, demo.Size{People: 5, Units: 3, Seed: 1}); err != nil {
		t.Fatal(err)
	}
	for _, f := range settings.New(demotest.Open(t, office.Place{Folder: folder})).Fields() {
		if !f.ReadOnly {
			t.Errorf("%s can be changed", f.Label)
		}
	}
}
