package data

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Written tidies what somebody typed and refuses, with the code, what is longer
// than a note.
func Written(code, text string) (string, error) {
	text = strings.TrimSpace(text)
	if utf8.RuneCountInString(text) > MaxNote {
		return "", Refuse(code, "", fmt.Sprintf("写的话超过 %d 个字", MaxNote), "请写得短一些")
	}
	return text, nil
}

// Said is Written for what must not be empty; what names it: 作废的理由.
func Said(code, what, text string) (string, error) {
	text, err := Written(code, text)
	if err == nil && text == "" {
		err = Refuse(code, "", "没有写"+what, "请写明"+what+"再登记")
	}
	return text, err
}
