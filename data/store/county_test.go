package store

import (
	"bytes"
	"context"
	"crypto/rand"
	"fmt"
	"io"
	mathrand "math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"gongkao/data"
	"gongkao/data/seal"
)

var beijing = time.FixedZone("", 8*3600)

// fixedOptions give the same times and ids in every run: a clock that goes on
// a second at each look, and ids counted up.
func fixedOptions() Options {
	now := time.Date(2026, 3, 10, 8, 0, 0, 0, beijing)
	n := 0
	return Options{
		Now:   func() time.Time { now = now.Add(time.Second); return now },
		NewID: func() string { n++; return fmt.Sprintf("01958000-0000-7000-8000-%012d", n) },
	}
}

// seeded is a stream of bytes that only looks random.
func seeded(seed byte) io.Reader { return mathrand.NewChaCha8([32]byte{seed}) }

func newKeys(t testing.TB, random io.Reader) *seal.Keys {
	t.Helper()
	keys, err := seal.NewKeys(random)
	must(t, err)
	return keys
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// emptyStore creates a data file in a folder of its own, unlocked.
func emptyStore(t testing.TB) (*Store, *seal.Keys) {
	t.Helper()
	s, err := Create(context.Background(), filepath.Join(t.TempDir(), "gongkao.db"), Options{})
	must(t, err)
	t.Cleanup(func() { s.Close() })
	keys := newKeys(t, rand.Reader)
	s.Unlock(keys, "李娟")
	return s, keys
}

func update(t testing.TB, s *Store, op data.Op, f func(*Tx) error) data.Changes {
	t.Helper()
	changes, err := s.Update(context.Background(), op, "测试", f)
	must(t, err)
	return changes
}

func view(t testing.TB, s *Store, f func(*Reader) error) {
	t.Helper()
	must(t, s.View(context.Background(), f))
}

// person invents the n-th person; no two are alike.
func person(n int) data.Person {
	surnames, given := []rune("王李张刘陈杨赵黄周吴"), []rune("伟芳娜敏静丽强磊军洋𬱖勇艳杰娟涛明超霞平")
	p := data.Person{
		ID:       data.PersonID(fmt.Sprintf("0195a000-0000-7000-8000-%012d", n)),
		Name:     string([]rune{surnames[n%10], given[n/10%20], given[n/200%20]}),
		IDNumber: data.WithCheckDigit(fmt.Sprintf("411521%04d%02d%02d%03d", 1965+n%40, 1+n/40%12, 1+n/480%28, n/13440*2%1000+n%2)),
		Sex:      []data.Sex{data.Female, data.Male}[n%2], Birth: data.MustDate(1965+n%40, 1+n/40%12, 1+n/480%28),
		Phone: fmt.Sprintf("139%08d", n), Address: fmt.Sprintf("河南省信阳市罗山县城关镇解放路%d号", n),
		Ethnicity: []string{"汉族", "回族"}[n%2], Education: []string{"高中", "大专", "本科"}[n%3], Political: "群众",
		WorkStart: data.Month{Year: 1995 + n%20, Month: 7}, Category: data.M60,
		CurrentLevel: 4, CurrentTrade: "汽车驾驶员", CurrentCertDate: data.Month{Year: 2015, Month: 1 + n%12}, CurrentCertNo: fmt.Sprintf("15%010d", n),
		AppointedLevel: 4, AppointedDate: data.Month{Year: 2016, Month: 1 + n%12},
		Appraisals: map[int]data.Appraisal{2023: data.Qualified, 2024: data.Excellent, 2025: data.Qualified},
	}
	for i := range n % 4 {
		p.Career = append(p.Career, data.CareerStep{From: data.Month{Year: 1990 + 5*i, Month: 9}, To: data.Month{Year: 1995 + 5*i, Month: 8}, Where: "罗山县公路管理局", As: "驾驶员"})
	}
	return p
}

func application(n int, unit data.UnitID) data.Application {
	return data.Application{
		ID: data.ApplicationID(fmt.Sprintf("0195b000-0000-7000-8000-%012d", n)), Person: person(n).ID, Year: 2026, Unit: unit,
		StaffKind: "正式工作人员", Post: "驾驶员", Trade: "汽车驾驶员", Level: 3, Path: data.Promotion, Status: data.Submitted, Note: fmt.Sprintf("第%d号", n),
	}
}

func unit(n int) data.Unit {
	return data.Unit{
		ID: data.UnitID(fmt.Sprintf("0195c000-0000-7000-8000-%012d", n)), Name: fmt.Sprintf("罗山县第%d中学", n), Short: fmt.Sprintf("%d中", n),
		Former: []string{fmt.Sprintf("罗山%d高", n)}, Kind: "事业单位", Contact: "孙丽", Phone: "0376-2171234", Supervising: "0195c000-0000-7000-8000-000000000000",
	}
}

// fillCounty enters so many people in sixty units, in Updates of ten thousand.
func fillCounty(t testing.TB, s *Store, people int) {
	t.Helper()
	update(t, s, data.OpUnit, func(tx *Tx) error {
		for n := range 60 {
			if err := tx.PutUnit(unit(n)); err != nil {
				return err
			}
		}
		return nil
	})
	for from := 0; from < people; from += 10_000 {
		update(t, s, data.OpImport, func(tx *Tx) error { return putPeople(tx, from, min(from+10_000, people)) })
	}
}

func putPeople(tx *Tx, from, to int) error {
	for n := from; n < to; n++ {
		if err := tx.PutPerson(person(n)); err != nil {
			return err
		}
		if err := tx.PutApplication(application(n, unit(n%60).ID)); err != nil {
			return err
		}
	}
	return nil
}

// mustVerify verifies and fails the test on any problem.
func mustVerify(t testing.TB, s *Store) Report {
	t.Helper()
	report, err := s.Verify(context.Background())
	must(t, err)
	if !report.OK {
		t.Fatalf("verify: %q", report.Problems)
	}
	return report
}

func fileContains(t testing.TB, path, what string) bool {
	t.Helper()
	b, err := os.ReadFile(path)
	must(t, err)
	return bytes.Contains(b, []byte(what))
}
