package firstrun_test

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"gongkao/views/shell/shelltest"
)

// pause lets an input method's text and the Enter after it be two things.
func pause() { time.Sleep(35 * time.Millisecond) }

// rooms are the windows in which everything must be right.
var rooms = []struct {
	name   string
	resize func(*run)
}{
	{"normal", func(r *run) {}},
	{"690", func(r *run) { r.Resize(1366, 690) }},
	{"1280", func(r *run) { r.Resize(1280, 690) }},
	{"125", func(r *run) { r.At125() }},
	{"150", func(r *run) { r.At150() }},
	{"150-460", func(r *run) { r.At150(); r.Resize(911, 460) }},
	{"least", func(r *run) { r.Resize(840, 430) }},
}

// pages are the pages in a state worth looking at.
var pages = []struct {
	name string
	open func(*testing.T) *run
}{
	{"start", func(t *testing.T) *run { return firstRun(t, begun(t)) }},
	{"introduce", func(t *testing.T) *run {
		r := firstRun(t, begun(t))
		r.enter()
		r.fill(strings.Repeat("长", 50), "罗山县人力资源和社会保障局事业单位人事管理和工人技术等级岗位考核办公室（工考办）")
		r.Compose("𬱖?")
		return r
	}},
	{"passphrase", func(t *testing.T) *run {
		r := firstRun(t, begun(t))
		r.enter()
		r.fill("罗山县")
		r.enter()
		r.fill("王秀兰", "灵山桂花")
		r.Compose("灵山梅花")
		return r
	}},
	{"recovery", func(t *testing.T) *run {
		m, code := founded(t)
		r := firstRun(t, m)
		groups := strings.Split(code, "-")
		r.Press(fyne.KeyP, fyne.KeyModifierControl)
		r.Settle()
		r.Type(groups[2])
		r.enter()
		r.Type("0" + groups[5][1:])
		return r
	}},
	{"units", func(t *testing.T) *run {
		m, code := founded(t)
		groups := strings.Split(code, "-")
		m.TypeCopy(0, groups[2])
		m.TypeCopy(1, groups[5])
		m.Next()
		r := firstRun(t, m)
		r.files.Path = samples + "units.xlsx"
		r.Press(fyne.KeyO, fyne.KeyModifierControl)
		r.Settle()
		return r
	}},
	{"backup", func(t *testing.T) *run {
		m := begun(t)
		m.Bring("/media/usb/" + strings.Repeat("很长的文件夹名", 9) + "/gongkao-20260402.db")
		r := firstRun(t, m)
		r.Type("wrong")
		r.enter()
		return r
	}},
}

// TestPicturesAreCutInNoWindow looks at every page in every window.
func TestPicturesAreCutInNoWindow(t *testing.T) {
	for _, page := range pages {
		t.Run(page.name, func(t *testing.T) {
			r := page.open(t)
			for _, room := range rooms {
				room.resize(r)
				r.NothingMissing()
				size := r.Canvas().Size()
				for _, label := range []string{r.model.GoOn(), "工考"} {
					if at := r.At(label); at.Y < 0 || at.Y+24 > size.Height-32 || at.X < 0 || at.X+40 > size.Width {
						t.Errorf("%s: %s stands at %v of %v", room.name, label, at, size)
					}
				}
				r.Save(filepath.Join(shelltest.Pictures(t), "firstrun-"+page.name+"-"+room.name+".png"))
			}
		})
	}
}
