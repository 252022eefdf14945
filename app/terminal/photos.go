package terminal

import (
	"errors"
	"fmt"
	"strings"

	"gongkao/app/photos"
	"gongkao/app/registration"
	"gongkao/data"
)

// photosCommand brings in photos, or takes one away.
type photosCommand struct {
	Path   string `arg:"" optional:"" help:"装照片的文件夹、.zip，或（与 --id 一起）一张图片" placeholder:"FOLDER|ZIP"`
	DryRun bool   `help:"只看、只说，不放"`
	Unit   string `help:"只认这个单位或主管部门的人" placeholder:"U"`
	ID     string `name:"id" help:"这张照片是谁的，不管文件名" placeholder:"NUMBER"`
	Remove bool   `help:"取下 --id 的照片"`
}

// photosDone is what became of pictures, as the command line writes it.
type photosDone struct {
	Matched   []photoOf    `json:"matched"` // those on record already among them
	Placed    int          `json:"placed"`
	Same      int          `json:"same"` // of the matched: nothing was to be done
	Missing   []photoOwner `json:"missing"`
	Doubled   []photosOf   `json:"doubled"`
	Strangers []string     `json:"strangers"`
	Ambiguous []photoFor   `json:"ambiguous"`
	Bad       []photoBad   `json:"bad"` // cannot be used, or of somebody whose record is shut
}

// photoOwner is somebody whose photo it is, or who has none.
type photoOwner struct {
	IDNumber data.IDNumber `json:"id_number"`
	Name     string        `json:"name"`
	Unit     string        `json:"unit"`
}

type photoOf struct {
	File string `json:"file"`
	photoOwner
	How      string   `json:"how"`
	Warnings []string `json:"warnings"`
}

type photosOf struct {
	photoOwner
	Files []string `json:"files"`
}

type photoFor struct {
	File   string       `json:"file"`
	Why    string       `json:"message"`
	People []photoOwner `json:"people"`
}

type photoBad struct {
	File    string `json:"file"`
	Code    string `json:"code"`
	Message string `json:"message"`
	Hint    string `json:"hint"`
}

func (p *photosCommand) run(c *call) (answer, error) {
	switch {
	case p.Remove && (p.ID == "" || p.Path != "" || p.Unit != ""):
		return answer{}, &usageError{"取下照片要写明是谁的", "请写成 photos --remove --id 身份证号"}
	case !p.Remove && p.Path == "":
		return answer{}, &usageError{"没有写照片在哪里", "请写成 photos 文件夹、photos 照片.zip，或 photos 图片 --id 身份证号"}
	}
	return c.atDesk(func(d *registration.Desk) (answer, error) {
		ask, err := p.ask(d)
		if err != nil {
			return answer{}, err
		}
		if p.Remove {
			if err := photos.TakeAway(c.ctx, d, ask.For); err != nil {
				return answer{}, err
			}
			return answer{document: photosOfPlan(&photos.Plan{}), words: "已取下照片，经过里留着"}, nil
		}
		return p.bring(c, d, ask)
	})
}

func (p *photosCommand) ask(d *registration.Desk) (ask photos.Ask, err error) {
	if p.Unit != "" {
		u, err := d.UnitNamed(p.Unit)
		if err != nil {
			return ask, err
		}
		ask.Unit = u.Name
	}
	if p.ID != "" {
		a, err := applicantNumbered(d, p.ID)
		if err != nil {
			return ask, err
		}
		ask.For = a.Application.ID
	}
	return ask, nil
}

func (p *photosCommand) bring(c *call, d *registration.Desk, ask photos.Ask) (_ answer, err error) {
	source, err := photos.Open(p.Path)
	if err != nil {
		return answer{}, err
	}
	defer func() { err = errors.Join(err, source.Close()) }()
	if ask.For != "" && source.Pictures() != 1 {
		return answer{}, &usageError{"--id 只能与一张图片一起用", "请写明哪一张图片"}
	}
	plan, err := source.Look(c.ctx, d, ask)
	if err != nil {
		return answer{}, err
	}
	told := photosOfPlan(plan)
	if !p.DryRun {
		var all []photos.Placed
		for _, i := range plan.Of(photos.Matched) {
			all = append(all, photos.Placed{Item: i, Application: i.Who.Application.ID})
		}
		done, err := source.Put(c.ctx, d, all, nil)
		if err != nil {
			return answer{}, err
		}
		told.Placed = len(done.Placed)
		for _, left := range done.Left {
			told.refuse(left.File, left.Why)
		}
	}
	return answer{document: told, words: told.words(p.DryRun)}, nil
}

func ownerOf(a *data.Applicant) photoOwner {
	return photoOwner{a.Person.IDNumber, a.Person.Name, a.Unit}
}

func photosOfPlan(plan *photos.Plan) *photosDone {
	told := &photosDone{Matched: []photoOf{}, Missing: []photoOwner{}, Doubled: []photosOf{}, Strangers: []string{}, Ambiguous: []photoFor{}, Bad: []photoBad{}}
	for _, i := range plan.Items {
		told.take(i)
	}
	for _, a := range plan.Missing {
		told.Missing = append(told.Missing, ownerOf(a))
	}
	return told
}

func (t *photosDone) take(i photos.Item) {
	switch i.Kind {
	case photos.Matched, photos.Same:
		t.Matched = append(t.Matched, photoOf{i.File, ownerOf(i.Who), i.How, append([]string{}, i.Warnings...)})
		if i.Kind == photos.Same {
			t.Same++
		}
	case photos.Doubled:
		owner := ownerOf(i.Who)
		for at := range t.Doubled {
			if t.Doubled[at].IDNumber == owner.IDNumber {
				t.Doubled[at].Files = append(t.Doubled[at].Files, i.File)
				return
			}
		}
		t.Doubled = append(t.Doubled, photosOf{owner, []string{i.File}})
	case photos.Stranger:
		t.Strangers = append(t.Strangers, i.File)
	case photos.Ambiguous:
		one := photoFor{File: i.File, Why: i.Why}
		for _, a := range i.Others {
			one.People = append(one.People, ownerOf(a))
		}
		t.Ambiguous = append(t.Ambiguous, one)
	case photos.Closed:
		t.Bad = append(t.Bad, photoBad{i.File, "closed", i.Why, i.Next})
	case photos.Bad:
		t.Bad = append(t.Bad, photoBad{i.File, i.Code, i.Why, i.Next})
	}
}

func (t *photosDone) refuse(file string, why error) {
	if r, ok := data.AsRefusal(why); ok {
		t.Bad = append(t.Bad, photoBad{file, r.Code, r.Message, r.Hint})
	}
}

// words tells people what became of the pictures: each that wants a hand in a line.
func (t *photosDone) words(dry bool) string {
	var b strings.Builder
	for _, m := range t.Matched {
		if len(m.Warnings) > 0 {
			fmt.Fprintf(&b, "看一眼　%s（%s）：%s\n", m.File, m.Name, strings.Join(m.Warnings, "，"))
		}
	}
	for _, d := range t.Doubled {
		fmt.Fprintf(&b, "重了　　%s（%s）：%s\n", d.Name, d.Unit, strings.Join(d.Files, "、"))
	}
	for _, a := range t.Ambiguous {
		fmt.Fprintf(&b, "分不清　%s：%s\n", a.File, a.Why)
	}
	for _, file := range t.Strangers {
		fmt.Fprintf(&b, "对不上　%s\n", file)
	}
	for _, bad := range t.Bad {
		fmt.Fprintf(&b, "不能用　%s：%s。%s\n", bad.File, bad.Message, bad.Hint)
	}
	done := fmt.Sprintf("已放入 %d 张", t.Placed)
	if dry {
		done = fmt.Sprintf("（只看，没有放）可以放入 %d 张", len(t.Matched)-t.Same)
	}
	fmt.Fprintf(&b, "%s，原来就有 %d 张；还有 %d 人缺照片", done, t.Same, len(t.Missing))
	return b.String()
}
