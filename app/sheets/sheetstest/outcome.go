// Package sheetstest reads what must become of the sample sheets in
// app/sheets/testdata: the same expectations hold for package sheets, the command
// line and the window.
package sheetstest

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Outcome is what is read of a file, in the words of `import --json`.
type Outcome struct {
	Error    string  `json:"error"` // code of the refusal; "": the file is read
	Accepted int     `json:"accepted"`
	Waiting  int     `json:"waiting"`
	Sheets   []Sheet `json:"sheets"`
}

// Sheet is one table of it.
type Sheet struct {
	Sheet     string    `json:"sheet"`
	HeaderRow int       `json:"header_row"`
	Accepted  int       `json:"accepted"`
	Waiting   int       `json:"waiting"`
	Problems  []Problem `json:"problems"`
	Records   []Record  `json:"records"`
}

// Problem is what is wrong in a row; warnings are among them.
type Problem struct {
	Row   int    `json:"row"`
	Field string `json:"field"`
	Code  string `json:"code"`
}

// Record is a row that enters. `list --json` has the same keys, without a row.
type Record struct {
	Row       int    `json:"row"`
	IDNumber  string `json:"id_number"`
	Name      string `json:"name"`
	Birth     string `json:"birth"`
	Sex       string `json:"sex"`
	Unit      string `json:"unit"`
	Trade     string `json:"trade"`
	Level     int    `json:"level"`
	WorkStart string `json:"work_start"`
}

// Each runs a test for every file of a folder of samples that has an expectation,
// of which there must be so many.
func Each(t *testing.T, folder string, files int, test func(t *testing.T, path string, want Outcome)) {
	t.Helper()
	expected, err := filepath.Glob(filepath.Join(folder, "expected", "*.json"))
	if err != nil || len(expected) != files {
		t.Fatalf("%d expectations in %s, %v; want %d", len(expected), folder, err, files)
	}
	for _, path := range expected {
		file := strings.TrimSuffix(filepath.Base(path), ".json")
		t.Run(file, func(t *testing.T) {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			var want Outcome
			if err := json.Unmarshal(text, &want); err != nil {
				t.Fatalf("%s: %v", path, err)
			}
			test(t, filepath.Join(folder, file), want)
		})
	}
}
