package policy

import (
	"image"
	"strings"
	"testing"

	"gongkao/data"
)

func TestThePhotoRuleIsAskedOfTheSiteAndMayBeMissing(t *testing.T) {
	p := load2026(t)
	if p.Photo.Size() != image.Pt(295, 413) || p.Photo.MaxKB != 0 || p.Photo.Background != White || p.Photo.Confirmed() || p.OfNotice(p.Photo.Origin) {
		t.Errorf("shipped as %+v", p.Photo)
	}
	from := strings.Index(p.Text, "[photo]")
	to := from + strings.Index(p.Text[from:], "# ----")
	old, err := Parse(2026, []byte(p.Text[:from]+p.Text[to:]))
	if err != nil || old.Photo != UsualPhoto {
		t.Errorf("a file of before it was there: %+v, %v", old, err)
	}
}

func TestThePhotoRuleIsSignedOffInTheFile(t *testing.T) {
	signed, err := load2026(t).SignOff("photo", map[string]any{"width": 358, "height": 441, "max_kb": 40}, Signature{"王建国", data.MustDate(2026, 4, 1), "报名网站说明"})
	if err != nil {
		t.Fatal(err)
	}
	if f := signed.Photo; !f.Confirmed() || f.Size() != image.Pt(358, 441) || f.MaxKB != 40 || f.SignedBy != "王建国" {
		t.Errorf("signed off: %+v", f)
	}
	next, err := signed.CopyYear(2027)
	if err != nil {
		t.Fatal(err)
	}
	if copied, err := Parse(2027, []byte(next)); err != nil || copied.Photo.Confirmed() || copied.Photo.Width != 358 {
		t.Errorf("in the next year: %+v, %v", copied, err)
	}
}

func TestAPhotoRuleThatMakesNoSenseIsRefused(t *testing.T) {
	text := load2026(t).Text
	for _, c := range [][2]string{{"width = 295", "width = 0"}, {"height = 413", "height = 41300"}, {"\nmax_kb = 0", "\nmax_kb = -1"}, {"\nbackground = \"white\"", "\nbackground = \"blue\""},
		{"\nmax_kb = 0", "\nmost_kb = 0"}, {"[photo]", "[photo]\nwidth = 1\nheight = 1\nmax_kb = 0\nbackground = \"\"\nsource = \"\"\nstatus = \"待核对\"\n\n[photo]"}} {
		if _, err := Parse(2026, []byte(strings.Replace(text, c[0], c[1], 1))); !data.HasCode(err, badCode) {
			t.Errorf("%s is taken: %v", c[1], err)
		}
	}
}
