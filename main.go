// Command gongkao is the desk of a county's 工考管理机构: without a command it
// opens the window (package views), with one it runs one use case (package
// terminal). This file only wires.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"

	"fyne.io/fyne/v2/app"

	"gongkao/app/terminal"
	"gongkao/views"
)

func main() {
	os.Exit(run())
}

func run() int {
	clock, err := terminal.Clock(os.Getenv)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return terminal.Usage
	}
	machine := terminal.Machine{Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv, Now: clock}
	place, windowed, err := terminal.Window(os.Args[1:], machine)
	switch {
	case err != nil:
		return machine.Fail(err)
	case windowed:
		return window(place, machine)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	return terminal.Run(ctx, os.Args[1:], machine)
}

func window(place terminal.Windowed, m terminal.Machine) int {
	err := views.Run(app.NewWithID("cn.gongkao.desk"), views.Start{Folder: place.Folder, Passphrase: place.Passphrase, Now: m.Now, Fixed: place.Fixed})
	if err != nil {
		return m.Fail(err)
	}
	return terminal.Done
}
