package unlock_test

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/app/office"
	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/shell/shelltest"
	"gongkao/views/unlock"
)

// TestPicturesAreCutInNoWindow looks at every state in every window.
func TestPicturesAreCutInNoWindow(t *testing.T) {
	states := []struct {
		name string
		open func(t *testing.T) *door
	}{
		{"normal", func(t *testing.T) *door {
			place, _ := founded(t)
			return at(t, open(t, place))
		}},
		{"error", func(t *testing.T) *door {
			place, _ := founded(t)
			d := at(t, open(t, place))
			for range 2 {
				d.Type("wrongpass")
				d.enter()
			}
			return d
		}},
		{"long-names", func(t *testing.T) *door {
			place := office.Place{Folder: t.TempDir(), Passphrase: passphrase}
			o, _, err := office.Create(ctx, place, data.Office{Name: strings.Repeat("罗山县人力资源和社会保障局", 4), Year: 2026}, strings.Repeat("𬱖", 50))
			if err != nil {
				t.Fatal(err)
			}
			o.Close()
			return at(t, open(t, place))
		}},
		{"code", func(t *testing.T) *door {
			place, code := founded(t)
			d := at(t, open(t, place))
			d.Press(fyne.KeyF6)
			d.Type(code[:20] + "0" + code[21:])
			d.enter()
			for range 2 {
				d.Compose("新的口令新的口令")
				d.enter()
			}
			return d
		}},
		{"damaged", func(t *testing.T) *door {
			return at(t, damaged(t, "gongkao-20260401-083100-每日.db", "gongkao-20260402-173000-收工.db", "gongkao-20260403-173000-收工.db", "gongkao-20260404-173000-收工.db"))
		}},
		{"in-use", func(t *testing.T) *door {
			return at(t, unlock.Refused(office.Place{Folder: t.TempDir()}, data.Refuse("in-use", "", "另一个工考程序正在使用这个数据文件夹", "请先关闭它，再试一次")))
		}},
	}
	for _, state := range states {
		t.Run(state.name, func(t *testing.T) {
			d := state.open(t)
			save := func(room string) {
				d.NothingMissing()
				size := d.Canvas().Size()
				for _, cap := range []string{"Enter", "工考"} {
					if at := d.At(cap); at.Y < 0 || at.Y+24 > size.Height-kit.MessageHeight || at.X < 0 || at.X+40 > size.Width {
						t.Errorf("%s: %s stands at %v of %v", room, cap, at, size)
					}
				}
				d.Save(filepath.Join(shelltest.Pictures(t), "unlock-"+state.name+"-"+room+".png"))
			}
			save("768")
			d.Resize(1280, 690)
			save("690")
			d.At125()
			save("125")
			d.At150()
			save("150")
			d.Resize(911, 460)
			save("150-460")
			d.Resize(840, 430)
			save("least")
		})
	}
}
