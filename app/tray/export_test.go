package tray

// FamilyTitle is the title of the group that a code belongs to.
func FamilyTitle(code string) string { return families[familyOf(code)].title }
