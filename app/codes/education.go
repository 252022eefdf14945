package codes

import "gongkao/app/tables"

// degree is one rung of the ladder of education.
type degree struct {
	name string
	rank int
}

// EducationRank places an education on the ladder 小学 < 初中 < 高中 = 职高 =
// 技校 = 中专 < 大专 < 本科 < 研究生, from 1; other words for a rung count too. 0
// means that the word is not in the table.
func (c *Codes) EducationRank(name string) int {
	d, _ := find(c.education, name)
	return d.rank
}

// EducationAlias returns the rung's own word for what somebody wrote: 大学本科
// is 本科.
func (c *Codes) EducationAlias(name string) (canonical string, known bool) {
	d, ok := find(c.education, name)
	return d.name, ok
}

func readEducation(c *Codes, t *tables.Table) error {
	var row struct {
		Name    string   `table:"name"`
		Rank    int      `table:"rank"`
		Aliases []string `table:"aliases"`
	}
	if err := t.Decode(&row); err != nil {
		return err
	}
	if row.Rank < 1 {
		return t.Refuse("rank", "rank 从 1 起")
	}
	c.Educations = append(c.Educations, row.Name)
	for _, name := range append([]string{row.Name}, row.Aliases...) {
		if _, taken := c.education[name]; taken {
			return t.Refuse("name", "“"+name+"”重复了")
		}
		c.education[name] = degree{row.Name, row.Rank}
	}
	return nil
}
