package keeping_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"gongkao/app/keeping"
)

func TestBackupsAreListedLatestFirstAndNothingElseIs(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"gongkao-20260320-143000-导入前.db", "gongkao-20260321-080000-手动.db", "gongkao-20260321-080000-手动-2.db", "gongkao-20261399-080000-手动.db", "其他.db"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("1234"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := keeping.List(folder, time.UTC)
	if err != nil || len(kept) != 3 {
		t.Fatalf("%+v, %v", kept, err)
	}
	if k := kept[0]; k.Why != "手动-2" || !k.At.Equal(time.Date(2026, 3, 21, 8, 0, 0, 0, time.UTC)) || k.Size != 4 || kept[2].Why != "导入前" {
		t.Errorf("%+v", kept)
	}
	if kept, err := keeping.List(filepath.Join(folder, "没有"), time.UTC); err != nil || kept != nil {
		t.Errorf("a folder that is not there: %v, %v", kept, err)
	}
}
