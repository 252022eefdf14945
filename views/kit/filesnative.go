package kit

import (
	"cmp"
	"context"
	"errors"
	"path/filepath"
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"github.com/ncruces/zenity"
)

// NewFiles returns the system's own file dialogs: on Windows always, elsewhere
// when a program for them is installed. Otherwise ask lets the clerk type the
// path.
func NewFiles(window fyne.Window, runner *Runner, ask func(PathAsk)) Files {
	if zenity.IsAvailable() {
		return &nativeFiles{window: window, lane: runner.NewLane(nil)}
	}
	return &plainFiles{ask: ask}
}

// nativeFiles blocks a goroutine, not the window, while the dialog is open.
type nativeFiles struct {
	window fyne.Window
	lane   *Lane
	last   string // folder of the last file
}

func (f *nativeFiles) Open(ask FileAsk, chosen func(string)) {
	f.ask(ask, zenity.SelectFile, append(f.options(ask, ""), kinds(ask)...), chosen)
}

func (f *nativeFiles) Save(ask FileAsk, chosen func(string)) {
	options := append(f.options(ask, ask.Name), kinds(ask)...)
	options = append(options, zenity.ConfirmOverwrite())
	f.ask(ask, zenity.SelectFileSave, options, func(path string) { chosen(ask.withEnding(path)) })
}

func (f *nativeFiles) Folder(ask FileAsk, chosen func(string)) {
	f.ask(ask, zenity.SelectFile, append(f.options(ask, ""), zenity.Directory()), chosen)
}

// ask opens the dialog unless one is open already: a second F-key must not
// stack another on it.
func (f *nativeFiles) ask(ask FileAsk, open func(...zenity.Option) (string, error), options []zenity.Option, chosen func(string)) {
	if f.lane.Busy() {
		return
	}
	Run(f.lane, Task[string]{
		Title: ask.Title,
		Work: func(ctx context.Context, _ Progress) (string, error) {
			defer dialogThread()()
			path, err := open(append(options, zenity.Context(ctx))...)
			if errors.Is(err, zenity.ErrCanceled) {
				return "", nil // nothing chosen is an answer, not an error
			}
			return path, err
		},
		Done: func(path string) {
			if path != "" {
				f.last = filepath.Dir(path)
				chosen(path)
			}
		},
	})
}

func (f *nativeFiles) options(ask FileAsk, name string) []zenity.Option {
	ask.Start = cmp.Or(ask.Start, f.last, ownFolder())
	options := []zenity.Option{zenity.Title(ask.Title)}
	if start := ask.start(name); start != "" {
		options = append(options, zenity.Filename(start))
	}
	return append(options, dialogOwner(f.window)...)
}

func kinds(ask FileAsk) []zenity.Option {
	var filters zenity.FileFilters
	for _, kind := range ask.Kinds {
		filters = append(filters, zenity.FileFilter{Name: kind.words(), Patterns: kind.patterns(), CaseFold: true})
	}
	filters = append(filters, zenity.FileFilter{Name: "所有文件", Patterns: []string{"*"}})
	return []zenity.Option{filters}
}

// dialogOwner makes the dialog belong to the window: it stays above it and the window
// takes no clicks meanwhile.
func dialogOwner(window fyne.Window) []zenity.Option {
	native, ok := window.(driver.NativeWindow)
	if !ok {
		return nil
	}
	var options []zenity.Option
	native.RunNative(func(context any) {
		switch c := context.(type) {
		case driver.WindowsWindowContext:
			if runtime.GOOS == "windows" {
				options = append(options, zenity.Attach(c.HWND))
			}
		case driver.X11WindowContext:
			if runtime.GOOS != "windows" && runtime.GOOS != "darwin" {
				options = append(options, zenity.Attach(int(c.WindowHandle)), zenity.Modal())
			}
		}
	})
	return options
}
