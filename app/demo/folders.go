package demo

import (
	"context"
	"slices"

	"gongkao/app/dossier"
	"gongkao/app/registration"
	"gongkao/data"
)

// folders puts what units hand in with their people into the folders: promises
// where an appraisal is not recorded yet, what hung on the board, and the originals
// that two units have left at the desk. It comes last, so that what is decided by chance stays as it was.
func (s *season) folders(ctx context.Context) error {
	desk, err := registration.NewDesk(ctx, s.office)
	if err != nil {
		return err
	}
	kept, err := dossier.New(desk)
	if err != nil {
		return err
	}
	if err := promise(ctx, desk, kept); err != nil {
		return err
	}
	if err := post(ctx, desk, kept); err != nil {
		return err
	}
	handed := 0
	for _, u := range slices.Backward(s.units) {
		if handed == handing {
			break
		}
		some, err := handIn(ctx, desk, kept, u)
		if err != nil {
			return err
		}
		if some {
			handed++
		}
	}
	return nil
}

const (
	mostPromises = 60 // a county of 100,000 would take minutes
	handing      = 2  // units whose originals lie at the desk
	posting      = 3  // people whose 公示 is on record; the unit's proof of the last is still to come
)

// promise records what the sheets call 容缺, all but the first.
func promise(ctx context.Context, desk *registration.Desk, kept *dossier.Dossiers) error {
	done := 0
	for _, a := range desk.Register.Find(registration.Query{Statuses: []data.Status{data.Submitted}}) {
		if !a.Application.Commitment || a.Person.Appraisals[policyYear-1] != data.Unrecorded {
			continue
		}
		switch done++; {
		case done == 1: // whose unit has sent the word and no paper yet
			continue
		case done > mostPromises:
			return nil
		}
		_, err := kept.Commit(ctx, data.Commitment{
			Application: a.Application.ID, Years: []int{policyYear - 1}, Consent: true,
			Reason: "年度考核结果尚未经组织人事部门备案",
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// post records the 公示 of a few who apply for level 1.
func post(ctx context.Context, desk *registration.Desk, kept *dossier.Dossiers) error {
	done := 0
	for _, a := range desk.Register.Find(registration.Query{Level: 1, Statuses: []data.Status{data.Submitted}}) {
		done++
		err := kept.Announce(ctx, data.PublicNotice{
			ID: a.Application.ID, From: data.MustDate(policyYear, 3, 11), To: data.MustDate(policyYear, 3, 17), Place: "单位公示栏", Proof: done < posting,
		})
		if err != nil || done == posting {
			return err
		}
	}
	return nil
}

// handIn takes in a unit's originals on one slip and gives the first of them back;
// some is false when nobody of the unit applies.
func handIn(ctx context.Context, desk *registration.Desk, kept *dossier.Dossiers, u data.Unit) (some bool, err error) {
	slip := data.Custody{Unit: u.ID, Hand: "单位经办人"}
	for _, a := range desk.Register.Find(registration.Query{Unit: u.Name, Statuses: registration.Running}) {
		if a.Application.Unit != u.ID {
			continue
		}
		for _, h := range kept.Of(a) {
			if h.Key == "id-card" || h.Key == "certificate" {
				slip.Items = append(slip.Items, data.CustodyItem{Application: a.Application.ID, Slot: h.Key, Pieces: 1})
			}
		}
	}
	if len(slip.Items) == 0 {
		return false, nil
	}
	if _, err := kept.Receive(ctx, slip); err != nil {
		return false, err
	}
	slip.Items = slip.Items[:1]
	_, err = kept.GiveBack(ctx, slip)
	return true, err
}
