package kit

import (
	_ "embed"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

// fyneWords are the words Fyne writes by itself: the menu under the right mouse
// button, the file dialog where the system has none.
//
//go:embed words.json
var fyneWords []byte

// speakChinese puts the Chinese words under English too, because Fyne asks the
// system for its language and cannot be told otherwise.
var speakChinese = sync.OnceFunc(func() {
	for _, locale := range []fyne.Locale{"en", "zh", lang.SystemLocale()} {
		if err := lang.AddTranslationsForLocale(fyneWords, locale); err != nil {
			fyne.LogError("kit: Chinese words for Fyne's own menus, locale "+locale.String(), err)
		}
	}
})
