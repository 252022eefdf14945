package store

import (
	"context"
	"crypto/rand"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"gongkao/data"
	"gongkao/data/seal"
)

// A hundred thousand people: ten years of a large county.
const crowd = 100_000

// BenchmarkOpenAndApplicants is what a clerk waits for in the morning:
// passphrase, file, everybody's identity unsealed and joined with his unit.
func BenchmarkOpenAndApplicants(b *testing.B) {
	path, keys := crowdFile(b)
	wrap, err := keys.WrapPassphrase("罗山县2026", seal.DefaultCost)
	must(b, err)
	for b.Loop() {
		keys, err := seal.UnwrapPassphrase(wrap, "罗山县2026", rand.Reader)
		must(b, err)
		s, err := Open(context.Background(), path, Options{})
		must(b, err)
		s.Unlock(keys, "李娟")
		var list []*data.Applicant
		view(b, s, func(r *Reader) (err error) {
			list, err = r.Applicants(2026)
			return err
		})
		if len(list) != crowd || list[crowd-1].Person.Name == "" || list[7].Unit == "" {
			b.Fatal("not everybody is there")
		}
		must(b, s.Close())
	}
	b.ReportMetric(residentMB(b), "MB-resident")
}

func BenchmarkInsert10000(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		s, _ := emptyStore(b)
		fillCounty(b, s, 0)
		b.StartTimer()
		update(b, s, data.OpImport, func(tx *Tx) error { return putPeople(tx, 0, 10_000) })
		b.StopTimer()
		must(b, s.Close())
		b.StartTimer()
	}
}

func BenchmarkVerify(b *testing.B) {
	path, keys := crowdFile(b)
	s, err := Open(context.Background(), path, Options{})
	must(b, err)
	defer s.Close()
	s.Unlock(keys, "李娟")
	for b.Loop() {
		if report := mustVerify(b, s); report.People != crowd {
			b.Fatal("not everybody was looked at")
		}
	}
}

func crowdFile(b *testing.B) (path string, keys *seal.Keys) {
	b.Helper()
	path = filepath.Join(b.TempDir(), "gongkao.db")
	s, err := Create(context.Background(), path, Options{})
	must(b, err)
	keys = newKeys(b, rand.Reader)
	s.Unlock(keys, "李娟")
	fillCounty(b, s, crowd)
	must(b, s.Close())
	return path, keys
}

// residentMB is the most memory the process has held, where the system says.
func residentMB(b *testing.B) float64 {
	b.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return float64(m.Sys) / (1 << 20)
	}
	for line := range strings.Lines(string(status)) {
		if strings.HasPrefix(line, "VmRSS:") {
			var kB float64
			for _, digit := range strings.Fields(line)[1] {
				kB = kB*10 + float64(digit-'0')
			}
			return kB / 1024
		}
	}
	return 0
}
