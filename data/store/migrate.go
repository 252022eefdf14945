package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"github.com/pressly/goose/v3"

	"gongkao/data"
	"gongkao/data/disk"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// migrations is what Open brings a file up to.
func migrations() fs.FS {
	sub, err := fs.Sub(migrationFiles, "migrations")
	if err != nil { // the folder is embedded above
		panic(err)
	}
	return sub
}

const versionQuery = "SELECT coalesce(max(version_id), 0) FROM goose_db_version WHERE is_applied"

// migration brings a data file from the version it has to that of the program.
type migration struct {
	provider *goose.Provider
	has      int64
	wants    int64
}

func newMigration(ctx context.Context, db *sql.DB, files fs.FS) (*migration, error) {
	p, err := goose.NewProvider(goose.DialectSQLite3, db, files, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return nil, fmt.Errorf("store: migrations: %w", err)
	}
	m := &migration{provider: p}
	for _, source := range p.ListSources() {
		m.wants = max(m.wants, source.Version)
	}
	var exists bool
	if err := db.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema WHERE name = 'goose_db_version'").Scan(&exists); err != nil {
		return nil, err
	}
	if exists {
		err = db.QueryRowContext(ctx, versionQuery).Scan(&m.has)
	}
	return m, err
}

// run applies what is missing. The time of each is that of the program's own
// clock, not SQLite's, so that the same calls give the same file.
func (m *migration) run(ctx context.Context, db *sql.DB, now time.Time) error {
	if _, err := m.provider.Up(ctx); err != nil {
		return fmt.Errorf("store: migrate: %w", err)
	}
	_, err := db.ExecContext(ctx, "UPDATE goose_db_version SET tstamp = ? WHERE version_id > ? OR ? = 0",
		now.Format(time.RFC3339Nano), m.has, m.has)
	if err != nil {
		return fmt.Errorf("store: migrate: %w", err)
	}
	return nil
}

// upgrade makes an older file ready for this program, after a dated copy of
// it; a newer one is refused (file-newer) with the version it needs.
func (s *Store) upgrade(ctx context.Context, files fs.FS) error {
	m, err := newMigration(ctx, s.writer, files)
	if err != nil {
		return err
	}
	s.version = m.wants
	if m.has == m.wants {
		return nil
	}
	if m.has > m.wants {
		return refuseNewer(ctx, s.writer)
	}
	if m.has == 0 {
		return data.Refuse("file-damaged", "", "数据文件没有写明格式，可能已损坏", hintRestore)
	}
	now := s.options.Now()
	copied := fmt.Sprintf("%s-%s-before-format-%d.db", strings.TrimSuffix(s.path, filepath.Ext(s.path)), now.Format("20060102-150405"), m.wants)
	if err := s.Snapshot(ctx, copied); err != nil {
		return err
	}
	if err := disk.SyncFolder(filepath.Dir(copied)); err != nil {
		return err
	}
	return m.run(ctx, s.writer, now)
}

func refuseNewer(ctx context.Context, db *sql.DB) error {
	var needs string
	if err := db.QueryRowContext(ctx, "SELECT needs FROM datafile").Scan(&needs); err != nil {
		return err
	}
	return data.Refuse("file-newer", "", fmt.Sprintf("这个数据文件是更新版本的程序写的，要用 %s 或更新的版本打开", needs), "请先升级本机的工考程序")
}
