package tray_test

import (
	"fmt"
	"testing"

	"gongkao/app/demo"
	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/app/tray"
	"gongkao/data"
)

// thousands is a county of 1,000 people in 300 units and an import of which 5,000
// rows wait: for their unit, a month, a digit.
func thousands(b *testing.B) (*registration.Desk, data.BatchID) {
	b.Helper()
	folder := demotest.County(b, demo.Size{People: 1000, Units: 300, Seed: 5})
	d := demotest.Open(b, office.Place{Folder: folder})
	all := d.AllUnits()
	rows := make([]data.WaitingRow, 5000)
	for i := range rows {
		with := map[string]string{"unit": all[i%len(all)].Name + "分部", "work_start": "2001.1", "phone": "13800000000", "current_trade": "汽车维修工"}
		rows[i] = person(d, i%1000, with, "unit-similar", "date-ambiguous")
		rows[i].Texts["id_number"] = string(data.WithCheckDigit(fmt.Sprintf("411521%04d0203%03d", 1960+i/1000, i%1000)))
		rows[i].Numbers = []string{"work_start"}
		if i%7 == 0 {
			rows[i].Texts["id_number"] = "411521197502030000"
		}
	}
	return d, laid(b, d, "people", rows...)
}

func BenchmarkOpen5000(b *testing.B) {
	d, id := thousands(b)
	for b.Loop() {
		open(b, d, id)
	}
}

func BenchmarkMendOf5000(b *testing.B) {
	d, id := thousands(b)
	tr := open(b, d, id)
	for n := 0; b.Loop(); n++ {
		must(b, tr.Mend(ctx, n%5000, "name", fmt.Sprintf("蔡文秀%c", 'A'+n%26)))
		if len(tr.Groups()) == 0 {
			b.Fatal("no groups")
		}
	}
}

func BenchmarkMendAlikeOf5000(b *testing.B) {
	d, id := thousands(b)
	tr := open(b, d, id)
	for n := 0; b.Loop(); n++ {
		if _, err := tr.MendAlike(ctx, n%300, "unit", d.AllUnits()[n%5].Name); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSendBackOf5000(b *testing.B) {
	d, id := thousands(b)
	tr := open(b, d, id)
	for n := 0; b.Loop(); n++ {
		must(b, tr.SendBack(ctx, n%5000, "请核对"))
		must(b, tr.Reopen(ctx, n%5000))
	}
}

// BenchmarkMendPaymentOf5000 mends a payment among thousands whose payers nobody
// knows.
func BenchmarkMendPaymentOf5000(b *testing.B) {
	d, _ := thousands(b)
	rows := make([]data.WaitingRow, 5000)
	for i := range rows {
		rows[i] = payment("陌生"+string(rune(0x4E00+i)), string(data.WithCheckDigit(fmt.Sprintf("411521%04d0101%03d", 1950+i/1000, i%1000))), fmt.Sprintf("R%d", i))
	}
	tr := open(b, d, laid(b, d, sheets.Payments, rows...))
	for n := 0; b.Loop(); n++ {
		must(b, tr.Mend(ctx, n%5000, "name", fmt.Sprintf("陌生客%c", 'A'+n%26)))
	}
}

func BenchmarkWaiting5000(b *testing.B) {
	d, _ := thousands(b)
	for b.Loop() {
		if waits, err := tray.Waiting(ctx, d); err != nil || waits[0].Open != 5000 {
			b.Fatal(waits, err)
		}
	}
}
