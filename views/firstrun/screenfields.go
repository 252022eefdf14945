package firstrun

import (
	"strings"

	"gongkao/views/entrance"
	"gongkao/views/kit"
	"gongkao/views/wording"
)

// makeFields makes the fields of every page; pages show those they ask for.
func (s *Screen) makeFields() {
	for _, step := range []Step{Introduce, Passphrase, Backup} {
		for _, f := range (&Model{step: step}).Fields() {
			if s.fields[f.Key] == nil {
				s.fields[f.Key] = s.newField(f)
			}
		}
	}
	for n := range toCopy {
		f := kit.NewField(kit.Spec{})
		f.Changed = func(text string) {
			s.model.TypeCopy(n, text)
			s.changed()
		}
		s.copies = append(s.copies, f)
	}
	s.secrets = entrance.NewSecrets(s.fields[FirstField], s.fields[SecondField])
}

func (s *Screen) newField(f Field) *kit.Field {
	field := kit.NewField(kit.Spec{Hint: f.Hint, Secret: f.Secret})
	field.Changed = func(text string) {
		s.model.Type(f.Key, text)
		if f.Key == CountyField {
			s.fields[OfficeField].SetValue(s.model.Text(OfficeField))
		}
		s.changed()
	}
	return field
}

// fill writes into the fields what the model holds; what it has forgotten is
// gone from them too.
func (s *Screen) fill() {
	for key, f := range s.fields {
		f.SetValue(s.model.Text(key))
	}
	for _, f := range s.model.Fields() {
		s.fields[f.Key].SetPlaceHolder(f.Hint)
	}
	copies := s.model.Copies()
	for i, f := range s.copies {
		f.SetValue("")
		if i < len(copies) {
			f.SetValue(copies[i].Text)
		}
	}
}

// pageFields are the fields of the page shown, in their order.
func (s *Screen) pageFields() (fields []*kit.Field) {
	if s.model.Step() == Recovery {
		return s.copies
	}
	for _, f := range s.model.Fields() {
		fields = append(fields, s.fields[f.Key])
	}
	return fields
}

// pageButtons are the buttons of the page shown, in the order of the eye after
// its fields.
func (s *Screen) pageButtons() (buttons []kit.Stop) {
	switch s.model.Step() {
	case Passphrase:
		buttons = append(buttons, s.secrets.Button)
	case Backup:
		buttons = append(buttons, s.choose, s.secrets.Button)
	case Units:
		buttons = append(buttons, s.choose)
	case Recovery:
		buttons = append(buttons, s.recovery.buttons()...)
	}
	buttons = append(buttons, s.goOnButton())
	if b := s.backButton(); b != nil {
		buttons = append(buttons, b)
	}
	return buttons
}

// goOnButton is the button of the model's word.
func (s *Screen) goOnButton() *kit.Button {
	word := s.model.GoOn()
	if s.goOn[word] == nil {
		s.goOn[word] = kit.NewButton(word, "Enter", true, s.forward)
	}
	return s.goOn[word]
}

// backButton leads to the page before, or out; nil when there is neither.
func (s *Screen) backButton() *kit.Button {
	first := s.model.Step() == Choose
	if !first && !s.model.MayGoBack() {
		return nil
	}
	return s.back[first]
}

// enable lets be pressed what can be.
func (s *Screen) enable() {
	may, _ := s.model.MayGoOn()
	entrance.Able(s.goOnButton(), may && !s.work.Busy())
	entrance.Able(s.choose, !s.work.Busy())
}

func (s *Screen) hasSecret() bool {
	for _, f := range s.model.Fields() {
		if f.Secret {
			return true
		}
	}
	return false
}

// toMissing goes to the first field that stands in the way.
func (s *Screen) toMissing() {
	fields := s.pageFields()
	for i, f := range fields {
		if strings.TrimSpace(f.Value()) == "" || s.remark(i).Mark == wording.Block {
			s.w.Focus(f)
			return
		}
	}
	if len(fields) > 0 {
		s.w.Focus(fields[0])
	}
}

// remark is what stands beneath the nth field of the page.
func (s *Screen) remark(n int) entrance.Remark {
	if s.model.Step() == Recovery {
		return s.model.Copies()[n].Remark
	}
	return s.model.Fields()[n].Remark
}

// chooseFile asks for the file of the page: a backup, or a register of units.
func (s *Screen) chooseFile() {
	if s.work.Busy() {
		return
	}
	switch s.model.Step() {
	case Backup:
		s.w.Files.Open(kit.FileAsk{Title: "选择备份文件", Kinds: []kit.FileKind{{Name: "工考的备份", Endings: []string{"db", "gongkao"}}}}, func(path string) {
			s.model.Type(BackupField, path)
			s.fields[BackupField].SetValue(path)
			s.changed()
			s.toMissing()
		})
	case Units:
		s.w.Files.Open(kit.FileAsk{Title: "选择单位册", Kinds: []kit.FileKind{kit.SheetFiles}}, func(path string) {
			run(s, "正在导入单位册", s.model.TakeUnits([]string{path}), func(d wording.Done) {
				s.model.Taken(d)
				s.w.Done(d)
				s.w.Focus(s.goOnButton()) // Enter was promised to go on
			})
		})
	}
}
