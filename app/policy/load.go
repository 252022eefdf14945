package policy

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"gongkao/app/tables"
	"gongkao/data"
)

// badCode is the code of every refusal of a policy file.
const badCode = "policy-bad"

// Load reads the policy of a year: overlayDir/policy/YEAR.toml when it exists
// (overlayDir may be ""), else policy/YEAR.toml of files. Whatever is wrong
// with it is refused with the code policy-bad, the file and the line.
func Load(files fs.FS, overlayDir string, year int) (*Policy, error) {
	name := fmt.Sprintf("policy/%d.toml", year)
	src, own, err := tables.Find(tables.Files{Embedded: files, Overlay: overlayDir, Code: badCode, What: "政策文件"}, name)
	if err != nil {
		return nil, err
	}
	p, err := Parse(year, src)
	if err != nil {
		return nil, err
	}
	p.Overlay = own
	return p, nil
}

// Parse reads the text of a year's policy file as strictly as Load does.
func Parse(year int, src []byte) (*Policy, error) {
	name := fmt.Sprintf("policy/%d.toml", year)
	all, err := tables.Read(name, badCode, src)
	if err != nil {
		return nil, err
	}
	p := &Policy{Year: year, Hash: HashOf(src), Text: string(src), Photo: UsualPhoto, fees: map[data.Level][]Fee{}}
	if err := p.take(name, all); err != nil {
		return nil, err
	}
	p.arrange()
	p.laySubjects()
	return p, nil
}

// HashOf names the text of a policy file.
func HashOf(src []byte) string {
	sum := sha256.Sum256(src)
	return hex.EncodeToString(sum[:])
}

// Newest returns the latest year that files have a policy for: the year of a
// new office.
func Newest(files fs.FS) (year int, err error) {
	names, err := fs.Glob(files, "policy/*.toml")
	if err != nil {
		return 0, err
	}
	for _, name := range names {
		if y, err := strconv.Atoi(strings.TrimSuffix(path.Base(name), ".toml")); err == nil {
			year = max(year, y)
		}
	}
	if year == 0 {
		return 0, data.Refuse(badCode, "", "程序里没有任何年度的政策文件", "请重新安装程序")
	}
	return year, nil
}

// section is one kind of table in the file.
type section struct {
	name string
	once bool // [name] rather than [[name]]
	read func(*Policy, *tables.Table) error
	may  bool // be missing: files of before it was there are read as they were
}

// sections is everything a policy file holds.
var sections = []section{
	{name: "notice", once: true, read: readNotice},
	{name: "cutoff", once: true, read: readCutoff},
	{name: "assessment", once: true, read: readAssessment},
	{name: "violation", once: true, read: readViolation},
	{name: "deadline", read: readDeadline},
	{name: "fee", read: readFee},
	{name: "rule", read: readRule},
	{name: "ground", read: readGround, may: true},
	{name: "photo", once: true, read: readPhoto, may: true},
}

// take reads the tables kind by kind, so that rows may rely on the notice,
// levels and deadlines wherever they stand in the file.
func (p *Policy) take(name string, all []*tables.Table) error {
	count := map[string]int{}
	for _, s := range sections {
		for _, t := range all {
			if t.Name != s.name {
				continue
			}
			if count[s.name]++; s.once && count[s.name] > 1 {
				return t.Refuse("", "["+s.name+"] 只能有一个")
			}
			if err := s.read(p, t); err != nil {
				return err
			}
		}
		if count[s.name] == 0 && !s.may {
			return tables.Missing(name, badCode, "["+s.name+"]")
		}
	}
	for _, t := range all {
		if count[t.Name] == 0 {
			return t.Refuse("", "没有“"+t.Name+"”这样的表")
		}
	}
	for _, l := range p.Assessment.Levels {
		if len(p.fees[l]) == 0 && !p.Provisional() {
			return tables.Missing(name, badCode, l.String()+"的 [[fee]]")
		}
	}
	return nil
}

// arrange answers beforehand which rules apply where; in a provisional year none
// does.
func (p *Policy) arrange() {
	p.rules, p.only = map[situation][]*Rule{}, map[string]*Rule{}
	for _, r := range slices.Backward(p.RuleRows) {
		p.only[r.ID] = r
	}
	if p.Provisional() {
		return
	}
	for _, l := range append(data.Levels(), 0) {
		for _, path := range append(data.Paths(), "") {
			var rows []*Rule
			for _, r := range p.RuleRows {
				if r.Judges() && r.AppliesTo(l, path) {
					rows = append(rows, r)
				}
			}
			p.rules[situation{l, path}] = rows
		}
	}
}
