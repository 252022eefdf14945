package data

// digits in capitals (大写), which nobody turns into others with a stroke of the pen.
var capitalDigits = [10]string{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"}

// capitalUnits of whole numbers, the largest first.
var capitalUnits = []struct {
	of   int64
	name string
}{{100_000_000, "亿"}, {10_000, "万"}, {1_000, "仟"}, {100, "佰"}, {10, "拾"}}

// Capital writes the amount in Chinese capitals, as money on paper has to be
// written (会计基础工作规范, 第五十二条): 叁佰贰拾元整, 壹仟零伍元零柒分. 整 closes what
// ends with 元 or 角; a 零 stands for noughts in between, once for several.
func (f Fen) Capital() string {
	if f < 0 {
		return "负" + (-f).Capital()
	}
	yuan, jiao, fen := int64(f/100), int64(f/10%10), int64(f%10)
	text := ""
	if yuan > 0 || f == 0 {
		text = capital(yuan) + "元"
	}
	if text != "" && (jiao == 0 && fen > 0 || jiao > 0 && yuan%10 == 0) {
		text += capitalDigits[0]
	}
	if jiao > 0 {
		text += capitalDigits[jiao] + "角"
	}
	if fen > 0 {
		return text + capitalDigits[fen] + "分"
	}
	return text + "整"
}

// capital writes a whole number.
func capital(n int64) string {
	for _, unit := range capitalUnits {
		if n < unit.of {
			continue
		}
		text, rest := capital(n/unit.of)+unit.name, n%unit.of
		switch {
		case rest == 0:
			return text
		case rest < unit.of/10:
			text += capitalDigits[0]
		}
		return text + capital(rest)
	}
	return capitalDigits[n]
}
