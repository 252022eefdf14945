# Two commands do everything on a fresh Debian or Ubuntu with Go: make run, make test.

SHELL := /bin/bash
OUT := out
BIN := $(OUT)/gongkao
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
# Programs of Debian that the tests look through papers with.
TEST_TOOLS := poppler-utils qpdf zbar-tools sqlite3

# Installs what is missing: make have PROGRAM=qpdf PACKAGES="qpdf".
APT := ./.ci/apt

export CGO_ENABLED := 0

.PHONY: run test unit race lint bench papers clean build season tools

run: build
	./.ci/season $(BIN) $(OUT)

build:
	go build -o $(BIN) .

tools:
	$(APT) pdftotext:poppler-utils pdftoppm:poppler-utils qpdf:qpdf zbarimg:zbar-tools sqlite3:sqlite3

test: tools
	go vet ./...
	GOOS=windows go vet $$(go list ./... | grep -v '^gongkao$$')
	GONGKAO_TOOLS=1 go test -timeout 20m ./...
	$(MAKE) race

# The race detector needs cgo and so a C compiler.
race:
	$(APT) gcc:gcc
	CGO_ENABLED=1 go test -race -timeout 20m ./data ./data/disk ./data/seal ./app/registration ./app/office ./app/intake ./app/paper/pdf
	CGO_ENABLED=1 go test -race -timeout 20m -run 'AtOnce|WaitForEachOther|NobodyWaits|Unlock' ./data/store

lint:
	@unformatted=$$(gofmt -l $$(git ls-files '*.go')); if [ -n "$$unformatted" ]; then echo "请运行 gofmt -w（not gofmt'ed）: $$unformatted"; exit 1; fi
	go vet ./...
	go run $(STATICCHECK) ./...

bench: tools
	go test -run '^$$' -bench . -benchtime 3x -benchmem -timeout 60m ./...

papers: build
	./.ci/papers $(BIN) $(OUT)/papers

clean:
	rm -rf $(OUT) dist
