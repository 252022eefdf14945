package printing

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"

	"gongkao/app/paper"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/disk"
)

// Preview makes the PDF that Print would make now, and records nothing: a clerk
// who looks has not printed. Refusals are those of Print.
func Preview(ctx context.Context, d *registration.Desk, papers *paper.Papers, order Order) ([]byte, Result, error) {
	job, _, err := prepare(ctx, d, order)
	if err != nil {
		return nil, Result{}, err
	}
	if err := ctx.Err(); err != nil {
		return nil, Result{}, err
	}
	var pdf bytes.Buffer
	printed, err := papers.Print(&pdf, job)
	if err != nil {
		return nil, Result{}, err
	}
	sum := sha256.Sum256(pdf.Bytes())
	return pdf.Bytes(), Result{hex.EncodeToString(sum[:]), printed.Pages, printed.Records, printed.Warnings}, nil
}

// Save returns a keep for Print that writes the PDF to a file, whole or not at
// all. It refuses what cannot be written (disk-full, read-only, output).
func Save(path string) func(pdf []byte) error {
	return func(pdf []byte) error {
		err := disk.Replace(path, pdf)
		if err == nil {
			return nil
		}
		if explained := disk.Explain(err); explained != nil {
			if _, ok := data.AsRefusal(explained); ok {
				return explained
			}
		}
		return data.RefuseBecause(err, "output", "不能写入文件 "+path, "请关闭正在打开它的程序，或换一个文件名、文件夹")
	}
}
