package codes

import (
	"fmt"
	"strings"

	"gongkao/app/tables"
)

// Region returns the name of a six-digit region code of ID numbers (GB/T
// 2260), as exactly as the tables know it: a county of our own district, else
// the province. known is false for a code of our district that the table does
// not list, and for provinces that do not exist. It is a data.RegionLookup.
func (c *Codes) Region(code string) (name string, known bool) {
	if name, ok := c.regions[code]; ok {
		return name, true
	}
	if len(code) != 6 {
		return "", false
	}
	for _, beginning := range c.complete {
		if strings.HasPrefix(code, beginning) {
			return "", false
		}
	}
	name, known = c.provinces[code[:2]]
	return name, known
}

func readRegionsHead(c *Codes, t *tables.Table) error {
	var head struct {
		origin
		Complete []string `table:"complete"`
	}
	if err := t.Decode(&head); err != nil {
		return err
	}
	c.complete = head.Complete
	return nil
}

func readProvince(c *Codes, t *tables.Table) error {
	var row struct {
		Prefix string `table:"prefix"`
		Name   string `table:"name"`
	}
	if err := t.Decode(&row); err != nil {
		return err
	}
	return place(c.provinces, t, "prefix", named{row.Prefix, row.Name}, 2)
}

func readRegion(c *Codes, t *tables.Table) error {
	var row named
	if err := t.Decode(&row); err != nil {
		return err
	}
	return place(c.regions, t, "code", row, 6)
}

// place enters a code of so many digits once.
func place(codes map[string]string, t *tables.Table, key string, row named, digits int) error {
	if len(row.Code) != digits || strings.Trim(row.Code, "0123456789") != "" {
		return t.Refuse(key, fmt.Sprintf("%s 应为 %d 位数字", key, digits))
	}
	if codes[row.Code] != "" {
		return t.Refuse(key, "代码 "+row.Code+" 重复了")
	}
	codes[row.Code] = row.Name
	return nil
}
