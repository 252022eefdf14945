// Command gongkao is the desk of a county's 工考管理机构: with a command it runs
// one use case (package terminal). This file only wires.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"

	"gongkao/app/terminal"
)

func main() {
	os.Exit(run())
}

func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	clock, err := terminal.Clock(os.Getenv)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return terminal.Usage
	}
	return terminal.Run(ctx, os.Args[1:], terminal.Machine{Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv, Now: clock})
}
