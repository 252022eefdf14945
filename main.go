// Command gongkao is the desk of a county's 工考管理机构: without a command it
// opens the window (package views), with one it runs one use case (package
// terminal). This file only wires.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"strings"

	"fyne.io/fyne/v2/app"

	"gongkao/app/terminal"
	"gongkao/views"
	"gongkao/views/shell/graphics"
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
	terminal.AttachConsole()
	machine.Out, machine.Err = os.Stdout, os.Stderr
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	return terminal.Run(ctx, os.Args[1:], machine)
}

func window(place terminal.Windowed, m terminal.Machine) int {
	if words, found := graphics.Trouble(); found {
		graphics.Tell("工考打不开窗口", words)
		return terminal.Fault
	}
	err := views.Run(app.NewWithID("cn.gongkao.desk"), views.Start{Folder: place.Folder, Passphrase: place.Passphrase, Now: m.Now, Fixed: place.Fixed})
	if err == nil {
		return terminal.Done
	}
	// A program with a window may have no console to say it on.
	var words strings.Builder
	m.Err = &words
	code := m.Fail(err)
	graphics.Tell("工考打不开", words.String())
	return code
}
