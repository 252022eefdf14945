package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
)

// plainFiles are Fyne's own dialogs, for a Linux without any.
type plainFiles struct {
	window fyne.Window
	errors *ErrorShower
}

func (f *plainFiles) Open(ask FileAsk, chosen func(string)) {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if file == nil || err != nil {
			f.errors.Show(err)
			return
		}
		f.errors.Show(file.Close())
		chosen(file.URI().Path())
	}, f.window)
	f.show(d, ask)
}

func (f *plainFiles) Save(ask FileAsk, chosen func(string)) {
	d := dialog.NewFileSave(func(file fyne.URIWriteCloser, err error) {
		if file == nil || err != nil {
			f.errors.Show(err)
			return
		}
		f.errors.Show(file.Close())
		path := file.URI().Path()
		if named := ask.withEnding(path); named != path {
			f.errors.Show(storage.Delete(file.URI())) // Fyne has made it, empty, without its ending
			path = named
		}
		chosen(path)
	}, f.window)
	d.SetFileName(ask.Name)
	f.show(d, ask)
}

func (f *plainFiles) Folder(ask FileAsk, chosen func(string)) {
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if folder == nil || err != nil {
			f.errors.Show(err)
			return
		}
		chosen(folder.Path())
	}, f.window)
	ask.Kinds = nil // folders have no endings
	f.show(d, ask)
}

func (f *plainFiles) show(d *dialog.FileDialog, ask FileAsk) {
	d.SetTitleText(ask.Title)
	d.SetDismissText("取消")
	d.SetConfirmText("确定")
	var endings []string
	for _, kind := range ask.Kinds {
		for _, ending := range kind.Endings {
			endings = append(endings, "."+ending)
		}
	}
	if len(endings) > 0 {
		d.SetFilter(storage.NewExtensionFileFilter(endings))
	}
	if ask.Start != "" {
		if folder, err := storage.ListerForURI(storage.NewFileURI(ask.Start)); err == nil {
			d.SetLocation(folder)
		}
	}
	d.Show()
}
