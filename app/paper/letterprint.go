package paper

import "bytes"

// letters adds the letters of the job, one after the other.
func (b *batch) letters() error {
	for i := range b.job.Letters {
		l := &b.job.Letters[i]
		var values bytes.Buffer
		b.paper.canon(&values, &view{job: b.job, paper: b.paper, letter: l})
		for j := range l.Items {
			item := &l.Items[j]
			writeValues(&values, &view{job: b.job, paper: b.paper, letter: l, about: item, entry: &item.Entry}, b.paper.itemised)
			b.printed.Sums = append(b.printed.Sums, b.papers.Sum(b.job, &item.Entry))
		}
		if err := b.form(&view{letter: l}, values.Bytes(), ""); err != nil {
			return err
		}
		b.printed.Records += len(l.Items)
		if err := b.job.going(i+1, len(b.job.Letters)); err != nil {
			return err
		}
	}
	return nil
}
