# Two commands do everything on a fresh Debian or Ubuntu with Go: make run, make test.

SHELL := /bin/bash
OUT := out
BIN := $(OUT)/gongkao
# ci: no system fonts, so that pictures are the same everywhere; no_animations: as released.
TAGS := ci,no_animations
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
# Installs the Debian packages whose programs are missing.
APT := ./.ci/apt

export CGO_ENABLED := 0

.PHONY: run test race lint bench papers clean build tools

run: build
	./.ci/season $(BIN) $(OUT)

build:
	go build -o $(BIN) .

# Programs that the tests look through papers with.
tools:
	$(APT) pdftotext:poppler-utils pdftoppm:poppler-utils qpdf:qpdf zbarimg:zbar-tools sqlite3:sqlite3

test: tools
	go vet -tags $(TAGS) ./...
	GOOS=windows go vet -tags $(TAGS) $$(go list ./... | grep -v '^gongkao$$')
	go test -tags $(TAGS) -timeout 20m ./...
	$(MAKE) race

# The race detector needs cgo and so a C compiler.
race:
	$(APT) gcc:gcc /usr/include/pthread.h:libc6-dev
	CGO_ENABLED=1 go test -tags $(TAGS) -race -timeout 20m ./data ./data/disk ./data/seal ./app/registration ./app/office ./app/intake ./app/paper/pdf
	CGO_ENABLED=1 go test -tags $(TAGS) -race -timeout 20m -run 'AtOnce|WaitForEachOther|NobodyWaits|Unlock' ./data/store

lint:
	@unformatted=$$(gofmt -l $$(git ls-files '*.go')); if [ -n "$$unformatted" ]; then echo "请运行 gofmt -w（not gofmt'ed）: $$unformatted"; exit 1; fi
	go vet -tags $(TAGS) ./...
	go run $(STATICCHECK) -tags $(TAGS) ./...

bench: tools
	go test -tags $(TAGS) -run '^$$' -bench . -benchtime 3x -benchmem -timeout 60m ./...

papers: build
	./.ci/papers $(BIN) $(OUT)/papers

clean:
	rm -rf $(OUT) dist
