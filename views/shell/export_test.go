package shell

// AskPath is what stands in for a system's file dialogs.
var AskPath = (*Window).askPath
