package demo

import (
	"context"
	"time"

	"gongkao/app/office"
)

// Visit opens the practice county of a folder, invented first where there is
// none, by a clock of its own (see Clock).
func Visit(ctx context.Context, place office.Place) (*office.Office, error) {
	if !office.Exists(place.Folder) {
		if _, err := Fill(ctx, place.Folder, Usual); err != nil {
			return nil, err
		}
	}
	seen, err := office.Look(ctx, place)
	if err != nil {
		return nil, err
	}
	if place.Now == nil {
		place.Now = time.Now
	}
	if seen.Practice {
		place.Now = Clock(seen.LastAt, place.Now)
	}
	return office.Open(ctx, place)
}
