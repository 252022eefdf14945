//go:build !windows

package printer

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strconv"
	"time"
)

const (
	queuing = 20 * time.Second // a queue that answers, answers sooner
	opening = 3 * time.Second  // a program that cannot be started says so sooner
)

// hand gives the file to the print queue, or to whatever shows PDFs when there
// is no queue or no printer in it. held says that the file is still being read.
func hand(ctx context.Context, path string, job Job) (said Said, held bool, err error) {
	queued := queue(ctx, path, job)
	if queued == nil {
		return Said{What: "已送到打印机"}, false, nil
	}
	if err := ctx.Err(); err != nil {
		return Said{}, false, err
	}
	if err := open(ctx, path); err != nil {
		if ctx.Err() != nil {
			return Said{}, false, ctx.Err()
		}
		return Said{}, false, nobody(errors.Join(queued, err))
	}
	return shown(job), true, nil
}

// queue prints through the system's queue, which copies the file before it
// answers.
func queue(ctx context.Context, path string, job Job) error {
	ctx, cancel := context.WithTimeout(ctx, queuing)
	defer cancel()
	said, err := exec.CommandContext(ctx, "lp", "-t", job.Name, "-n", strconv.Itoa(job.Copies), "--", path).CombinedOutput()
	if err != nil {
		return fmt.Errorf("lp: %w: %s", err, said)
	}
	return nil
}

// open shows the file. The program may go on for as long as it is looked at;
// only one that ends at once, and badly, was none.
func open(ctx context.Context, path string) error {
	viewer := exec.Command("xdg-open", path) // outlives ctx, so not CommandContext
	if err := viewer.Start(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- viewer.Wait() }()
	select {
	case err := <-ended:
		return err
	case <-time.After(opening):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
