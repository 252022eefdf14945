package terminal

import (
	"strings"
	"testing"

	"gongkao/data"
)

func TestAFeeIsPaidCorrectedAndListedByTheCommandLine(t *testing.T) {
	d := practice(t)
	who := d.waiting()
	d.refuses("pay", "--id", who, "--amount", "365")
	d.must("review", "--id", who, "--decision", "approve")
	type money struct {
		IDNumber string `json:"id_number"`
		Due      int    `json:"fee_due_fen"`
		Paid     int    `json:"fee_paid_fen"`
	}
	standing := func() money {
		var people []money
		d.read(&people, "list")
		for _, p := range people {
			if p.IDNumber == who {
				return p
			}
		}
		t.Fatal("the list lost somebody")
		return money{}
	}
	due := standing().Due
	yuan := data.Fen(due).String()
	if due == 0 || standing().Paid != 0 {
		t.Fatalf("approved, he stands as %+v", standing())
	}
	if said := d.refuses("pay", "--id", who, "--amount", "1"); !strings.Contains(said, "写明情况") {
		t.Errorf("too little: %s", said)
	}
	d.must("pay", "--id", who, "--slip")
	var got charged
	d.read(&got, "pay", "--id", who, "--amount", yuan, "--reference", "F-1")
	if int(got.FeePaidFen) != due || !got.Slip || got.Payment == "" || got.Differs {
		t.Errorf("paid: %+v", got)
	}
	d.refuses("pay", "--id", who, "--amount", yuan)
	d.refuses("pay", "--correct", string(got.Payment))
	d.must("pay", "--correct", string(got.Payment), "--reason", "记错了人")
	if standing().Paid != 0 {
		t.Errorf("made void, he stands as %+v", standing())
	}
	var listed []payment
	d.read(&listed, "pay", "--id", who)
	if len(listed) != 1 || listed[0].Void != "记错了人" || listed[0].Reference != "F-1" {
		t.Errorf("listed: %+v", listed)
	}
	d.must("verify")
}
