package shell

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"

	"gongkao/data/disk"
	"gongkao/views/kit"
)

// Memory is what the window remembers from one day to the next: its size and
// place, the columns of its lists, saved views, the last folder. It names
// nobody and lies beside the data file as a readable file; lost, nothing but
// habits is lost.
type Memory struct {
	path string
	log  func(error)
	kept remembered
}

type remembered struct {
	Width, Height float32                   `json:",omitempty"`
	Place         *WindowPlace              `json:",omitempty"`
	Lists         map[string]kit.RowsLayout `json:",omitempty"`
	Lines         map[string][]string       `json:",omitempty"`
}

// WindowPlace is where the system had the window, in its own pixels.
type WindowPlace struct {
	X, Y, Width, Height int
	Maximised           bool
}

// ReadMemory reads the file, which may be missing or spoilt. What cannot be
// written goes to log: habits are not worth a message.
func ReadMemory(path string, log func(error)) *Memory {
	m := &Memory{path: path, log: log}
	raw, err := os.ReadFile(path)
	if err == nil {
		err = json.Unmarshal(raw, &m.kept)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		m.kept = remembered{}
		log(err)
	}
	return m
}

// RowsLayout returns the layout of a list.
func (m *Memory) RowsLayout(list string) (kit.RowsLayout, bool) {
	layout, ok := m.kept.Lists[list]
	return layout, ok
}

// KeepRowsLayout keeps the layout of a list.
func (m *Memory) KeepRowsLayout(list string, layout kit.RowsLayout) {
	if m.kept.Lists == nil {
		m.kept.Lists = map[string]kit.RowsLayout{}
	}
	m.kept.Lists[list] = layout
	m.write()
}

// Lines returns lines kept under a name.
func (m *Memory) Lines(name string) []string { return m.kept.Lines[name] }

// KeepLines keeps lines under a name.
func (m *Memory) KeepLines(name string, lines []string) {
	if m.kept.Lines == nil {
		m.kept.Lines = map[string][]string{}
	}
	m.kept.Lines[name] = lines
	m.write()
}

// Size returns the window's size in the screen's pixels, 0 before it was ever
// kept.
func (m *Memory) Size() (width, height float32) { return m.kept.Width, m.kept.Height }

// Place returns where the window was; nil when nobody knows.
func (m *Memory) Place() *WindowPlace { return m.kept.Place }

// KeepWindow keeps size and place.
func (m *Memory) KeepWindow(width, height float32, place *WindowPlace) {
	m.kept.Width, m.kept.Height, m.kept.Place = width, height, place
	m.write()
}

func (m *Memory) write() {
	raw, err := json.MarshalIndent(m.kept, "", "\t")
	if err == nil {
		err = disk.Replace(m.path, raw)
	}
	if err != nil {
		m.log(err)
	}
}
