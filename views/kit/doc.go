// Package kit is the set of small parts that every screen is put together
// from: it looks like a well-set paper form, because everything stands on one
// grid, in two weights of one typeface, with lines instead of boxes.
//
// How a screen is made. Dress the app once; make one table of keys (Keys) and
// one Layer, in which lists of choices open, for the window. What never moves goes on a Sheet by its pixels: Put, Text, Line, and
// the small things KeyCap, Chip, Flag, Sign, Sum, Head. What is typed goes into
// a Form: rows of Field, DateEntry and Lookup, which owns the order of focus
// and the findings beneath the fields. Button, Tabs, NavItem and MessageBar
// are what their names say. Colours come from Colors, never from a literal.
//
// A type with a method Object is not itself a thing to draw: put what Object
// returns into the tree. (Fyne draws only its own containers and widgets, not a
// struct that embeds one.) Every widget keeps its state in itself, so that its
// renderer may be thrown away and made again, as Fyne does with hidden screens.
package kit
