# Two commands do everything on a fresh Debian or Ubuntu with Go: make run, make test.

SHELL := /bin/bash
OUT := out
BIN := $(OUT)/gongkao
# ci: no system fonts, so that pictures are the same everywhere; no_animations: as released.
TAGS := ci,no_animations
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
# Installs the Debian packages whose programs are missing.
APT := ./.ci/apt

# The window needs cgo; x11: without Wayland's headers. Calls into the window from the wrong goroutine are reported (the release trusts them).
WINDOW_TAGS := x11,no_animations

export CGO_ENABLED := 0

.PHONY: run test race journey figures pictures screens lint bench papers clean build headers display tools

# With a display the window opens on a practice county, without one the season is run and its papers are written.
run: build
	./.ci/open $(BIN) $(OUT)

build: headers
	CGO_ENABLED=1 go build -tags $(WINDOW_TAGS) -o $(BIN) .

# What the window is compiled with.
headers:
	$(APT) gcc:gcc pkg-config:pkg-config /usr/include/stdio.h:libc6-dev /usr/include/GL/gl.h:libgl-dev /usr/include/X11/Xlib.h:libx11-dev \
	  /usr/include/X11/Xcursor/Xcursor.h:libxcursor-dev /usr/include/X11/extensions/Xrandr.h:libxrandr-dev /usr/include/X11/extensions/Xinerama.h:libxinerama-dev \
	  /usr/include/X11/extensions/XInput2.h:libxi-dev /usr/include/X11/extensions/xf86vmode.h:libxxf86vm-dev

# What the window is driven with where there is no screen.
display:
	$(APT) Xvfb:xvfb /usr/lib/*/dri/swrast_dri.so:libgl1-mesa-dri xdotool:xdotool xclip:xclip import:imagemagick

# Programs that the tests look through papers with.
tools:
	$(APT) pdftotext:poppler-utils pdftoppm:poppler-utils qpdf:qpdf zbarimg:zbar-tools sqlite3:sqlite3

test: tools
	go vet -tags $(TAGS) ./...
	GOOS=windows go vet -tags $(TAGS) $$(go list -tags $(TAGS) ./... | grep -v '^gongkao$$')
	go test -tags $(TAGS) -timeout 20m ./...
	$(MAKE) race
	$(MAKE) journey

# A clerk's morning with the real window, by keyboard alone.
journey: build display tools
	./.ci/journey $(OUT)/journey $(abspath $(BIN))

# How long the window takes to open, and its memory: 300, 5,000 and 100,000 people.
figures: build display
	./.ci/figures $(OUT)/figures $(abspath $(BIN))

# The pictures of README and docs/window.md.
pictures: build display
	./.ci/pictures $(OUT)/pictures $(abspath $(BIN))

# A picture of every screen in every state, to be looked at.
screens:
	rm -rf $(OUT)/screens
	GONGKAO_SCREENS=$(abspath $(OUT)/screens) go test -tags $(TAGS) -count 1 -timeout 30m -run 'Pictures' ./views/...

# The race detector needs cgo and so a C compiler.
race:
	$(APT) gcc:gcc /usr/include/pthread.h:libc6-dev
	CGO_ENABLED=1 go test -tags $(TAGS) -race -timeout 20m ./data ./data/disk ./data/seal ./data/spread ./app/registration ./app/office ./app/intake ./app/paper/pdf ./views/instance
	CGO_ENABLED=1 go test -tags $(TAGS) -race -timeout 20m -run 'AtOnce|WaitForEachOther|NobodyWaits|Unlock' ./data/store

lint:
	@unformatted=$$(gofmt -l $$(git ls-files '*.go')); if [ -n "$$unformatted" ]; then echo "请运行 gofmt -w（not gofmt'ed）: $$unformatted"; exit 1; fi
	go vet -tags $(TAGS) ./...
	go run $(STATICCHECK) -tags $(TAGS) ./...

bench: tools
	go test -tags $(TAGS) -run '^$$' -bench . -benchtime 3x -benchmem -timeout 60m ./...

# The roster side by side with gofpdf alone, reportlab and LibreOffice; docs/figures.md has the table.
bench-papers:
	./.ci/bench-papers $(OUT)/bench-papers

# A unit's sheet read by us, LibreOffice and SheetJS; docs/figures.md has the table.
bench-sheets:
	./.ci/bench-sheets $(OUT)/bench-sheets

papers: build tools
	./.ci/papers $(BIN) $(OUT)/papers

.PHONY: windows test-windows bench-papers bench-sheets

# The program for Windows 10 and 11, built here.
windows:
	./.ci/windows dist/gongkao.exe

# The Windows program under Wine: its commands, its files, its window. Not part of make test: it wants 700 MB of Wine and a first build of 7 minutes.
test-windows: windows
	./.ci/wine dist/gongkao.exe $(OUT)/wine

clean:
	rm -rf $(OUT) dist
