package fees

import (
	"cmp"
	"fmt"
	"slices"

	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/data"
	"gongkao/data/store"
)

// Sheet reconciles a sheet of the web site or the bank with the register. Sort
// finds whose each row is and judges it; Put writes the rows that may enter.
// Money that was really paid enters even where it is not what is owed, and stands
// out (pay-short, pay-over, pay-late); a stranger, a row whose person cannot be
// told, and the same reference or step once more wait.
type Sheet struct {
	desk       *registration.Desk
	finder     *registration.Finder
	today      data.Date
	references map[string]Entry // of what counts
	owners     map[data.ApplicationID]*data.Applicant
	matches    []Match
}

// Match is a row and whose it was found to be.
type Match struct {
	Row       int
	Applicant *data.Applicant
	Payment   data.Payment
	ByName    bool // the sheet gave no ID number
}

// NewSheet returns a sheet that has read nothing yet.
func NewSheet(d *registration.Desk) *Sheet {
	s := &Sheet{
		desk: d, finder: registration.NewFinder(d, "pay"), today: d.Office.Today(),
		references: map[string]Entry{}, owners: map[data.ApplicationID]*data.Applicant{},
	}
	for _, e := range Entries(d.Register.Find(registration.Query{})) {
		s.refer(e)
	}
	return s
}

func (s *Sheet) refer(e Entry) {
	if e.Void == "" && e.Reference != "" {
		s.references[e.Reference] = e
	}
}

// Matches are the rows that Sort let pass, in their order.
func (s *Sheet) Matches() []Match { return s.matches }

// Sort judges rows and changes nothing on record: the problems of each row, in
// the order of rows. Rows of an earlier Sort count as paid.
func (s *Sheet) Sort(rows []sheets.LedgerRow) [][]sheets.Problem {
	all := make([][]sheets.Problem, len(rows))
	for i := range rows {
		all[i] = s.sort(&rows[i])
	}
	return all
}

func (s *Sheet) sort(row *sheets.LedgerRow) []sheets.Problem {
	p, noted, err := s.read(row)
	if err != nil {
		return refused(row, err)
	}
	mention := registration.MentionIn(row.Texts)
	mention.Fits = func(a *data.Applicant) bool { return s.mayPay(a, p.Fen) }
	found, err := s.finder.Whose(mention)
	if err != nil {
		return refused(row, err)
	}
	a := s.now(found)
	if e, twice := s.references[p.Reference]; twice {
		n := sameReference(e.Applicant, &e.Payment)
		if e.Applicant.Application.ID != a.Application.ID { // one transfer for several: somebody has to say so
			n.Code, n.Hint = "pay-shared", "一笔款替几个人缴的，请逐人登记，并写明情况；否则请核对流水号"
		}
		return []sheets.Problem{problem(row, n)}
	}
	acc := Of(s.desk.Office.Policy, a, s.today)
	if named := mention.IDNumber == ""; named && acc.Due > 0 && !s.mayPay(a, p.Fen) {
		return []sheets.Problem{problem(row, otherAmount(a, &acc, p.Fen))}
	}
	for _, n := range judge(&acc, a, &p, s.today) {
		if !n.Doubt {
			return []sheets.Problem{problem(row, n)}
		}
		noted = append(noted, problem(row, n))
	}
	s.enter(row, a, p)
	return noted
}

// refused says what was refused of a row, at the cell it is about.
func refused(row *sheets.LedgerRow, err error) []sheets.Problem {
	field := ""
	if refusal, ok := data.AsRefusal(err); ok {
		field = refusal.Field
	}
	return []sheets.Problem{row.Refused(field, err)}
}

func problem(row *sheets.LedgerRow, n Note) sheets.Problem {
	return row.Problem(n.Field, n.Code, n.Message, n.Hint)
}

// otherAmount: a name alone says who it is only together with the amount.
func otherAmount(a *data.Applicant, acc *Account, fen data.Fen) Note {
	return Note{Code: "pay-ambiguous", Field: "amount", Message: fmt.Sprintf("只写了姓名，金额也对不上：%s 应缴 %s 元，表里是 %s 元", a.Person.Name, acc.Due, fen), Hint: "请在表里补上身份证号，没有它不能认定是谁缴的"}
}

// enter takes a row in and lets the rows after it see it as paid.
func (s *Sheet) enter(row *sheets.LedgerRow, a *data.Applicant, p data.Payment) {
	p.Application = a.Application.ID
	s.matches = append(s.matches, Match{Row: row.Row, Applicant: a, Payment: p, ByName: row.Texts["id_number"] == ""})
	with := *a
	with.Ledger.Payments = append(slices.Clone(a.Ledger.Payments), p)
	s.owners[a.Application.ID] = &with
	s.refer(Entry{&with, p})
}

// now is a person as he is with the rows read so far.
func (s *Sheet) now(a *data.Applicant) *data.Applicant {
	return cmp.Or(s.owners[a.Application.ID], a)
}

// mayPay reports whether an amount is one of somebody's fees: what tells people of
// one name apart, as long as it fits only one of them.
func (s *Sheet) mayPay(a *data.Applicant, fen data.Fen) bool {
	acc := Of(s.desk.Office.Policy, s.now(a), s.today)
	return slices.ContainsFunc(acc.Steps, func(step Step) bool { return step.Due == fen })
}

// Put writes the rows that Sort let pass, within the import's Update, and returns
// whose applications it touched.
func (s *Sheet) Put(tx *store.Tx, batch data.BatchID) ([]data.ApplicationID, error) {
	touched := map[data.ApplicationID]bool{}
	for i := range s.matches {
		p := &s.matches[i].Payment
		p.ID, p.Batch, p.By, p.At = data.PaymentID(tx.NewID()), batch, s.desk.Office.Clerk, tx.Now()
		if err := tx.PutPayment(*p); err != nil {
			return nil, err
		}
		touched[p.Application] = true
	}
	return ids(touched), nil
}

func ids(set map[data.ApplicationID]bool) []data.ApplicationID {
	all := make([]data.ApplicationID, 0, len(set))
	for id := range set {
		all = append(all, id)
	}
	slices.Sort(all)
	return all
}
