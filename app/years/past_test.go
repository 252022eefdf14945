package years_test

import (
	"testing"

	"gongkao/app/years"
	"gongkao/data"
)

func TestAYearThatIsOverCanBeReadAndNotWritten(t *testing.T) {
	d := january(t, 60)
	before := everybody(d)
	hash := d.Office.Policy.Hash
	if _, err := years.Open(ctx, d, 2027, nil); err != nil {
		t.Fatal(err)
	}
	if err := d.Office.LookAt(ctx, 2024); !data.HasCode(err, "year-unknown") {
		t.Error(err)
	}
	if err := d.Office.LookAt(ctx, 2026); err != nil {
		t.Fatal(err)
	}
	if err := d.Reload(ctx); err != nil {
		t.Fatal(err)
	}
	if d.Register.Len() != len(before) || d.Office.Policy.Hash != hash || !d.Office.Looking() {
		t.Errorf("%d of %d people, policy %s", d.Register.Len(), len(before), d.Office.Policy.Hash)
	}
	if err := d.Remark(ctx, before[0].Application.ID, "补记"); !data.HasCode(err, "year-closed") {
		t.Errorf("a remark: %v", err)
	}
	if _, err := years.Open(ctx, d, 2028, nil); !data.HasCode(err, "year-closed") {
		t.Errorf("opening from there: %v", err)
	}
	if err := d.Office.LookAt(ctx, 2027); err != nil {
		t.Fatal(err)
	}
	if err := d.Reload(ctx); err != nil {
		t.Fatal(err)
	}
	if err := d.Remark(ctx, everybody(d)[0].Application.ID, "记一笔"); err != nil {
		t.Errorf("back in the year in work: %v", err)
	}
}
