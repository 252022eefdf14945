// Package codes holds the office's code tables: regions of ID numbers, peoples,
// political standing, education and the catalogue of trades. They are files
// (assets/codes), each with its source and with a status that says whether
// somebody has held it against the original. Callers load them once with Load
// and ask Region, Trade and EducationRank; lists for screens stand in the order
// of the files.
package codes

import (
	"io/fs"

	"gongkao/app/tables"
	"gongkao/data"
)

// Codes is all code tables.
type Codes struct {
	Peoples    []string // 民族, in the order of GB/T 3304
	Politicals []string // 政治面貌, in the order of GB/T 4762
	Educations []string // 文化程度, from the lowest
	Trades     []Trade  // 工种, in the order of the file

	provinces map[string]string // first two digits → name
	regions   map[string]string // six digits → full name
	complete  []string          // beginnings under which regions lists every code
	education map[string]degree
	trades    map[string]*Trade // by name and alias
}

// origin is the head of a file whose rows share one source.
type origin struct {
	Source string        `table:"source"`
	Status tables.Status `table:"status"`
}

// named is a row of the tables of which only the name is used here.
type named struct {
	Code string `table:"code"`
	Name string `table:"name"`
}

// reader takes one table of a file into the codes.
type reader func(*Codes, *tables.Table) error

// files lists every file and what its tables are called; "" is the head.
var files = []struct {
	name   string
	tables map[string]reader
}{
	{"codes/regions.toml", map[string]reader{"": readRegionsHead, "province": readProvince, "region": readRegion}},
	{"codes/peoples.toml", map[string]reader{"": readOrigin, "people": listed(func(c *Codes) *[]string { return &c.Peoples })}},
	{"codes/politicals.toml", map[string]reader{"": readOrigin, "political": listed(func(c *Codes) *[]string { return &c.Politicals })}},
	{"codes/educations.toml", map[string]reader{"": readOrigin, "education": readEducation}},
	{"codes/trades.toml", map[string]reader{"trade": readTrade}},
}

// Load reads the code tables. A file that does not hold what it should is
// refused with the code codes-bad, its name and the line.
func Load(from fs.FS) (*Codes, error) {
	c := &Codes{
		provinces: map[string]string{}, regions: map[string]string{},
		education: map[string]degree{}, trades: map[string]*Trade{},
	}
	for _, file := range files {
		src, err := fs.ReadFile(from, file.name)
		if err != nil {
			return nil, data.RefuseBecause(err, "codes-bad", "读不到 "+file.name, "请重新安装程序")
		}
		all, err := tables.Read(file.name, "codes-bad", src)
		if err != nil {
			return nil, err
		}
		if err := c.take(file.name, file.tables, all); err != nil {
			return nil, err
		}
	}
	for i := range c.Trades {
		for _, name := range append([]string{c.Trades[i].Name}, c.Trades[i].Aliases...) {
			c.trades[name] = &c.Trades[i]
		}
	}
	return c, nil
}

// take reads one file; every kind of table must occur in it.
func (c *Codes) take(file string, readers map[string]reader, all []*tables.Table) error {
	seen := map[string]bool{}
	for _, t := range all {
		read, ok := readers[t.Name]
		if !ok {
			return t.Refuse("", "没有“"+t.Name+"”这样的表")
		}
		if err := read(c, t); err != nil {
			return err
		}
		seen[t.Name] = true
	}
	for name := range readers {
		if !seen[name] {
			return tables.Missing(file, "codes-bad", "“"+name+"”的内容")
		}
	}
	return nil
}

func readOrigin(_ *Codes, t *tables.Table) error { return t.Decode(new(origin)) }

// listed reads rows of which the name joins a list.
func listed(list func(*Codes) *[]string) reader {
	return func(c *Codes, t *tables.Table) error {
		var row named
		if err := t.Decode(&row); err != nil {
			return err
		}
		names := list(c)
		for _, other := range *names {
			if other == row.Name {
				return t.Refuse("name", "“"+row.Name+"”重复了")
			}
		}
		*names = append(*names, row.Name)
		return nil
	}
}
