-- +goose Up
ALTER TABLE office ADD COLUMN motto TEXT NOT NULL DEFAULT '';
UPDATE datafile SET needs = '9.9.0';
