package graphics

import "strings"

// driver is what the computer says of its graphics.
type driver struct {
	version  string // "1.1.0"
	renderer string // "GDI Generic": no driver at all, Windows paints by itself
	remote   bool   // the screen is at the other end of a remote desktop
	failed   string // the call that failed; "" when none did
}

// Trouble says why no window can be opened here, and what to do; found is false
// when one can.
func Trouble() (words string, found bool) {
	d := ask()
	if enough(d.version) {
		return "", false
	}
	return d.advice(), true
}

// advice is the most likely way out first. The last line is for whoever is
// asked for help.
func (d driver) advice() string {
	steps := []string{"这台电脑的图形驱动太旧或没有装好，打不开工考的窗口。数据没有受到影响。", ""}
	if d.remote {
		steps = append(steps, "您正在用远程桌面。请先到这台电脑跟前直接打开；如果能打开，就是远程桌面不支持图形。", "仍打不开，请安装显卡厂家的最新驱动，然后重新启动电脑。")
	} else {
		steps = append(steps, "请安装显卡厂家的最新驱动（不是 Windows 自带的“基本显示适配器”），然后重新启动电脑。", "如果这是虚拟机或远程桌面，请换到电脑本机上使用。")
	}
	return strings.Join(append(steps, "不会做，请找单位里管电脑的同事，把下面一行告诉他：", "", d.finding()), "\n")
}

// finding is the line for whoever knows computers.
func (d driver) finding() string {
	found := []string{"需要 OpenGL 2.1"}
	switch {
	case d.failed != "":
		found = append(found, d.failed+" 失败")
	case d.version != "":
		found = append(found, "只有 "+d.version)
	}
	if d.renderer != "" {
		found = append(found, d.renderer)
	}
	return strings.Join(found, "；")
}
