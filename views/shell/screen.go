package shell

import (
	"fyne.io/fyne/v2"

	"gongkao/views/kit"
)

// Screen is one page of the program, made once and shown as often as one comes
// back to it. Its object is given the room between navigation and message bar,
// with the origin in that room's upper left corner.
type Screen interface {
	Object() fyne.CanvasObject
	// Keys is the screen's own table; nil when it has none.
	Keys() *kit.Keys
	// Open brings the screen to the front: by the navigation, by a link, or back
	// again. It reads what it shows anew and puts the focus where work begins.
	Open(r Route)
	// Route says where one is now, so that Open finds the same place again.
	Route() Route
	// Leave is called before another screen comes or the window closes: what is
	// half typed is written, what runs is dropped. An error keeps the screen.
	Leave() error
	Help() Help
}

// Searcher is the screen that answers the search box.
type Searcher interface {
	// Search lists whom a text finds, while it is typed.
	Search(text string)
	// OpenFound opens the person of the current row: Enter in the search box.
	OpenFound()
	// ToList puts the focus into the list: ↓ in the search box.
	ToList()
}

// Reader is a screen that has to read again when something was written behind
// its back: an import, a backup.
type Reader interface {
	Refresh()
}

// Help is what F1 tells of a screen.
type Help struct {
	Title string
	For   string // what the screen is for, in a sentence or two
	Keys  []Key  // its own keys; those of every screen are added
}

// Key is a key and what it does.
type Key struct{ Cap, Does string }

// everywhere are the keys of every screen.
var everywhere = []Key{
	{"Alt+1…9", "换到左边的页面"},
	{"F3", "查找：姓名、拼音首字母、身份证尾号、单位；扫纸上的二维码或录核对码，打开那个人"},
	{"Ctrl+N", "新登记一人"},
	{"Ctrl+O", "导入单位报来的花名册"},
	{"Enter", "下一格；列表里：打开"},
	{"Shift+Tab", "上一格"},
	{"F4", "打开选择列表；打拼音首字母、汉字或代码都能找"},
	{"Esc", "返回上一页"},
	{"Ctrl+Y", "看以前的年度时：回到正在办理的年度"},
	{"Ctrl+Q", "关闭程序；没有写完的会留着"},
	{"F1", "此处帮助"},
}
