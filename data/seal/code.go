package seal

import (
	"fmt"
	"io"
	"strings"

	"gongkao/data"
)

// letters are those of codes on paper: no 0 O, no 1 I L. There are 31, a
// prime, and so a weighted sum finds every wrong and every swapped character.
const letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"

// A recovery code is seven groups of four characters and one check character:
// K7Q4M-9XB2E-… The check depends on the group's place, so that groups
// written in the wrong order are found too.
const (
	codeGroups = 7
	groupData  = 4
	groupSize  = groupData + 1
)

// drawSymbols draws the 28 characters that carry the secret, as indices into
// letters, each equally likely.
func drawSymbols(random io.Reader) ([]byte, error) {
	symbols := make([]byte, 0, codeGroups*groupData)
	var b [1]byte
	for len(symbols) < cap(symbols) {
		if _, err := io.ReadFull(random, b[:]); err != nil {
			return nil, fmt.Errorf("seal: no random bytes: %w", err)
		}
		if int(b[0]) < 256/len(letters)*len(letters) {
			symbols = append(symbols, b[0]%byte(len(letters)))
		}
	}
	return symbols, nil
}

// formatCode writes the code as it is printed.
func formatCode(symbols []byte) string {
	var b strings.Builder
	for g := range codeGroups {
		if g > 0 {
			b.WriteByte('-')
		}
		group := symbols[g*groupData:][:groupData]
		for _, s := range group {
			b.WriteByte(letters[s])
		}
		b.WriteByte(letters[checkSymbol(g, group)])
	}
	return b.String()
}

func checkSymbol(place int, group []byte) byte {
	sum := place + 1
	for i, s := range group {
		sum += (i + 2) * int(s)
	}
	return byte(sum % len(letters))
}

// readCode reads a code as people type it: small letters, full-width ones,
// blanks, any dashes or none. It refuses (recovery-slip) and names the group
// in which the slip is.
func readCode(code string) ([]byte, error) {
	groups, err := splitCode(code)
	if err != nil {
		return nil, err
	}
	symbols := make([]byte, 0, codeGroups*groupData)
	for g, group := range groups {
		var values []byte
		for _, r := range group {
			if at := strings.IndexRune(letters, r); at >= 0 {
				values = append(values, byte(at))
			}
		}
		if len(values) != groupSize || checkSymbol(g, values[:groupData]) != values[groupData] {
			return nil, slip(fmt.Sprintf("恢复码第 %d 组抄错了", g+1))
		}
		symbols = append(symbols, values[:groupData]...)
	}
	return symbols, nil
}

// splitCode finds the seven groups: by their dashes or blanks where they were
// typed, else five characters each.
func splitCode(code string) ([]string, error) {
	code = strings.ToUpper(data.Narrow(code))
	groups := strings.FieldsFunc(code, func(r rune) bool {
		return strings.ContainsRune("-–—−_.,·、 \t\r\n", r)
	})
	if len(groups) == codeGroups {
		return groups, nil
	}
	whole := strings.Join(groups, "")
	if len(whole) != codeGroups*groupSize {
		return nil, slip(fmt.Sprintf("恢复码应为 %d 组、每组 %d 个字符", codeGroups, groupSize))
	}
	groups = groups[:0]
	for ; whole != ""; whole = whole[groupSize:] {
		groups = append(groups, whole[:groupSize])
	}
	return groups, nil
}

func slip(message string) error {
	return data.Refuse("recovery-slip", "", message, "请对照打印的恢复码逐字核对，码中没有 0、O、1、I、L")
}
