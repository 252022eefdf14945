package paper

// letter is a letter after GB/T 9704-2012 as its definition has it: what stands
// in it in order of reading. Where it stands follows from the standard.
type letter struct {
	Top      int          // empty lines above the title of a letter without a number
	Number   words        // 发文字号, at the right
	Title    words        // broken by meaning where its lines are broken here
	To       words        // addressee
	Part     []letterPart // paragraphs, the table, what is done by hand
	Table    *table       // of the items: columns, head, row
	Attach   int          // with more items than this the table becomes 附件; 0: never
	Attached words        // 附件's title
	From     words        // 署名; without one nobody signs below the text
	On       words        // 成文日期
	Note     words        // 附注, in brackets
	Receipt  *letterPart  // at the foot of the last page, to be torn off
}

// letterPart is a piece of a letter: a paragraph, the table of the items, or a block
// of what is done by hand, in which y counts from its upper edge.
type letterPart struct {
	Text  words
	Type  string // "": letter
	Flush bool   // its first line is not set in
	When  condition
	Table bool
	Rule  float64 // behind its last words, to write on
	Keep  int     // a block: so many lines above come along to the next page
	Gap   float64 // above it, but not at the top of a page
	H     float64 // of a block
	Hand  *page   // a block
}

// The measures of GB/T 9704-2012: a text area of 22 lines of 28 characters. Type
// of 16 points (3号) stands on a pitch a little less than its own width.
const (
	letterLeft   = 28.0
	letterTop    = 37.0
	letterWidth  = 156.0
	letterBottom = 262.0
	letterPitch  = (letterBottom - letterTop) / 22
	letterEm     = letterWidth / 28
	letterSize   = 16.0 // points of type that stands on the pitch

	titlePitch  = 12.0
	titleLines  = 3   // at most
	titleBelow  = 6.0 // least white between a title and what follows on the next line
	firstIndent = 2.0 // em

	aboveTable, belowTable = 1.5, 3.0
	letterRule             = 3.0 // a rule to write on lies so far below the middle of its line

	// The seal lies over 署名 and 成文日期, which stand a little below its middle, and
	// reaches up to one line below the text above; nothing follows beside it.
	dateFree     = 4 * letterEm // right of the date
	dateRoom     = 11 * letterEm
	sealAbove    = 22.0  // its top above the upper edge of the date's line
	sealLowest   = 270.0 // how far down it may reach, and a receipt does
	fromWidth    = 20 * letterEm
	aboveFrom    = 5.0 // least white above 署名 of several lines
	linesWithEnd = 2   // of the text that come along with the signature
)
