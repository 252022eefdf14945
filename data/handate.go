package data

import (
	"regexp"
	"strconv"
	"strings"
)

var (
	hanShape  = regexp.MustCompile(`^([〇○零OoО一二三四五六七八九]{2}|[〇○零OoО一二三四五六七八九]{4}|\d{4})年([一二三四五六七八九十]{1,2}|\d{1,2})月(?:([一二三四五六七八九十]{1,3}|\d{1,2})[日号]?)?$`)
	hanDigits = strings.NewReplacer("〇", "0", "○", "0", "零", "0", "O", "0", "o", "0", "О", "0", "一", "1", "二", "2", "三", "3", "四", "4", "五", "5", "六", "6", "七", "7", "八", "8", "九", "9")
)

// hanDate writes a date in Chinese numerals in digits: 二〇〇一年十月 is 2001-10. Any
// other text stays as it is.
func hanDate(s string) string {
	if !strings.Contains(s, "年") {
		return s
	}
	m := hanShape.FindStringSubmatch(s)
	if m == nil {
		return s
	}
	parts := []string{hanDigits.Replace(m[1]), hanNumber(m[2])}
	if m[3] != "" {
		parts = append(parts, hanNumber(m[3]))
	}
	return strings.Join(parts, "-")
}

// hanNumber writes a number below a hundred in digits: 十二, 二十, 三十一. What is no
// number written so (一二) is 0.
func hanNumber(s string) string {
	tens, ones, ten := strings.Cut(s, "十")
	if !ten {
		tens, ones = "", s
	}
	n := number(hanDigits.Replace(ones))
	switch {
	case ten && tens == "":
		n += 10
	case ten:
		n += 10 * number(hanDigits.Replace(tens))
	case n > 9 && !Digits(s):
		n = 0
	}
	return strconv.Itoa(n)
}
